//! What the command line may do. Whoever runs the program on its machine could also write into the database, so nobody's
//! session is asked; the rules of the business hold all the same, and each step stands in the activity log.

mod customer;
mod forget;
mod link;
mod membership;
mod organisation;
mod partner;
mod person;
mod portal;
mod second_factor;
mod user;

use sea_orm::DatabaseTransaction;
use serde_json::json;
use time::OffsetDateTime;

pub use self::{
    customer::{CustomerListed, NewCustomer},
    forget::Forgotten,
    link::{CannotLink, MadeLink},
    membership::{CannotInvite, Granted, NewMember},
    organisation::{Named, NamedOrganisation},
    partner::{NewPartner, PartnerEdit, PartnerEdited, PartnerListed},
    person::LastAdminOf,
    user::{MembershipListed, Switched, UserFilter, UserListed, Wish},
};
use super::{
    Store, StoreError,
    activity::{self, Activity, ActivityKind},
};
use crate::domain::ids::{OrganisationId, UserId};

/// The way round every session: only the command line makes one, which `tests/architecture` sees to.
#[derive(Clone, Debug)]
pub struct Operator {
    store: Store,
}

impl Operator {
    pub fn of(store: &Store) -> Self {
        Self { store: store.clone() }
    }

    fn now(&self) -> OffsetDateTime {
        self.store.clock.now()
    }

    /// A line in the log of one organisation. It names no author, and is read as the operator's.
    async fn record(
        &self,
        tx: &DatabaseTransaction,
        kind: ActivityKind,
        organisation: OrganisationId,
        arguments: serde_json::Value,
    ) -> Result<(), StoreError> {
        let mut line = Activity::new(kind, self.now());
        line.arguments = arguments;
        line.partner = organisation.partner();
        line.customer = organisation.customer();
        activity::record(tx, line).await
    }

    /// The same line about one person in the log of each of these organisations.
    async fn record_about(
        &self,
        tx: &DatabaseTransaction,
        kind: ActivityKind,
        user: UserId,
        organisations: impl IntoIterator<Item = OrganisationId>,
    ) -> Result<(), StoreError> {
        for organisation in organisations {
            self.record(tx, kind, organisation, json!({ "user": user })).await?;
        }
        Ok(())
    }
}
