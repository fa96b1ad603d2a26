//! Partnerships: provider ↔ reseller.

use super::words;

words! {
    /// What waits is no partnership but a request (`docs/domain.md` rule 8).
    PartnershipState {
        Active = "active",
        Ended = "ended",
    }
}

/// As far as rules ask about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partnership {
    pub state: PartnershipState,
    /// Not available until its provider resumes it; its designations stay (rule 10).
    pub suspended: bool,
}
