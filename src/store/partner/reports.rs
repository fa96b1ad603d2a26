//! What customers and resellers have told a provider about support contacts: its work list, and *This is not ours*.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, DerivePartialModel,
    EntityTrait, IntoActiveModel, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait, Select,
};
use time::OffsetDateTime;

use super::{
    PartnerStore, ReportSettler, SubscriptionReporter,
    subscriptions::{CustomerName, ProductName},
};
use crate::{
    domain::{
        ids::{PartnerId, ReportId, SubscriptionId},
        report::{Note, ReportKind},
        subscription::SubscriptionStatus,
    },
    store::{
        OwnReport, Position, Reported, Slice, StoreError,
        activity::{self, Activity, ActivityKind},
        entity::{partner, report, subscription},
        listing::Bound,
        report::{self as reports, Reporter, Side},
    },
};

/// One line of the work list.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "report::Entity")]
pub struct ReportLine {
    pub id: ReportId,
    pub kind: ReportKind,
    pub note: Option<String>,
    pub at: OffsetDateTime,
    #[sea_orm(nested)]
    pub subscription: ReportedSubscription,
    #[sea_orm(nested)]
    pub product: ProductName,
    /// Whose subscription it is.
    #[sea_orm(nested, alias = "owner")]
    pub customer: CustomerName,
    /// Who supports it now, where that is a reseller.
    #[sea_orm(nested, alias = "contact")]
    pub contact: Option<ReportedPartner>,
    /// Who told it, where that was a reseller.
    #[sea_orm(nested, alias = "reseller")]
    pub reseller: Option<ReportedPartner>,
}

impl ReportLine {
    /// Who told it: persons are named only inside their own organisation (`docs/domain.md` rule 39).
    pub fn reporter(&self) -> &str {
        self.reseller.as_ref().map_or(&self.customer.name, |reseller| &reseller.name)
    }
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
pub struct ReportedSubscription {
    pub id: SubscriptionId,
    pub nickname: Option<String>,
    pub status: SubscriptionStatus,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
pub struct ReportedPartner {
    pub id: PartnerId,
    pub name: String,
}

/// What came of settling a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    Now,
    /// Somebody has settled it before.
    AlreadySo,
}

/// Why a reseller tells nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotReport {
    /// It is not the contact, or not any more, or nobody supports the subscription any more.
    NotTheContact,
}

impl PartnerStore {
    /// What waits for this provider, the oldest first.
    pub async fn reports(
        &self,
        position: Position<ReportId>,
    ) -> Result<Slice<ReportLine, ReportId>, StoreError> {
        let reader = self.scope.db.reader();
        let total = self.waiting_reports().count(reader).await?;
        let mut bound = position.at(self.place_of_report(position).await?);
        let page = async |bound: &Bound<ReportId, OffsetDateTime>| {
            let list = with_subject(self.waiting_reports());
            let (at, id) = (report::Column::At, report::Column::Id);
            bound.page(list, at, id).into_partial_model::<ReportLine>().all(reader).await
        };
        let rows = bound.rows(page).await?;
        Ok(bound.slice(rows, total, |row| row.id, position))
    }

    /// What this reseller has told about one subscription, if it waits or was settled not long ago.
    pub async fn own_report(
        &self,
        subscription: SubscriptionId,
    ) -> Result<Option<OwnReport>, StoreError> {
        let since = self.now() - reports::SHOWN;
        let newest = report::Entity::find()
            .filter(reports::of(Side::Reseller(self.id())))
            .filter(report::Column::SubscriptionId.eq(subscription))
            .order_by_desc(report::Column::At)
            .order_by_desc(report::Column::Id)
            .limit(1)
            .into_partial_model::<OwnReport>()
            .all(self.scope.db.reader())
            .await?
            .pop();
        Ok(newest.filter(|report| report.settled_at.is_none_or(|settled| settled >= since)))
    }

    /// On the work list of who sold the subscription.
    pub(super) fn waiting_reports(&self) -> Select<report::Entity> {
        self.reports_to_it().filter(report::Column::SettledAt.is_null())
    }

    fn reports_to_it(&self) -> Select<report::Entity> {
        report::Entity::find()
            .join(JoinType::InnerJoin, report::Relation::Subscription.def())
            .filter(report::Column::ProviderId.eq(self.id()))
            .filter(subscription::Column::Status.ne(SubscriptionStatus::Removed))
    }

    async fn place_of_report(
        &self,
        position: Position<ReportId>,
    ) -> Result<Option<OffsetDateTime>, StoreError> {
        let Some(id) = position.id() else { return Ok(None) };
        let row = self.waiting_reports().filter(report::Column::Id.eq(id));
        Ok(row.all(self.scope.db.reader()).await?.pop().map(|row| row.at))
    }
}

fn with_subject(list: Select<report::Entity>) -> Select<report::Entity> {
    list.join(JoinType::InnerJoin, subscription::Relation::Product.def())
        .join_as(JoinType::InnerJoin, subscription::Relation::Customer.def(), "owner")
        .join_as(JoinType::LeftJoin, subscription::Relation::SupportReseller.def(), "contact")
        .join_as(JoinType::LeftJoin, report::Relation::ByPartner.def(), "reseller")
}

impl ReportSettler {
    /// Takes it off the work list; its author sees that. `None`: not told to this provider.
    pub async fn settle(&self, id: ReportId) -> Result<Option<Settled>, StoreError> {
        self.write(async |tx| self.settle_in(tx, id).await).await
    }

    async fn settle_in(
        &self,
        tx: &DatabaseTransaction,
        id: ReportId,
    ) -> Result<Option<Settled>, StoreError> {
        if self.reports_to_it().filter(report::Column::Id.eq(id)).count(tx).await? == 0 {
            return Ok(None);
        }
        let row = report::Entity::find_by_id(id).lock_exclusive().all(tx).await?.pop();
        let Some(row) = row else { return Ok(None) };
        if row.settled_at.is_some() {
            return Ok(Some(Settled::AlreadySo));
        }
        let Some(subject) = self.subject(tx, row.subscription_id).await? else { return Ok(None) };
        let mut line = self.activity(ActivityKind::ReportSettled, subject.customer.id);
        line.other_partner = row.by_partner;
        line.arguments = serde_json::json!({
            "customer": subject.customer.name,
            "product": subject.product,
            "subscription": subject.subscription.to_string(),
            "report": row.kind.as_str(),
        });
        let mut settled = row.into_active_model();
        settled.settled_at = Set(Some(self.now()));
        settled.settled_by = Set(Some(self.scope.user));
        settled.update(tx).await?;
        activity::record(tx, line).await?;
        Ok(Some(Settled::Now))
    }
}

impl SubscriptionReporter {
    /// Tells the provider that the subscription is not this reseller's to support. `None`: not one that it sees.
    pub async fn report_not_ours(
        &self,
        id: SubscriptionId,
        note: Option<&Note>,
    ) -> Result<Option<Result<Reported, CannotReport>>, StoreError> {
        self.write(async |tx| self.report_in(tx, id, note).await).await
    }

    async fn report_in(
        &self,
        tx: &DatabaseTransaction,
        id: SubscriptionId,
        note: Option<&Note>,
    ) -> Result<Option<Result<Reported, CannotReport>>, StoreError> {
        let row = self.lock_subscription(tx, id).await?;
        let Some((row, subject)) = row.zip(self.subject(tx, id).await?) else { return Ok(None) };
        if row.support_reseller_id != Some(self.id()) || !row.status.is_live() {
            return Ok(Some(Err(CannotReport::NotTheContact)));
        }
        let organisation = Side::Reseller(self.id());
        let by = Reporter { user: self.scope.user, organisation, at: self.now() };
        let kind = ReportKind::NotOurs;
        let reported = reports::record(tx, &row, (kind, note), by).await?;
        if reported == Reported::Now {
            let line = Activity {
                partner: Some(row.provider_id),
                other_partner: Some(self.id()),
                arguments: serde_json::json!({
                    "customer": subject.customer.name,
                    "product": subject.product,
                    "subscription": id.to_string(),
                    "report": kind.as_str(),
                }),
                ..self.activity(ActivityKind::ContactReported, subject.customer.id)
            };
            activity::record(tx, line).await?;
        }
        Ok(Some(Ok(reported)))
    }
}
