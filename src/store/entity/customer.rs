//! Customers: the companies that use the products.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{CustomerId, PartnerId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "customers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CustomerId,
    /// The vendor's number for it.
    #[sea_orm(unique)]
    pub external_id: Option<String>,
    pub name: String,
    /// What a search looks into: folded.
    pub search_key: String,
    #[sea_orm(unique)]
    pub domain: String,
    pub country: Option<String>,
    pub time_zone: String,
    pub second_factor_required: bool,
    /// The partner that added it; `None`: it set itself up, or the operator made it.
    pub added_by: Option<PartnerId>,

    #[sea_orm(belongs_to, relation_enum = "AddingPartner", from = "added_by", to = "id")]
    pub adding_partner: BelongsTo<Option<super::partner::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
