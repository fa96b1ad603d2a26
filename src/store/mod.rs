//! What is kept: the only code that speaks SQL.
//!
//! Whoever holds a [`PartnerStore`] or a [`CustomerStore`] has been let in: [`session`] alone makes them, from a session,
//! and every query of theirs starts from the scope they were made with.

mod account;
mod account_link;
mod activity;
mod activity_log;
mod attempts;
mod change;
mod clock_check;
mod connect;
mod counts;
mod credentials;
pub mod customer;
mod customer_people;
pub mod demo;
mod edited;
mod entity;
mod former_name;
mod housekeeping;
mod invitation;
mod joins;
mod known_browser;
mod listing;
mod new_admin;
mod one_time_link;
pub mod operator;
mod organisation_facts;
pub mod partner;
mod party;
mod password;
mod permission;
mod person;
mod reader;
mod report;
mod request_link;
mod returning;
mod schema;
mod scope;
mod second_factor;
mod secret_key;
mod session;
mod set_up;
mod shared_support;
mod sign_in;
mod sign_in_help;
mod signed_link;
mod support_details;
mod token;
pub mod user;

/// How long sessions last, for the pages that say so.
pub mod limits {
    pub use super::{
        one_time_link::LinkPurpose,
        session::{ABSOLUTE, IDLE},
    };
}

use std::{io, path::PathBuf, sync::Arc};

use sea_orm::{DbErr, SqlErr};

pub use self::{
    account::{
        Account, AccountDetails, AccountEdit, Confirming, Membership, NewEmail, NewEmailState,
        OwnSession, SecondFactor, SetUp,
    },
    account_link::LinkedAccount,
    activity::{ActivityGroup, ActivityKind},
    activity_log::{ActivityFilter, ActivityLine, Actor, Arguments},
    counts::Pool,
    customer::{CustomerAdmin, CustomerStore},
    edited::Edited,
    housekeeping::{Ages, Swept},
    invitation::{CannotAccept, CannotInvite, Invitation},
    listing::{Position, Slice},
    new_admin::NewAdmin,
    organisation_facts::{OrganisationEdit, OrganisationFacts, OwnOrganisation, Stale},
    partner::{
        CustomerEditor, FirstAdminInviter, ManyAssigner, OrganisationEditor, PartnerStore,
        PartnershipAnswerer, PartnershipRequester, ProviderLeaver, ProviderReader,
        RelationshipEnder, RelationshipRequester, ReportSettler, RequestRevoker, ResellerManager,
        ResellerReader, SubscriptionEditor, SubscriptionReporter, SupportAssigner,
        SupportProfileEditor, UserManager,
    },
    party::Party,
    password::Passwords,
    permission::{Denied, Permission},
    report::{OwnReport, Reported},
    request_link::{CannotClaim, Claim, Claimable, LinkedRequest},
    schema::{Migrated, Schema},
    scope::{Organisation, SignedInUser},
    session::{Acting, Principal},
    set_up::FirstOrganisation,
    shared_support::SharedSupport,
    sign_in::{Browser, CannotSignIn, CannotStep, Entered, SecondStep, SignIn},
    sign_in_help::SignInHelp,
    support_details::PartnerDetails,
    token::Token,
};
use self::{connect::Database, secret_key::SecretKey};
use crate::{
    clock::Clock,
    domain::{change::Cause, policy::Policy},
};

/// Our own fault, the database's, or a right that was lost meanwhile. Not finding a row is an `Option`, breaking a rule a
/// value of `domain`.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the database failed: {}", connect::in_words(.0))]
    Database(DbErr),
    /// The session was good when the request began; its user, membership or roles have changed since.
    #[error("the right to do this has been taken away meanwhile")]
    NotPermitted,
    #[error("{path} could not be made, so the database is left as it was: {error}", path = path.display())]
    Copy { path: PathBuf, error: io::Error },
    /// More sign-ins at once than this machine can hash.
    #[error("too many passwords are being checked at once")]
    Overloaded,
}

impl StoreError {
    /// It may well work later, as it is: no connection was free, too much is going on, or the disk is full.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Overloaded => true,
            Self::Database(error) => {
                connect::is_out_of_reach(error)
                    || connect::is_busy(error)
                    || connect::is_full(error)
            }
            Self::NotPermitted | Self::Copy { .. } => false,
        }
    }

    /// A row like the one to be written was there first: what was looked for before is there now.
    fn is_taken(&self) -> bool {
        let Self::Database(error) = self else { return false };
        matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
    }
}

/// Its words are the database's own: those of the libraries between are no cause besides.
impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
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

    /// With a key in the place of the one that the database holds; at least 64 bytes.
    #[must_use]
    pub fn with_secret_key(self, bytes: &[u8]) -> Self {
        Self { secret_key: SecretKey::given(self.db.clone(), bytes), ..self }
    }

    pub fn is_sqlite(&self) -> bool {
        self.db.is_sqlite()
    }

    /// How many statements the database has been given so far: each costs a page a fraction of a millisecond, so they are
    /// counted.
    pub fn statements(&self) -> u64 {
        self.db.counts().statements()
    }

    /// How often somebody has failed to sign in here since the program was started.
    pub fn failed_sign_ins(&self) -> u64 {
        self.db.counts().failed_sign_ins()
    }

    /// How many contacts have changed here since the program was started, for each cause.
    pub fn contact_changes(&self) -> impl Iterator<Item = (Cause, u64)> {
        self.db.counts().changes()
    }

    /// The connections to the database.
    pub fn pools(&self) -> Vec<Pool> {
        self.db.pools()
    }

    /// The key from which cookies and links are made, the same for every instance: a row made with the schema, or what
    /// the operator has put in its place.
    pub async fn secret_key(&self) -> Result<Arc<[u8]>, StoreError> {
        self.secret_key.bytes().await
    }

    /// Who stops using the store: what was written goes into the one file.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.db.close().await?)
    }
}
