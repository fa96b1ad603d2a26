//! The cards of those who can take over from a reseller that leaves: the provider first, then its other resellers.

use super::words;
use crate::{
    domain::{ids::PartnerId, support_contact::Unavailable},
    locale::{Messages, search_key},
    store::{
        PartnerStore,
        partner::{Candidate, Leaving, SeenInstead},
    },
};

/// So many resellers have a card before somebody looks for one.
const MOST: usize = 8;

pub struct Card {
    /// Whom it stands for, and for how many it can take over: what is confirmed is what was shown.
    pub value: String,
    pub name: String,
    pub mpn_id: String,
    pub works: u64,
    /// How many return to the provider, and why.
    pub returns: u64,
    pub reasons: Vec<(String, u64)>,
    pub checked: bool,
}

pub struct Cards {
    /// The provider's is the first.
    pub shown: Vec<Card>,
    /// How many resellers could take over something, and so whether a search field stands above.
    pub candidates: usize,
    /// How many of them are what somebody looked for.
    pub found: usize,
    pub not_shown: usize,
}

impl Cards {
    /// `chosen`: whom somebody has picked already. `among`: a part of the name or partner ID of the resellers to show.
    pub fn of(
        t: Messages,
        provider: &PartnerStore,
        leaving: &Leaving,
        candidates: &[Candidate],
        chosen: Option<PartnerId>,
        among: Option<&str>,
    ) -> Self {
        let wanted = |one: &&Candidate| among.is_none_or(|q| matches(one, q));
        let first: Vec<_> = candidates.iter().filter(wanted).take(MOST).map(|one| one.id).collect();
        let is_shown = |one: &Candidate| first.contains(&one.id) || chosen == Some(one.id);
        let mut shown = vec![Card::of_provider(provider, leaving.subscriptions)];
        let others = candidates.iter().filter(|one| is_shown(one));
        shown.extend(others.map(|one| Card::of(t, one, leaving.subscriptions)));
        let picked = chosen.map(|id| format!("{id}:"));
        let picked = shown
            .iter()
            .position(|card| picked.as_ref().is_some_and(|picked| card.value.starts_with(picked)));
        shown[picked.unwrap_or_default()].checked = true;
        let found = candidates.iter().filter(wanted);
        Self {
            candidates: candidates.len(),
            not_shown: found.clone().filter(|one| !is_shown(one)).count(),
            found: found.count(),
            shown,
        }
    }

    pub fn can_be_searched(&self) -> bool {
        self.candidates > MOST
    }
}

impl Card {
    fn of_provider(provider: &PartnerStore, subscriptions: u64) -> Self {
        Self {
            value: value(provider.id(), subscriptions),
            name: provider.organisation().name.clone(),
            mpn_id: provider.mpn_id().to_owned(),
            works: subscriptions,
            returns: 0,
            reasons: Vec::new(),
            checked: false,
        }
    }

    fn of(t: Messages, candidate: &Candidate, subscriptions: u64) -> Self {
        let in_words = |(why, count): (&Unavailable, &u64)| (words::reason(t, *why).what, *count);
        Self {
            value: value(candidate.id, candidate.works),
            name: candidate.name.clone(),
            mpn_id: candidate.mpn_id.clone(),
            works: candidate.works,
            returns: subscriptions.saturating_sub(candidate.works),
            reasons: candidate.reasons.iter().map(in_words).collect(),
            checked: false,
        }
    }
}

fn value(partner: PartnerId, works: u64) -> String {
    format!("{partner}:{works}")
}

/// What a card's value says; `None`: nothing that a card would say.
pub fn parsed(value: &str) -> Option<SeenInstead> {
    let (partner, works) = value.split_once(':')?;
    Some(SeenInstead { reseller: partner.parse().ok()?, works: works.parse().ok()? })
}

/// Whether somebody who typed `q` can mean this reseller.
fn matches(candidate: &Candidate, q: &str) -> bool {
    candidate.mpn_id.contains(q) || search_key(&candidate.name).contains(&search_key(q))
}
