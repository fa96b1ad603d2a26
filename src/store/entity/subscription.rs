//! Subscriptions: one product that one customer bought through one provider.

use sea_orm::entity::prelude::*;
use time::{Date, OffsetDateTime};

use crate::domain::{
    ids::{CustomerId, PartnerId, ProductId, SubscriptionId},
    subscription::SubscriptionStatus,
    support_contact::Designation,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "subscriptions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SubscriptionId,
    pub customer_id: CustomerId,
    pub provider_id: PartnerId,
    pub product_id: ProductId,
    pub nickname: Option<String>,
    /// The vendor's number for it, unique within its provider.
    pub external_id: Option<String>,
    pub quantity: Option<i32>,
    pub status: SubscriptionStatus,
    pub ends_on: Option<Date>,
    /// Who gets the incentive: never to be mixed with the support contact.
    pub reseller_of_record: Option<PartnerId>,
    /// The designated reseller; `None`: the provider supports the subscription itself.
    pub support_reseller_id: Option<PartnerId>,
    /// Whether somebody has decided about the contact yet.
    pub decided: bool,
    /// The newest change's: it rises only when one is recorded.
    pub version: i64,
    pub sort_key: Vec<u8>,
    pub created_at: OffsetDateTime,

    #[sea_orm(belongs_to, from = "customer_id", to = "id")]
    pub customer: BelongsTo<super::customer::Entity>,
    #[sea_orm(belongs_to, from = "product_id", to = "id")]
    pub product: BelongsTo<super::product::Entity>,
    #[sea_orm(belongs_to, relation_enum = "Provider", from = "provider_id", to = "id")]
    pub provider: BelongsTo<super::partner::Entity>,
    #[sea_orm(
        belongs_to,
        relation_enum = "SupportReseller",
        from = "support_reseller_id",
        to = "id"
    )]
    pub support_reseller: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(
        belongs_to,
        relation_enum = "ResellerOfRecord",
        from = "reseller_of_record",
        to = "id"
    )]
    pub record_reseller: BelongsTo<Option<super::partner::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What stands, for the rules.
    pub fn designation(&self) -> Designation {
        Designation {
            contact: self.support_reseller_id.into(),
            decided: self.decided,
            version: self.version,
            status: self.status,
        }
    }
}
