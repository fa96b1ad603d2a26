//! Subscriptions whose reseller leaves: each goes back to its provider, or to the reseller that the provider chose instead,
//! with a change of its own, all in the transaction that ends the partnership or the relationship (`docs/domain.md` rules
//! 11 and 19).

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use time::OffsetDateTime;

use super::{
    StoreError, counts,
    entity::{change, partner, subscription},
};
use crate::domain::{
    change::{Cause, Reference},
    ids::{ChangeId, CustomerId, PartnerId, SubscriptionId, UserId},
    subscription::SubscriptionStatus,
    support_contact::{Contact, Decision, leave},
};

/// What has come to an end.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ended {
    /// Between this provider and the reseller.
    Partnership(PartnerId),
    /// Between the reseller and this customer.
    Relationship(CustomerId),
}

/// A reseller that its provider chose in place of the one that leaves.
#[derive(Clone, Debug)]
pub(super) struct Instead {
    pub reseller: PartnerId,
    /// The customers for whom it is available now (rule 23).
    pub customers: BTreeSet<CustomerId>,
}

/// Whose hand it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Author {
    pub user: UserId,
    pub partner: Option<PartnerId>,
    pub customer: Option<CustomerId>,
    pub at: OffsetDateTime,
}

/// How many subscriptions have another contact now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Returned {
    /// That went back to this provider.
    pub to_provider: BTreeMap<PartnerId, usize>,
    pub to_other_reseller: usize,
}

impl Returned {
    pub fn total(&self) -> usize {
        self.to_provider.values().sum::<usize>() + self.to_other_reseller
    }
}

/// Rows a statement: SQLite takes 32,766 values, PostgreSQL 65,535.
const CHUNK: usize = 1000;

/// The caller has locked the partnership or the relationship that ends, and what `instead` relies on.
pub(super) async fn hand_back(
    tx: &DatabaseTransaction,
    reseller: PartnerId,
    ended: Ended,
    instead: Option<&Instead>,
    by: Author,
) -> Result<Returned, StoreError> {
    let rows = lock_concerned(tx, reseller, ended).await?;
    hand_back_those(tx, &rows, reseller, ended, instead, by).await
}

/// `rows`: those that [`lock_concerned`] has found and locked.
pub(super) async fn hand_back_those(
    tx: &DatabaseTransaction,
    rows: &[subscription::Model],
    reseller: PartnerId,
    ended: Ended,
    instead: Option<&Instead>,
    by: Author,
) -> Result<Returned, StoreError> {
    let named = Names::of(tx, reseller, instead, rows).await?;
    let mut returned = Returned::default();
    let (mut changes, mut moved) = (Vec::new(), BTreeMap::<_, Vec<SubscriptionId>>::new());
    for row in rows {
        let there = instead.filter(|instead| instead.customers.contains(&row.customer_id));
        let instead = there.map(|instead| instead.reseller);
        let Some(decision) = leave(row.designation(), reseller, instead, cause(ended)) else {
            continue;
        };
        let Decision::Record { contact, decided, cause } = decision else { continue };
        changes.push(named.change(row, contact, decided, cause, by));
        counts::contact_changed(cause);
        moved.entry((contact.reseller(), decided)).or_default().push(row.id);
        match contact {
            Contact::Provider => *returned.to_provider.entry(row.provider_id).or_default() += 1,
            Contact::Reseller(_) => returned.to_other_reseller += 1,
        }
    }
    for ((contact, decided), ids) in moved {
        move_subscriptions(tx, &ids, contact, decided).await?;
    }
    while !changes.is_empty() {
        let rest = changes.split_off(changes.len().min(CHUNK));
        change::Entity::insert_many(changes).exec_without_returning(tx).await?;
        changes = rest;
    }
    Ok(returned)
}

fn cause(ended: Ended) -> Cause {
    match ended {
        Ended::Partnership(_) => Cause::PartnershipEnded,
        Ended::Relationship(_) => Cause::RelationshipEnded,
    }
}

/// The live subscriptions that name the reseller there, locked in the order of their ids, as everybody does who locks
/// several of them. Nobody can add to them any more: the partnership or the relationship is locked.
pub(super) async fn lock_concerned(
    tx: &DatabaseTransaction,
    reseller: PartnerId,
    ended: Ended,
) -> Result<Vec<subscription::Model>, StoreError> {
    let of_the_other_side = match ended {
        Ended::Partnership(provider) => subscription::Column::ProviderId.eq(provider),
        Ended::Relationship(customer) => subscription::Column::CustomerId.eq(customer),
    };
    let rows = subscription::Entity::find()
        .filter(subscription::Column::SupportResellerId.eq(reseller))
        .filter(of_the_other_side)
        .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE))
        .order_by_asc(subscription::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    Ok(rows)
}

async fn move_subscriptions(
    tx: &DatabaseTransaction,
    ids: &[SubscriptionId],
    contact: Option<PartnerId>,
    decided: bool,
) -> Result<(), StoreError> {
    for ids in ids.chunks(CHUNK) {
        subscription::Entity::update_many()
            .col_expr(subscription::Column::SupportResellerId, Expr::value(contact))
            .col_expr(subscription::Column::Decided, Expr::value(decided))
            .col_expr(
                subscription::Column::Version,
                Expr::col(subscription::Column::Version).add(1),
            )
            .filter(subscription::Column::Id.is_in(ids.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Names and partner IDs as the changes keep them: the resellers' and each provider's.
struct Names(BTreeMap<PartnerId, partner::Model>, PartnerId);

impl Names {
    async fn of(
        tx: &DatabaseTransaction,
        leaving: PartnerId,
        instead: Option<&Instead>,
        rows: &[subscription::Model],
    ) -> Result<Self, StoreError> {
        let providers: BTreeSet<_> = rows.iter().map(|row| row.provider_id).collect();
        let instead = instead.map(|instead| instead.reseller);
        let ids = providers.into_iter().chain([leaving]).chain(instead);
        let partners =
            partner::Entity::find().filter(partner::Column::Id.is_in(ids)).all(tx).await?;
        Ok(Self(partners.into_iter().map(|row| (row.id, row)).collect(), leaving))
    }

    fn change(
        &self,
        row: &subscription::Model,
        after: Contact,
        decided: bool,
        cause: Cause,
        by: Author,
    ) -> change::ActiveModel {
        let (before_name, before_mpn_id) = self.named(self.1);
        let (after_name, after_mpn_id) = self.named(after.partner(row.provider_id));
        change::ActiveModel {
            id: Set(ChangeId::new(by.at)),
            reference: Set(Reference::from_random(rand::random())),
            subscription_id: Set(row.id),
            version: Set(row.version + 1),
            before_reseller_id: Set(row.support_reseller_id),
            after_reseller_id: Set(after.reseller()),
            before_name: Set(Some(before_name)),
            before_mpn_id: Set(Some(before_mpn_id)),
            after_name: Set(after_name),
            after_mpn_id: Set(after_mpn_id),
            cause: Set(cause),
            decided: Set(decided),
            undoes: Set(None),
            batch_id: Set(None),
            import_id: Set(None),
            by_user: Set(Some(by.user)),
            by_partner: Set(by.partner),
            by_customer: Set(by.customer),
            at: Set(by.at),
        }
    }

    fn named(&self, partner: PartnerId) -> (String, String) {
        let row = self.0.get(&partner);
        row.map(|row| (row.name.clone(), row.mpn_id.clone())).unwrap_or_default()
    }
}
