//! Ending a partnership, from either side (`docs/domain.md` rule 11): one transaction with everything that comes of it.

use std::collections::BTreeSet;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use time::OffsetDateTime;

use super::{PartnerStore, ProviderLeaver, ResellerManager, suspension::name_of};
use crate::{
    domain::{
        ids::{CustomerId, PartnerId},
        partnership::{Event, Partnership},
        request::RequestState,
        subscription::SubscriptionStatus,
    },
    store::{
        StoreError,
        activity::{self, ActivityKind},
        entity::{partnership, request, subscription},
        returning::{Author, Ended, Instead, Returned, hand_back_those, lock_concerned},
    },
};

/// What somebody was shown when they confirmed: if it is not so any more, they are shown what is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub subscriptions: u64,
    /// The other reseller that they chose; `None`: all go back to the provider.
    pub instead: Option<SeenInstead>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeenInstead {
    pub reseller: PartnerId,
    /// For how many of the subscriptions it could be chosen.
    pub works: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnershipEnded {
    Now {
        to_provider: usize,
        to_other_reseller: usize,
    },
    AlreadySo,
    /// Nothing was done: the numbers are other ones now, or the chosen reseller cannot be chosen any more.
    Meanwhile,
}

/// The two sides.
#[derive(Clone, Copy)]
struct Pair {
    provider: PartnerId,
    reseller: PartnerId,
}

impl ResellerManager {
    /// The provider ends it. `None`: not a reseller of this provider, and never was one.
    pub async fn end_partnership(
        &self,
        reseller: PartnerId,
        seen: Seen,
    ) -> Result<Option<PartnershipEnded>, StoreError> {
        let pair = Pair { provider: self.id(), reseller };
        self.write(async |tx| self.end_in(tx, pair, seen).await).await
    }
}

impl ProviderLeaver {
    /// The reseller ends it; whom its subscriptions go to is for the provider to say, so `seen` names nobody instead.
    /// `None`: not a provider of this reseller, and never was one.
    pub async fn end_partnership(
        &self,
        provider: PartnerId,
        subscriptions: u64,
    ) -> Result<Option<PartnershipEnded>, StoreError> {
        let pair = Pair { provider, reseller: self.id() };
        let seen = Seen { subscriptions, instead: None };
        self.write(async |tx| self.end_in(tx, pair, seen).await).await
    }
}

impl PartnerStore {
    async fn end_in(
        &self,
        tx: &DatabaseTransaction,
        pair: Pair,
        seen: Seen,
    ) -> Result<Option<PartnershipEnded>, StoreError> {
        lock_requests(tx, pair).await?;
        let instead = seen.instead.map(|instead| instead.reseller);
        let mut rows = lock_partnerships(tx, pair, instead).await?;
        let own = rows.iter().position(|row| row.reseller_id == pair.reseller);
        let Some(row) = own.map(|place| rows.remove(place)) else { return Ok(None) };
        let Ok(becomes) = row.standing().after(Event::End) else {
            return Ok(Some(PartnershipEnded::AlreadySo));
        };
        let takes_over = rows.iter().any(|other| other.standing() == Partnership::ACTIVE);
        if instead.is_some() && !takes_over {
            return Ok(Some(PartnershipEnded::Meanwhile));
        }
        let ended = Ended::Partnership(pair.provider);
        let instead = match instead {
            Some(other) => Some(self.instead(tx, other, pair.customers(tx).await?).await?),
            None => None,
        };
        let concerned = lock_concerned(tx, pair.reseller, ended).await?;
        if !seen.still_holds(&concerned, instead.as_ref()) {
            return Ok(Some(PartnershipEnded::Meanwhile));
        }
        let (instead, by) = (instead.as_ref(), self.author());
        let returned = hand_back_those(tx, &concerned, pair.reseller, ended, instead, by).await?;
        end(tx, row, becomes, self).await?;
        let revoked = revoke_requests(tx, pair, self.now()).await?;
        self.record_partnership_end(tx, pair, instead, &returned, revoked).await?;
        Ok(Some(PartnershipEnded::Now {
            to_provider: returned.to_provider.values().sum(),
            to_other_reseller: returned.to_other_reseller,
        }))
    }

    async fn record_partnership_end(
        &self,
        tx: &DatabaseTransaction,
        pair: Pair,
        instead: Option<&Instead>,
        returned: &Returned,
        revoked: u64,
    ) -> Result<(), StoreError> {
        let other = if self.id() == pair.provider { pair.reseller } else { pair.provider };
        let instead = match instead {
            Some(instead) => Some(name_of(tx, instead.reseller).await?),
            None => None,
        };
        let mut line = self.activity_with(ActivityKind::PartnershipEnded, other);
        line.arguments = serde_json::json!({
            "partner": name_of(tx, pair.provider).await?,
            "reseller": name_of(tx, pair.reseller).await?,
            "subscriptions": returned.total(),
            "instead": instead,
            "to_instead": returned.to_other_reseller,
            "requests_revoked": revoked,
        });
        activity::record(tx, line).await
    }

    pub(super) fn author(&self) -> Author {
        let (user, partner) = (self.scope.user, Some(self.partner));
        Author { user, partner, customer: None, at: self.now() }
    }
}

impl Pair {
    /// Whose live subscriptions name the reseller. Relationships are locked before subscriptions, so these are read first;
    /// none can be added any more, since the partnership is locked.
    async fn customers(self, tx: &DatabaseTransaction) -> Result<BTreeSet<CustomerId>, StoreError> {
        let customers = subscription::Entity::find()
            .select_only()
            .distinct()
            .column(subscription::Column::CustomerId)
            .filter(subscription::Column::ProviderId.eq(self.provider))
            .filter(subscription::Column::SupportResellerId.eq(self.reseller))
            .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE))
            .into_tuple::<CustomerId>();
        Ok(customers.all(tx).await?.into_iter().collect())
    }
}

impl Seen {
    fn still_holds(&self, concerned: &[subscription::Model], instead: Option<&Instead>) -> bool {
        let is_so = |seen: u64, count: usize| u64::try_from(count) == Ok(seen);
        let works = instead.map(|instead| {
            concerned.iter().filter(|row| instead.customers.contains(&row.customer_id)).count()
        });
        let seen_works = self.instead.map(|instead| instead.works);
        is_so(self.subscriptions, concerned.len())
            && seen_works.zip(works).is_none_or(|(seen, works)| is_so(seen, works))
    }
}

/// What the provider has asked customers for on the reseller's behalf, locked before the partnership: that is the order of
/// the house.
async fn lock_requests(tx: &DatabaseTransaction, pair: Pair) -> Result<(), StoreError> {
    let open = request::Entity::find()
        .filter(request::Column::FromPartner.eq(pair.provider))
        .filter(request::Column::ForReseller.eq(pair.reseller))
        .filter(request::Column::State.eq(RequestState::Open))
        .order_by_asc(request::Column::Id);
    open.lock_exclusive().all(tx).await?;
    Ok(())
}

/// Also those that were made between the two locks: none can follow once the partnership has ended.
async fn revoke_requests(
    tx: &DatabaseTransaction,
    pair: Pair,
    now: OffsetDateTime,
) -> Result<u64, StoreError> {
    let revoked = request::Entity::update_many()
        .col_expr(request::Column::State, Expr::value(RequestState::Revoked))
        .col_expr(request::Column::AnsweredAt, Expr::value(now))
        .filter(request::Column::FromPartner.eq(pair.provider))
        .filter(request::Column::ForReseller.eq(pair.reseller))
        .filter(request::Column::State.eq(RequestState::Open))
        .exec(tx)
        .await?;
    Ok(revoked.rows_affected)
}

/// The one that ends, and that of the reseller which takes over: in the order of their resellers, so that two who end two
/// partnerships in favour of each other never wait for one another.
async fn lock_partnerships(
    tx: &DatabaseTransaction,
    pair: Pair,
    instead: Option<PartnerId>,
) -> Result<Vec<partnership::Model>, StoreError> {
    let resellers = [pair.reseller].into_iter().chain(instead);
    let rows = partnership::Entity::find()
        .filter(partnership::Column::ProviderId.eq(pair.provider))
        .filter(partnership::Column::ResellerId.is_in(resellers))
        .order_by_asc(partnership::Column::ResellerId)
        .lock_exclusive()
        .all(tx)
        .await?;
    Ok(rows)
}

async fn end(
    tx: &DatabaseTransaction,
    row: partnership::Model,
    becomes: Partnership,
    by: &PartnerStore,
) -> Result<(), StoreError> {
    let mut row = row.into_active_model();
    row.state = Set(becomes.state);
    row.suspended_at = Set(None);
    row.ended_at = Set(Some(by.now()));
    row.update(tx).await?;
    Ok(())
}
