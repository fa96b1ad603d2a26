//! The form that changes a designated support contact, for those who may.

use askama::Template;

use super::{
    contact_cards::Cards, missing_fix::Fix, missing_resellers::MissingResellers,
    subscription_view::SubscriptionView,
};
use crate::{
    domain::{ids::PartnerId, role::PartnerVerb},
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
    may_request: bool,
    may_end: bool,
    /// Something in the address was left out.
    ignored: bool,
}

/// What somebody has put into the form already.
#[derive(Default)]
pub struct Filled {
    pub contact: Option<PartnerId>,
    /// The version that they saw, if it is not the one that stands: what has changed since is a conflict (rule 32).
    pub seen_version: Option<i64>,
}

/// `problem`: why what was sent was refused.
pub async fn form<'a>(
    partner: &PartnerStore,
    subscription: SubscriptionPage,
    page: &'a Page,
    filled: Filled,
    query: &Query,
    problem: Option<String>,
) -> Result<ContactForm<'a>, AppError> {
    let known = partner.known_resellers(&subscription).await?;
    let (among, find) = (query.text("among"), query.text("reseller"));
    let is_nonsense = among.is_nonsense()
        || find.is_nonsense()
        || query.parsed::<PartnerId>("contact").is_nonsense();
    let (among, find) = (among.ok(), find.ok());
    let cards = Cards::of(page.t, &subscription, &known, filled.contact, among.as_deref());
    Ok(ContactForm {
        page,
        version: filled.seen_version.unwrap_or(subscription.version),
        ignored: is_nonsense || filled.contact.is_some_and(|id| !cards.offer(id)),
        cards,
        among: among.unwrap_or_default(),
        missing: MissingResellers::of(page.t, partner, &subscription, &known, find.as_deref()),
        problem,
        may_request: partner.may(PartnerVerb::RequestRelationship),
        may_end: partner.may(PartnerVerb::EndRelationship),
        view: SubscriptionView::of(partner, subscription, page).await?,
    })
}
