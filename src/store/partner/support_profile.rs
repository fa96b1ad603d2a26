//! How a partner wants to be reached: read by all of it, edited by some; and that of a reseller nobody signs in for, by its
//! provider (`docs/domain.md` rules 4 and 36).

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
    prelude::Json,
    sea_query::{Expr, LockType},
};
use serde_json::{Map, json};

use super::{PartnerStore, SupportProfileEditor};
use crate::{
    domain::{
        ids::PartnerId,
        support_profile::{CannotEdit, FilledProfile, SupportProfile},
    },
    locale::Zone,
    store::{
        Edited, PartnerDetails, StoreError,
        activity::{self, Activity, ActivityKind},
        edited::Fields,
        entity::{partner, support_profile},
        support_details::ProfileRow,
    },
};

/// What a form asks for.
#[derive(Clone, Debug)]
pub struct ProfileEdit {
    pub profile: FilledProfile,
    /// In which the hours are meant: the partner's own.
    pub zone: Zone,
    /// Of the page that the form was made from.
    pub seen: String,
}

/// A profile with what its form needs.
#[derive(Clone, Debug)]
pub struct ProfilePage {
    pub details: PartnerDetails,
    /// Names what stands, so that a form can say what it was made from.
    pub seen: String,
    /// The provider that filled it in, by name.
    pub entered_by: Option<String>,
}

impl PartnerStore {
    /// The partner's own.
    pub async fn support_profile(&self) -> Result<ProfilePage, StoreError> {
        let own = partner::Entity::find_by_id(self.partner)
            .find_also_related(support_profile::Entity)
            .all(self.scope.db.reader())
            .await?
            .pop();
        let (partner, profile) = own.ok_or_else(no_partner)?;
        let entered_by = profile.as_ref().and_then(|profile| profile.entered_by);
        let entered_by = match entered_by {
            Some(provider) => {
                let provider = partner::Entity::find_by_id(provider);
                provider.all(self.scope.db.reader()).await?.pop().map(|provider| provider.name)
            }
            None => None,
        };
        Ok(ProfilePage::of(partner, profile, entered_by))
    }
}

impl SupportProfileEditor {
    /// The partner's own; a profile that its provider had filled in is its own from then on.
    pub async fn edit_profile(
        &self,
        edit: &ProfileEdit,
    ) -> Result<Result<Edited, CannotEdit>, StoreError> {
        self.write(async |tx| self.edit_in(tx, self.partner, edit).await).await
    }

    /// `partner`: the own, or a reseller whose profile may be filled in.
    pub(super) async fn edit_in(
        &self,
        tx: &DatabaseTransaction,
        partner: PartnerId,
        edit: &ProfileEdit,
    ) -> Result<Result<Edited, CannotEdit>, StoreError> {
        let locked = partner::Entity::find_by_id(partner).lock(LockType::NoKeyUpdate);
        let before = locked.all(tx).await?.pop().ok_or_else(no_partner)?;
        let row = support_profile::Entity::find_by_id(partner).all(tx).await?.pop();
        let entered_by = (partner != self.partner).then_some(self.partner);
        let new = Standing { profile: edit.profile.clone().into(), zone: edit.zone.name() };
        let old_profile = row.clone().map(SupportProfile::from).unwrap_or_default();
        let old = Standing { profile: old_profile, zone: &before.time_zone };
        let changed = old.fields().difference(&new.fields());
        let changes_hands = row.as_ref().is_some_and(|row| row.entered_by != entered_by);
        if changed.is_empty() && !changes_hands {
            return Ok(Ok(Edited::AlreadySo));
        }
        if edit.seen != old.fields().mark() {
            return Ok(Err(CannotEdit::Stale));
        }
        write_row(tx, partner, row.is_some(), &new.profile, entered_by).await?;
        if before.time_zone != new.zone {
            partner::Entity::update_many()
                .col_expr(partner::Column::TimeZone, Expr::value(new.zone))
                .filter(partner::Column::Id.eq(partner))
                .exec(tx)
                .await?;
        }
        activity::record(tx, self.line(&before, changed)).await?;
        Ok(Ok(Edited::Changed))
    }

    fn line(&self, about: &partner::Model, changed: Map<String, Json>) -> Activity {
        let mut line = self.own_activity(ActivityKind::SupportProfileEdited);
        line.other_partner = Some(about.id).filter(|id| *id != self.partner);
        line.arguments = json!({ "partner": about.name, "changed": changed });
        line
    }
}

async fn write_row(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    is_there: bool,
    profile: &SupportProfile,
    entered_by: Option<PartnerId>,
) -> Result<(), StoreError> {
    let profile = profile.clone();
    let row = support_profile::ActiveModel {
        partner_id: Set(partner),
        email: Set(profile.email),
        telephone: Set(profile.telephone),
        urgent_telephone: Set(profile.urgent_telephone),
        website: Set(profile.website),
        hours: Set(profile.hours.map(|hours| json!(hours))),
        closed_dates: Set(json!(profile.closed_dates)),
        languages: Set(json!(profile.languages)),
        note: Set(profile.note),
        entered_by: Set(entered_by),
    };
    if is_there {
        support_profile::Entity::update_many()
            .set(row)
            .filter(support_profile::Column::PartnerId.eq(partner))
            .exec(tx)
            .await?;
    } else {
        support_profile::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// A profile with its zone, as it stands or as it is to stand.
struct Standing<'z> {
    profile: SupportProfile,
    zone: &'z str,
}

impl Standing<'_> {
    fn fields(&self) -> Fields {
        let SupportProfile { email, telephone, urgent_telephone, website, .. } = &self.profile;
        let SupportProfile { hours, closed_dates, languages, note, .. } = &self.profile;
        Fields::new([
            ("email", json!(email)),
            ("telephone", json!(telephone)),
            ("urgent_telephone", json!(urgent_telephone)),
            ("website", json!(website)),
            ("hours", json!(hours)),
            ("closed_dates", json!(closed_dates)),
            ("languages", json!(languages)),
            ("note", json!(note)),
            ("time_zone", json!(self.zone)),
        ])
    }
}

impl ProfilePage {
    pub(super) fn of(
        partner: partner::Model,
        profile: Option<support_profile::Model>,
        entered_by: Option<String>,
    ) -> Self {
        let entered_by_id = profile.as_ref().and_then(|profile| profile.entered_by);
        let profile = profile.map(SupportProfile::from).unwrap_or_default();
        let standing = Standing { profile, zone: &partner.time_zone };
        let seen = standing.fields().mark();
        let profile = standing.profile;
        let partner::Model { id, name, mpn_id, time_zone, .. } = partner;
        let details =
            PartnerDetails { id, name, mpn_id, time_zone, entered_by: entered_by_id, profile };
        Self { details, seen, entered_by }
    }
}

impl From<support_profile::Model> for SupportProfile {
    fn from(row: support_profile::Model) -> Self {
        ProfileRow {
            email: row.email,
            telephone: row.telephone,
            urgent_telephone: row.urgent_telephone,
            website: row.website,
            hours: row.hours,
            closed_dates: row.closed_dates,
            languages: row.languages,
            note: row.note,
            entered_by: row.entered_by,
        }
        .into()
    }
}

fn no_partner() -> StoreError {
    sea_orm::DbErr::RecordNotFound("a partner that somebody acts for has no row".to_owned()).into()
}
