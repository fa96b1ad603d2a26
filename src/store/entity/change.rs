//! Changes: each decision about a support contact, never edited or deleted.

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::domain::{
    change::{Cause, Reference},
    ids::{ChangeId, CustomerId, PartnerId, SubscriptionId, UserId},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "changes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ChangeId,
    #[sea_orm(unique)]
    pub reference: Reference,
    pub subscription_id: SubscriptionId,
    pub version: i64,
    /// `None`: the provider, or nobody where `before_name` is `None` too.
    pub before_reseller_id: Option<PartnerId>,
    /// `None`: the provider.
    pub after_reseller_id: Option<PartnerId>,
    /// Names and partner IDs as they were.
    pub before_name: Option<String>,
    pub before_mpn_id: Option<String>,
    pub after_name: String,
    pub after_mpn_id: String,
    pub cause: Cause,
    /// Whether somebody had decided once this change stood: an undo restores it.
    pub decided: bool,
    pub undoes: Option<ChangeId>,
    pub batch_id: Option<Uuid>,
    pub import_id: Option<Uuid>,
    pub by_user: Option<UserId>,
    pub by_partner: Option<PartnerId>,
    pub by_customer: Option<CustomerId>,
    pub at: OffsetDateTime,

    #[sea_orm(belongs_to, from = "subscription_id", to = "id")]
    pub subscription: BelongsTo<super::subscription::Entity>,
    #[sea_orm(
        belongs_to,
        relation_enum = "BeforeReseller",
        from = "before_reseller_id",
        to = "id"
    )]
    pub before_reseller: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, relation_enum = "AfterReseller", from = "after_reseller_id", to = "id")]
    pub after_reseller: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, from = "by_user", to = "id")]
    pub user: BelongsTo<Option<super::user::Entity>>,
    #[sea_orm(belongs_to, relation_enum = "ByPartner", from = "by_partner", to = "id")]
    pub partner: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, from = "by_customer", to = "id")]
    pub customer: BelongsTo<Option<super::customer::Entity>>,
    #[sea_orm(self_ref, relation_enum = "Undoes", from = "undoes", to = "id")]
    pub undone: BelongsTo<Option<Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
