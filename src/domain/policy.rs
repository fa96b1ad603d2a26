//! What the operator decides once for the whole portal.

use super::role::AssigningRoles;

/// Rules that are configuration (`docs/domain.md` rules 6 and 23).
#[derive(Clone, Debug)]
pub struct Policy {
    pub assigning_roles: AssigningRoles,
    /// Whether a reseller needs valid delegated admin privileges to be available.
    pub available_needs_dap: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Self { assigning_roles: AssigningRoles::default(), available_needs_dap: true }
    }
}
