//! Ending a relationship with a customer from the partner's side (`docs/domain.md` rules 18 and 19): one transaction with
//! everything that comes of it.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, DerivePartialModel,
    EntityTrait, IntoActiveModel, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait, Select,
};

use super::{PartnerStore, RelationshipEnder, subscriptions::ProductName};
use crate::{
    domain::{
        ids::{CustomerId, SubscriptionId},
        relationship::{DelegatedAdmin, End, Event, Relationship, Unchanged},
        subscription::SubscriptionStatus,
    },
    store::{
        StoreError,
        activity::{self, ActivityKind},
        entity::{customer, relationship, subscription},
        invitation,
        returning::{Ended, Returned, hand_back_those, lock_concerned},
    },
};

/// The partner's own relationship with one customer.
#[derive(Clone, Debug)]
pub struct OwnRelationship {
    pub customer: CustomerId,
    pub name: String,
    pub domain: String,
    pub relationship: Relationship,
}

/// A live subscription that this partner sold: it cannot leave the customer before that has ended (rule 18).
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
pub struct Blocker {
    pub id: SubscriptionId,
    pub nickname: Option<String>,
    pub status: SubscriptionStatus,
    #[sea_orm(nested)]
    pub product: ProductName,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelationshipEnded {
    Now {
        /// How many subscriptions went back to their providers.
        returned: usize,
    },
    AlreadySo,
    /// Nothing was done: it sells live subscriptions to the customer.
    Blocked,
    /// Nothing was done: the number of subscriptions is another one now.
    Meanwhile,
}

impl PartnerStore {
    /// `None`: there is no relationship with that customer, and never was one.
    pub async fn own_relationship(
        &self,
        customer: CustomerId,
    ) -> Result<Option<OwnRelationship>, StoreError> {
        let own = relationship::Entity::find_by_id((self.partner, customer));
        let own = own.find_also_related(customer::Entity).all(self.scope.db.reader()).await?.pop();
        let Some((row, Some(customer))) = own else { return Ok(None) };
        let relationship = row.standing();
        let customer::Model { id, name, domain, .. } = customer;
        Ok(Some(OwnRelationship { customer: id, name, domain, relationship }))
    }

    /// By product.
    pub async fn blockers(&self, customer: CustomerId) -> Result<Vec<Blocker>, StoreError> {
        let rows = self
            .sold_live(customer)
            .join(JoinType::InnerJoin, subscription::Relation::Product.def())
            .order_by_asc(subscription::Column::SortKey)
            .order_by_asc(subscription::Column::Id)
            .into_partial_model()
            .all(self.scope.db.reader())
            .await?;
        Ok(rows)
    }

    fn sold_live(&self, customer: CustomerId) -> Select<subscription::Entity> {
        subscription::Entity::find()
            .filter(subscription::Column::ProviderId.eq(self.partner))
            .filter(subscription::Column::CustomerId.eq(customer))
            .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE))
    }
}

impl RelationshipEnder {
    /// `seen`: how many subscriptions would go back, as it was shown. `None`: there is no relationship with that customer,
    /// and never was one.
    pub async fn end_relationship(
        &self,
        customer: CustomerId,
        seen: u64,
    ) -> Result<Option<RelationshipEnded>, StoreError> {
        self.write(async |tx| self.end_in(tx, customer, seen).await).await
    }

    async fn end_in(
        &self,
        tx: &DatabaseTransaction,
        customer: CustomerId,
        seen: u64,
    ) -> Result<Option<RelationshipEnded>, StoreError> {
        let own = relationship::Entity::find_by_id((self.id(), customer));
        let Some(row) = own.lock_exclusive().all(tx).await?.pop() else { return Ok(None) };
        let live_subscriptions_sold = self.sold_live(customer).count(tx).await?;
        let becomes = match row.standing().after(Event::End(End { live_subscriptions_sold })) {
            Ok(becomes) => becomes,
            Err(Unchanged::SellsLiveSubscriptions) => return Ok(Some(RelationshipEnded::Blocked)),
            Err(_) => return Ok(Some(RelationshipEnded::AlreadySo)),
        };
        let ended = Ended::Relationship(customer);
        let concerned = lock_concerned(tx, self.id(), ended).await?;
        if u64::try_from(concerned.len()) != Ok(seen) {
            return Ok(Some(RelationshipEnded::Meanwhile));
        }
        let returned =
            hand_back_those(tx, &concerned, self.id(), ended, None, self.author()).await?;
        self.end(tx, row, becomes).await?;
        invitation::withdraw_of_partner(tx, self.id(), customer).await?;
        self.record_relationship_end(tx, customer, &returned).await?;
        Ok(Some(RelationshipEnded::Now { returned: returned.total() }))
    }

    async fn end(
        &self,
        tx: &DatabaseTransaction,
        row: relationship::Model,
        becomes: Relationship,
    ) -> Result<(), StoreError> {
        let mut row = row.into_active_model();
        row.state = Set(becomes.state);
        row.delegated_admin = Set(becomes.delegated_admin != DelegatedAdmin::NotGiven);
        row.delegated_admin_until = Set(None);
        row.ended_at = Set(Some(self.now()));
        row.ended_by_customer = Set(false);
        row.update(tx).await?;
        Ok(())
    }

    async fn record_relationship_end(
        &self,
        tx: &DatabaseTransaction,
        id: CustomerId,
        returned: &Returned,
    ) -> Result<(), StoreError> {
        let customer = customer::Entity::find_by_id(id).all(tx).await?.pop();
        let mut line = self.activity(ActivityKind::RelationshipEnded, id);
        line.arguments = serde_json::json!({
            "customer": customer.map(|customer| customer.name),
            "partner": self.organisation().name,
            "subscriptions": returned.total(),
        });
        activity::record(tx, line).await
    }
}
