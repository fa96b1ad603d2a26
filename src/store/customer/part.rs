//! A customer takes back what it has given a partner: delegated admin, or the relationship (`docs/domain.md` rules 15, 19,
//! 20 and 27).

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use super::CustomerAdmin;
use crate::{
    domain::{
        ids::PartnerId,
        relationship::{End, Event, Relationship, Unchanged},
        request::{RequestKind, RequestState},
    },
    store::{
        StoreError,
        activity::{self, ActivityKind},
        entity::{partner, relationship, request, subscription},
        invitation,
        returning::{Author, Ended, Returned, hand_back},
    },
};

/// What has been taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parted {
    DelegatedAdminRevoked,
    /// And so many products have gone back to who sold them.
    Ended {
        returned: usize,
    },
    /// Nothing was there to take back.
    AlreadySo,
}

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotPart {
    /// The partner sold live subscriptions (rule 20).
    SellsLiveSubscriptions,
}

impl CustomerAdmin {
    /// The relationship stays, and so does every designation; its provider is warned (rules 15 and 27). `None`: not a
    /// partner of this customer.
    pub async fn revoke_delegated_admin(
        &self,
        partner: PartnerId,
    ) -> Result<Option<Parted>, StoreError> {
        self.write(async |tx| {
            let Some(row) = self.lock_relationship(tx, partner).await? else { return Ok(None) };
            let Ok(after) = row.standing().after(Event::RevokeDelegatedAdmin) else {
                return Ok(Some(Parted::AlreadySo));
            };
            save(tx, self.active_model(&row, after)).await?;
            self.record_parting(tx, ActivityKind::DelegatedAdminRevoked, partner, None).await?;
            Ok(Some(Parted::DelegatedAdminRevoked))
        })
        .await
    }

    /// Its privileges end, what it supports goes back to who sold it, and what it still asks for is void (rule 19). `None`:
    /// not a partner of this customer.
    pub async fn end_relationship(
        &self,
        partner: PartnerId,
    ) -> Result<Option<Result<Parted, CannotPart>>, StoreError> {
        self.write(async |tx| {
            let asked = self.lock_asked_privileges(tx, partner).await?;
            let Some(row) = self.lock_relationship(tx, partner).await? else { return Ok(None) };
            let sold =
                self.live_subscriptions().filter(subscription::Column::ProviderId.eq(partner));
            let end = End { live_subscriptions_sold: sold.count(tx).await? };
            let after = match row.standing().after(Event::End(end)) {
                Ok(after) => after,
                Err(Unchanged::SellsLiveSubscriptions) => {
                    return Ok(Some(Err(CannotPart::SellsLiveSubscriptions)));
                }
                Err(_) => return Ok(Some(Ok(Parted::AlreadySo))),
            };
            let ended = relationship::ActiveModel {
                ended_at: Set(Some(self.now())),
                ended_by_customer: Set(true),
                ..self.active_model(&row, after)
            };
            let returned =
                hand_back(tx, partner, Ended::Relationship(self.customer), None, self.author())
                    .await?;
            save(tx, ended).await?;
            self.void(tx, asked).await?;
            invitation::withdraw_of_partner(tx, partner, self.customer).await?;
            let kind = ActivityKind::RelationshipEnded;
            self.record_parting(tx, kind, partner, Some(&returned)).await?;
            Ok(Some(Ok(Parted::Ended { returned: returned.total() })))
        })
        .await
    }

    /// Nobody assigns this partner here until the transaction ends: who assigns relies on the same row.
    async fn lock_relationship(
        &self,
        tx: &DatabaseTransaction,
        partner: PartnerId,
    ) -> Result<Option<relationship::Model>, StoreError> {
        let found = self.relationships().filter(relationship::Column::PartnerId.eq(partner));
        Ok(found.lock_exclusive().all(tx).await?.pop())
    }

    /// Open requests for privileges that are to be this partner's.
    async fn lock_asked_privileges(
        &self,
        tx: &DatabaseTransaction,
        partner: PartnerId,
    ) -> Result<Vec<request::Model>, StoreError> {
        let own = request::Column::ForReseller.is_null();
        let own = own.and(request::Column::FromPartner.eq(partner));
        let open = self
            .received()
            .filter(request::Column::Kind.eq(RequestKind::DelegatedAdmin))
            .filter(request::Column::State.eq(RequestState::Open))
            .filter(request::Column::ForReseller.eq(partner).or(own));
        Ok(open.lock_exclusive().all(tx).await?)
    }

    async fn void(
        &self,
        tx: &DatabaseTransaction,
        asked: Vec<request::Model>,
    ) -> Result<(), StoreError> {
        if asked.is_empty() {
            return Ok(());
        }
        request::Entity::update_many()
            .col_expr(request::Column::State, Expr::value(RequestState::Revoked))
            .col_expr(request::Column::AnsweredAt, Expr::value(self.now()))
            .filter(request::Column::Id.is_in(asked.into_iter().map(|row| row.id)))
            .exec(tx)
            .await?;
        Ok(())
    }

    fn active_model(
        &self,
        row: &relationship::Model,
        after: Relationship,
    ) -> relationship::ActiveModel {
        let (delegated_admin, delegated_admin_until) = after.delegated_admin.columns();
        relationship::ActiveModel {
            partner_id: Set(row.partner_id),
            customer_id: Set(self.customer),
            state: Set(after.state),
            delegated_admin: Set(delegated_admin),
            delegated_admin_until: Set(delegated_admin_until),
            ..Default::default()
        }
    }

    fn author(&self) -> Author {
        Author {
            user: self.scope.user,
            partner: None,
            customer: Some(self.customer),
            at: self.now(),
        }
    }

    async fn record_parting(
        &self,
        tx: &DatabaseTransaction,
        kind: ActivityKind,
        partner: PartnerId,
        returned: Option<&Returned>,
    ) -> Result<(), StoreError> {
        let named = partner::Entity::find_by_id(partner).all(tx).await?.pop();
        let mut line = self.activity(kind);
        line.partner = Some(partner);
        line.arguments = serde_json::json!({
            "customer": self.organisation.name,
            "partner": named.map(|row| row.name),
            "subscriptions": returned.map(Returned::total),
        });
        activity::record(tx, line).await
    }
}

async fn save(tx: &DatabaseTransaction, row: relationship::ActiveModel) -> Result<(), StoreError> {
    row.update(tx).await?;
    Ok(())
}
