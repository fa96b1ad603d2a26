//! Who is asking, and for which organisation: made only inside `store`, from a session.

use std::sync::Arc;

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{
    Database, StoreError,
    activity::{Activity, ActivityKind},
    entity::{membership, membership_role, user},
    secret_key::SecretKey,
};
use crate::{
    clock::Clock,
    domain::{
        ids::{MembershipId, OrganisationId, UserId},
        policy::Policy,
    },
    locale::Zone,
};

/// The person whose session it is.
#[derive(Clone, Debug)]
pub struct SignedInUser {
    pub id: UserId,
    pub name: String,
    pub email: String,
    /// The language they chose; without one, pages follow the browser.
    pub locale: Option<String>,
    pub time_zone: Option<String>,
    /// Between how many organisations they can switch.
    pub memberships: i64,
}

/// The organisation that a session acts for, as every page names it.
#[derive(Clone, Debug)]
pub struct Organisation {
    pub name: String,
    pub time_zone: String,
}

impl Organisation {
    /// UTC where what is kept is no zone's name.
    pub fn zone(&self) -> Zone {
        Zone::named(&self.time_zone).unwrap_or_else(Zone::utc)
    }
}

/// What both stores need to ask and to write: the connection, and whose hand it is.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    pub db: Database,
    pub clock: Clock,
    pub secret_key: SecretKey,
    pub policy: Arc<Policy>,
    pub user: UserId,
    pub membership: MembershipId,
    /// Rises with each change of the user's credentials.
    pub epoch: i64,
    /// The HTTP request, so that activity and logs can be held together.
    pub request: Option<Uuid>,
}

impl Scope {
    pub fn now(&self) -> OffsetDateTime {
        self.clock.now()
    }

    /// A line by the acting person in the log of the organisation for which they act.
    pub fn activity(&self, kind: ActivityKind, acting_for: OrganisationId) -> Activity {
        let line = Activity::by(self.user, acting_for, kind, self.now());
        Activity { request: self.request, ..line }
    }

    /// Does all of `work` or none of it, in a transaction that first makes sure that the person may still do it: a right
    /// that is taken away at the same moment is either gone before, or taken away after (`docs/security.md` A6).
    ///
    /// `may`: whether somebody with these roles may do it.
    pub async fn write<T>(
        &self,
        may: impl Fn(&[String]) -> bool,
        work: impl AsyncFn(&DatabaseTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.db
            .write(async |tx| {
                self.roles_that_may(tx, &may).await?;
                work(tx).await
            })
            .await
    }

    /// The roles held now, if they are enough. The rows stay as they are until the transaction ends (PostgreSQL locks
    /// them; SQLite has one writer).
    pub(super) async fn roles_that_may(
        &self,
        tx: &DatabaseTransaction,
        may: impl Fn(&[String]) -> bool,
    ) -> Result<Vec<String>, StoreError> {
        let roles = self.roles_held_now(tx).await?;
        if roles.is_empty() || !may(&roles) {
            return Err(StoreError::NotPermitted);
        }
        Ok(roles)
    }

    /// Empty for a user or a membership that is no longer what the session began with.
    async fn roles_held_now(&self, tx: &DatabaseTransaction) -> Result<Vec<String>, StoreError> {
        let user = user::Entity::find_by_id(self.user)
            .filter(user::Column::Active.eq(true))
            .filter(user::Column::Epoch.eq(self.epoch));
        let membership = membership::Entity::find_by_id(self.membership)
            .filter(membership::Column::UserId.eq(self.user))
            .filter(membership::Column::Active.eq(true));
        let roles = membership_role::Entity::find()
            .filter(membership_role::Column::MembershipId.eq(self.membership));
        if user.lock_shared().all(tx).await?.is_empty()
            || membership.lock_shared().all(tx).await?.is_empty()
        {
            return Ok(Vec::new());
        }
        let roles = roles.lock_shared().all(tx).await?;
        Ok(roles.into_iter().map(|row| row.role).collect())
    }
}
