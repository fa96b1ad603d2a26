//! Subscriptions: one product that one customer bought through one provider.

use super::words;

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
