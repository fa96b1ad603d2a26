//! A customer's support contacts for whoever has the link: read only, without sign-in, and not for search engines.

use actix_web::{
    HttpResponse,
    http::header::{HeaderName, HeaderValue},
    web,
};
use askama::Template;

use super::card::{Card, cards};
use crate::{
    store::{Store, Token},
    web::{assets, error::AppError, page::Page, paths},
};

#[derive(Template)]
#[template(path = "customer/shared_support/show.html")]
struct Shared<'a> {
    page: &'a Page,
    customer: &'a str,
    domain: &'a str,
    cards: Vec<Card>,
}

/// The same for a link that is unknown, revoked, or never was one.
#[derive(Template)]
#[template(path = "customer/shared_support/gone.html")]
struct Gone<'a> {
    page: &'a Page,
}

pub async fn show(
    token: web::Path<String>,
    store: web::Data<Store>,
    mut page: Page,
) -> Result<HttpResponse, AppError> {
    let Some(shared) = store.shared_support(&Token::presented(&token)).await? else {
        return page.not_found(Gone { page: &page }).map(unlisted);
    };
    // Whoever opens it may be nobody the portal knows: times are the customer's.
    page.zone = shared.organisation().zone();
    let subscriptions = shared.supported_subscriptions().await?;
    let cards = cards(&page, &subscriptions);
    let customer = &shared.organisation().name;
    page.show(Shared { page: &page, customer, domain: shared.domain(), cards }).map(unlisted)
}

fn unlisted(mut response: HttpResponse) -> HttpResponse {
    let robots = HeaderName::from_static("x-robots-tag");
    response.headers_mut().insert(robots, HeaderValue::from_static("noindex, nofollow"));
    response
}
