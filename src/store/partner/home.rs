//! What a partner's home page counts.

use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter};

use super::{ContactFilter, PartnerStore, SubscriptionFilter};
use crate::{
    domain::subscription::SubscriptionStatus,
    store::{StoreError, entity::subscription},
};

/// Numbers with a list behind each.
#[derive(Clone, Copy, Debug)]
pub struct Overview {
    pub customers: u64,
    /// Live ones.
    pub subscriptions: u64,
    /// Live subscriptions whose contact nobody has decided; 0 for who cannot decide any.
    pub undecided: u64,
}

impl PartnerStore {
    pub async fn overview(&self) -> Result<Overview, StoreError> {
        let reader = self.scope.db.reader();
        let live = self
            .visible_subscriptions()
            .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE));
        let undecided = SubscriptionFilter {
            contact: Some(ContactFilter::Undecided),
            ..SubscriptionFilter::default()
        };
        Ok(Overview {
            customers: self.active_relationships(None).count(reader).await?,
            subscriptions: live.count(reader).await?,
            undecided: if self.kind.is_provider() {
                self.filtered(&undecided).count(reader).await?
            } else {
                0
            },
        })
    }
}
