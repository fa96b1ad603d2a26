//! The activity log: one line for whatever somebody did, never edited or deleted.

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::domain::ids::{ActivityId, CustomerId, PartnerId, UserId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "activity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ActivityId,
    pub kind: String,
    /// What the line is worded from when it is shown.
    #[sea_orm(column_type = "JsonBinary")]
    pub arguments: Json,
    pub by_user: Option<UserId>,
    pub by_partner: Option<PartnerId>,
    pub by_customer: Option<CustomerId>,
    /// In whose logs the line stands.
    pub partner_id: Option<PartnerId>,
    pub other_partner_id: Option<PartnerId>,
    pub customer_id: Option<CustomerId>,
    /// The HTTP request's, as in the server's own log.
    pub request_id: Option<Uuid>,
    pub at: OffsetDateTime,

    #[sea_orm(belongs_to, from = "by_user", to = "id")]
    pub user: BelongsTo<Option<super::user::Entity>>,
    #[sea_orm(belongs_to, relation_enum = "ByPartner", from = "by_partner", to = "id")]
    pub acting_partner: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, relation_enum = "ByCustomer", from = "by_customer", to = "id")]
    pub acting_customer: BelongsTo<Option<super::customer::Entity>>,
    #[sea_orm(belongs_to, relation_enum = "Partner", from = "partner_id", to = "id")]
    pub partner: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, relation_enum = "OtherPartner", from = "other_partner_id", to = "id")]
    pub other_partner: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, relation_enum = "Customer", from = "customer_id", to = "id")]
    pub customer: BelongsTo<Option<super::customer::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
