//! What a customer looks after, one section each: its support contacts, the partners that serve it, and its log.

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
    /// Only a global admin manages users and reads the log.
    may_read_log: bool,
    /// Requests that wait for an answer, where the reader may give it.
    waiting: u64,
}

pub async fn show(
    customer: Permitted<CustomerStore>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let subscriptions = customer.supported_subscriptions().await?;
    let waiting = customer.requests_to_answer().await?;
    page.show(Admin {
        page: &page,
        cards: cards(&page, &subscriptions),
        may_read_log: customer.is_admin(),
        waiting,
    })
}
