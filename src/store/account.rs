//! What every signed-in person may do for themself: choose for whom they act, choose a language, sign out; and, in files
//! of their own, what they say of themself, what opens their account, and where it is open.

mod details;
mod email;
mod password;
mod second_factor;
mod sessions;

mod invitation;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    DerivePartialModel, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
    sea_query::Expr,
};
use time::OffsetDateTime;
use uuid::Uuid;

pub use self::{
    details::{AccountDetails, AccountEdit},
    email::{Confirming, NewEmail, NewEmailState},
    second_factor::{SecondFactor, SetUp},
    sessions::OwnSession,
};

use super::{
    Store, StoreError, Token,
    activity::{self, Activity, ActivityKind},
    entity::{customer, membership, partner, session, user},
};
use crate::{
    domain::ids::{CustomerId, MembershipId, PartnerId, UserId},
    locale::sort_key,
};

#[derive(Clone, Debug)]
pub struct Account {
    store: Store,
    user: UserId,
    token: Token,
    membership: Option<MembershipId>,
    request: Option<Uuid>,
}

/// One organisation that somebody may act for.
#[derive(Clone, Debug)]
pub struct Membership {
    pub id: MembershipId,
    pub organisation: String,
    /// The session acts for it now.
    pub current: bool,
    /// Nobody acts for it without a second factor.
    pub requires_second_factor: bool,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "membership::Entity")]
struct MembershipRow {
    id: MembershipId,
    partner_id: Option<PartnerId>,
    customer_id: Option<CustomerId>,
    #[sea_orm(nested)]
    partner: Option<PartnerName>,
    #[sea_orm(nested)]
    customer: Option<CustomerName>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct PartnerName {
    name: String,
    second_factor_required: bool,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "customer::Entity")]
struct CustomerName {
    name: String,
    second_factor_required: bool,
}

impl Account {
    pub(super) fn new(
        store: Store,
        user: UserId,
        token: Token,
        membership: Option<MembershipId>,
        request: Option<Uuid>,
    ) -> Self {
        Self { store, user, token, membership, request }
    }

    /// The organisations they may act for, by name.
    pub async fn memberships(&self) -> Result<Vec<Membership>, StoreError> {
        let rows = self.membership_rows(self.store.db.reader()).await?;
        let mut memberships: Vec<_> = rows
            .into_iter()
            .map(|row| {
                let partner = row.partner.map(|own| (own.name, own.second_factor_required));
                let customer = row.customer.map(|own| (own.name, own.second_factor_required));
                let (organisation, requires_second_factor) =
                    partner.or(customer).unwrap_or_default();
                let current = self.membership == Some(row.id);
                Membership { id: row.id, organisation, current, requires_second_factor }
            })
            .collect();
        memberships.sort_by_cached_key(|membership| sort_key(&membership.organisation));
        Ok(memberships)
    }

    /// Acts for another organisation from now on. `None`: not one of theirs.
    pub async fn choose(&self, wanted: MembershipId) -> Result<Option<()>, StoreError> {
        self.store
            .db
            .write(async |tx| {
                self.still_signed_in(tx).await?;
                let rows = self.membership_rows(tx).await?;
                let Some(row) = rows.into_iter().find(|row| row.id == wanted) else {
                    return Ok(None);
                };
                if self.membership == Some(wanted) {
                    return Ok(Some(()));
                }
                let chosen = session::Entity::update_many()
                    .col_expr(session::Column::MembershipId, Expr::value(wanted))
                    .filter(session::Column::TokenHash.eq(self.token.hash()))
                    .exec(tx)
                    .await?;
                if chosen.rows_affected == 0 {
                    return Err(StoreError::NotPermitted);
                }
                self.record(tx, ActivityKind::OrganisationChosen, row.partner_id, row.customer_id)
                    .await?;
                Ok(Some(()))
            })
            .await
    }

    /// Pages speak this language to them from now on, in any browser.
    pub async fn choose_language(&self, language: &str) -> Result<(), StoreError> {
        self.store
            .db
            .write(async |tx| {
                self.still_signed_in(tx).await?;
                let unchanged = user::Entity::find_by_id(self.user)
                    .filter(user::Column::Locale.eq(language))
                    .all(tx)
                    .await?;
                if !unchanged.is_empty() {
                    return Ok(());
                }
                let row = user::ActiveModel {
                    id: Set(self.user),
                    locale: Set(Some(language.to_owned())),
                    ..Default::default()
                };
                row.update(tx).await?;
                self.record_own(tx, ActivityKind::LanguageChosen).await
            })
            .await
    }

    /// Ends the session at once, wherever its cookie has been copied to.
    pub async fn sign_out(&self) -> Result<(), StoreError> {
        self.store
            .db
            .write(async |tx| {
                let ended = session::Entity::delete_by_id(self.token.hash()).exec(tx).await?;
                if ended.rows_affected == 0 {
                    return Ok(());
                }
                self.record_own(tx, ActivityKind::SignedOut).await
            })
            .await
    }

    /// The person may have been disabled, or the session ended, since the request began.
    async fn still_signed_in(&self, tx: &DatabaseTransaction) -> Result<(), StoreError> {
        let user = user::Entity::find_by_id(self.user).filter(user::Column::Active.eq(true));
        let session = session::Entity::find_by_id(self.token.hash())
            .filter(session::Column::UserId.eq(self.user));
        let is_gone = user.lock_shared().all(tx).await?.is_empty()
            || session.lock_shared().all(tx).await?.is_empty();
        if is_gone { Err(StoreError::NotPermitted) } else { Ok(()) }
    }

    /// The same, and nobody else changes their row until the transaction ends.
    async fn lock_user(&self, tx: &DatabaseTransaction) -> Result<user::Model, StoreError> {
        let user = user::Entity::find_by_id(self.user).lock_exclusive().all(tx).await?.pop();
        self.still_signed_in(tx).await?;
        user.ok_or(StoreError::NotPermitted)
    }

    async fn membership_rows(
        &self,
        connection: &impl ConnectionTrait,
    ) -> Result<Vec<MembershipRow>, StoreError> {
        let rows = membership::Entity::find()
            .join(JoinType::LeftJoin, membership::Relation::Partner.def())
            .join(JoinType::LeftJoin, membership::Relation::Customer.def())
            .filter(membership::Column::UserId.eq(self.user))
            .filter(membership::Column::Active.eq(true))
            .order_by_asc(membership::Column::Id)
            .into_partial_model()
            .all(connection)
            .await?;
        Ok(rows)
    }

    async fn acting_for(
        &self,
        tx: &DatabaseTransaction,
    ) -> Result<(Option<PartnerId>, Option<CustomerId>), StoreError> {
        let rows = self.membership_rows(tx).await?;
        let row = rows.into_iter().find(|row| self.membership == Some(row.id));
        Ok(row.map_or((None, None), |row| (row.partner_id, row.customer_id)))
    }

    async fn record(
        &self,
        tx: &DatabaseTransaction,
        kind: ActivityKind,
        partner: Option<PartnerId>,
        customer: Option<CustomerId>,
    ) -> Result<(), StoreError> {
        activity::record(tx, self.line(kind, partner, customer)).await
    }

    /// For what is about nobody but themself: in the log of the organisation that they act for.
    async fn record_own(
        &self,
        tx: &DatabaseTransaction,
        kind: ActivityKind,
    ) -> Result<(), StoreError> {
        let (partner, customer) = self.acting_for(tx).await?;
        self.record(tx, kind, partner, customer).await
    }

    fn line(
        &self,
        kind: ActivityKind,
        partner: Option<PartnerId>,
        customer: Option<CustomerId>,
    ) -> Activity {
        let mut line = Activity::new(kind, self.now());
        line.by_user = Some(self.user);
        line.by_partner = partner;
        line.by_customer = customer;
        line.partner = partner;
        line.customer = customer;
        line.request = self.request;
        line
    }

    fn now(&self) -> OffsetDateTime {
        self.store.clock.now()
    }
}
