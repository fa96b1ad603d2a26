//! Whose contact somebody looks for in a list of subscriptions. Home counts what these lists show.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, IntoCondition},
};
use time::{Date, Duration};

use super::PartnerStore;
use crate::{
    domain::{
        change::Cause, ids::PartnerId, relationship::RelationshipState,
        subscription::SubscriptionStatus,
    },
    locale::Zone,
    store::{
        StoreError,
        entity::{change, customer, relationship, subscription},
    },
};

/// All of them speak of live subscriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactFilter {
    /// The default, and nobody has decided.
    Undecided,
    /// It came back because its reseller's partnership or relationship ended, and nobody has decided since.
    Returned,
    /// The contact has no valid delegated admin privileges any more (`docs/domain.md` rule 27).
    WithoutPrivileges,
    /// The contact's delegated admin privileges end within [`SOON`].
    PrivilegesEnd,
    /// It names the reader as reseller of record, and somebody else supports it.
    OfRecord,
    /// It has this contact: a reseller, or the provider itself.
    Is(PartnerId),
}

/// How long before delegated admin privileges end their partners are told (`docs/domain.md` rule 15).
const SOON: Duration = Duration::days(30);

impl ContactFilter {
    fn asks_for_days(self) -> bool {
        matches!(self, Self::WithoutPrivileges | Self::PrivilegesEnd)
    }
}

/// Which day it is for whom. A last day ends at midnight in the customer's time zone (rule 15), which the databases cannot
/// tell; but there are at most three days at once on earth.
pub(super) struct Days(BTreeMap<Date, Vec<String>>);

impl Days {
    /// Of a customer and a relationship for which `passes` holds, given the day that it is for the customer.
    fn any(&self, passes: impl Fn(Date) -> Expr) -> Condition {
        self.0.iter().fold(Condition::any(), |any, (today, zones)| {
            let here = customer::Column::TimeZone.is_in(zones.iter().map(String::as_str));
            any.add(here.and(passes(*today)))
        })
    }

    /// The relationship's privileges hold, as `DelegatedAdmin::is_valid_on` judges it.
    pub fn privileges_hold(&self) -> Condition {
        let until = || Expr::col((relationship::Entity, relationship::Column::DelegatedAdminUntil));
        Condition::all()
            .add(relationship::Column::DelegatedAdmin.eq(true))
            .add(self.any(|today| until().is_null().or(until().gte(today))))
    }

    fn privileges_end_soon(&self) -> Condition {
        let until = || Expr::col((relationship::Entity, relationship::Column::DelegatedAdminUntil));
        Condition::all()
            .add(self.privileges_hold())
            .add(self.any(|today| until().lte(today + SOON)))
    }
}

impl PartnerStore {
    /// The days that it is now for the customers of the portal.
    pub(super) async fn days(&self) -> Result<Days, StoreError> {
        let zones = customer::Entity::find()
            .select_only()
            .column(customer::Column::TimeZone)
            .distinct()
            .into_tuple::<String>()
            .all(self.scope.db.reader())
            .await?;
        let mut days = BTreeMap::<_, Vec<_>>::new();
        for name in zones {
            let zone = Zone::named(&name).unwrap_or_else(Zone::utc);
            days.entry(zone.today(self.now())).or_default().push(name);
        }
        Ok(Days(days))
    }

    /// The same, where a filter needs to know.
    pub(super) async fn days_for(
        &self,
        contact: Option<ContactFilter>,
    ) -> Result<Days, StoreError> {
        if contact.is_some_and(ContactFilter::asks_for_days) {
            self.days().await
        } else {
            Ok(Days(BTreeMap::new()))
        }
    }

    /// Of a subscription that is joined with its customer.
    pub(super) fn has_contact(&self, filter: ContactFilter, days: &Days) -> Condition {
        let is_live = subscription::Column::Status.is_in(SubscriptionStatus::LIVE);
        let undecided = || subscription::Column::Decided.eq(false);
        Condition::all().add(is_live).add(match filter {
            ContactFilter::Undecided => undecided().into_condition(),
            ContactFilter::Returned => Condition::all().add(undecided()).add(has_come_back()),
            ContactFilter::WithoutPrivileges => self.whose_contact(days.privileges_hold().not()),
            ContactFilter::PrivilegesEnd => self.whose_contact(days.privileges_end_soon()),
            ContactFilter::OfRecord => self.is_only_of_record(),
            ContactFilter::Is(partner) => is_contact(partner),
        })
    }

    /// A reseller is told only of its own privileges.
    fn whose_contact(&self, relationship: Condition) -> Condition {
        let own = subscription::Column::SupportResellerId.eq(self.partner);
        let own = (!self.kind.is_provider()).then_some(own);
        Condition::all().add_option(own).add(has_relationship(relationship))
    }

    fn is_only_of_record(&self) -> Condition {
        let contact = subscription::Column::SupportResellerId;
        Condition::all()
            .add(subscription::Column::ResellerOfRecord.eq(self.partner))
            .add(contact.is_null().or(contact.ne(self.partner)))
    }
}

/// The designated reseller's active relationship with the customer is so.
fn has_relationship(so: Condition) -> Condition {
    let column = |column| Expr::col((relationship::Entity, column));
    let of_contact = column(relationship::Column::PartnerId)
        .equals((subscription::Entity, subscription::Column::SupportResellerId));
    let with_customer = column(relationship::Column::CustomerId)
        .equals((subscription::Entity, subscription::Column::CustomerId));
    let found = relationship::Entity::find()
        .select_only()
        .column(relationship::Column::PartnerId)
        .filter(of_contact.and(with_customer))
        .filter(relationship::Column::State.eq(RelationshipState::Active))
        .filter(so);
    Expr::exists(found.into_query()).into_condition()
}

/// The change that made the contact what it is was an ending.
fn has_come_back() -> Condition {
    let column = |column| Expr::col((change::Entity, column));
    let of_subscription = column(change::Column::SubscriptionId)
        .equals((subscription::Entity, subscription::Column::Id));
    let latest = column(change::Column::Version)
        .equals((subscription::Entity, subscription::Column::Version));
    let found = change::Entity::find()
        .select_only()
        .column(change::Column::Id)
        .filter(of_subscription.and(latest))
        .filter(change::Column::Cause.is_in([Cause::PartnershipEnded, Cause::RelationshipEnded]));
    Expr::exists(found.into_query()).into_condition()
}

fn is_contact(partner: PartnerId) -> Condition {
    let itself = Condition::all()
        .add(subscription::Column::SupportResellerId.is_null())
        .add(subscription::Column::ProviderId.eq(partner));
    Condition::any().add(subscription::Column::SupportResellerId.eq(partner)).add(itself)
}
