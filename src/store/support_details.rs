//! A partner as others see it when they need help: name, partner ID and support profile
//! (`docs/domain.md` rules 36, 39 and 40).

use sea_orm::{DerivePartialModel, prelude::Json};

use super::entity::{partner, support_profile};
use crate::{
    domain::{ids::PartnerId, support_profile::SupportProfile},
    locale::Zone,
};

/// [`SupportProfile::missing`] finds nothing: for statements that join `support_profiles` as `profile`. False, and never
/// null, where there is no row.
pub(super) const PROFILE_IS_COMPLETE: &str =
    "(profile.email IS NOT NULL AND profile.telephone IS NOT NULL AND profile.hours IS NOT NULL)";

/// Who somebody is and how to reach them.
#[derive(Clone, Debug)]
pub struct PartnerDetails {
    pub id: PartnerId,
    pub name: String,
    pub mpn_id: String,
    /// The zone in which the profile's hours are meant.
    pub time_zone: String,
    /// The provider that filled the profile in, since nobody of the partner had signed in yet.
    pub entered_by: Option<PartnerId>,
    pub profile: SupportProfile,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
pub(super) struct PartnerRow {
    pub id: PartnerId,
    pub name: String,
    pub mpn_id: String,
    pub time_zone: String,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "support_profile::Entity")]
pub(super) struct ProfileRow {
    pub email: Option<String>,
    pub telephone: Option<String>,
    pub urgent_telephone: Option<String>,
    pub website: Option<String>,
    pub hours: Option<Json>,
    pub closed_dates: Json,
    /// Never null in a row that is there: it tells a missing profile from an empty one.
    pub languages: Json,
    pub note: Option<String>,
    pub entered_by: Option<PartnerId>,
}

impl PartnerDetails {
    /// The zone of its hours; UTC where what is kept is no zone's name.
    pub fn zone(&self) -> Zone {
        Zone::named(&self.time_zone).unwrap_or_else(Zone::utc)
    }

    pub(super) fn from_rows(partner: PartnerRow, profile: Option<ProfileRow>) -> Self {
        let PartnerRow { id, name, mpn_id, time_zone } = partner;
        let entered_by = profile.as_ref().and_then(|profile| profile.entered_by);
        let profile = profile.map(SupportProfile::from).unwrap_or_default();
        Self { id, name, mpn_id, time_zone, entered_by, profile }
    }
}

/// Hours and days that cannot be read are left out rather than keeping a customer from the telephone number.
impl From<ProfileRow> for SupportProfile {
    fn from(row: ProfileRow) -> Self {
        Self {
            email: row.email,
            telephone: row.telephone,
            urgent_telephone: row.urgent_telephone,
            website: row.website,
            hours: row.hours.and_then(|hours| serde_json::from_value(hours).ok()),
            closed_dates: serde_json::from_value(row.closed_dates).unwrap_or_default(),
            languages: serde_json::from_value(row.languages).unwrap_or_default(),
            note: row.note,
        }
    }
}
