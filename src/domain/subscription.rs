//! Subscriptions: one product that one customer bought through one provider.

use super::{ids::SubscriptionId, relationship::RelationshipState, words};

words! {
    /// Where a subscription is in its life.
    SubscriptionStatus {
        Active = "active",
        Pending = "pending",
        Suspended = "suspended",
        Expired = "expired",
        Cancelled = "cancelled",
        /// Shown nowhere.
        Removed = "removed",
    }
}

impl SubscriptionStatus {
    /// Those that customers see under *Support*, and whose contact people may change (`docs/domain.md` rule 29).
    pub const LIVE: [Self; 3] = [Self::Active, Self::Pending, Self::Suspended];

    pub fn is_live(self) -> bool {
        Self::LIVE.contains(&self)
    }
}

/// Why a subscription is not added, or not saved as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotSell {
    /// None of the partner's customers is called so.
    NoSuchCustomer,
    /// Several are: their domains differ.
    SeveralCustomers,
    /// A subscription is added, or becomes live, only while its provider serves the customer (rule 29).
    NotRelated,
    /// Another subscription of the same provider has this number.
    NumberInUse(SubscriptionId),
    /// The reseller of record is nobody with whom the provider has, or has had, a partnership.
    NotYourReseller,
    /// Somebody else has changed it since the form was made.
    Stale,
}

/// Whether a subscription may be in this state. `before`: `None` for a new one. `relationship`: of its provider with the
/// customer (`docs/domain.md` rule 29).
pub fn may_become(
    before: Option<SubscriptionStatus>,
    after: SubscriptionStatus,
    relationship: RelationshipState,
) -> Result<(), CannotSell> {
    let begins = before.is_none_or(|before| !before.is_live() && after.is_live());
    if begins && relationship == RelationshipState::Ended {
        Err(CannotSell::NotRelated)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{SubscriptionStatus::*, *};

    /// `docs/domain.md` rule 29.
    #[test]
    fn a_subscription_begins_to_live_only_while_its_provider_serves_the_customer() {
        use RelationshipState::{Active as Serves, Ended};

        for (before, after) in [(None, Active), (None, Expired), (Some(Expired), Pending)] {
            assert_eq!(may_become(before, after, Serves), Ok(()));
            assert_eq!(may_become(before, after, Ended), Err(CannotSell::NotRelated));
        }
        for (before, after) in [(Active, Suspended), (Active, Cancelled), (Expired, Cancelled)] {
            assert_eq!(may_become(Some(before), after, Ended), Ok(()));
        }
    }
}
