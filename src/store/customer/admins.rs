//! Who in the same organisation may do what a plain user may not (`docs/domain.md` rule 5).

use sea_orm::{
    ColumnTrait, DerivePartialModel, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationTrait,
};

use super::CustomerStore;
use crate::{
    domain::role::CustomerRole,
    locale::sort_key,
    store::{
        StoreError,
        entity::{membership, membership_role, user},
        partner::Colleague,
    },
};

#[derive(DerivePartialModel)]
#[sea_orm(entity = "membership_role::Entity")]
struct Row {
    #[sea_orm(nested)]
    user: UserRow,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "user::Entity")]
struct UserRow {
    name: String,
    email: String,
}

impl CustomerStore {
    /// The customer's global admins, by name.
    pub async fn admins(&self) -> Result<Vec<Colleague>, StoreError> {
        let rows = membership_role::Entity::find()
            .join(JoinType::InnerJoin, membership_role::Relation::Membership.def())
            .join(JoinType::InnerJoin, membership::Relation::User.def())
            .filter(membership::Column::CustomerId.eq(self.customer))
            .filter(membership::Column::Active.eq(true))
            .filter(membership_role::Column::Role.eq(CustomerRole::GlobalAdmin.as_str()))
            .filter(user::Column::Active.eq(true))
            .into_partial_model::<Row>()
            .all(self.scope.db.reader())
            .await?;
        let mut admins: Vec<_> = rows
            .into_iter()
            .map(|row| Colleague { name: row.user.name, email: row.user.email })
            .collect();
        admins.sort_by_cached_key(|admin| (sort_key(&admin.name), admin.email.clone()));
        Ok(admins)
    }
}
