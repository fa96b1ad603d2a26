//! Whom to call for each product, and what to say.

use actix_web::HttpResponse;
use askama::Template;

use super::card::{Card, Product, cards};
use crate::{
    domain::report::ReportKind,
    store::{CustomerStore, OwnReport, customer::SupportedSubscription},
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
    reports: Vec<OwnReport>,
    /// Who may share this page.
    is_admin: bool,
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
        is_admin: customer.is_admin(),
        earlier: ended.map(|one| earlier(&page, one)).collect(),
        reports: customer.own_reports().await?,
    })
}

impl Support<'_> {
    /// What has been told about a product's contact.
    fn told<'s>(&'s self, product: &Product) -> impl Iterator<Item = &'s OwnReport> {
        let subscription = product.subscription;
        self.reports.iter().filter(move |report| report.subscription == subscription)
    }
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
