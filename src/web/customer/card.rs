//! A customer's products, grouped by whom to call.

use time::OffsetDateTime;

use super::{
    fallback::Fallback,
    pocket::{PocketTelephone, pocket},
};
use crate::{
    domain::{
        change::Cause,
        ids::{PartnerId, SubscriptionId},
        subscription::SubscriptionStatus,
    },
    locale::Messages,
    store::{PartnerDetails, customer::SupportedSubscription},
    web::{contact::Reach, page::Page},
};

/// One contact with all that it supports.
pub struct Card {
    /// The designated contact's, whoever answers in its place.
    pub name: String,
    /// Suspended: its provider stands in (`docs/domain.md` rule 10).
    pub is_unavailable: bool,
    /// Why the provider's details stand here (rules 10 and 38).
    pub in_place: Option<String>,
    /// Whose details these are.
    pub called: String,
    pub called_id: PartnerId,
    /// Who has entered these details, where that was not the partner itself.
    pub entered_by: Option<String>,
    /// As a card of paper says them: whatever the hour.
    pub pocket: Vec<PocketTelephone>,
    pub reach: Reach,
    pub products: Vec<Product>,
    /// `None`: several providers sold these products, so that each product has its own (rule 37).
    pub fallback: Option<Fallback>,
}

/// One subscription, as its owner names it on the telephone.
pub struct Product {
    pub subscription: SubscriptionId,
    pub name: String,
    pub nickname: Option<String>,
    /// Only where it is not the usual one.
    pub status: Option<String>,
    /// What to say: the vendor's number of the subscription, or else ours.
    pub id: String,
    pub since: OffsetDateTime,
    pub assigned: Option<String>,
    pub fallback: Option<Fallback>,
}

/// In the order of the first product of each.
pub fn cards(page: &Page, subscriptions: &[SupportedSubscription]) -> Vec<Card> {
    let mut groups: Vec<Vec<&SupportedSubscription>> = Vec::new();
    for subscription in subscriptions.iter().filter(|one| one.status.is_live()) {
        match groups.iter_mut().find(|group| is_same_call(group[0], subscription)) {
            Some(group) => group.push(subscription),
            None => groups.push(vec![subscription]),
        }
    }
    groups.iter().map(|group| card(page, group)).collect()
}

/// One reseller may be suspended by one provider and not by another, so the contact alone does not make a card.
fn is_same_call(one: &SupportedSubscription, other: &SupportedSubscription) -> bool {
    let key = |subscription: &SupportedSubscription| {
        (subscription.contact().id, subscription.whom_to_call().id, subscription.reseller_suspended)
    };
    key(one) == key(other)
}

fn card(page: &Page, group: &[&SupportedSubscription]) -> Card {
    let first = group[0];
    let (called, provider) = (first.whom_to_call(), &first.provider);
    let has_one_provider = group.iter().all(|one| one.provider.id == provider.id);
    let fallback = Some(provider).filter(|_| has_one_provider && provider.id != called.id);
    Card {
        name: first.contact().name.clone(),
        is_unavailable: first.reseller_suspended,
        in_place: in_place(&page.t, first, called),
        called: called.name.clone(),
        called_id: called.id,
        entered_by: entered_by(&page.t, called, group),
        pocket: pocket(&page.t, called),
        reach: Reach::of(page, called, fallback),
        products: group.iter().map(|one| product(page, one, !has_one_provider)).collect(),
        fallback: has_one_provider.then(|| Fallback::of(page, provider, called, group.len())),
    }
}

/// The provider is named where this customer knows it, because it bought from it (rule 39).
fn entered_by(
    t: &Messages,
    called: &PartnerDetails,
    group: &[&SupportedSubscription],
) -> Option<String> {
    let by = called.entered_by?;
    let provider = group.iter().map(|one| &one.provider).find(|provider| provider.id == by);
    Some(match provider {
        Some(provider) => t.profile_entered_by(&provider.name),
        None => t.profile_entered_by_provider(),
    })
}

fn in_place(
    t: &Messages,
    subscription: &SupportedSubscription,
    called: &PartnerDetails,
) -> Option<String> {
    let contact = subscription.contact();
    if contact.id == called.id {
        None
    } else if subscription.reseller_suspended {
        Some(t.support_instead_of_suspended(&contact.name, &called.name))
    } else {
        Some(t.support_instead_of_empty(&contact.name, &called.name))
    }
}

fn product(page: &Page, subscription: &SupportedSubscription, has_own_fallback: bool) -> Product {
    let called = subscription.whom_to_call();
    let is_usual = subscription.status == SubscriptionStatus::Active;
    Product {
        subscription: subscription.id,
        name: subscription.product.clone(),
        nickname: subscription.nickname.clone(),
        status: (!is_usual).then(|| page.t.support_status(subscription.status.as_str())),
        id: subscription.external_id.clone().unwrap_or_else(|| subscription.id.to_string()),
        since: subscription.since,
        assigned: assigned(&page.t, subscription),
        fallback: has_own_fallback.then(|| Fallback::of(page, &subscription.provider, called, 1)),
    }
}

/// How the contact came to be, and by which organisation (rule 35).
fn assigned(t: &Messages, subscription: &SupportedSubscription) -> Option<String> {
    match (subscription.cause, &subscription.assigned_by) {
        (Cause::Default, _) => Some(t.support_by_default()),
        (Cause::Confirmed, Some(organisation)) => Some(t.support_confirmed_by(organisation)),
        (_, organisation) => organisation.as_ref().map(|name| t.support_assigned_by(name)),
    }
}
