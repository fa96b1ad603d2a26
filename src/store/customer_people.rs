//! Whether anybody can sign in for a customer: until then others answer for it, and somebody has to let its first admin in.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, RelationTrait, Select,
    sea_query::{Expr, ExprTrait},
};
use time::OffsetDateTime;

use super::{
    StoreError,
    entity::{activity, membership, membership_role, one_time_link, session, user},
};
use crate::domain::{
    first_admin,
    ids::{CustomerId, MembershipId, UserId},
    membership::INVITATION_LASTS,
    role::CustomerRole,
};

/// Whether there is one who has a password: an invitation that nobody has followed lets nobody in.
pub(super) async fn are_there(
    connection: &impl ConnectionTrait,
    customer: CustomerId,
) -> Result<bool, StoreError> {
    Ok(of(customer).count(connection).await? > 0)
}

/// The same in a statement that names `customers`.
pub(super) fn exist() -> Expr {
    Expr::cust(
        "EXISTS (SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id \
         WHERE m.customer_id = customers.id AND m.active AND u.active \
         AND u.password_hash IS NOT NULL)",
    )
}

/// When one of its admins used the portal last, by what is in its log and by their sessions.
pub(super) async fn admin_seen(
    connection: &impl ConnectionTrait,
    customer: CustomerId,
) -> Result<Option<OffsetDateTime>, StoreError> {
    let admins: Vec<UserId> = of(customer)
        .join(JoinType::InnerJoin, membership::Relation::Roles.def())
        .filter(membership_role::Column::Role.eq(CustomerRole::GlobalAdmin.as_str()))
        .all(connection)
        .await?
        .into_iter()
        .map(|row| row.user_id)
        .collect();
    let done = activity::Entity::find()
        .filter(activity::Column::CustomerId.eq(customer))
        .filter(activity::Column::ByUser.is_in(admins.iter().copied()))
        .order_by_desc(activity::Column::At)
        .limit(1)
        .all(connection)
        .await?;
    let open = session::Entity::find()
        .filter(session::Column::UserId.is_in(admins))
        .order_by_desc(session::Column::LastSeenAt)
        .limit(1)
        .all(connection)
        .await?;
    let done = done.into_iter().map(|line| line.at);
    Ok(done.chain(open.into_iter().map(|session| session.last_seen_at)).max())
}

/// Whether one of its admins has been seen lately: who is not there cannot object to another.
pub(super) async fn an_admin_is_there(
    connection: &impl ConnectionTrait,
    customer: CustomerId,
    now: OffsetDateTime,
) -> Result<bool, StoreError> {
    Ok(first_admin::was_lately(admin_seen(connection, customer).await?, now))
}

/// The admins that partners have invited while nobody was there to object: somebody is now, and has the time for it.
pub(super) async fn give_notice(
    tx: &DatabaseTransaction,
    customer: CustomerId,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    let from = now + first_admin::NOTICE;
    let sooner = membership::Column::InvitedAt.lt(from);
    let waiting: Vec<MembershipId> = membership::Entity::find()
        .select_only()
        .column(membership::Column::Id)
        .filter(membership::Column::CustomerId.eq(customer))
        .filter(membership::Column::InvitedByPartner.is_not_null())
        .filter(sooner.and(membership::Column::InvitedAt.gt(now - INVITATION_LASTS)))
        .lock_exclusive()
        .into_tuple()
        .all(tx)
        .await?;
    if waiting.is_empty() {
        return Ok(());
    }
    membership::Entity::update_many()
        .col_expr(membership::Column::InvitedAt, Expr::value(from))
        .filter(membership::Column::Id.is_in(waiting.iter().copied()))
        .exec(tx)
        .await?;
    one_time_link::Entity::update_many()
        .col_expr(one_time_link::Column::ValidFrom, Expr::value(from))
        .col_expr(one_time_link::Column::ExpiresAt, Expr::value(from + INVITATION_LASTS))
        .filter(one_time_link::Column::MembershipId.is_in(waiting))
        .exec(tx)
        .await?;
    Ok(())
}

fn of(customer: CustomerId) -> Select<membership::Entity> {
    membership::Entity::find()
        .join(JoinType::InnerJoin, membership::Relation::User.def())
        .filter(membership::Column::CustomerId.eq(customer))
        .filter(membership::Column::Active.eq(true))
        .filter(user::Column::Active.eq(true))
        .filter(user::Column::PasswordHash.is_not_null())
}
