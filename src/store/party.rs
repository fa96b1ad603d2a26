//! A partner as those see it whom it asks for something, or who have a relationship with it: name, partner ID, country and
//! support profile (`docs/domain.md` rules 39 and 40).

use sea_orm::DerivePartialModel;

use super::{
    PartnerDetails,
    entity::partner,
    support_details::{PartnerRow, ProfileRow},
};
use crate::domain::{ids::PartnerId, partner::PartnerKind};

#[derive(Clone, Debug)]
pub struct Party {
    pub kind: PartnerKind,
    pub country: String,
    pub details: PartnerDetails,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
pub(super) struct PartyRow {
    pub id: PartnerId,
    pub kind: PartnerKind,
    name: String,
    mpn_id: String,
    country: String,
    time_zone: String,
}

impl Party {
    pub(super) fn from_rows(partner: PartyRow, profile: Option<ProfileRow>) -> Self {
        let PartyRow { id, kind, name, mpn_id, country, time_zone } = partner;
        let details =
            PartnerDetails::from_rows(PartnerRow { id, name, mpn_id, time_zone }, profile);
        Self { kind, country, details }
    }
}
