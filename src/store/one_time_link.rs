//! Links that are good once, for a while: the browser that follows one holds the token, the table its hash
//! (`docs/security.md` F). Following a link uses nothing up; only what is sent from its page does.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter, TryFromU64, Value, sea_query::Expr,
};
use time::{Duration, OffsetDateTime};

use super::{
    StoreError, Token,
    entity::{asked_link, one_time_link},
};
use crate::domain::{
    ids::{MembershipId, UserId},
    membership::INVITATION_LASTS,
    words,
};

words! {
    /// What a link opens.
    LinkPurpose {
        /// The first organisation of the portal.
        SetUp = "set_up",
        /// A membership that somebody has been offered.
        Invitation = "invitation",
        /// A new password.
        Reset = "reset",
        /// A session without a password.
        SignIn = "sign_in",
        /// An address that its owner confirms.
        NewEmail = "new_email",
        /// The second step of signing in; the token stays in the browser's cookie.
        SecondFactor = "second_factor",
    }
}

impl LinkPurpose {
    /// How long such a link is good.
    pub const fn lasts(self) -> Duration {
        match self {
            Self::SetUp | Self::NewEmail => Duration::hours(24),
            Self::Invitation => INVITATION_LASTS,
            Self::Reset => Duration::minutes(30),
            Self::SignIn => Duration::minutes(15),
            Self::SecondFactor => Duration::minutes(10),
        }
    }
}

/// SeaORM asks this of every part of a primary key; only integers can say yes.
impl TryFromU64 for LinkPurpose {
    fn try_from_u64(_: u64) -> Result<Self, DbErr> {
        Err(DbErr::ConvertFromU64("LinkPurpose"))
    }
}

/// A link to be made.
#[derive(Clone, Debug)]
pub(super) struct NewLink {
    pub purpose: LinkPurpose,
    pub user: Option<UserId>,
    pub membership: Option<MembershipId>,
    /// The address that it confirms.
    pub email: Option<String>,
    /// It opens nothing before.
    pub valid_from: OffsetDateTime,
}

impl NewLink {
    /// `None` for the user: the set-up of the portal.
    pub fn new(purpose: LinkPurpose, user: Option<UserId>, now: OffsetDateTime) -> Self {
        Self { purpose, user, membership: None, email: None, valid_from: now }
    }
}

/// Earlier links of the same purpose for the same user and membership are void; what had been asked for is done.
pub(super) async fn make(tx: &DatabaseTransaction, link: NewLink) -> Result<Token, StoreError> {
    let earlier = one_time_link::Entity::delete_many()
        .filter(one_time_link::Column::Purpose.eq(link.purpose))
        .filter(one_time_link::Column::UsedAt.is_null())
        .filter(same(one_time_link::Column::UserId, link.user))
        .filter(same(one_time_link::Column::MembershipId, link.membership));
    earlier.exec(tx).await?;
    if let Some(user) = link.user {
        let done = asked_link::Entity::delete_many()
            .filter(asked_link::Column::UserId.eq(user))
            .filter(asked_link::Column::Purpose.is_in(answered_by(link.purpose)));
        done.exec(tx).await?;
    }
    make_beside(tx, link).await
}

/// Any link that lets somebody in helps whoever cannot sign in.
fn answered_by(purpose: LinkPurpose) -> Vec<LinkPurpose> {
    match purpose {
        LinkPurpose::Reset | LinkPurpose::SignIn => vec![LinkPurpose::Reset, LinkPurpose::SignIn],
        other => vec![other],
    }
}

/// Earlier links stay good: somebody may be signing in with two browsers at once, and whoever knows nothing but the
/// password cannot put an end to it.
pub(super) async fn make_beside(
    tx: &DatabaseTransaction,
    link: NewLink,
) -> Result<Token, StoreError> {
    let token = Token::random();
    let row = one_time_link::ActiveModel {
        token_hash: Set(token.hash()),
        purpose: Set(link.purpose),
        user_id: Set(link.user),
        membership_id: Set(link.membership),
        email: Set(link.email),
        valid_from: Set(link.valid_from),
        expires_at: Set(link.valid_from + link.purpose.lasts()),
        used_at: Set(None),
    };
    one_time_link::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(token)
}

/// Equal, or both of them nothing.
fn same<T: Into<Value>>(column: one_time_link::Column, id: Option<T>) -> Expr {
    match id {
        Some(id) => column.eq(id),
        None => column.is_null(),
    }
}

/// The link that a token opens now; `None` for one that is unknown, of another purpose, used, expired or not good yet.
pub(super) async fn open(
    connection: &impl ConnectionTrait,
    token: &Token,
    purpose: LinkPurpose,
    now: OffsetDateTime,
) -> Result<Option<one_time_link::Model>, StoreError> {
    let good = one_time_link::Entity::find_by_id(token.hash())
        .filter(one_time_link::Column::Purpose.eq(purpose))
        .filter(one_time_link::Column::UsedAt.is_null())
        .filter(one_time_link::Column::ValidFrom.lte(now))
        .filter(one_time_link::Column::ExpiresAt.gt(now));
    Ok(good.all(connection).await?.pop())
}

/// The same, and it is good no more: of two at once, one wins.
pub(super) async fn use_up(
    tx: &DatabaseTransaction,
    token: &Token,
    purpose: LinkPurpose,
    now: OffsetDateTime,
) -> Result<Option<one_time_link::Model>, StoreError> {
    let Some(link) = open(tx, token, purpose, now).await? else { return Ok(None) };
    let used = one_time_link::Entity::update_many()
        .col_expr(one_time_link::Column::UsedAt, Expr::value(now))
        .filter(one_time_link::Column::TokenHash.eq(token.hash()))
        .filter(one_time_link::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok((used.rows_affected == 1).then_some(link))
}

/// Notes that somebody wants such a link. An earlier wish for the same is replaced.
///
/// `email`: the address that it is to confirm.
pub(super) async fn ask(
    tx: &DatabaseTransaction,
    user: UserId,
    purpose: LinkPurpose,
    email: Option<String>,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    asked_link::Entity::delete_by_id((user, purpose)).exec(tx).await?;
    let row = asked_link::ActiveModel {
        user_id: Set(user),
        purpose: Set(purpose),
        email: Set(email),
        asked_at: Set(now),
    };
    asked_link::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
