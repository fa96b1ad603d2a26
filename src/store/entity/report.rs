//! Reports: what customers and resellers tell a provider about a support contact.

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::domain::{
    ids::{CustomerId, PartnerId, ReportId, SubscriptionId, UserId},
    report::ReportKind,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReportId,
    pub kind: ReportKind,
    pub subscription_id: SubscriptionId,
    /// On whose work list it stands: who sold the subscription.
    pub provider_id: PartnerId,
    pub by_user: Option<UserId>,
    /// Exactly one of the two.
    pub by_customer: Option<CustomerId>,
    pub by_partner: Option<PartnerId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub at: OffsetDateTime,
    /// `None`: it waits.
    pub settled_at: Option<OffsetDateTime>,
    pub settled_by: Option<UserId>,

    #[sea_orm(belongs_to, from = "subscription_id", to = "id")]
    pub subscription: BelongsTo<super::subscription::Entity>,
    #[sea_orm(belongs_to, relation_enum = "ByPartner", from = "by_partner", to = "id")]
    pub partner: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, relation_enum = "ByCustomer", from = "by_customer", to = "id")]
    pub customer: BelongsTo<Option<super::customer::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
