//! Relationships: partner ↔ customer, and the delegated admin privileges that may be part of one.

use sea_orm::entity::prelude::*;
use time::{Date, OffsetDateTime};

use crate::domain::{
    ids::{CustomerId, PartnerId},
    relationship::{DelegatedAdmin, Relationship, RelationshipState},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "relationships")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: PartnerId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_id: CustomerId,
    pub state: RelationshipState,
    pub delegated_admin: bool,
    /// The last day, in the customer's time zone; `None`: until it is revoked.
    pub delegated_admin_until: Option<Date>,
    /// The provider that recorded, by import, that it exists at the vendor.
    pub recorded_by: Option<PartnerId>,
    /// The contact for new subscriptions; `None`: the provider itself.
    pub default_reseller_id: Option<PartnerId>,
    /// The partner's own number for the customer.
    pub customer_number: Option<String>,
    /// Of the customer's name: the partner's list is read from one index.
    pub sort_key: Vec<u8>,
    pub since: OffsetDateTime,
    pub ended_at: Option<OffsetDateTime>,
    pub ended_by_customer: bool,

    #[sea_orm(belongs_to, relation_enum = "Partner", from = "partner_id", to = "id")]
    pub partner: BelongsTo<super::partner::Entity>,
    #[sea_orm(belongs_to, from = "customer_id", to = "id")]
    pub customer: BelongsTo<super::customer::Entity>,
    #[sea_orm(belongs_to, relation_enum = "Recorder", from = "recorded_by", to = "id")]
    pub recorder: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(
        belongs_to,
        relation_enum = "DefaultReseller",
        from = "default_reseller_id",
        to = "id"
    )]
    pub default_reseller: BelongsTo<Option<super::partner::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// As far as rules ask about it.
    pub fn standing(&self) -> Relationship {
        let delegated_admin =
            DelegatedAdmin::from_columns(self.delegated_admin, self.delegated_admin_until);
        Relationship { state: self.state, delegated_admin }
    }
}
