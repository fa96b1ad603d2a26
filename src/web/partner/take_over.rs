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
    partner: PartnerId,
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
        // Who could take over nothing has a card only where somebody asks why.
        let wanted = |one: &&Candidate| among.map_or(one.works > 0, |q| matches(one, q));
        let first: Vec<_> = candidates.iter().filter(wanted).take(MOST).map(|one| one.id).collect();
        let is_shown = |one: &Candidate| first.contains(&one.id) || chosen == Some(one.id);
        let mut shown = vec![Card::of_provider(provider, leaving.subscriptions)];
        let others = candidates.iter().filter(|one| is_shown(one));
        shown.extend(others.map(|one| Card::of(t, one, leaving.subscriptions)));
        let picked = shown.iter().position(|card| Some(card.partner) == chosen);
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
    /// Whom it stands for, and for how many it can take over: what is confirmed is what was shown.
    pub fn value(&self) -> String {
        format!("{}:{}", self.partner, self.works)
    }

    fn of_provider(provider: &PartnerStore, subscriptions: u64) -> Self {
        Self {
            partner: provider.id(),
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
            partner: candidate.id,
            name: candidate.name.clone(),
            mpn_id: candidate.mpn_id.clone(),
            works: candidate.works,
            returns: subscriptions.saturating_sub(candidate.works),
            reasons: candidate.reasons.iter().map(in_words).collect(),
            checked: false,
        }
    }
}

/// What a [`Card::value`] says; `None`: nothing that a card would say.
pub fn parsed(value: &str) -> Option<SeenInstead> {
    let (partner, works) = value.split_once(':')?;
    Some(SeenInstead { reseller: partner.parse().ok()?, works: works.parse().ok()? })
}

/// Whether somebody who typed `q` can mean this reseller.
fn matches(candidate: &Candidate, q: &str) -> bool {
    candidate.mpn_id.contains(q) || search_key(&candidate.name).contains(&search_key(q))
}
