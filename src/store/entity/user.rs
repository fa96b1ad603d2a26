//! Users: persons, each with one email, whatever organisations they belong to.

use sea_orm::entity::prelude::*;

use crate::domain::ids::UserId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UserId,
    #[sea_orm(unique)]
    pub email: String,
    pub name: String,
    /// `None` until it is set up.
    pub password_hash: Option<String>,
    pub locale: Option<String>,
    pub time_zone: Option<String>,
    pub active: bool,
    /// Rises with every change of credentials: a session of an older one has ended.
    pub epoch: i64,
    pub totp_secret: Option<Vec<u8>>,
    /// The step of the last code taken: no code is good twice.
    pub totp_last_step: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
