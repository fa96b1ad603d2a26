//! The roles of a membership.

use sea_orm::entity::prelude::*;

use crate::domain::ids::MembershipId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership_roles")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub membership_id: MembershipId,
    /// A word of `PartnerRole` or `CustomerRole`, after the membership's side.
    #[sea_orm(primary_key, auto_increment = false)]
    pub role: String,

    #[sea_orm(belongs_to, from = "membership_id", to = "id")]
    pub membership: BelongsTo<super::membership::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
