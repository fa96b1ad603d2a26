//! A customer's activity log: what its own people did, and what partners did that concerns it.

use super::CustomerAdmin;
use crate::{
    domain::ids::ActivityId,
    store::{
        ActivityFilter, ActivityLine, Position, Slice, StoreError,
        activity_log::{self, Reader},
    },
};

impl CustomerAdmin {
    /// The newest first.
    pub async fn activity_log(
        &self,
        filter: &ActivityFilter,
        position: Position<ActivityId>,
    ) -> Result<Slice<ActivityLine, ActivityId>, StoreError> {
        activity_log::page(&self.scope, Reader::Customer(self.customer), filter, position).await
    }

    /// The newest `most` lines of it.
    pub async fn newest_activity(
        &self,
        filter: &ActivityFilter,
        most: u64,
    ) -> Result<Vec<ActivityLine>, StoreError> {
        activity_log::newest(&self.scope, Reader::Customer(self.customer), filter, most).await
    }
}
