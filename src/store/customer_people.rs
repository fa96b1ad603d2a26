//! Whether anybody can sign in for a customer: until then others answer for it, and somebody has to let its first admin in.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait, Select, sea_query::Expr,
};
use time::OffsetDateTime;

use super::{
    StoreError,
    entity::{activity, membership, membership_role, session, user},
};
use crate::domain::{
    ids::{CustomerId, UserId},
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

fn of(customer: CustomerId) -> Select<membership::Entity> {
    membership::Entity::find()
        .join(JoinType::InnerJoin, membership::Relation::User.def())
        .filter(membership::Column::CustomerId.eq(customer))
        .filter(membership::Column::Active.eq(true))
        .filter(user::Column::Active.eq(true))
        .filter(user::Column::PasswordHash.is_not_null())
}
