//! How often signing in has failed, for an account or from an address (`docs/security.md` B3).

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_attempts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub failures: i32,
    pub refused_until: Option<OffsetDateTime>,
}

impl ActiveModelBehavior for ActiveModel {}
