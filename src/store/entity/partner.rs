//! Partners: indirect providers, indirect resellers and direct partners.

use sea_orm::entity::prelude::*;

use crate::domain::{ids::PartnerId, partner::PartnerKind};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "partners")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartnerId,
    pub kind: PartnerKind,
    pub name: String,
    /// The name in the order of a language: compares as bytes.
    pub sort_key: Vec<u8>,
    /// What a search looks into: folded.
    pub search_key: String,
    /// The partner ID at the vendor.
    #[sea_orm(unique)]
    pub mpn_id: String,
    pub country: String,
    pub time_zone: String,
    pub second_factor_required: bool,

    #[sea_orm(has_one)]
    pub support_profile: HasOne<super::support_profile::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
