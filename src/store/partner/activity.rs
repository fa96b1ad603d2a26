//! A partner's activity log.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, QueryFilter};

use super::PartnerStore;
use crate::{
    domain::{
        change::Reference,
        ids::{ActivityId, ChangeId},
    },
    store::{
        ActivityFilter, ActivityLine, Position, Slice, StoreError,
        activity_log::{self, Reader},
        entity::change,
    },
};

impl PartnerStore {
    /// What its own people did and what others did that concerns it, the newest first.
    pub async fn activity_log(
        &self,
        filter: &ActivityFilter,
        position: Position<ActivityId>,
    ) -> Result<Slice<ActivityLine, ActivityId>, StoreError> {
        activity_log::page(&self.scope, Reader::Partner(self.id()), filter, position).await
    }

    /// The newest `most` lines of it.
    pub async fn newest_activity(
        &self,
        filter: &ActivityFilter,
        most: u64,
    ) -> Result<Vec<ActivityLine>, StoreError> {
        activity_log::newest(&self.scope, Reader::Partner(self.id()), filter, most).await
    }

    /// The changes with these references, of subscriptions that this provider sold: each has a page to review it.
    pub async fn changes_by_reference(
        &self,
        references: impl IntoIterator<Item = Reference>,
    ) -> Result<BTreeMap<String, ChangeId>, StoreError> {
        let rows = self
            .own_changes()
            .filter(change::Column::Reference.is_in(references))
            .all(self.scope.db.reader())
            .await?;
        Ok(rows.into_iter().map(|row| (row.reference.to_string(), row.id)).collect())
    }
}
