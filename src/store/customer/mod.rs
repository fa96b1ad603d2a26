//! What a customer may see: its own subscriptions and whom to call for each.

mod support;

pub use self::support::SupportedSubscription;
use super::{Organisation, scope::Scope};
use crate::domain::{ids::CustomerId, role::CustomerRole};

#[derive(Clone, Debug)]
pub struct CustomerStore {
    scope: Scope,
    customer: CustomerId,
    domain: String,
    roles: Vec<CustomerRole>,
    organisation: Organisation,
}

impl CustomerStore {
    pub(super) fn new(
        scope: Scope,
        customer: CustomerId,
        domain: String,
        roles: Vec<CustomerRole>,
        organisation: Organisation,
    ) -> Self {
        Self { scope, customer, domain, roles, organisation }
    }

    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    /// The internet domain by which the vendor knows it.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    pub fn roles(&self) -> &[CustomerRole] {
        &self.roles
    }
}
