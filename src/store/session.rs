//! Sessions: the browser holds a random token; the row decides (`docs/security.md` C).

use std::sync::Arc;

use sea_orm::{
    ColumnTrait, DerivePartialModel, EntityTrait, JoinType, QueryFilter, QuerySelect,
    RelationTrait,
    sea_query::{Expr, ExprTrait},
};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{
    Account, CustomerStore, Organisation, PartnerStore, SignedInUser, Store, StoreError, Token,
    entity::{customer, membership, membership_role, partner, session, user},
    scope::Scope,
};
use crate::domain::{
    ids::{CustomerId, MembershipId, PartnerId, UserId},
    partner::PartnerKind,
    role::{CustomerRole, PartnerRole},
};

/// A session that nobody uses ends after this long …
pub const IDLE: Duration = Duration::minutes(60);
/// … and every session after this long.
pub const ABSOLUTE: Duration = Duration::hours(12);
/// A user's oldest sessions end when there are more than this.
pub const AT_MOST: u64 = 10;
/// The row need not say more exactly than this when the session was last used.
const TOUCH_EVERY: Duration = Duration::minutes(5);

/// Somebody who has signed in.
#[derive(Clone, Debug)]
pub struct Principal {
    pub user: SignedInUser,
    pub acting: Acting,
    /// What they may do for themself, whatever they act for.
    pub account: Account,
    /// The row says too little about when it was last used: [`Store::touch`] it.
    pub needs_touch: bool,
}

/// For whom they act: a ready store that shows that organisation's part of the world and nothing else.
#[derive(Clone, Debug)]
pub enum Acting {
    Partner(PartnerStore),
    Customer(CustomerStore),
    /// A member of several organisations who has not chosen yet.
    Undecided,
    /// Their organisation requires a second factor, and they have none: until it is set up they act for nobody.
    SecondFactorFirst(Organisation),
}

impl Acting {
    /// They act for nobody until they have set up a second factor.
    pub fn is_short_of_second_factor(&self) -> bool {
        matches!(self, Self::SecondFactorFirst(_))
    }
}

/// One row for each role of the membership; a single one where there is no membership yet.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "session::Entity")]
struct SignedIn {
    membership_id: Option<MembershipId>,
    epoch: i64,
    last_seen_at: OffsetDateTime,
    #[sea_orm(nested)]
    user: UserRow,
    #[sea_orm(nested)]
    role: Option<RoleRow>,
    #[sea_orm(nested)]
    partner: Option<PartnerRow>,
    #[sea_orm(nested)]
    customer: Option<CustomerRow>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "user::Entity")]
struct UserRow {
    id: UserId,
    name: String,
    email: String,
    locale: Option<String>,
    time_zone: Option<String>,
    #[sea_orm(from_expr = "has_second_factor()")]
    has_second_factor: bool,
    #[sea_orm(from_expr = "memberships_of_user()")]
    memberships: i64,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "membership_role::Entity")]
struct RoleRow {
    role: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct PartnerRow {
    id: PartnerId,
    name: String,
    kind: PartnerKind,
    mpn_id: String,
    time_zone: String,
    second_factor_required: bool,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "customer::Entity")]
struct CustomerRow {
    id: CustomerId,
    name: String,
    domain: String,
    time_zone: String,
    second_factor_required: bool,
}

fn has_second_factor() -> Expr {
    Expr::cust("(users.totp_secret IS NOT NULL)")
}

fn memberships_of_user() -> Expr {
    Expr::cust("(SELECT COUNT(*) FROM memberships m WHERE m.user_id = users.id AND m.active)")
}

impl Store {
    /// Who this token is, in one query; `None` when the session has ended. `request` is noted with what they do.
    pub async fn principal(
        &self,
        token: &Token,
        request: Option<Uuid>,
    ) -> Result<Option<Principal>, StoreError> {
        let now = self.clock.now();
        let rows = session::Entity::find_by_id(token.hash())
            .join(JoinType::InnerJoin, session::Relation::User.def())
            .join(JoinType::LeftJoin, session::Relation::Membership.def())
            .join(JoinType::LeftJoin, membership::Relation::Roles.def())
            .join(JoinType::LeftJoin, membership::Relation::Partner.def())
            .join(JoinType::LeftJoin, membership::Relation::Customer.def())
            .filter(session::Column::ExpiresAt.gt(now))
            .filter(session::Column::LastSeenAt.gt(now - IDLE))
            .filter(user::Column::Active.eq(true))
            .filter(Expr::cust("users.epoch = sessions.epoch"))
            .filter(session::Column::MembershipId.is_null().or(membership::Column::Active.eq(true)))
            .into_partial_model::<SignedIn>()
            .all(self.db.reader())
            .await?;
        Ok(self.principal_of(rows, token, request, now))
    }

    /// The only place where a scoped store is made.
    fn principal_of(
        &self,
        mut rows: Vec<SignedIn>,
        token: &Token,
        request: Option<Uuid>,
        now: OffsetDateTime,
    ) -> Option<Principal> {
        let roles: Vec<String> =
            rows.iter_mut().filter_map(|row| row.role.take()).map(|row| row.role).collect();
        let row = rows.pop()?;
        let scope = row.membership_id.map(|membership| Scope {
            db: self.db.clone(),
            clock: self.clock.clone(),
            secret_key: self.secret_key.clone(),
            policy: Arc::clone(&self.policy),
            user: row.user.id,
            membership,
            epoch: row.epoch,
            request,
        });
        let is_short = |required: bool| required && !row.user.has_second_factor;
        let acting = match (scope, row.partner, row.customer) {
            (Some(_), Some(partner), None) if is_short(partner.second_factor_required) => {
                Acting::SecondFactorFirst(partner.organisation())
            }
            (Some(_), None, Some(customer)) if is_short(customer.second_factor_required) => {
                Acting::SecondFactorFirst(customer.organisation())
            }
            (Some(scope), Some(partner), None) => Acting::Partner(partner.store(scope, &roles)),
            (Some(scope), None, Some(customer)) => Acting::Customer(customer.store(scope, &roles)),
            _ => Acting::Undecided,
        };
        let account =
            Account::new(self.clone(), row.user.id, token.clone(), row.membership_id, request);
        let needs_touch = now - row.last_seen_at > TOUCH_EVERY;
        Some(Principal { user: row.user.into(), acting, account, needs_touch })
    }

    /// Notes that the session is in use.
    pub async fn touch(&self, token: &Token) -> Result<(), StoreError> {
        session::Entity::update_many()
            .col_expr(session::Column::LastSeenAt, Expr::value(self.clock.now()))
            .filter(session::Column::TokenHash.eq(token.hash()))
            .exec(self.db.writer())
            .await?;
        Ok(())
    }
}

impl From<UserRow> for SignedInUser {
    fn from(row: UserRow) -> Self {
        let UserRow { id, name, email, locale, time_zone, memberships, .. } = row;
        Self { id, name, email, locale, time_zone, memberships }
    }
}

impl PartnerRow {
    fn organisation(&self) -> Organisation {
        Organisation { name: self.name.clone(), time_zone: self.time_zone.clone() }
    }

    fn store(self, scope: Scope, roles: &[String]) -> PartnerStore {
        let roles: Vec<PartnerRole> = roles.iter().filter_map(|role| role.parse().ok()).collect();
        let organisation = self.organisation();
        PartnerStore::new(scope, self.id, self.kind, self.mpn_id, roles, organisation)
    }
}

impl CustomerRow {
    fn organisation(&self) -> Organisation {
        Organisation { name: self.name.clone(), time_zone: self.time_zone.clone() }
    }

    fn store(self, scope: Scope, roles: &[String]) -> CustomerStore {
        let roles: Vec<CustomerRole> = roles.iter().filter_map(|role| role.parse().ok()).collect();
        let organisation = self.organisation();
        CustomerStore::new(scope, self.id, self.domain, roles, organisation)
    }
}
