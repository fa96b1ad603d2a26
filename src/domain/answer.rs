//! Answering a request: what an acceptance makes of what stood before, and why one is refused (`docs/domain.md` rules 7, 8
//! and 13 to 16).

use time::Date;

use super::{
    partnership::{Partnership, PartnershipState},
    relationship::{DelegatedAdmin, Event, Relationship, RelationshipState},
    request::Standing,
};

/// Why an answer was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotAnswer {
    /// Somebody was first, or it is too late (rule 16).
    NotOpen(Standing),
    /// The provider that asks and the reseller it asks for have parted (rule 14).
    NoPartnership,
    /// Delegated admin is part of an active relationship, and there is none (rule 15).
    NoRelationship,
    /// The last day that was asked for has passed.
    LastDayPassed,
}

/// What a customer says yes to; `today` is the customer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acceptance {
    /// A relationship, with the privileges that it leaves ticked.
    Relationship { privileges: DelegatedAdmin, today: Date },
    /// Privileges for a relationship that stands already.
    DelegatedAdmin { until: Option<Date>, today: Date },
}

impl Acceptance {
    /// What the relationship becomes. Privileges that were given before are not lost by accepting without any.
    pub fn relationship(self, before: Option<Relationship>) -> Result<Relationship, CannotAnswer> {
        let active = before.filter(|before| before.state == RelationshipState::Active);
        match self {
            Self::Relationship { privileges: DelegatedAdmin::NotGiven, .. } => {
                let kept = active.map_or(DelegatedAdmin::NotGiven, |before| before.delegated_admin);
                Ok(Relationship::accepted(kept))
            }
            Self::Relationship { privileges, today } => {
                Ok(Relationship::accepted(still_to_come(privileges, today)?))
            }
            Self::DelegatedAdmin { until, today } => {
                let before = active.ok_or(CannotAnswer::NoRelationship)?;
                still_to_come(DelegatedAdmin::Given { until }, today)?;
                let after = before.after(Event::GiveDelegatedAdmin { until });
                after.map_err(|_| CannotAnswer::NoRelationship)
            }
        }
    }
}

fn still_to_come(given: DelegatedAdmin, today: Date) -> Result<DelegatedAdmin, CannotAnswer> {
    if given.is_valid_on(today) { Ok(given) } else { Err(CannotAnswer::LastDayPassed) }
}

/// What a reseller's authorization makes of a partnership. One that stands already stays as it is: only its provider
/// resumes it (rule 10).
pub fn authorized(before: Option<Partnership>) -> Partnership {
    let active = before.filter(|before| before.state == PartnershipState::Active);
    active.unwrap_or(Partnership::ACTIVE)
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    const TODAY: Date = date!(2026 - 11 - 22);
    const WITHOUT: DelegatedAdmin = DelegatedAdmin::NotGiven;

    fn until(day: Date) -> DelegatedAdmin {
        DelegatedAdmin::Given { until: Some(day) }
    }

    const ENDED: Option<Relationship> =
        Some(Relationship { state: RelationshipState::Ended, delegated_admin: WITHOUT });

    /// `docs/domain.md` rules 13 and 15.
    #[test]
    fn what_accepting_a_relationship_makes_of_what_stood() {
        let (short, long) = (until(TODAY), until(date!(2027 - 11 - 22)));
        let standing = |privileges| Some(Relationship::accepted(privileges));
        let table = [
            (None, WITHOUT, WITHOUT),
            (None, long, long),
            (ENDED, WITHOUT, WITHOUT),
            (ENDED, short, short),
            (standing(WITHOUT), long, long),
            (standing(long), short, short),
            // Accepting without takes nothing away.
            (standing(long), WITHOUT, long),
        ];
        for (before, privileges, after) in table {
            let accepted = Acceptance::Relationship { privileges, today: TODAY };
            let after = Ok(Relationship::accepted(after));
            assert_eq!(accepted.relationship(before), after, "{before:?} {privileges:?}");
        }
    }

    /// `docs/domain.md` rule 15.
    #[test]
    fn delegated_admin_alone_needs_a_relationship_that_stands() {
        let give = Acceptance::DelegatedAdmin { until: None, today: TODAY };
        let given = DelegatedAdmin::Given { until: None };
        for before in [WITHOUT, until(TODAY), given] {
            let before = Some(Relationship::accepted(before));
            assert_eq!(give.relationship(before), Ok(Relationship::accepted(given)));
        }
        for before in [None, ENDED] {
            assert_eq!(give.relationship(before), Err(CannotAnswer::NoRelationship));
        }
    }

    /// `docs/domain.md` rule 15.
    #[test]
    fn privileges_whose_last_day_has_passed_are_not_given() {
        let yesterday = Some(date!(2026 - 11 - 21));
        let privileges = DelegatedAdmin::Given { until: yesterday };
        let standing = Some(Relationship::accepted(WITHOUT));
        for late in [
            Acceptance::Relationship { privileges, today: TODAY },
            Acceptance::DelegatedAdmin { until: yesterday, today: TODAY },
        ] {
            assert_eq!(late.relationship(standing), Err(CannotAnswer::LastDayPassed));
        }
    }

    /// `docs/domain.md` rules 8 and 10.
    #[test]
    fn authorizing_makes_a_partnership_active_and_resumes_none() {
        let suspended = Partnership { suspended: true, ..Partnership::ACTIVE };
        let ended = Partnership { state: PartnershipState::Ended, suspended: false };
        assert_eq!(authorized(None), Partnership::ACTIVE);
        assert_eq!(authorized(Some(ended)), Partnership::ACTIVE);
        assert_eq!(authorized(Some(Partnership::ACTIVE)), Partnership::ACTIVE);
        assert_eq!(authorized(Some(suspended)), suspended);
    }
}
