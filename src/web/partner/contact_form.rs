//! The form that changes a designated support contact, for those who may.

use askama::Template;

use super::{
    contact_cards::Cards, missing_resellers::MissingResellers, subscription_view::SubscriptionView,
};
use crate::{
    domain::ids::PartnerId,
    store::{PartnerStore, partner::SubscriptionPage},
    web::{assets, error::AppError, page::Page, paths, query::Query},
};

#[derive(Template)]
#[template(path = "partner/support_contact/edit.html")]
pub struct ContactForm<'a> {
    page: &'a Page,
    view: SubscriptionView,
    version: i64,
    cards: Cards,
    among: String,
    missing: MissingResellers,
    problem: Option<String>,
}

/// `chosen`: whom somebody has picked already. `problem`: why what they sent was refused.
pub async fn form<'a>(
    partner: &PartnerStore,
    subscription: SubscriptionPage,
    page: &'a Page,
    chosen: Option<PartnerId>,
    query: &Query,
    problem: Option<String>,
) -> Result<ContactForm<'a>, AppError> {
    let known = partner.known_resellers(&subscription).await?;
    let among = query.text("among").ok();
    let find = query.text("reseller").ok();
    let current = subscription.contact_details().id;
    Ok(ContactForm {
        page,
        version: subscription.version,
        cards: Cards::of(page.t, &subscription, &known, chosen, among.as_deref()),
        among: among.unwrap_or_default(),
        missing: MissingResellers::of(page.t, subscription.id, current, &known, find.as_deref()),
        problem,
        view: SubscriptionView::of(partner, subscription, page).await?,
    })
}
