//! What is kept: the only code that speaks SQL.
//!
//! Whoever holds a [`PartnerStore`] or a [`CustomerStore`] has been let in: [`session`] alone makes them, from a session,
//! and every query of theirs starts from the scope they were made with.

mod account;
mod activity;
mod activity_log;
mod change;
mod connect;
pub mod customer;
pub mod demo;
mod entity;
mod joins;
mod listing;
mod new_admin;
mod operator;
pub mod partner;
mod party;
mod password;
mod permission;
mod report;
mod request_link;
mod returning;
mod scope;
mod secret_key;
mod session;
mod set_up;
mod shared_support;
mod sign_in;
mod signed_link;
mod support_details;
mod token;

/// How long sessions last, for the pages that say so.
pub mod limits {
    pub use super::{
        operator::SET_UP_HOURS,
        session::{ABSOLUTE, IDLE},
    };
}

use std::sync::Arc;

use liaison_migrations::Migrator;
use sea_orm::{DbErr, SqlErr};
use sea_orm_migration::MigratorTrait;

pub use self::{
    account::{Account, Membership},
    activity::{ActivityGroup, ActivityKind},
    activity_log::{ActivityFilter, ActivityLine, Actor, Arguments},
    customer::{CustomerAdmin, CustomerStore},
    listing::{Position, Slice},
    new_admin::NewAdmin,
    partner::{
        ManyAssigner, PartnerStore, PartnershipAnswerer, PartnershipRequester, ProviderLeaver,
        ProviderReader, RelationshipEnder, RelationshipRequester, ReportSettler, RequestRevoker,
        ResellerManager, ResellerReader, SubscriptionReporter, SupportAssigner,
        SupportProfileEditor,
    },
    party::Party,
    password::Passwords,
    permission::{Denied, Permission},
    report::{OwnReport, Reported},
    request_link::{CannotClaim, Claim, Claimable, LinkedRequest},
    scope::{Organisation, SignedInUser},
    session::{Acting, Principal},
    set_up::FirstOrganisation,
    shared_support::SharedSupport,
    sign_in::{Browser, SignIn},
    support_details::PartnerDetails,
    token::Token,
};
use self::{connect::Database, secret_key::SecretKey};
use crate::{clock::Clock, domain::policy::Policy};

/// Our own fault, the database's, or a right that was lost meanwhile. Not finding a row is an `Option`, breaking a rule a
/// value of `domain`.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the database failed: {0}")]
    Database(#[from] DbErr),
    /// The session was good when the request began; its user, membership or roles have changed since.
    #[error("the right to do this has been taken away meanwhile")]
    NotPermitted,
    /// More sign-ins at once than this machine can hash.
    #[error("too many passwords are being checked at once")]
    Overloaded,
}

impl StoreError {
    /// It may well work in a few seconds: no connection was free, or too much is going on.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Overloaded | Self::Database(DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) => true,
            Self::Database(error) => connect::is_busy(error),
            Self::NotPermitted => false,
        }
    }

    /// A row like the one to be written was there first: what was looked for before is there now.
    fn is_taken(&self) -> bool {
        let Self::Database(error) = self else { return false };
        matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
    }
}

/// The whole of what is kept. It shows nothing by itself: ask it for a session's [`Principal`].
#[derive(Clone, Debug)]
pub struct Store {
    db: Database,
    clock: Clock,
    policy: Arc<Policy>,
    passwords: Passwords,
    secret_key: SecretKey,
}

impl Store {
    pub async fn open(url: &str, clock: Clock, policy: Policy) -> Result<Self, StoreError> {
        let db = Database::connect(url).await?;
        let secret_key = SecretKey::new(db.clone());
        let passwords = Passwords::default();
        Ok(Self { db, clock, policy: Arc::new(policy), passwords, secret_key })
    }

    /// Brings the schema up to date.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        Ok(Migrator::up(self.db.writer(), None).await?)
    }

    /// Whether there is no schema yet: an empty database is migrated by whoever opens it first.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(Migrator::get_applied_migrations(self.db.writer()).await?.is_empty())
    }

    /// How many migrations this program knows and the database lacks.
    pub async fn pending_migrations(&self) -> Result<usize, StoreError> {
        Ok(Migrator::get_pending_migrations(self.db.writer()).await?.len())
    }

    pub fn is_sqlite(&self) -> bool {
        self.db.reader().get_database_backend() == sea_orm::DbBackend::Sqlite
    }

    /// How many statements the database has been given so far: each costs a page a fraction of a millisecond, so they are
    /// counted.
    pub fn statements(&self) -> u64 {
        self.db.statements()
    }

    /// The key from which cookies and links are made, the same for every instance: a row made with the schema.
    pub async fn secret_key(&self) -> Result<Arc<[u8]>, StoreError> {
        self.secret_key.bytes().await
    }

    /// Who stops using the store: what was written goes into the one file.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.db.close().await?)
    }
}
