//! Customers: the companies that use the products.

use sea_orm::entity::prelude::*;

use crate::domain::ids::CustomerId;

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
}

impl ActiveModelBehavior for ActiveModel {}
