//! The filters of the list of resellers, as they stand in an address.

use crate::{
    domain::partnership::PartnershipStanding,
    store::partner::PartnershipFilter,
    web::query::{Query, address},
};

/// Of the filter for profiles.
pub const INCOMPLETE: &str = "incomplete";

/// And whether something in the address was nonsense.
pub fn filter(query: &Query) -> (PartnershipFilter, bool) {
    let (q, standing, profile) = (query.text("q"), query.parsed("state"), query.text("profile"));
    let nonsense = q.is_nonsense() || standing.is_nonsense() || profile.is_nonsense();
    let profile = profile.ok();
    let without_profile = profile.as_deref() == Some(INCOMPLETE);
    let nonsense = nonsense || profile.is_some() != without_profile;
    (PartnershipFilter { q: q.ok(), standing: standing.ok(), without_profile }, nonsense)
}

/// The list at `path` with these filters.
pub fn filtered(
    path: &str,
    q: &str,
    standing: Option<PartnershipStanding>,
    without_profile: bool,
) -> String {
    let state = standing.map(PartnershipStanding::as_str);
    let profile = without_profile.then_some(INCOMPLETE);
    address(path, &[("q", (!q.is_empty()).then_some(q)), ("state", state), ("profile", profile)])
}
