//! Partners: who sells to customers and supports them.

use super::words;

words! {
    /// What a partner is to the vendor.
    PartnerKind {
        /// Buys from the vendor and sells through resellers.
        IndirectProvider = "indirect_provider",
        /// Serves customers through one or more indirect providers.
        IndirectReseller = "indirect_reseller",
        /// A provider without resellers.
        DirectPartner = "direct_partner",
    }
}

impl PartnerKind {
    /// Whether subscriptions are bought from it: only then has it any to assign (`docs/domain.md` rule 4).
    pub fn is_provider(self) -> bool {
        matches!(self, Self::IndirectProvider | Self::DirectPartner)
    }
}
