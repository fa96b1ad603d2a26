//! Sessions. The browser holds a token, this table only its hash: a stolen database opens no session.

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::domain::ids::{MembershipId, UserId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    /// SHA-256.
    pub token_hash: Vec<u8>,
    pub user_id: UserId,
    /// `None` until one of several is chosen.
    pub membership_id: Option<MembershipId>,
    /// The user's when the session began.
    pub epoch: i64,
    pub created_at: OffsetDateTime,
    pub last_seen_at: OffsetDateTime,
    pub expires_at: OffsetDateTime,
    pub address: Option<String>,
    pub user_agent: Option<String>,

    #[sea_orm(belongs_to, from = "user_id", to = "id")]
    pub user: BelongsTo<super::user::Entity>,
    #[sea_orm(belongs_to, from = "membership_id", to = "id")]
    pub membership: BelongsTo<Option<super::membership::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
