//! What a partner's home page counts.

use sea_orm::PaginatorTrait;

use super::{ContactFilter, PartnerStore, SubscriptionFilter};
use crate::store::StoreError;

/// Numbers with a list behind each, which shows as many.
#[derive(Clone, Copy, Debug)]
pub struct Overview {
    pub customers: u64,
    pub subscriptions: u64,
    /// Live subscriptions whose contact nobody has decided; 0 for who cannot decide any.
    pub undecided: u64,
}

impl PartnerStore {
    pub async fn overview(&self) -> Result<Overview, StoreError> {
        let reader = self.scope.db.reader();
        let all = SubscriptionFilter::default();
        let undecided = SubscriptionFilter {
            contact: Some(ContactFilter::Undecided),
            ..SubscriptionFilter::default()
        };
        Ok(Overview {
            customers: self.active_relationships(None).count(reader).await?,
            subscriptions: self.filtered(&all).count(reader).await?,
            undecided: if self.kind.is_provider() {
                self.filtered(&undecided).count(reader).await?
            } else {
                0
            },
        })
    }
}
