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

    /// As the two columns hold it.
    pub fn columns(self) -> (bool, Option<Date>) {
        match self {
            Self::NotGiven => (false, None),
            Self::Given { until } => (true, until),
        }
    }

    /// Valid through its last day, and not given from the midnight after (rule 15). `today` is the customer's.
    pub fn is_valid_on(self, today: Date) -> bool {
        matches!(self, Self::Given { until } if until.is_none_or(|last_day| today <= last_day))
    }
}

/// What happens to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The customer accepts a request for delegated admin (rule 15).
    GiveDelegatedAdmin {
        until: Option<Date>,
    },
    /// The customer takes it back; the relationship stays (rule 15).
    RevokeDelegatedAdmin,
    End(End),
}

/// Who ends it, and what stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// How many live subscriptions of the customer this partner sold: it cannot leave them (rules 18 and 20).
    pub live_subscriptions_sold: u64,
}

/// Why nothing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unchanged {
    /// There is nothing to revoke, or it has ended already.
    AlreadySo,
    /// Delegated admin is part of a relationship that has ended: it is asked for anew.
    Ended,
    /// Live subscriptions stand in the way (rules 18 and 20).
    SellsLiveSubscriptions,
}

impl Relationship {
    /// As acceptance makes it, or makes it again, whatever stood before (rule 13).
    pub fn accepted(delegated_admin: DelegatedAdmin) -> Self {
        Self { state: RelationshipState::Active, delegated_admin }
    }

    /// What it becomes.
    pub fn after(self, event: Event) -> Result<Self, Unchanged> {
        match (self.state, event) {
            (RelationshipState::Ended, Event::GiveDelegatedAdmin { .. }) => Err(Unchanged::Ended),
            (RelationshipState::Ended, _) => Err(Unchanged::AlreadySo),
            (_, Event::GiveDelegatedAdmin { until }) => {
                Ok(Self { delegated_admin: DelegatedAdmin::Given { until }, ..self })
            }
            (_, Event::RevokeDelegatedAdmin) => match self.delegated_admin {
                DelegatedAdmin::NotGiven => Err(Unchanged::AlreadySo),
                DelegatedAdmin::Given { .. } => {
                    Ok(Self { delegated_admin: DelegatedAdmin::NotGiven, ..self })
                }
            },
            (_, Event::End(End { live_subscriptions_sold: 1.. })) => {
                Err(Unchanged::SellsLiveSubscriptions)
            }
            (_, Event::End(_)) => Ok(Self {
                state: RelationshipState::Ended,
                delegated_admin: DelegatedAdmin::NotGiven,
            }),
        }
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

    const GIVEN: DelegatedAdmin = DelegatedAdmin::Given { until: None };
    const ENDED: Relationship =
        Relationship { state: RelationshipState::Ended, delegated_admin: DelegatedAdmin::NotGiven };

    /// `docs/domain.md` rules 15, 18 and 20.
    #[test]
    fn what_each_event_makes_of_each_state() {
        let with = Relationship::accepted(GIVEN);
        let without = Relationship::accepted(DelegatedAdmin::NotGiven);
        let give = Event::GiveDelegatedAdmin { until: None };
        let end = |live_subscriptions_sold| Event::End(End { live_subscriptions_sold });
        let table = [
            (without, give, Ok(with)),
            (with, Event::RevokeDelegatedAdmin, Ok(without)),
            (without, Event::RevokeDelegatedAdmin, Err(Unchanged::AlreadySo)),
            (with, end(0), Ok(ENDED)),
            (with, end(1), Err(Unchanged::SellsLiveSubscriptions)),
            (ENDED, give, Err(Unchanged::Ended)),
            (ENDED, Event::RevokeDelegatedAdmin, Err(Unchanged::AlreadySo)),
            (ENDED, end(0), Err(Unchanged::AlreadySo)),
        ];
        for (before, event, after) in table {
            assert_eq!(before.after(event), after, "{before:?} {event:?}");
        }
    }
}
