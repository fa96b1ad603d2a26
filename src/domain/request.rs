//! Requests: what one organisation has asked of another and waits for.

use super::words;

words! {
    /// What is asked for (`docs/domain.md` rule 16).
    RequestKind {
        Partnership = "partnership",
        Relationship = "relationship",
        DelegatedAdmin = "delegated_admin",
    }
}

words! {
    /// *Expired* is no state: it is open and past its date (rule 16).
    RequestState {
        Open = "open",
        Accepted = "accepted",
        Declined = "declined",
        Revoked = "revoked",
    }
}
