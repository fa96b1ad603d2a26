//! Relationships: partner ↔ customer, and the delegated admin privileges (DAP) that may be part of one.

use time::Date;

use super::words;

words! {
    /// `docs/domain.md` rule 13.
    RelationshipState {
        Active = "active",
        Ended = "ended",
    }
}

/// As far as rules ask about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relationship {
    pub state: RelationshipState,
    pub delegated_admin: DelegatedAdmin,
}

/// A customer's leave for a partner to administer its account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DelegatedAdmin {
    NotGiven,
    Given {
        /// The last day, in the customer's time zone; `None`: until it is revoked.
        until: Option<Date>,
    },
}

impl DelegatedAdmin {
    /// From the two columns that hold it.
    pub fn from_columns(given: bool, until: Option<Date>) -> Self {
        if given { Self::Given { until } } else { Self::NotGiven }
    }

    /// Valid through its last day, and not given from the midnight after (rule 15). `today` is the customer's.
    pub fn is_valid_on(self, today: Date) -> bool {
        matches!(self, Self::Given { until } if until.is_none_or(|last_day| today <= last_day))
    }
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    /// `docs/domain.md` rule 15.
    #[test]
    fn delegated_admin_holds_through_its_last_day() {
        let given = DelegatedAdmin::from_columns(true, Some(date!(2026 - 11 - 30)));
        assert!(given.is_valid_on(date!(2026 - 11 - 30)));
        assert!(!given.is_valid_on(date!(2026 - 12 - 01)));
        assert!(DelegatedAdmin::from_columns(true, None).is_valid_on(date!(2099 - 01 - 01)));
        assert!(!DelegatedAdmin::from_columns(false, None).is_valid_on(date!(2026 - 01 - 01)));
    }
}
