//! A support profile as customers see it, and what they miss in it.

use crate::{
    domain::support_profile::Part,
    store::PartnerDetails,
    web::{contact::Reach, page::Page},
};

/// Beside the form, and for those who only read it.
pub struct Preview {
    pub name: String,
    pub mpn_id: String,
    pub reach: Reach,
    pub missing: Option<String>,
    /// Days without a year come back every year.
    pub closed: Vec<String>,
}

impl Preview {
    pub fn of(page: &Page, partner: &PartnerDetails) -> Self {
        let (t, profile) = (&page.t, &partner.profile);
        let missing: Vec<_> = profile.missing().into_iter().map(|part| word(page, part)).collect();
        let closed = profile.closed_dates.iter().map(|day| t.closed_date(&day));
        Self {
            name: partner.name.clone(),
            mpn_id: partner.mpn_id.clone(),
            reach: Reach::of(page, partner, None),
            missing: (!missing.is_empty()).then(|| missing.join(", ")),
            closed: closed.collect(),
        }
    }
}

fn word(page: &Page, part: Part) -> String {
    page.t.profile_part(part.as_str())
}
