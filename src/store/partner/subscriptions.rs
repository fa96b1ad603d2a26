//! The subscriptions that a partner sells, or that name it.

use sea_orm::{
    ColumnTrait, Condition, DerivePartialModel, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, RelationTrait, Select,
    sea_query::{Expr, IntoCondition, LikeExpr},
};
use time::{Date, OffsetDateTime};

use super::{
    KnownReseller, PartnerStore,
    contact_filter::{ContactFilter, Days},
};
use crate::{
    domain::{
        change::Cause,
        ids::{ChangeId, CustomerId, PartnerId, SubscriptionId},
        subscription::SubscriptionStatus,
        support_contact::{Contact, Standing, Unavailable},
    },
    locale::like_pattern,
    store::{
        PartnerDetails, Position, Slice, StoreError,
        entity::{change, customer, partner, product, subscription, support_profile},
        former_name::customer_is_called,
        joins::{AuthorRow, with_author, with_contacts, with_latest_change},
        listing::Bound,
        support_details::{PartnerRow, ProfileRow},
    },
};

/// What a list of subscriptions is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct SubscriptionFilter {
    /// Words, each a part of the customer's name or domain, or of the product.
    pub q: Option<String>,
    pub contact: Option<ContactFilter>,
}

/// One subscription in a list.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
pub struct SubscriptionLine {
    pub id: SubscriptionId,
    pub nickname: Option<String>,
    pub quantity: Option<i32>,
    pub status: SubscriptionStatus,
    pub decided: bool,
    pub version: i64,
    #[sea_orm(nested)]
    pub product: ProductName,
    #[sea_orm(nested)]
    pub customer: CustomerName,
    #[sea_orm(nested, alias = "provider")]
    provider: ReachableRow,
    #[sea_orm(nested, alias = "provider_profile")]
    provider_profile: Option<TelephoneRow>,
    #[sea_orm(nested, alias = "reseller")]
    reseller: Option<ReachableRow>,
    #[sea_orm(nested, alias = "reseller_profile")]
    reseller_profile: Option<TelephoneRow>,
    #[sea_orm(nested, alias = "latest")]
    pub latest: LatestChange,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "product::Entity")]
pub struct ProductName {
    pub name: String,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "customer::Entity")]
pub struct CustomerName {
    pub id: CustomerId,
    pub name: String,
    pub domain: String,
    pub time_zone: String,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct ReachableRow {
    id: PartnerId,
    name: String,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "support_profile::Entity")]
struct TelephoneRow {
    telephone: Option<String>,
}

/// The change that made the contact what it is.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "change::Entity")]
pub struct LatestChange {
    pub id: ChangeId,
    pub at: OffsetDateTime,
    pub cause: Cause,
}

impl SubscriptionLine {
    fn contact(&self) -> &ReachableRow {
        self.reseller.as_ref().unwrap_or(&self.provider)
    }

    pub fn contact_id(&self) -> PartnerId {
        self.contact().id
    }

    pub fn contact_name(&self) -> &str {
        &self.contact().name
    }

    /// Who sold it.
    pub fn provider_name(&self) -> &str {
        &self.provider.name
    }

    pub fn contact_telephone(&self) -> Option<&str> {
        let profile = match self.reseller {
            Some(_) => &self.reseller_profile,
            None => &self.provider_profile,
        };
        profile.as_ref()?.telephone.as_deref()
    }
}

/// One subscription with all that its page shows, except the contacts that may be chosen.
#[derive(Clone, Debug)]
pub struct SubscriptionPage {
    pub id: SubscriptionId,
    pub product: String,
    pub nickname: Option<String>,
    pub external_id: Option<String>,
    pub quantity: Option<i32>,
    pub status: SubscriptionStatus,
    pub ends_on: Option<Date>,
    pub created_at: OffsetDateTime,
    pub customer: CustomerName,
    pub provider: PartnerDetails,
    /// The designated reseller; `None`: the provider supports the subscription itself.
    pub reseller: Option<PartnerDetails>,
    pub reseller_of_record: Option<(PartnerId, String)>,
    pub decided: bool,
    pub version: i64,
    pub latest: LatestChange,
    /// Who made the latest change, if it was a person of the own organisation.
    pub changed_by: Option<String>,
    /// How many live subscriptions the customer has from this provider.
    pub products_of_customer: i64,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
struct PageRow {
    id: SubscriptionId,
    nickname: Option<String>,
    external_id: Option<String>,
    quantity: Option<i32>,
    status: SubscriptionStatus,
    ends_on: Option<Date>,
    created_at: OffsetDateTime,
    decided: bool,
    version: i64,
    #[sea_orm(from_expr = "products_of_customer()")]
    products_of_customer: i64,
    #[sea_orm(nested)]
    product: ProductName,
    #[sea_orm(nested)]
    customer: CustomerName,
    #[sea_orm(nested, alias = "provider")]
    provider: PartnerRow,
    #[sea_orm(nested, alias = "provider_profile")]
    provider_profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "reseller")]
    reseller: Option<PartnerRow>,
    #[sea_orm(nested, alias = "reseller_profile")]
    reseller_profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "of_record")]
    of_record: Option<ReachableRow>,
    #[sea_orm(nested, alias = "latest")]
    latest: LatestChange,
    #[sea_orm(nested, alias = "author")]
    author: Option<AuthorRow>,
}

fn products_of_customer() -> Expr {
    Expr::cust(
        "(SELECT COUNT(*) FROM subscriptions s WHERE s.customer_id = subscriptions.customer_id \
         AND s.provider_id = subscriptions.provider_id AND s.status IN ('active', 'pending', 'suspended'))",
    )
}

impl SubscriptionPage {
    pub fn contact(&self) -> Contact {
        self.reseller.as_ref().map(|reseller| reseller.id).into()
    }

    pub fn contact_details(&self) -> &PartnerDetails {
        self.reseller.as_ref().unwrap_or(&self.provider)
    }
}

impl PartnerStore {
    /// Sorted by customer and product.
    pub async fn subscriptions(
        &self,
        filter: &SubscriptionFilter,
        position: Position<SubscriptionId>,
    ) -> Result<Slice<SubscriptionLine, SubscriptionId>, StoreError> {
        let reader = self.scope.db.reader();
        let days = self.days_for(filter.contact).await?;
        let total = self.filtered(filter, &days).count(reader).await?;
        let mut bound = position.at(self.place(position).await?);
        let page = async |bound: &Bound<SubscriptionId>| {
            let list = with_lines(self.filtered(filter, &days));
            let (key, id) = (subscription::Column::SortKey, subscription::Column::Id);
            bound.page(list, key, id).into_partial_model::<SubscriptionLine>().all(reader).await
        };
        let rows = bound.rows(page).await?;
        Ok(bound.slice(rows, total, |row| row.id, position))
    }

    /// Those of one customer.
    pub(super) async fn subscriptions_of(
        &self,
        customer: CustomerId,
    ) -> Result<Vec<SubscriptionLine>, StoreError> {
        let rows = with_lines(self.visible_subscriptions())
            .join(JoinType::InnerJoin, subscription::Relation::Customer.def())
            .join(JoinType::InnerJoin, subscription::Relation::Product.def())
            .filter(subscription::Column::CustomerId.eq(customer))
            .order_by_asc(subscription::Column::SortKey)
            .order_by_asc(subscription::Column::Id)
            .into_partial_model()
            .all(self.scope.db.reader())
            .await?;
        Ok(rows)
    }

    pub async fn subscription(
        &self,
        id: SubscriptionId,
    ) -> Result<Option<SubscriptionPage>, StoreError> {
        let select = with_page(self.visible_subscriptions(), self.partner)
            .filter(subscription::Column::Id.eq(id));
        let row = select.into_partial_model::<PageRow>().all(self.scope.db.reader()).await?.pop();
        Ok(row.map(SubscriptionPage::from))
    }

    /// The resellers that may or may not be chosen for a subscription, in alphabetical order.
    pub async fn known_resellers(
        &self,
        subscription: &SubscriptionPage,
    ) -> Result<Vec<KnownReseller>, StoreError> {
        let customer = &subscription.customer;
        self.resellers_known_at(customer.id, &customer.time_zone).await
    }

    /// Why this reseller cannot be chosen for a subscription that it sees; empty where it can.
    pub async fn own_reasons(
        &self,
        subscription: &SubscriptionPage,
    ) -> Result<Vec<Unavailable>, StoreError> {
        let customer = &subscription.customer;
        let provider = subscription.provider.id;
        let known = self.known_to(provider, customer.id, &customer.time_zone).await?;
        let own = known.into_iter().find(|reseller| reseller.details.id == self.partner);
        // Whom the provider does not know at all lacks everything.
        let unknown = || Standing::default().reasons(self.terms(&customer.time_zone));
        Ok(own.map_or_else(unknown, |reseller| reseller.reasons))
    }

    /// A provider sees what it sold, a reseller what names it as contact or as reseller of record (rule 40).
    pub(super) fn visible_subscriptions(&self) -> Select<subscription::Entity> {
        let mine = if self.kind.is_provider() {
            subscription::Column::ProviderId.eq(self.partner).into_condition()
        } else {
            Condition::any()
                .add(subscription::Column::SupportResellerId.eq(self.partner))
                .add(subscription::Column::ResellerOfRecord.eq(self.partner))
        };
        subscription::Entity::find()
            .filter(mine)
            .filter(subscription::Column::Status.ne(SubscriptionStatus::Removed))
    }

    /// `days`: as [`Self::days_for`] the filter.
    pub(super) fn filtered(
        &self,
        filter: &SubscriptionFilter,
        days: &Days,
    ) -> Select<subscription::Entity> {
        let mut list = self
            .visible_subscriptions()
            .join(JoinType::InnerJoin, subscription::Relation::Customer.def())
            .join(JoinType::InnerJoin, subscription::Relation::Product.def());
        for word in filter.q.iter().flat_map(|q| q.split_whitespace()) {
            let pattern = LikeExpr::new(like_pattern(word)).escape('\\');
            list = list.filter(
                Condition::any()
                    .add(customer_is_called(word, self.now()))
                    .add(product::Column::SearchKey.like(pattern)),
            );
        }
        match filter.contact {
            Some(contact) => list.filter(self.has_contact(contact, days)),
            None => list,
        }
    }

    async fn place(
        &self,
        position: Position<SubscriptionId>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(id) = position.id() else { return Ok(None) };
        let row = self.visible_subscriptions().filter(subscription::Column::Id.eq(id));
        Ok(row.all(self.scope.db.reader()).await?.pop().map(|row| row.sort_key))
    }
}

fn with_lines(select: Select<subscription::Entity>) -> Select<subscription::Entity> {
    with_latest_change(with_contacts(select))
}

/// `reader`: who asks.
fn with_page(
    select: Select<subscription::Entity>,
    reader: PartnerId,
) -> Select<subscription::Entity> {
    let select = with_lines(select)
        .join(JoinType::InnerJoin, subscription::Relation::Customer.def())
        .join(JoinType::InnerJoin, subscription::Relation::Product.def())
        .join_as(JoinType::LeftJoin, subscription::Relation::ResellerOfRecord.def(), "of_record");
    with_author(select, "latest", reader)
}

impl From<PageRow> for SubscriptionPage {
    fn from(row: PageRow) -> Self {
        Self {
            id: row.id,
            product: row.product.name,
            nickname: row.nickname,
            external_id: row.external_id,
            quantity: row.quantity,
            status: row.status,
            ends_on: row.ends_on,
            created_at: row.created_at,
            customer: row.customer,
            provider: PartnerDetails::from_rows(row.provider, row.provider_profile),
            reseller: row
                .reseller
                .map(|reseller| PartnerDetails::from_rows(reseller, row.reseller_profile)),
            reseller_of_record: row.of_record.map(|partner| (partner.id, partner.name)),
            decided: row.decided,
            version: row.version,
            latest: row.latest,
            changed_by: row.author.and_then(AuthorRow::name),
            products_of_customer: row.products_of_customer,
        }
    }
}
