//! One person of the organisation, and what may be done about them.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, JoinType, PaginatorTrait,
    QueryFilter, QuerySelect, RelationTrait,
};

use super::{UserLine, Users};
use crate::{
    domain::{
        ids::MembershipId,
        membership::{Managed, Role, Standing},
    },
    store::{
        StoreError,
        entity::{membership, membership_role, user},
    },
};

/// What the person's page shows.
#[derive(Clone, Debug)]
pub struct UserPage {
    pub line: UserLine,
    /// What rules ask about them.
    pub managed: Managed,
    pub has_second_factor: bool,
}

/// Somebody whose rows nobody else changes until the transaction ends.
pub(in crate::store) struct Locked {
    pub membership: membership::Model,
    pub user: user::Model,
    pub managed: Managed,
}

impl Locked {
    /// As it was typed.
    pub fn invited_email(&self) -> String {
        self.membership.invited_email.clone().unwrap_or_else(|| self.user.email.clone())
    }
}

impl Users {
    pub async fn user(&self, id: MembershipId) -> Result<Option<UserPage>, StoreError> {
        let db = self.scope.db.reader();
        let own = self.own_memberships().filter(membership::Column::Id.eq(id));
        let Some(row) = own.clone().all(db).await?.pop() else { return Ok(None) };
        let Some(line) = self.lines(own).await?.pop() else { return Ok(None) };
        let managed = self.managed(db, &row, line.standing).await?;
        let secured =
            user::Entity::find_by_id(row.user_id).filter(user::Column::TotpSecret.is_not_null());
        let has_second_factor = secured.count(db).await? > 0;
        Ok(Some(UserPage { line, managed, has_second_factor }))
    }

    /// `None`: not one of this organisation.
    pub(in crate::store) async fn lock(
        &self,
        tx: &DatabaseTransaction,
        id: MembershipId,
    ) -> Result<Option<Locked>, StoreError> {
        let own = self.own_memberships().filter(membership::Column::Id.eq(id));
        let Some(found) = own.clone().all(tx).await?.pop() else { return Ok(None) };
        // The account before the membership, as whoever acts holds their own.
        let user = user::Entity::find_by_id(found.user_id).lock_exclusive();
        let Some(user) = user.all(tx).await?.pop() else { return Ok(None) };
        let Some(membership) = own.lock_exclusive().all(tx).await?.pop() else { return Ok(None) };
        let standing = Standing::of(membership.active, membership.invited_at, self.scope.now());
        let standing = standing.with_account(user.active);
        let managed = self.managed(tx, &membership, standing).await?;
        Ok(Some(Locked { membership, user, managed }))
    }

    async fn managed(
        &self,
        connection: &impl ConnectionTrait,
        row: &membership::Model,
        standing: Standing,
    ) -> Result<Managed, StoreError> {
        let roles = membership_role::Entity::find()
            .filter(membership_role::Column::MembershipId.eq(row.id))
            .all(connection)
            .await?;
        let elsewhere = membership::Entity::find()
            .filter(membership::Column::UserId.eq(row.user_id))
            .filter(membership::Column::Id.ne(row.id))
            .filter(membership::Column::Active.eq(true));
        let belongs_elsewhere = elsewhere.count(connection).await? > 0;
        let roles: super::Roles = roles.iter().filter_map(|role| self.role(&role.role)).collect();
        let is_global_admin = roles.iter().any(|role| role.is_global_admin());
        let is_last_global_admin = is_global_admin
            && standing == Standing::Member
            && self.other_global_admins(connection, row.id).await? == 0;
        Ok(Managed {
            standing,
            roles,
            is_manager: row.id == self.scope.membership,
            is_last_global_admin,
            belongs_elsewhere,
        })
    }

    async fn other_global_admins(
        &self,
        connection: &impl ConnectionTrait,
        than: MembershipId,
    ) -> Result<u64, StoreError> {
        let role = Role::global_admin(self.organisation);
        let others = self
            .own_memberships()
            .join(JoinType::InnerJoin, membership::Relation::Roles.def())
            .join(JoinType::InnerJoin, membership::Relation::User.def())
            .filter(membership_role::Column::Role.eq(role.as_str()))
            .filter(membership::Column::Id.ne(than))
            .filter(membership::Column::Active.eq(true))
            .filter(user::Column::Active.eq(true));
        Ok(others.count(connection).await?)
    }
}
