//! The cards of the form: one for each contact that may be chosen, the provider first.

use super::{
    reach::reach,
    words::{self, Reason},
};
use crate::{
    domain::ids::PartnerId,
    locale::{Messages, search_key},
    store::{
        PartnerDetails,
        partner::{KnownReseller, SubscriptionPage},
    },
};

/// More than this many resellers are searched rather than shown.
const MOST: usize = 12;

pub struct Card {
    pub id: PartnerId,
    pub name: String,
    pub mpn_id: String,
    pub badge: Option<String>,
    pub supports: i64,
    pub reach: Vec<String>,
    pub checked: bool,
    /// Why it could not be chosen anew: it can only be kept (rule 27).
    pub reasons: Vec<Reason>,
}

pub struct Cards {
    pub shown: Vec<Card>,
    /// How many resellers are available, and so whether a search field stands above.
    pub available: usize,
    /// How many resellers are what somebody looked for, and how many of these are not shown.
    pub found: usize,
    pub not_shown: usize,
    pub products: i64,
}

impl Cards {
    /// Whether this contact has a card.
    pub fn offer(&self, contact: PartnerId) -> bool {
        self.shown.iter().any(|card| card.id == contact)
    }

    pub fn can_be_searched(&self) -> bool {
        self.available > MOST
    }

    /// `chosen`: whom somebody has picked already, if it can be picked. `among`: a part of the name or partner ID of the
    /// resellers to show.
    pub fn of(
        t: Messages,
        subscription: &SubscriptionPage,
        known: &[KnownReseller],
        chosen: Option<PartnerId>,
        among: Option<&str>,
    ) -> Self {
        let current = subscription.contact_details().id;
        let by_resellers: i64 = known.iter().map(|reseller| reseller.supports).sum();
        let products = subscription.products_of_customer;
        let mut cards = vec![Card::of(t, &subscription.provider, products - by_resellers)];
        cards.extend(
            known
                .iter()
                .filter(|reseller| reseller.details.id == current && !reseller.is_available())
                .map(|reseller| Card::kept(t, reseller)),
        );
        let available: Vec<_> = known.iter().filter(|reseller| reseller.is_available()).collect();
        let wanted =
            |reseller: &&&KnownReseller| among.is_none_or(|q| matches(&reseller.details, q));
        let always = |reseller: &KnownReseller| {
            reseller.details.id == current || Some(reseller.details.id) == chosen
        };
        let first: Vec<PartnerId> = available
            .iter()
            .filter(wanted)
            .take(MOST)
            .map(|reseller| reseller.details.id)
            .collect();
        let is_shown =
            |reseller: &KnownReseller| always(reseller) || first.contains(&reseller.details.id);
        let not_shown =
            available.iter().filter(wanted).filter(|reseller| !is_shown(reseller)).count();
        cards.extend(
            available
                .iter()
                .filter(|reseller| is_shown(reseller))
                .map(|reseller| Card::of(t, &reseller.details, reseller.supports)),
        );
        let found = available.iter().filter(wanted).count();
        mark(t, &mut cards, subscription, chosen);
        Self { shown: cards, available: available.len(), found, not_shown, products }
    }
}

impl Card {
    fn of(t: Messages, details: &PartnerDetails, supports: i64) -> Self {
        Self {
            id: details.id,
            name: details.name.clone(),
            mpn_id: details.mpn_id.clone(),
            badge: None,
            supports,
            reach: reach(t, &details.profile),
            checked: false,
            reasons: Vec::new(),
        }
    }

    fn kept(t: Messages, reseller: &KnownReseller) -> Self {
        Self {
            reasons: words::reasons(t, &reseller.reasons),
            ..Self::of(t, &reseller.details, reseller.supports)
        }
    }
}

/// One card is checked: the one picked, else the one that stands.
fn mark(
    t: Messages,
    cards: &mut [Card],
    subscription: &SubscriptionPage,
    chosen: Option<PartnerId>,
) {
    let current = subscription.contact_details().id;
    let chosen = chosen.filter(|id| cards.iter().any(|card| card.id == *id)).unwrap_or(current);
    for card in cards {
        card.checked = card.id == chosen;
        if card.id == current {
            card.badge =
                Some(if subscription.decided { t.badge_current() } else { t.badge_default() });
        }
    }
}

/// Whether somebody who typed `q` can mean this partner.
pub fn matches(details: &PartnerDetails, q: &str) -> bool {
    details.mpn_id.contains(q) || search_key(&details.name).contains(&search_key(q))
}
