//! How a partner wants to be reached.

use sea_orm::entity::prelude::*;

use crate::domain::ids::PartnerId;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "support_profiles")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: PartnerId,
    pub email: Option<String>,
    pub telephone: Option<String>,
    /// Answered outside the hours, for what cannot wait.
    pub urgent_telephone: Option<String>,
    pub website: Option<String>,
    /// In the time zone of the partner.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub hours: Option<Json>,
    /// An array, maybe an empty one; so are the languages.
    #[sea_orm(column_type = "JsonBinary")]
    pub closed_dates: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub languages: Json,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// The provider that wrote it for a reseller that nobody signs in for; `None`: its own people. It is
    /// no relation: with two to partners SeaORM would not know the way from a partner to its profile.
    pub entered_by: Option<PartnerId>,

    #[sea_orm(belongs_to, from = "partner_id", to = "id")]
    pub partner: BelongsTo<super::partner::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
