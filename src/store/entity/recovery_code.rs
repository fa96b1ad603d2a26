//! Recovery codes: the way in for somebody whose second factor is lost, each good once.

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::domain::ids::UserId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recovery_codes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    #[sea_orm(primary_key, auto_increment = false)]
    /// SHA-256.
    pub code_hash: Vec<u8>,
    pub used_at: Option<OffsetDateTime>,

    #[sea_orm(belongs_to, from = "user_id", to = "id")]
    pub user: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
