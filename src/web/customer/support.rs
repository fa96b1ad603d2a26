//! Whom to call for each product, and what to say.

use actix_web::HttpResponse;
use askama::Template;

use super::card::{Card, cards};
use crate::{
    store::{CustomerStore, customer::SupportedSubscription},
    web::{
        assets,
        auth::Permitted,
        contact::{Reach, Telephone},
        error::AppError,
        page::Page,
        paths,
    },
};

#[derive(Template)]
#[template(path = "customer/support.html")]
struct Support<'a> {
    page: &'a Page,
    customer: &'a str,
    domain: &'a str,
    cards: Vec<Card>,
    earlier: Vec<Earlier>,
}

/// A product that is not live any more (`docs/domain.md` rule 35).
struct Earlier {
    product: String,
    nickname: Option<String>,
    status: String,
    contact: String,
    telephone: Option<Telephone>,
}

pub async fn show(
    customer: Permitted<CustomerStore>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let subscriptions = customer.supported_subscriptions().await?;
    let ended = subscriptions.iter().filter(|one| !one.status.is_live());
    page.show(Support {
        page: &page,
        customer: &customer.organisation().name,
        domain: customer.domain(),
        cards: cards(&page, &subscriptions),
        earlier: ended.map(|one| earlier(&page, one)).collect(),
    })
}

fn earlier(page: &Page, subscription: &SupportedSubscription) -> Earlier {
    let called = subscription.whom_to_call();
    Earlier {
        product: subscription.product.clone(),
        nickname: subscription.nickname.clone(),
        status: page.t.support_status(subscription.status.as_str()),
        contact: called.name.clone(),
        telephone: Reach::of(page, called, None).telephones.into_iter().next(),
    }
}
