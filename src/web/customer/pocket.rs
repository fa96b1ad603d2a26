//! Telephones as a card of paper says them: whatever the hour.

use crate::{locale::Messages, store::PartnerDetails};

pub struct PocketTelephone {
    /// `None`: it goes without saying.
    pub label: Option<String>,
    pub number: String,
}

pub fn pocket(t: &Messages, called: &PartnerDetails) -> Vec<PocketTelephone> {
    let profile = &called.profile;
    let telephone = profile.telephone.iter().map(|number| (None, number));
    let label = || Some(t.support_urgent_telephone());
    let urgent = profile.urgent_telephone.iter().map(|number| (label(), number));
    let lines = telephone.chain(urgent);
    lines.map(|(label, number)| PocketTelephone { label, number: number.clone() }).collect()
}
