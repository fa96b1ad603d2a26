//! Links that somebody has asked for and that an admin or the operator has yet to make.

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::{domain::ids::UserId, store::one_time_link::LinkPurpose};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "asked_links")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub purpose: LinkPurpose,
    /// The new address, where that is what the link confirms.
    pub email: Option<String>,
    pub asked_at: OffsetDateTime,

    #[sea_orm(belongs_to, from = "user_id", to = "id")]
    pub user: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
