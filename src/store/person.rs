//! Somebody who has not signed in, by their account: whoever brings a link to it, or asks for one.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DerivePartialModel, EntityTrait, JoinType,
    QueryFilter, QuerySelect, RelationTrait,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{
    StoreError,
    activity::{Activity, ActivityKind},
    entity::{customer, membership, partner, user},
};
use crate::domain::ids::{CustomerId, PartnerId, UserId};

/// Active, and a member of at least one organisation.
pub(super) struct Person {
    pub user: user::Model,
    organisations: Vec<Belonging>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "membership::Entity")]
struct Belonging {
    partner_id: Option<PartnerId>,
    customer_id: Option<CustomerId>,
    #[sea_orm(nested)]
    partner: Option<PartnerName>,
    #[sea_orm(nested)]
    customer: Option<CustomerName>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct PartnerName {
    name: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "customer::Entity")]
struct CustomerName {
    name: String,
}

impl Person {
    pub async fn find(
        connection: &impl ConnectionTrait,
        user: UserId,
    ) -> Result<Option<Self>, StoreError> {
        let row = user::Entity::find_by_id(user).all(connection).await?.pop();
        Self::of(connection, row).await
    }

    /// The same; nobody else changes their account until the transaction ends.
    pub async fn lock(tx: &DatabaseTransaction, user: UserId) -> Result<Option<Self>, StoreError> {
        let row = user::Entity::find_by_id(user).lock_exclusive().all(tx).await?.pop();
        Self::of(tx, row).await
    }

    async fn of(
        connection: &impl ConnectionTrait,
        user: Option<user::Model>,
    ) -> Result<Option<Self>, StoreError> {
        let Some(user) = user.filter(|user| user.active) else { return Ok(None) };
        let organisations: Vec<Belonging> = membership::Entity::find()
            .join(JoinType::LeftJoin, membership::Relation::Partner.def())
            .join(JoinType::LeftJoin, membership::Relation::Customer.def())
            .filter(membership::Column::UserId.eq(user.id))
            .filter(membership::Column::Active.eq(true))
            .into_partial_model()
            .all(connection)
            .await?;
        Ok((!organisations.is_empty()).then_some(Self { user, organisations }))
    }

    pub fn is_of_customer(&self) -> bool {
        self.organisations.iter().any(|organisation| organisation.customer_id.is_some())
    }

    /// Their names.
    pub fn organisations(&self) -> Vec<String> {
        let names = self.organisations.iter().filter_map(|organisation| {
            let partner = organisation.partner.as_ref().map(|partner| &partner.name);
            partner.or(organisation.customer.as_ref().map(|customer| &customer.name))
        });
        names.cloned().collect()
    }

    /// What they did, for the log of their organisation; where there are several, it is nobody's but their own.
    pub fn activity(
        &self,
        kind: ActivityKind,
        at: OffsetDateTime,
        request: Option<Uuid>,
    ) -> Activity {
        let mut line = Activity::new(kind, at);
        line.by_user = Some(self.user.id);
        line.request = request;
        if let [only] = &self.organisations[..] {
            line.by_partner = only.partner_id;
            line.by_customer = only.customer_id;
            line.partner = only.partner_id;
            line.customer = only.customer_id;
        }
        line
    }
}
