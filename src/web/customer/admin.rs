//! What a customer looks after. For now that is one section: its support contacts.

use actix_web::HttpResponse;
use askama::Template;

use super::card::{Card, cards};
use crate::{
    store::CustomerStore,
    web::{assets, auth::Permitted, error::AppError, page::Page, paths},
};

#[derive(Template)]
#[template(path = "customer/admin.html")]
struct Admin<'a> {
    page: &'a Page,
    cards: Vec<Card>,
}

pub async fn show(
    customer: Permitted<CustomerStore>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let subscriptions = customer.supported_subscriptions().await?;
    page.show(Admin { page: &page, cards: cards(&page, &subscriptions) })
}
