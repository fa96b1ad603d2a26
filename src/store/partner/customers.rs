//! The customers that a partner serves.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, Condition, DerivePartialModel, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QuerySelect, RelationTrait, Select, sea_query::ExprTrait,
};
use time::{Date, OffsetDateTime};

use super::{KnownReseller, PartnerStore, SubscriptionLine};
use crate::{
    domain::{
        ids::{CustomerId, PartnerId},
        relationship::RelationshipState,
        subscription::SubscriptionStatus,
    },
    store::{
        Position, Slice, StoreError, customer_people,
        entity::{change, customer, partner, relationship, subscription},
        former_name::{FormerName, customer_is_called, with_customers_former},
        joins::with_latest_change,
        listing::Bound,
    },
};

/// What the list of customers is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct CustomerFilter {
    /// Words, each a part of the name or the domain.
    pub q: Option<String>,
    /// Only those that nobody can sign in for.
    pub without_people: bool,
}

/// One customer in the list, with who supports it.
#[derive(Clone, Debug)]
pub struct CustomerLine {
    pub id: CustomerId,
    pub name: String,
    /// The name that it had until lately.
    pub formerly: Option<String>,
    pub domain: String,
    /// The contacts of its live subscriptions, those of most first; `None` stands for the partner itself.
    pub contacts: Vec<ContactOfLine>,
    /// How many live subscriptions this partner sees.
    pub subscriptions: usize,
    /// Among them, those that nobody has decided.
    pub undecided: usize,
    /// Somebody can sign in for it.
    pub has_people: bool,
    /// This partner has added it.
    pub is_added: bool,
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
    /// The name that it had until lately.
    pub formerly: Option<String>,
    pub domain: String,
    pub country: Option<String>,
    /// Somebody can sign in for it.
    pub has_people: bool,
    /// This partner has added it.
    pub is_added: bool,
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
    /// The partner's own for the customer.
    pub customer_number: Option<String>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "relationship::Entity")]
struct RelationshipRow {
    since: OffsetDateTime,
    state: RelationshipState,
    delegated_admin: bool,
    delegated_admin_until: Option<Date>,
    customer_number: Option<String>,
    #[sea_orm(nested)]
    customer: CustomerRow,
    #[sea_orm(nested, alias = "former")]
    former: Option<FormerName>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "customer::Entity")]
struct CustomerRow {
    id: CustomerId,
    name: String,
    domain: String,
    country: Option<String>,
    time_zone: String,
    added_by: Option<PartnerId>,
    #[sea_orm(from_expr = "customer_people::exist()")]
    has_people: bool,
}

/// A customer with which the partner has no relationship.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "customer::Entity")]
struct NamedRow {
    #[sea_orm(nested)]
    customer: CustomerRow,
    #[sea_orm(nested, alias = "former")]
    former: Option<FormerName>,
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

type FoundCustomer = (CustomerRow, Option<FormerName>, Option<RelationshipOfPage>);

impl PartnerStore {
    /// Those with an active relationship, by name.
    pub async fn customers(
        &self,
        filter: &CustomerFilter,
        position: Position<CustomerId>,
    ) -> Result<Slice<CustomerLine, CustomerId>, StoreError> {
        let reader = self.scope.db.reader();
        let total = self.filtered_customers(filter).count(reader).await?;
        let mut bound = position.at(self.place_of_customer(position).await?);
        let page = async |bound: &Bound<CustomerId>| {
            let list = with_customers_former(self.filtered_customers(filter), self.now());
            let (key, id) = (relationship::Column::SortKey, relationship::Column::CustomerId);
            bound.page(list, key, id).into_partial_model::<RelationshipRow>().all(reader).await
        };
        let rows = bound.rows(page).await?;
        let slice = bound.slice(rows, total, |row| row.customer.id, position);
        let contacts = self.contacts_of(slice.rows.iter().map(|row| row.customer.id)).await?;
        Ok(slice.map(|row| line(row, &contacts, self.partner)))
    }

    /// One with a relationship, active or ended, or with a subscription that this partner sees.
    pub async fn customer(&self, id: CustomerId) -> Result<Option<CustomerPage>, StoreError> {
        let Some((customer, former, relationship)) = self.found_customer(id).await? else {
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
            formerly: former.map(|former| former.name),
            domain: customer.domain,
            country: customer.country,
            has_people: customer.has_people,
            is_added: customer.added_by == Some(self.partner),
            relationship,
            subscriptions: self.subscriptions_of(id).await?,
            resellers,
            other_resellers: others.len(),
        }))
    }

    async fn found_customer(&self, id: CustomerId) -> Result<Option<FoundCustomer>, StoreError> {
        let (reader, now) = (self.scope.db.reader(), self.now());
        let own = self.relationships().filter(relationship::Column::CustomerId.eq(id));
        let own = with_customers_former(own, now)
            .into_partial_model::<RelationshipRow>()
            .all(reader)
            .await?;
        if let Some(RelationshipRow {
            since,
            state,
            delegated_admin,
            delegated_admin_until,
            customer_number,
            customer,
            former,
        }) = own.into_iter().next()
        {
            let relationship = RelationshipOfPage {
                since,
                state,
                delegated_admin,
                delegated_admin_until,
                customer_number,
            };
            return Ok(Some((customer, former, Some(relationship))));
        }
        let named = self.visible_subscriptions().filter(subscription::Column::CustomerId.eq(id));
        if named.count(reader).await? == 0 {
            return Ok(None);
        }
        let named = with_customers_former(customer::Entity::find_by_id(id), now);
        let named = named.into_partial_model::<NamedRow>().all(reader).await?.pop();
        Ok(named.map(|row| (row.customer, row.former, None)))
    }

    fn relationships(&self) -> Select<relationship::Entity> {
        relationship::Entity::find()
            .join(JoinType::InnerJoin, relationship::Relation::Customer.def())
            .filter(relationship::Column::PartnerId.eq(self.partner))
    }

    fn filtered_customers(&self, filter: &CustomerFilter) -> Select<relationship::Entity> {
        let list = self.active_relationships(filter.q.as_deref());
        if filter.without_people { list.filter(customer_people::exist().not()) } else { list }
    }

    pub(super) fn active_relationships(&self, q: Option<&str>) -> Select<relationship::Entity> {
        self.relationships_in(RelationshipState::Active, q)
    }

    /// `q`: words, each a part of the customer's name, of a former one, or of the domain.
    pub(super) fn relationships_in(
        &self,
        state: RelationshipState,
        q: Option<&str>,
    ) -> Select<relationship::Entity> {
        let list = self.relationships().filter(relationship::Column::State.eq(state));
        let words = q.into_iter().flat_map(str::split_whitespace);
        words.fold(list, |list, word| list.filter(customer_is_called(word, self.now())))
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

fn line(
    row: RelationshipRow,
    contacts: &BTreeMap<CustomerId, Vec<ContactRow>>,
    own: PartnerId,
) -> CustomerLine {
    let CustomerRow { id, name, domain, added_by, has_people, .. } = row.customer;
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
        formerly: row.former.map(|former| former.name),
        domain,
        contacts,
        subscriptions: rows.len(),
        undecided: rows.iter().filter(|row| !row.decided).count(),
        has_people,
        is_added: added_by == Some(own),
        changed: rows.iter().map(|row| row.latest.at).max(),
    }
}
