//! The customers that a partner serves.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, Condition, DerivePartialModel, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QuerySelect, RelationTrait, Select, sea_query::LikeExpr,
};
use time::{Date, OffsetDateTime};

use super::{KnownReseller, PartnerStore, SubscriptionLine};
use crate::{
    domain::{
        ids::{CustomerId, PartnerId},
        relationship::RelationshipState,
        subscription::SubscriptionStatus,
    },
    locale::like_pattern,
    store::{
        Position, Slice, StoreError,
        entity::{change, customer, partner, relationship, subscription},
        joins::with_latest_change,
        listing::Bound,
    },
};

/// One customer in the list, with who supports it.
#[derive(Clone, Debug)]
pub struct CustomerLine {
    pub id: CustomerId,
    pub name: String,
    pub domain: String,
    /// The contacts of its live subscriptions, those of most first; `None` stands for the partner itself.
    pub contacts: Vec<ContactOfLine>,
    /// How many live subscriptions this partner sees.
    pub subscriptions: usize,
    /// Among them, those that nobody has decided.
    pub undecided: usize,
    /// When a contact was last changed.
    pub changed: Option<OffsetDateTime>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactOfLine {
    pub name: String,
    pub subscriptions: usize,
}

/// One customer with its subscriptions.
#[derive(Clone, Debug)]
pub struct CustomerPage {
    pub id: CustomerId,
    pub name: String,
    pub domain: String,
    pub country: Option<String>,
    /// `None`: a subscription names this reseller, but the customer does not know it.
    pub relationship: Option<RelationshipOfPage>,
    pub subscriptions: Vec<SubscriptionLine>,
    /// Those tied to it, for a provider; a reseller is not told about others.
    pub resellers: Vec<KnownReseller>,
    /// How many the provider has besides.
    pub other_resellers: usize,
}

/// The partner's own relationship with the customer.
#[derive(Clone, Debug)]
pub struct RelationshipOfPage {
    pub since: OffsetDateTime,
    pub state: RelationshipState,
    pub delegated_admin: bool,
    pub delegated_admin_until: Option<Date>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "relationship::Entity")]
struct RelationshipRow {
    since: OffsetDateTime,
    state: RelationshipState,
    delegated_admin: bool,
    delegated_admin_until: Option<Date>,
    #[sea_orm(nested)]
    customer: CustomerRow,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "customer::Entity")]
struct CustomerRow {
    id: CustomerId,
    name: String,
    domain: String,
    country: Option<String>,
    time_zone: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
struct ContactRow {
    customer_id: CustomerId,
    decided: bool,
    #[sea_orm(nested, alias = "provider")]
    provider: PartnerName,
    #[sea_orm(nested, alias = "reseller")]
    reseller: Option<PartnerName>,
    #[sea_orm(nested, alias = "latest")]
    latest: ChangedAt,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct PartnerName {
    id: PartnerId,
    name: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "change::Entity")]
struct ChangedAt {
    at: OffsetDateTime,
}

impl PartnerStore {
    /// Those with an active relationship, by name. `q`: words, each a part of the name or the domain.
    pub async fn customers(
        &self,
        q: Option<&str>,
        position: Position<CustomerId>,
    ) -> Result<Slice<CustomerLine, CustomerId>, StoreError> {
        let reader = self.scope.db.reader();
        let total = self.active_relationships(q).count(reader).await?;
        let mut bound = position.at(self.place_of_customer(position).await?);
        let page = async |bound: &Bound<CustomerId>| {
            let list = self.active_relationships(q);
            let (key, id) = (relationship::Column::SortKey, relationship::Column::CustomerId);
            bound.page(list, key, id).into_partial_model::<RelationshipRow>().all(reader).await
        };
        let rows = bound.rows(page).await?;
        let slice = bound.slice(rows, total, |row| row.customer.id, position);
        let contacts = self.contacts_of(slice.rows.iter().map(|row| row.customer.id)).await?;
        Ok(slice.map(|row| line(row, &contacts)))
    }

    /// One with a relationship, active or ended, or with a subscription that this partner sees.
    pub async fn customer(&self, id: CustomerId) -> Result<Option<CustomerPage>, StoreError> {
        let Some((customer, relationship)) = self.found_customer(id).await? else {
            return Ok(None);
        };
        let known = if self.kind.is_provider() {
            self.resellers_known_at(id, &customer.time_zone).await?
        } else {
            Vec::new()
        };
        let is_tied = |reseller: &KnownReseller| reseller.serves_customer || reseller.supports > 0;
        let (resellers, others): (Vec<_>, Vec<_>) = known.into_iter().partition(is_tied);
        Ok(Some(CustomerPage {
            id,
            name: customer.name,
            domain: customer.domain,
            country: customer.country,
            relationship,
            subscriptions: self.subscriptions_of(id).await?,
            resellers,
            other_resellers: others.len(),
        }))
    }

    async fn found_customer(
        &self,
        id: CustomerId,
    ) -> Result<Option<(CustomerRow, Option<RelationshipOfPage>)>, StoreError> {
        let reader = self.scope.db.reader();
        let own = self.relationships().filter(relationship::Column::CustomerId.eq(id));
        let own = own.into_partial_model::<RelationshipRow>().all(reader).await?;
        if let Some(RelationshipRow {
            since,
            state,
            delegated_admin,
            delegated_admin_until,
            customer,
        }) = own.into_iter().next()
        {
            let relationship =
                RelationshipOfPage { since, state, delegated_admin, delegated_admin_until };
            return Ok(Some((customer, Some(relationship))));
        }
        let named = self.visible_subscriptions().filter(subscription::Column::CustomerId.eq(id));
        if named.count(reader).await? == 0 {
            return Ok(None);
        }
        let customer = customer::Entity::find_by_id(id).into_partial_model::<CustomerRow>();
        Ok(customer.all(reader).await?.pop().map(|customer| (customer, None)))
    }

    fn relationships(&self) -> Select<relationship::Entity> {
        relationship::Entity::find()
            .join(JoinType::InnerJoin, relationship::Relation::Customer.def())
            .filter(relationship::Column::PartnerId.eq(self.partner))
    }

    pub(super) fn active_relationships(&self, q: Option<&str>) -> Select<relationship::Entity> {
        self.relationships_in(RelationshipState::Active, q)
    }

    /// `q`: words, each a part of the customer's name or domain.
    pub(super) fn relationships_in(
        &self,
        state: RelationshipState,
        q: Option<&str>,
    ) -> Select<relationship::Entity> {
        let list = self.relationships().filter(relationship::Column::State.eq(state));
        q.into_iter().flat_map(str::split_whitespace).fold(list, |list, word| {
            let pattern = LikeExpr::new(like_pattern(word)).escape('\\');
            list.filter(customer::Column::SearchKey.like(pattern))
        })
    }

    pub(super) async fn place_of_customer(
        &self,
        position: Position<CustomerId>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(id) = position.id() else { return Ok(None) };
        let row = relationship::Entity::find_by_id((self.partner, id));
        Ok(row.all(self.scope.db.reader()).await?.pop().map(|row| row.sort_key))
    }

    /// The contacts of the customers of one page, in one statement.
    async fn contacts_of(
        &self,
        customers: impl Iterator<Item = CustomerId>,
    ) -> Result<BTreeMap<CustomerId, Vec<ContactRow>>, StoreError> {
        let live = self
            .visible_subscriptions()
            .filter(Condition::all().add(subscription::Column::CustomerId.is_in(customers)))
            .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE));
        let rows = with_latest_change(live)
            .join_as(JoinType::InnerJoin, subscription::Relation::Provider.def(), "provider")
            .join_as(JoinType::LeftJoin, subscription::Relation::SupportReseller.def(), "reseller")
            .into_partial_model::<ContactRow>()
            .all(self.scope.db.reader())
            .await?;
        let mut contacts: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in rows {
            contacts.entry(row.customer_id).or_default().push(row);
        }
        Ok(contacts)
    }
}

fn line(row: RelationshipRow, contacts: &BTreeMap<CustomerId, Vec<ContactRow>>) -> CustomerLine {
    let CustomerRow { id, name, domain, .. } = row.customer;
    let rows = contacts.get(&id).map(Vec::as_slice).unwrap_or_default();
    let mut named: BTreeMap<PartnerId, ContactOfLine> = BTreeMap::new();
    for row in rows {
        let contact = row.reseller.as_ref().unwrap_or(&row.provider);
        named
            .entry(contact.id)
            .or_insert_with(|| ContactOfLine { name: contact.name.clone(), subscriptions: 0 })
            .subscriptions += 1;
    }
    let mut contacts: Vec<_> = named.into_values().collect();
    contacts.sort_by(|a, b| b.subscriptions.cmp(&a.subscriptions).then(a.name.cmp(&b.name)));
    CustomerLine {
        id,
        name,
        domain,
        contacts,
        subscriptions: rows.len(),
        undecided: rows.iter().filter(|row| !row.decided).count(),
        changed: rows.iter().map(|row| row.latest.at).max(),
    }
}
