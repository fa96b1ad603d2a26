//! The partners that a customer has a relationship with, and what each means to it (`docs/domain.md` rules 13, 15 and 20).

use sea_orm::{
    ColumnTrait, DerivePartialModel, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, RelationTrait, Select, sea_query::Expr,
};
use time::{Date, OffsetDateTime};

use super::CustomerStore;
use crate::{
    domain::{
        ids::{PartnerId, SubscriptionId},
        partner::PartnerKind,
        relationship::{DelegatedAdmin, RelationshipState},
        subscription::SubscriptionStatus,
    },
    store::{
        Party, Position, Slice, StoreError,
        entity::{partner, product, relationship, subscription},
        former_name::{FormerName, with_partners_former},
        joins::with_details,
        listing::{Bound, PAGE},
        party::PartyRow,
        support_details::ProfileRow,
    },
};

/// One partner in the list.
#[derive(Clone, Debug)]
pub struct PartnerRelationshipLine {
    pub partner: PartnerId,
    pub name: String,
    /// The name that it had until lately.
    pub formerly: Option<String>,
    pub mpn_id: String,
    pub relationship: PartnerRelationship,
}

/// What stands between the customer and a partner.
#[derive(Clone, Debug)]
pub struct PartnerRelationship {
    pub kind: PartnerKind,
    pub state: RelationshipState,
    pub delegated_admin: DelegatedAdmin,
    pub since: OffsetDateTime,
    pub ended_at: Option<OffsetDateTime>,
    pub ended_by_customer: bool,
    /// The provider that recorded it (rule 13c).
    pub recorded_by: Option<String>,
    /// How many of the customer's live subscriptions it sold …
    pub sold: u64,
    /// … and how many name it as their support contact, besides those it sold itself.
    pub supported: u64,
}

/// The page of one partner.
#[derive(Clone, Debug)]
pub struct PartnerRelationshipPage {
    pub party: Party,
    /// The name that it had until lately.
    pub formerly: Option<String>,
    pub relationship: PartnerRelationship,
    /// What it sold, which keeps the relationship from being ended (rule 20); the first of them.
    pub sold: Vec<ConcernedProduct>,
    /// What would go back to its provider; the first of them.
    pub supported: Vec<ConcernedProduct>,
}

/// One of the customer's live subscriptions.
#[derive(Clone, Debug)]
pub struct ConcernedProduct {
    pub id: SubscriptionId,
    pub product: String,
    pub nickname: Option<String>,
    /// The provider that sold it.
    pub provider: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "relationship::Entity")]
struct Row {
    state: RelationshipState,
    delegated_admin: bool,
    delegated_admin_until: Option<Date>,
    since: OffsetDateTime,
    ended_at: Option<OffsetDateTime>,
    ended_by_customer: bool,
    #[sea_orm(from_expr = "sold()")]
    sold: i64,
    #[sea_orm(from_expr = "supported()")]
    supported: i64,
    #[sea_orm(nested, alias = "partners")]
    partner: PartyRow,
    #[sea_orm(nested, alias = "profile")]
    profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "recorder")]
    recorder: Option<PartnerName>,
    #[sea_orm(nested, alias = "former")]
    former: Option<FormerName>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct PartnerName {
    name: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
struct ProductRow {
    id: SubscriptionId,
    nickname: Option<String>,
    #[sea_orm(nested)]
    product: ProductName,
    #[sea_orm(nested, alias = "provider")]
    provider: PartnerName,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "product::Entity")]
struct ProductName {
    name: String,
}

fn sold() -> Expr {
    Expr::cust(
        "(SELECT COUNT(*) FROM subscriptions s WHERE s.customer_id = relationships.customer_id \
         AND s.provider_id = relationships.partner_id AND s.status IN ('active', 'pending', 'suspended'))",
    )
}

fn supported() -> Expr {
    Expr::cust(
        "(SELECT COUNT(*) FROM subscriptions s WHERE s.customer_id = relationships.customer_id \
         AND s.support_reseller_id = relationships.partner_id \
         AND s.status IN ('active', 'pending', 'suspended'))",
    )
}

impl CustomerStore {
    /// All of them, by name; those that have ended as well.
    pub async fn partner_relationships(
        &self,
        position: Position<PartnerId>,
    ) -> Result<Slice<PartnerRelationshipLine, PartnerId>, StoreError> {
        let reader = self.scope.db.reader();
        let total = self.relationships().count(reader).await?;
        let mut bound = position.at(self.place_of_partner(position).await?);
        let page = async |bound: &Bound<PartnerId>| {
            let (key, id) = (partner::Column::SortKey, relationship::Column::PartnerId);
            let page = bound.page(self.with_parties(self.relationships()), key, id);
            page.into_partial_model::<Row>().all(reader).await
        };
        let rows = bound.rows(page).await?;
        let slice = bound.slice(rows, total, Row::partner, position);
        Ok(slice.map(|row| {
            let relationship = row.relationship();
            let Party { details, .. } = Party::from_rows(row.partner, row.profile);
            PartnerRelationshipLine {
                partner: details.id,
                name: details.name,
                formerly: row.former.map(|former| former.name),
                mpn_id: details.mpn_id,
                relationship,
            }
        }))
    }

    /// `None`: not a partner that this customer has, or had, a relationship with.
    pub async fn partner_relationship(
        &self,
        partner: PartnerId,
    ) -> Result<Option<PartnerRelationshipPage>, StoreError> {
        let reader = self.scope.db.reader();
        let found = self.relationships().filter(relationship::Column::PartnerId.eq(partner));
        let row = self.with_parties(found).into_partial_model::<Row>().all(reader).await?.pop();
        let Some(row) = row else { return Ok(None) };
        Ok(Some(PartnerRelationshipPage {
            relationship: row.relationship(),
            formerly: row.former.map(|former| former.name),
            party: Party::from_rows(row.partner, row.profile),
            sold: self.products(subscription::Column::ProviderId.eq(partner)).await?,
            supported: self.products(subscription::Column::SupportResellerId.eq(partner)).await?,
        }))
    }

    /// The first of the customer's live subscriptions that `concerned` finds, by name.
    async fn products(&self, concerned: Expr) -> Result<Vec<ConcernedProduct>, StoreError> {
        let rows = self
            .live_subscriptions()
            .filter(concerned)
            .join(JoinType::InnerJoin, subscription::Relation::Product.def())
            .join_as(JoinType::InnerJoin, subscription::Relation::Provider.def(), "provider")
            .order_by_asc(subscription::Column::SortKey)
            .order_by_asc(subscription::Column::Id)
            .limit(PAGE)
            .into_partial_model::<ProductRow>()
            .all(self.scope.db.reader())
            .await?;
        let product = |row: ProductRow| ConcernedProduct {
            id: row.id,
            product: row.product.name,
            nickname: row.nickname,
            provider: row.provider.name,
        };
        Ok(rows.into_iter().map(product).collect())
    }

    pub(super) fn live_subscriptions(&self) -> Select<subscription::Entity> {
        subscription::Entity::find()
            .filter(subscription::Column::CustomerId.eq(self.customer))
            .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE))
    }

    pub(super) fn relationships(&self) -> Select<relationship::Entity> {
        relationship::Entity::find().filter(relationship::Column::CustomerId.eq(self.customer))
    }

    /// The partner is joined under its table's name: the list is in the order of its columns.
    fn with_parties(&self, select: Select<relationship::Entity>) -> Select<relationship::Entity> {
        let partner = relationship::Relation::Partner.def();
        let recorder = relationship::Relation::Recorder.def();
        let select = with_details(select, JoinType::InnerJoin, partner, "partners", "profile")
            .join_as(JoinType::LeftJoin, recorder, "recorder");
        with_partners_former(select, self.now())
    }

    async fn place_of_partner(
        &self,
        position: Position<PartnerId>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(id) = position.id() else { return Ok(None) };
        let place = self
            .relationships()
            .join(JoinType::InnerJoin, relationship::Relation::Partner.def())
            .filter(relationship::Column::PartnerId.eq(id))
            .select_only()
            .column(partner::Column::SortKey)
            .into_tuple::<Vec<u8>>();
        Ok(place.all(self.scope.db.reader()).await?.pop())
    }
}

impl Row {
    fn partner(&self) -> PartnerId {
        self.partner.id
    }

    fn relationship(&self) -> PartnerRelationship {
        PartnerRelationship {
            kind: self.partner.kind,
            state: self.state,
            delegated_admin: DelegatedAdmin::from_columns(
                self.delegated_admin,
                self.delegated_admin_until,
            ),
            since: self.since,
            ended_at: self.ended_at,
            ended_by_customer: self.ended_by_customer,
            recorded_by: self.recorder.as_ref().map(|recorder| recorder.name.clone()),
            sold: u64::try_from(self.sold).unwrap_or_default(),
            supported: u64::try_from(self.supported).unwrap_or_default(),
        }
    }
}
