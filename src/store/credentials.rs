//! What opens an account: with each change of it the person's sessions end, wherever they are, and the links that would
//! have opened it are void (`docs/security.md` B6).

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use time::OffsetDateTime;

use super::{
    StoreError, Token,
    entity::{one_time_link, session, user},
    one_time_link::LinkPurpose,
    session::IDLE,
};
use crate::domain::ids::UserId;

/// `hash`: of the new password, which takes too long to be made in a transaction.
pub(super) async fn change_password(
    tx: &DatabaseTransaction,
    user: UserId,
    hash: String,
) -> Result<(), StoreError> {
    keep_password(tx, user, hash).await?;
    renew(tx, user).await
}

pub(super) async fn keep_password(
    tx: &DatabaseTransaction,
    user: UserId,
    hash: String,
) -> Result<(), StoreError> {
    let row =
        user::ActiveModel { id: Set(user), password_hash: Set(Some(hash)), ..Default::default() };
    row.update(tx).await?;
    Ok(())
}

/// The person's session with this token, as long as it is good.
pub(super) async fn own_session(
    tx: &DatabaseTransaction,
    user: UserId,
    token: &Token,
    now: OffsetDateTime,
) -> Result<Option<session::Model>, StoreError> {
    let good = session::Entity::find_by_id(token.hash())
        .filter(session::Column::UserId.eq(user))
        .filter(session::Column::ExpiresAt.gt(now))
        .filter(session::Column::LastSeenAt.gt(now - IDLE));
    Ok(good.all(tx).await?.pop())
}

/// For somebody who has changed their own: as [`renew`], but their session goes on under a new token, for as long as it
/// would have lasted.
pub(super) async fn renew_own(
    tx: &DatabaseTransaction,
    own: session::Model,
    now: OffsetDateTime,
) -> Result<Token, StoreError> {
    renew(tx, own.user_id).await?;
    let user = user::Entity::find_by_id(own.user_id).all(tx).await?.pop();
    let epoch = user.ok_or(StoreError::NotPermitted)?.epoch;
    let token = Token::random();
    let row = session::Model { token_hash: token.hash(), epoch, last_seen_at: now, ..own };
    session::Entity::insert(session::ActiveModel::from(row)).exec_without_returning(tx).await?;
    Ok(token)
}

/// What links open an account.
const OPENING: [LinkPurpose; 4] =
    [LinkPurpose::Reset, LinkPurpose::SignIn, LinkPurpose::NewEmail, LinkPurpose::SecondFactor];

/// Whatever was opened with the credentials until now is closed.
pub(super) async fn renew(tx: &DatabaseTransaction, user: UserId) -> Result<(), StoreError> {
    user::Entity::update_many()
        .col_expr(user::Column::Epoch, Expr::col(user::Column::Epoch).add(1))
        .filter(user::Column::Id.eq(user))
        .exec(tx)
        .await?;
    session::Entity::delete_many().filter(session::Column::UserId.eq(user)).exec(tx).await?;
    one_time_link::Entity::delete_many()
        .filter(one_time_link::Column::UserId.eq(user))
        .filter(one_time_link::Column::Purpose.is_in(OPENING))
        .filter(one_time_link::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
