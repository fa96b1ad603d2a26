//! *A reseller is not in this list?* Each one that the provider knows of, with why it cannot be chosen (rule 26).

use super::{
    contact_cards::matches,
    missing_fix::{Fix, fix},
    words::{self, Reason},
};
use crate::{
    locale::Messages,
    store::{
        PartnerStore,
        partner::{KnownReseller, SubscriptionPage},
    },
    web::paths,
};

/// So many are shown before somebody looks for one.
const MOST: usize = 8;

pub struct MissingReseller {
    pub name: String,
    pub mpn_id: String,
    pub reasons: Vec<Reason>,
    /// What begins to mend the first reason.
    pub fix: Option<Fix>,
    /// Where it is available after all: the page with it chosen.
    pub choose: Option<String>,
}

pub struct MissingResellers {
    pub resellers: Vec<MissingReseller>,
    /// So many more are not in this list.
    pub not_shown: usize,
    /// What was looked for.
    pub find: String,
    /// Nobody has to open it: no reseller is available, or one is being looked for.
    pub open: bool,
}

impl MissingResellers {
    /// The contact has a card of its own, whatever its state.
    pub fn of(
        t: Messages,
        partner: &PartnerStore,
        subscription: &SubscriptionPage,
        known: &[KnownReseller],
        find: Option<&str>,
    ) -> Self {
        let current = subscription.contact_details().id;
        let mut missing: Vec<_> = known
            .iter()
            .filter(|reseller| match find {
                Some(q) => matches(&reseller.details, q),
                None => !reseller.is_available() && reseller.details.id != current,
            })
            .collect();
        // Those tied to this customer first; among equal ones the alphabet stands.
        missing.sort_by_key(|reseller| !reseller.serves_customer);
        Self {
            not_shown: missing.len().saturating_sub(MOST),
            resellers: missing
                .into_iter()
                .take(MOST)
                .map(|reseller| MissingReseller {
                    name: reseller.details.name.clone(),
                    mpn_id: reseller.details.mpn_id.clone(),
                    reasons: words::reasons(t, &reseller.reasons),
                    fix: fix(t, partner, subscription, reseller),
                    choose: reseller
                        .is_available()
                        .then(|| paths::subscription_with(&subscription.id, &reseller.details.id)),
                })
                .collect(),
            find: find.unwrap_or_default().to_owned(),
            open: find.is_some() || !known.iter().any(KnownReseller::is_available),
        }
    }
}
