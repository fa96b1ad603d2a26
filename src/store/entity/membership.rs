//! Memberships: which organisation a user acts for; exactly one of partner and customer.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{CustomerId, MembershipId, PartnerId, UserId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "memberships")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MembershipId,
    pub user_id: UserId,
    pub partner_id: Option<PartnerId>,
    pub customer_id: Option<CustomerId>,
    pub active: bool,

    #[sea_orm(belongs_to, from = "user_id", to = "id")]
    pub user: BelongsTo<super::user::Entity>,
    #[sea_orm(belongs_to, from = "partner_id", to = "id")]
    pub partner: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, from = "customer_id", to = "id")]
    pub customer: BelongsTo<Option<super::customer::Entity>>,
    #[sea_orm(has_many, relation_enum = "Roles")]
    pub roles: HasMany<super::membership_role::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
