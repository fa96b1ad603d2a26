//! Whom to call for each product (`docs/domain.md` rules 35 to 39).

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DerivePartialModel, EntityTrait, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationTrait, sea_query::Expr,
};
use time::{Date, Duration, OffsetDateTime};

use super::CustomerStore;
use crate::{
    domain::{
        change::Cause,
        ids::{CustomerId, SubscriptionId},
        subscription::SubscriptionStatus,
    },
    locale::Zone,
    store::{
        PartnerDetails, StoreError,
        entity::{change, partner, product, subscription},
        joins::{with_contacts, with_latest_change},
        support_details::{PartnerRow, ProfileRow},
    },
};

/// How long a subscription that is not live any more stays under *Earlier products* (rule 35).
const EARLIER: Duration = Duration::days(30);

/// One of the customer's subscriptions with its contact.
#[derive(Clone, Debug)]
pub struct SupportedSubscription {
    pub id: SubscriptionId,
    pub product: String,
    pub nickname: Option<String>,
    pub external_id: Option<String>,
    pub status: SubscriptionStatus,
    pub provider: PartnerDetails,
    /// The designated reseller; `None`: the provider supports it itself.
    pub reseller: Option<PartnerDetails>,
    /// Suspended by its provider: customers see the provider meanwhile (rule 10).
    pub reseller_suspended: bool,
    /// Since when the contact stands, and by which organisation; `None` for the default.
    pub since: OffsetDateTime,
    pub cause: Cause,
    pub assigned_by: Option<String>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
struct Row {
    id: SubscriptionId,
    nickname: Option<String>,
    external_id: Option<String>,
    status: SubscriptionStatus,
    #[sea_orm(from_expr = "reseller_suspended()")]
    reseller_suspended: bool,
    #[sea_orm(nested)]
    product: ProductRow,
    #[sea_orm(nested, alias = "provider")]
    provider: PartnerRow,
    #[sea_orm(nested, alias = "provider_profile")]
    provider_profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "reseller")]
    reseller: Option<PartnerRow>,
    #[sea_orm(nested, alias = "reseller_profile")]
    reseller_profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "latest")]
    latest: LatestRow,
    #[sea_orm(nested, alias = "assigner")]
    assigner: Option<AssignerRow>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "product::Entity")]
struct ProductRow {
    name: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "change::Entity")]
struct LatestRow {
    at: OffsetDateTime,
    cause: Cause,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct AssignerRow {
    name: String,
}

fn reseller_suspended() -> Expr {
    Expr::cust(
        "EXISTS (SELECT 1 FROM partnerships p WHERE p.provider_id = subscriptions.provider_id \
         AND p.reseller_id = subscriptions.support_reseller_id AND p.suspended_at IS NOT NULL)",
    )
}

impl SupportedSubscription {
    /// Whom to call: the designated reseller, or the provider where there is none, where it is suspended (rule 10), or
    /// where nobody could reach it by its profile (rule 38).
    pub fn whom_to_call(&self) -> &PartnerDetails {
        match &self.reseller {
            Some(reseller) if !self.reseller_suspended && !reseller.profile.is_empty() => reseller,
            _ => &self.provider,
        }
    }

    /// The designated contact, whoever answers in its place.
    pub fn contact(&self) -> &PartnerDetails {
        self.reseller.as_ref().unwrap_or(&self.provider)
    }
}

impl CustomerStore {
    /// The live subscriptions, and those that ended not long ago, by product.
    pub async fn supported_subscriptions(&self) -> Result<Vec<SupportedSubscription>, StoreError> {
        let reader = self.scope.db.reader();
        let zone = self.organisation.zone();
        supported_subscriptions_of(reader, self.customer, &zone, self.scope.now()).await
    }
}

/// The caller has made sure that the reader may see this customer's.
pub(in crate::store) async fn supported_subscriptions_of(
    db: &impl ConnectionTrait,
    customer: CustomerId,
    zone: &Zone,
    now: OffsetDateTime,
) -> Result<Vec<SupportedSubscription>, StoreError> {
    let own = subscription::Entity::find()
        .filter(subscription::Column::CustomerId.eq(customer))
        .filter(shown_since(zone.today(now - EARLIER)))
        .join(JoinType::InnerJoin, subscription::Relation::Product.def())
        .order_by_asc(subscription::Column::SortKey)
        .order_by_asc(subscription::Column::Id);
    let rows = with_latest_change(with_contacts(own))
        .join_as(
            JoinType::LeftJoin,
            change::Relation::ByPartner.def().from_alias("latest"),
            "assigner",
        )
        .into_partial_model::<Row>()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(SupportedSubscription::from).collect())
}

/// Live, or ended on or after `earliest`.
fn shown_since(earliest: Date) -> Condition {
    Condition::any().add(subscription::Column::Status.is_in(SubscriptionStatus::LIVE)).add(
        Condition::all()
            .add(
                subscription::Column::Status
                    .is_in([SubscriptionStatus::Expired, SubscriptionStatus::Cancelled]),
            )
            .add(subscription::Column::EndsOn.gte(earliest)),
    )
}

impl From<Row> for SupportedSubscription {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            product: row.product.name,
            nickname: row.nickname,
            external_id: row.external_id,
            status: row.status,
            provider: PartnerDetails::from_rows(row.provider, row.provider_profile),
            reseller: row
                .reseller
                .map(|reseller| PartnerDetails::from_rows(reseller, row.reseller_profile)),
            reseller_suspended: row.reseller_suspended,
            since: row.latest.at,
            cause: row.latest.cause,
            assigned_by: row.assigner.map(|assigner| assigner.name),
        }
    }
}
