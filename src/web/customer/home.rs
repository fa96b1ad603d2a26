//! A customer's first page: whom to call, with the number itself.

use actix_web::HttpResponse;
use askama::Template;

use super::card::{Card, cards};
use crate::{
    store::{CustomerStore, customer::PartnersInvitation},
    web::{assets, error::AppError, page::Page, paths},
};

#[derive(Template)]
#[template(path = "customer/home.html")]
struct Home<'a> {
    page: &'a Page,
    cards: Vec<Card>,
    /// Requests that wait for an answer, where the reader may give it.
    waiting: u64,
    /// Colleagues who ask for help with signing in, where the reader may give it.
    asked: u64,
    /// Whom partners have let in, for who can say no.
    invitations: Vec<PartnersInvitation>,
}

pub async fn show(store: &CustomerStore, page: &Page) -> Result<HttpResponse, AppError> {
    let subscriptions = store.supported_subscriptions().await?;
    let waiting = store.requests_to_answer().await?;
    let asked = store.users_who_ask().await?;
    let invitations = store.partners_invitations().await?;
    page.show(Home { page, cards: cards(page, &subscriptions), waiting, asked, invitations })
}
