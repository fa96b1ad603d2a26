//! Former names: an organisation is found for a while by the name that it had; exactly one of partner and customer.

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::domain::ids::{CustomerId, FormerNameId, PartnerId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "former_names")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FormerNameId,
    pub partner_id: Option<PartnerId>,
    pub customer_id: Option<CustomerId>,
    pub name: String,
    /// What a search looks into: folded.
    pub search_key: String,
    pub until: OffsetDateTime,

    #[sea_orm(belongs_to, from = "partner_id", to = "id")]
    pub partner: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, from = "customer_id", to = "id")]
    pub customer: BelongsTo<Option<super::customer::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
