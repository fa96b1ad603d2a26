//! Who in the same organisation may do what the reader may not.

use sea_orm::{
    ColumnTrait, DerivePartialModel, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationTrait,
};

use super::PartnerStore;
use crate::{
    domain::{
        ids::UserId,
        role::{PartnerRole, PartnerVerb},
    },
    locale::sort_key,
    store::{
        StoreError,
        entity::{membership, membership_role, user},
    },
};

/// Somebody to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    pub name: String,
    pub email: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "membership_role::Entity")]
struct Row {
    role: String,
    #[sea_orm(nested)]
    user: UserRow,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "user::Entity")]
struct UserRow {
    id: UserId,
    name: String,
    email: String,
}

impl PartnerStore {
    /// The colleagues who may assign a support contact, by name.
    pub async fn colleagues_who_assign(&self) -> Result<Vec<Colleague>, StoreError> {
        self.colleagues_who(PartnerVerb::AssignSupportContact).await
    }

    /// The colleagues who may do it, by name.
    pub async fn colleagues_who(&self, verb: PartnerVerb) -> Result<Vec<Colleague>, StoreError> {
        let rows = membership_role::Entity::find()
            .join(JoinType::InnerJoin, membership_role::Relation::Membership.def())
            .join(JoinType::InnerJoin, membership::Relation::User.def())
            .filter(membership::Column::PartnerId.eq(self.partner))
            .filter(membership::Column::Active.eq(true))
            .filter(user::Column::Active.eq(true))
            .into_partial_model::<Row>()
            .all(self.scope.db.reader())
            .await?;
        let assigning = &self.scope.policy.assigning_roles;
        let mut users: Vec<UserRow> = rows
            .into_iter()
            .filter(|row| {
                let role = row.role.parse::<PartnerRole>();
                role.is_ok_and(|role| role.may(verb, assigning))
            })
            .map(|row| row.user)
            .collect();
        users.sort_by_cached_key(|user| (sort_key(&user.name), user.id));
        users.dedup_by_key(|user| user.id);
        Ok(users.into_iter().map(|user| Colleague { name: user.name, email: user.email }).collect())
    }
}
