//! *Something wrong with this contact?* Any of a customer's people may tell (`docs/domain.md` rule 5).

use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DerivePartialModel, EntityTrait, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationTrait, Select,
};

use super::CustomerStore;
use crate::{
    domain::{
        ids::SubscriptionId,
        report::{Note, ReportKind},
        subscription::SubscriptionStatus,
    },
    store::{
        OwnReport, Reported, StoreError,
        activity::{self, ActivityKind},
        entity::{partner, product, report, subscription},
        report::{self as reports, Reporter, Side},
    },
};

/// A subscription about whose contact something can be told.
#[derive(Clone, Debug)]
pub struct Reportable {
    pub id: SubscriptionId,
    pub product: String,
    pub nickname: Option<String>,
    pub contact: String,
    /// Who is told.
    pub provider: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
struct Row {
    id: SubscriptionId,
    nickname: Option<String>,
    #[sea_orm(nested)]
    product: ProductRow,
    #[sea_orm(nested, alias = "provider")]
    provider: PartnerRow,
    #[sea_orm(nested, alias = "reseller")]
    reseller: Option<PartnerRow>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "product::Entity")]
struct ProductRow {
    name: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct PartnerRow {
    name: String,
}

impl CustomerStore {
    /// `None`: not one of the customer's, or not live any more.
    pub async fn reportable(&self, id: SubscriptionId) -> Result<Option<Reportable>, StoreError> {
        self.reportable_in(self.scope.db.reader(), id).await
    }

    /// What its people have told and nobody has settled, or settled not long ago; the newest last.
    pub async fn own_reports(&self) -> Result<Vec<OwnReport>, StoreError> {
        let since = self.now() - reports::SHOWN;
        let rows = report::Entity::find()
            .filter(reports::of(Side::Customer(self.customer)))
            .filter(
                Condition::any()
                    .add(report::Column::SettledAt.is_null())
                    .add(report::Column::SettledAt.gte(since)),
            )
            .order_by_asc(report::Column::At)
            .order_by_asc(report::Column::Id)
            .into_partial_model()
            .all(self.scope.db.reader())
            .await?;
        Ok(rows)
    }

    /// Puts it on the provider's work list. `None`: as for [`Self::reportable`].
    pub async fn report(
        &self,
        id: SubscriptionId,
        kind: ReportKind,
        note: Option<&Note>,
    ) -> Result<Option<Reported>, StoreError> {
        let anybody = |_: &[String]| true;
        self.scope.write(anybody, async |tx| self.report_in(tx, id, kind, note).await).await
    }

    async fn report_in(
        &self,
        tx: &DatabaseTransaction,
        id: SubscriptionId,
        kind: ReportKind,
        note: Option<&Note>,
    ) -> Result<Option<Reported>, StoreError> {
        let row = self.live_subscription(id).lock_exclusive().all(tx).await?.pop();
        let Some((row, about)) = row.zip(self.reportable_in(tx, id).await?) else {
            return Ok(None);
        };
        let organisation = Side::Customer(self.customer);
        let by = Reporter { user: self.scope.user, organisation, at: self.now() };
        let reported = reports::record(tx, &row, (kind, note), by).await?;
        if reported == Reported::Now {
            let mut line = self.activity(ActivityKind::ContactReported);
            line.partner = Some(row.provider_id);
            line.arguments = serde_json::json!({
                "customer": self.organisation.name,
                "product": about.product,
                "subscription": id.to_string(),
                "partner": about.contact,
                "report": kind.as_str(),
            });
            activity::record(tx, line).await?;
        }
        Ok(Some(reported))
    }

    fn live_subscription(&self, id: SubscriptionId) -> Select<subscription::Entity> {
        subscription::Entity::find()
            .filter(subscription::Column::Id.eq(id))
            .filter(subscription::Column::CustomerId.eq(self.customer))
            .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE))
    }

    async fn reportable_in(
        &self,
        connection: &impl sea_orm::ConnectionTrait,
        id: SubscriptionId,
    ) -> Result<Option<Reportable>, StoreError> {
        let rows = self
            .live_subscription(id)
            .join(JoinType::InnerJoin, subscription::Relation::Product.def())
            .join_as(JoinType::InnerJoin, subscription::Relation::Provider.def(), "provider")
            .join_as(JoinType::LeftJoin, subscription::Relation::SupportReseller.def(), "reseller")
            .into_partial_model::<Row>()
            .all(connection)
            .await?;
        Ok(rows.into_iter().next().map(Reportable::from))
    }
}

impl From<Row> for Reportable {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            product: row.product.name,
            nickname: row.nickname,
            contact: row.reseller.map_or_else(|| row.provider.name.clone(), |one| one.name),
            provider: row.provider.name,
        }
    }
}
