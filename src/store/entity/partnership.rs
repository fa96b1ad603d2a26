//! Partnerships: provider ↔ reseller.

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::domain::{
    ids::PartnerId,
    partnership::{Partnership, PartnershipState},
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "partnerships")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub provider_id: PartnerId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub reseller_id: PartnerId,
    pub state: PartnershipState,
    pub since: OffsetDateTime,
    pub ended_at: Option<OffsetDateTime>,
    /// Not available until its provider resumes it.
    pub suspended_at: Option<OffsetDateTime>,
    pub recorded_by_import: bool,

    #[sea_orm(belongs_to, relation_enum = "Provider", from = "provider_id", to = "id")]
    pub provider: BelongsTo<super::partner::Entity>,
    #[sea_orm(belongs_to, relation_enum = "Reseller", from = "reseller_id", to = "id")]
    pub reseller: BelongsTo<super::partner::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// As far as rules ask about it.
    pub fn standing(&self) -> Partnership {
        Partnership { state: self.state, suspended: self.suspended_at.is_some() }
    }
}
