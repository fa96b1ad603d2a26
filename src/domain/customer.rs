//! Customers: what a partner may say about one that is not its alone (`docs/domain.md` rules 13 and 17).

use super::{ids::CustomerId, relationship::RelationshipState};

/// How things stand around a customer for a partner that has a relationship with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub relationship: RelationshipState,
    /// Somebody can sign in for the customer.
    pub has_people: bool,
    /// Another partner has, or has had, a relationship with it.
    pub is_known_to_others: bool,
}

/// Why a partner leaves a customer's name, country and time zone as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactsAreShared {
    RelationshipEnded,
    /// The customer itself or other partners rely on them; which, is not told (rule 40).
    OthersRely,
}

impl Standing {
    /// Its own number for the customer is a partner's to edit always; what all see, only while it alone sees it.
    pub fn may_edit_facts(self) -> Result<(), FactsAreShared> {
        if self.relationship == RelationshipState::Ended {
            Err(FactsAreShared::RelationshipEnded)
        } else if self.has_people || self.is_known_to_others {
            Err(FactsAreShared::OthersRely)
        } else {
            Ok(())
        }
    }
}

/// Why a customer is not added (rule 13a).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotAdd {
    /// The partner serves it already.
    IsOwn(CustomerId),
    /// The portal knows its domain: the customer is asked instead, also by a partner whose relationship with it has ended.
    IsKnown,
}

/// Why what was typed about a customer is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotEdit {
    Facts(FactsAreShared),
    /// Somebody else has changed it since the form was made.
    Stale,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `docs/domain.md` rules 13 and 40.
    #[test]
    fn what_all_see_is_edited_only_by_the_one_partner_that_sees_it() {
        let alone = Standing {
            relationship: RelationshipState::Active,
            has_people: false,
            is_known_to_others: false,
        };
        assert_eq!(alone.may_edit_facts(), Ok(()));
        let ended = Standing { relationship: RelationshipState::Ended, ..alone };
        assert_eq!(ended.may_edit_facts(), Err(FactsAreShared::RelationshipEnded));
        for shared in [
            Standing { has_people: true, ..alone },
            Standing { is_known_to_others: true, ..alone },
            Standing { has_people: true, is_known_to_others: true, ..alone },
        ] {
            assert_eq!(shared.may_edit_facts(), Err(FactsAreShared::OthersRely));
        }
    }
}
