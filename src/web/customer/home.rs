//! A customer's first page: whom to call, with the number itself.

use actix_web::HttpResponse;
use askama::Template;

use super::card::{Card, cards};
use crate::{
    store::CustomerStore,
    web::{assets, error::AppError, page::Page, paths},
};

#[derive(Template)]
#[template(path = "customer/home.html")]
struct Home<'a> {
    page: &'a Page,
    cards: Vec<Card>,
    /// Requests that wait for an answer, where the reader may give it.
    waiting: u64,
}

pub async fn show(store: &CustomerStore, page: &Page) -> Result<HttpResponse, AppError> {
    let subscriptions = store.supported_subscriptions().await?;
    let waiting = store.requests_to_answer().await?;
    page.show(Home { page, cards: cards(page, &subscriptions), waiting })
}
