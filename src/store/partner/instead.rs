//! Another reseller in place of one that leaves, where the provider itself ends the partnership (`docs/domain.md` rule 11):
//! for how many of the subscriptions each would do, and why not for the rest.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};
use time::Date;

use super::{PartnerStore, partnerships::unsigned};
use crate::{
    domain::{
        ids::{CustomerId, PartnerId},
        partnership::Partnership,
        relationship::{DelegatedAdmin, Relationship, RelationshipState},
        support_contact::{Requested, Standing, Unavailable},
    },
    store::{
        StoreError,
        entity::{customer, relationship},
        returning::Instead,
    },
};

/// One of the provider's other resellers that could take over.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub id: PartnerId,
    pub name: String,
    pub mpn_id: String,
    /// For how many of the subscriptions it could be chosen.
    pub works: u64,
    /// Why not for the others, and for how many: these go back to the provider.
    pub reasons: BTreeMap<Unavailable, u64>,
}

/// Subscriptions whose customers one candidate serves alike, but for the customers' time zone.
#[derive(FromQueryResult)]
struct Alike {
    id: PartnerId,
    name: String,
    mpn_id: String,
    time_zone: String,
    delegated_admin: bool,
    delegated_admin_until: Option<Date>,
    subscriptions: i64,
}

/// $1 the provider, $2 the reseller that leaves. Who has no relationship with any of the customers is not among them.
const ALIKE: &str = "
    SELECT partners.id, partners.name, partners.mpn_id, customers.time_zone, relationships.delegated_admin,
           relationships.delegated_admin_until, COUNT(*) AS subscriptions
    FROM subscriptions
    JOIN customers ON customers.id = subscriptions.customer_id
    JOIN relationships ON relationships.customer_id = subscriptions.customer_id AND relationships.state = 'active'
    JOIN partnerships ON partnerships.provider_id = $1 AND partnerships.reseller_id = relationships.partner_id
         AND partnerships.state = 'active' AND partnerships.suspended_at IS NULL
    JOIN partners ON partners.id = relationships.partner_id
    WHERE subscriptions.provider_id = $1 AND subscriptions.support_reseller_id = $2
      AND subscriptions.status IN ('active', 'pending', 'suspended') AND relationships.partner_id <> $2
    GROUP BY partners.id, partners.name, partners.mpn_id, partners.sort_key, customers.time_zone,
             relationships.delegated_admin, relationships.delegated_admin_until
    ORDER BY partners.sort_key, partners.id";

impl PartnerStore {
    /// Those that would do for most first. `subscriptions`: how many the one that leaves has.
    pub async fn candidates(
        &self,
        leaving: PartnerId,
        subscriptions: u64,
    ) -> Result<Vec<Candidate>, StoreError> {
        let reader = self.scope.db.reader();
        let values = [self.partner.into(), leaving.into()];
        let alike = Statement::from_sql_and_values(reader.get_database_backend(), ALIKE, values);
        let mut candidates: Vec<Candidate> = Vec::new();
        for alike in Alike::find_by_statement(alike).all(reader).await? {
            let reasons = self.reasons_there(alike.delegated_admin(), &alike.time_zone);
            let count = unsigned(alike.subscriptions);
            if candidates.last().is_none_or(|last| last.id != alike.id) {
                candidates.push(alike.into());
            }
            let Some(candidate) = candidates.last_mut() else { continue };
            candidate.count(&reasons, count);
        }
        for candidate in &mut candidates {
            candidate.count_unrelated(subscriptions);
        }
        candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.works));
        Ok(candidates)
    }

    /// The reseller with the customers among those of `concerned` for whom it can be chosen. Its partnership is locked and
    /// active; its relationships stay as they are until the transaction ends.
    pub(super) async fn instead(
        &self,
        tx: &DatabaseTransaction,
        reseller: PartnerId,
        customers: BTreeSet<CustomerId>,
    ) -> Result<Instead, StoreError> {
        let mut works = BTreeSet::new();
        let customers: Vec<_> = customers.into_iter().collect();
        for customers in customers.chunks(CHUNK) {
            let zones = self.zones_of(tx, customers).await?;
            let rows = relationship::Entity::find()
                .filter(relationship::Column::PartnerId.eq(reseller))
                .filter(relationship::Column::CustomerId.is_in(customers.iter().copied()))
                .filter(relationship::Column::State.eq(RelationshipState::Active))
                .order_by_asc(relationship::Column::CustomerId)
                .lock_shared()
                .all(tx)
                .await?;
            works.extend(rows.iter().filter_map(|row| {
                let zone = zones.get(&row.customer_id)?;
                let reasons = self.reasons_there(row.standing().delegated_admin, zone);
                reasons.is_empty().then_some(row.customer_id)
            }));
        }
        Ok(Instead { reseller, customers: works })
    }

    async fn zones_of(
        &self,
        tx: &DatabaseTransaction,
        customers: &[CustomerId],
    ) -> Result<BTreeMap<CustomerId, String>, StoreError> {
        let zones = customer::Entity::find()
            .select_only()
            .columns([customer::Column::Id, customer::Column::TimeZone])
            .filter(customer::Column::Id.is_in(customers.iter().copied()))
            .into_tuple::<(CustomerId, String)>();
        Ok(zones.all(tx).await?.into_iter().collect())
    }

    /// For a reseller with an active partnership and an active relationship.
    fn reasons_there(&self, delegated_admin: DelegatedAdmin, time_zone: &str) -> Vec<Unavailable> {
        let relationship = Relationship { state: RelationshipState::Active, delegated_admin };
        let standing = Standing {
            partnership: Some(Partnership::ACTIVE),
            relationship: Some(relationship),
            requested: Requested::default(),
        };
        standing.reasons(self.terms(time_zone))
    }
}

/// Ids a statement: SQLite takes 32,766 values, PostgreSQL 65,535.
const CHUNK: usize = 10_000;

impl Alike {
    fn delegated_admin(&self) -> DelegatedAdmin {
        DelegatedAdmin::from_columns(self.delegated_admin, self.delegated_admin_until)
    }
}

impl From<Alike> for Candidate {
    fn from(alike: Alike) -> Self {
        let Alike { id, name, mpn_id, .. } = alike;
        Self { id, name, mpn_id, works: 0, reasons: BTreeMap::new() }
    }
}

impl Candidate {
    fn count(&mut self, reasons: &[Unavailable], subscriptions: u64) {
        if reasons.is_empty() {
            self.works += subscriptions;
        }
        for reason in reasons {
            *self.reasons.entry(*reason).or_default() += subscriptions;
        }
    }

    /// Those of customers with whom it has no relationship: all that have not been counted. With an active relationship
    /// there is at most one reason.
    fn count_unrelated(&mut self, subscriptions: u64) {
        let counted = self.works + self.reasons.values().sum::<u64>();
        let unrelated = subscriptions.saturating_sub(counted);
        if unrelated > 0 {
            self.reasons.insert(Unavailable::NoRelationship, unrelated);
        }
    }
}
