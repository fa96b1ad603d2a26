//! Writing a report: what customers and resellers tell the provider of a subscription about its support contact.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, DerivePartialModel, EntityTrait,
    QueryFilter,
};
use time::{Duration, OffsetDateTime};

use super::{
    StoreError,
    entity::{report, subscription},
};
use crate::domain::{
    ids::{CustomerId, PartnerId, ReportId, SubscriptionId, UserId},
    report::{Note, ReportKind},
};

/// How long its author is shown that a report has been settled.
pub(super) const SHOWN: Duration = Duration::days(30);

/// What came of telling something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reported {
    Now,
    /// The same was told at this time and still waits: nothing was added.
    Already(OffsetDateTime),
}

/// What an organisation has told, as it is shown to itself.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "report::Entity")]
pub struct OwnReport {
    #[sea_orm(from_col = "subscription_id")]
    pub subscription: SubscriptionId,
    pub kind: ReportKind,
    pub at: OffsetDateTime,
    /// `None`: it waits for the provider.
    pub settled_at: Option<OffsetDateTime>,
}

/// Which side tells it, and whose hand it is.
#[derive(Clone, Copy)]
pub(super) struct Reporter {
    pub user: UserId,
    pub organisation: Side,
    pub at: OffsetDateTime,
}

#[derive(Clone, Copy)]
pub(super) enum Side {
    Customer(CustomerId),
    Reseller(PartnerId),
}

/// The caller has locked the subscription, so that two of the same are not written at once.
pub(super) async fn record(
    tx: &DatabaseTransaction,
    subscription: &subscription::Model,
    (kind, note): (ReportKind, Option<&Note>),
    by: Reporter,
) -> Result<Reported, StoreError> {
    let told = report::Entity::find()
        .filter(report::Column::SubscriptionId.eq(subscription.id))
        .filter(report::Column::Kind.eq(kind))
        .filter(of(by.organisation))
        .filter(report::Column::SettledAt.is_null());
    if let Some(told) = told.all(tx).await?.pop() {
        return Ok(Reported::Already(told.at));
    }
    let (customer, partner) = match by.organisation {
        Side::Customer(customer) => (Some(customer), None),
        Side::Reseller(partner) => (None, Some(partner)),
    };
    let row = report::ActiveModel {
        id: Set(ReportId::new(by.at)),
        kind: Set(kind),
        subscription_id: Set(subscription.id),
        provider_id: Set(subscription.provider_id),
        by_user: Set(Some(by.user)),
        by_customer: Set(customer),
        by_partner: Set(partner),
        note: Set(note.map(|note| note.as_str().to_owned())),
        at: Set(by.at),
        settled_at: Set(None),
        settled_by: Set(None),
    };
    report::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(Reported::Now)
}

/// What one organisation has told.
pub(super) fn of(organisation: Side) -> sea_orm::sea_query::Expr {
    match organisation {
        Side::Customer(customer) => report::Column::ByCustomer.eq(customer),
        Side::Reseller(partner) => report::Column::ByPartner.eq(partner),
    }
}
