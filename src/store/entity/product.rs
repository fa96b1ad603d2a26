//! Products: what customers subscribe to.

use sea_orm::entity::prelude::*;

use crate::domain::ids::ProductId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "products")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProductId,
    /// The vendor's number for it.
    #[sea_orm(unique)]
    pub external_id: Option<String>,
    pub name: String,
    /// What a search looks into: folded.
    pub search_key: String,
}

impl ActiveModelBehavior for ActiveModel {}
