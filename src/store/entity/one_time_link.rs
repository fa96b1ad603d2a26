//! Links that work once (`store::one_time_link`).

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::{
    domain::ids::{MembershipId, UserId},
    store::one_time_link::LinkPurpose,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "one_time_links")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    /// SHA-256 of the token in the link.
    pub token_hash: Vec<u8>,
    pub purpose: LinkPurpose,
    pub user_id: Option<UserId>,
    pub membership_id: Option<MembershipId>,
    pub email: Option<String>,
    pub valid_from: OffsetDateTime,
    pub expires_at: OffsetDateTime,
    pub used_at: Option<OffsetDateTime>,

    #[sea_orm(belongs_to, from = "user_id", to = "id")]
    pub user: BelongsTo<Option<super::user::Entity>>,
    #[sea_orm(belongs_to, from = "membership_id", to = "id")]
    pub membership: BelongsTo<Option<super::membership::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
