//! Suspending a reseller for a time, and resuming it (`docs/domain.md` rule 10). Its designations stay.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, EntityTrait, IntoActiveModel,
    QuerySelect,
};

use super::{PartnerStore, ResellerManager};
use crate::{
    domain::{
        ids::PartnerId,
        partnership::{Event, Unchanged},
    },
    store::{
        StoreError,
        activity::{self, Activity, ActivityKind},
        entity::{partner, partnership},
    },
};

impl ResellerManager {
    /// `None`: not a reseller of this provider, and never was one.
    pub async fn suspend(
        &self,
        reseller: PartnerId,
    ) -> Result<Option<Result<(), Unchanged>>, StoreError> {
        self.write(async |tx| self.change(tx, reseller, Event::Suspend).await).await
    }

    /// `None`: not a reseller of this provider, and never was one.
    pub async fn resume(
        &self,
        reseller: PartnerId,
    ) -> Result<Option<Result<(), Unchanged>>, StoreError> {
        self.write(async |tx| self.change(tx, reseller, Event::Resume).await).await
    }

    async fn change(
        &self,
        tx: &DatabaseTransaction,
        reseller: PartnerId,
        event: Event,
    ) -> Result<Option<Result<(), Unchanged>>, StoreError> {
        let found = partnership::Entity::find_by_id((self.id(), reseller));
        let Some(row) = found.lock_exclusive().all(tx).await?.pop() else { return Ok(None) };
        let becomes = match row.standing().after(event) {
            Ok(becomes) => becomes,
            Err(unchanged) => return Ok(Some(Err(unchanged))),
        };
        let mut row = row.into_active_model();
        row.suspended_at = Set(becomes.suspended.then(|| self.now()));
        row.update(tx).await?;
        let kind = if becomes.suspended {
            ActivityKind::ResellerSuspended
        } else {
            ActivityKind::ResellerResumed
        };
        let mut line = self.activity_with(kind, reseller);
        line.arguments = serde_json::json!({ "reseller": name_of(tx, reseller).await? });
        activity::record(tx, line).await?;
        Ok(Some(Ok(())))
    }
}

impl PartnerStore {
    /// A line by the acting person about another partner.
    pub(super) fn activity_with(&self, kind: ActivityKind, other: PartnerId) -> Activity {
        Activity { other_partner: Some(other), ..self.own_activity(kind) }
    }
}

/// As the log keeps it.
pub(super) async fn name_of(tx: &DatabaseTransaction, id: PartnerId) -> Result<String, StoreError> {
    let row = partner::Entity::find_by_id(id).all(tx).await?.pop();
    Ok(row.map(|row| row.name).unwrap_or_default())
}
