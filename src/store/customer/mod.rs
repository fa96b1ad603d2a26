//! What a customer may see: its own subscriptions and whom to call for each.

mod activity;
mod admins;
mod answer;
mod invitations;
mod organisation;
mod part;
mod partner_relationships;
mod report;
mod requests;
mod support;
mod support_share;
mod users;

use std::ops::Deref;

use sea_orm::{DatabaseTransaction, EntityTrait, QuerySelect, sea_query::LockType};
use time::{Date, OffsetDateTime};

pub(super) use self::support::supported_subscriptions_of;
pub use self::{
    invitations::PartnersInvitation,
    part::{CannotPart, Parted},
    partner_relationships::{
        ConcernedProduct, PartnerRelationship, PartnerRelationshipLine, PartnerRelationshipPage,
    },
    report::Reportable,
    requests::{ReceivedRequest, RequestLine},
    support::SupportedSubscription,
    support_share::SupportShare,
};
use super::{
    Organisation, StoreError,
    activity::{Activity, ActivityKind},
    entity::customer,
    scope::Scope,
};
use crate::{
    domain::{
        ids::{CustomerId, OrganisationId},
        role::CustomerRole,
    },
    locale::Zone,
};

#[derive(Clone, Debug)]
pub struct CustomerStore {
    scope: Scope,
    customer: CustomerId,
    domain: String,
    roles: Vec<CustomerRole>,
    organisation: Organisation,
}

/// A customer's global admin: answers requests, ends relationships, shares (`docs/domain.md` rule 5).
#[derive(Clone, Debug)]
pub struct CustomerAdmin(CustomerStore);

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

    /// The customer's own id.
    pub fn id(&self) -> CustomerId {
        self.customer
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

    pub fn is_admin(&self) -> bool {
        self.roles.contains(&CustomerRole::GlobalAdmin)
    }

    pub(super) fn into_admin(self) -> Option<CustomerAdmin> {
        self.is_admin().then_some(CustomerAdmin(self))
    }

    fn now(&self) -> OffsetDateTime {
        self.scope.now()
    }

    /// The day it is for the customer, by which last days are judged (`docs/domain.md` rule 15).
    pub fn today(&self) -> Date {
        let zone = Zone::named(&self.organisation.time_zone).unwrap_or_else(Zone::utc);
        zone.today(self.now())
    }

    /// A line by the acting person in the customer's log.
    fn activity(&self, kind: ActivityKind) -> Activity {
        self.scope.activity(kind, OrganisationId::Customer(self.customer))
    }
}

impl CustomerAdmin {
    /// For what only one of two at once may begin.
    async fn lock_customer(&self, tx: &DatabaseTransaction) -> Result<(), StoreError> {
        let own = customer::Entity::find_by_id(self.customer).lock(LockType::NoKeyUpdate);
        own.all(tx).await?;
        Ok(())
    }

    /// A transaction that begins by making sure that the person is still a global admin.
    async fn write<T>(
        &self,
        work: impl AsyncFn(&DatabaseTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let admin = CustomerRole::GlobalAdmin.as_str();
        self.scope.write(|roles| roles.iter().any(|role| role == admin), work).await
    }
}

impl Deref for CustomerAdmin {
    type Target = CustomerStore;

    fn deref(&self) -> &CustomerStore {
        &self.0
    }
}
