//! A person with everything that they belong to, held until the operator is done with them.

use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, JoinType, QueryFilter, QuerySelect,
    RelationTrait,
};

use super::organisation::{names, organisation_of};
use crate::{
    domain::{
        ids::{OrganisationId, UserId},
        membership::Role,
        text::EmailAddress,
    },
    store::{
        StoreError,
        entity::{membership, membership_role, user},
        user::lock_organisation,
    },
};

/// The organisations, by name, whose only global admin somebody is (`docs/domain.md` rule 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastAdminOf(pub Vec<String>);

pub(super) struct Person {
    pub user: user::Model,
    pub memberships: Vec<membership::Model>,
}

impl Person {
    /// `None`: nobody has this address.
    pub async fn lock(
        tx: &DatabaseTransaction,
        email: &EmailAddress,
    ) -> Result<Option<Self>, StoreError> {
        let found = user::Entity::find().filter(user::Column::Email.eq(email.as_str()));
        let Some(user) = found.clone().all(tx).await?.pop() else { return Ok(None) };
        let all = membership::Entity::find().filter(membership::Column::UserId.eq(user.id));
        // The organisations first, as for whoever manages their people: of two global admins who go at once, the second is
        // then the last.
        let mut organisations: Vec<_> =
            all.clone().all(tx).await?.iter().filter_map(organisation_of).collect();
        organisations.sort_unstable();
        for organisation in organisations {
            lock_organisation(tx, organisation).await?;
        }
        let Some(user) = found.lock_exclusive().all(tx).await?.pop() else { return Ok(None) };
        let memberships = all.lock_exclusive().all(tx).await?;
        Ok(Some(Self { user, memberships }))
    }

    pub fn membership_of(&self, organisation: OrganisationId) -> Option<&membership::Model> {
        self.memberships.iter().find(|own| organisation_of(own) == Some(organisation))
    }

    /// Invited, a member, or disabled.
    pub fn organisations(&self) -> Vec<OrganisationId> {
        self.memberships.iter().filter_map(organisation_of).collect()
    }

    /// For which they may act.
    pub fn active_in(&self) -> Vec<OrganisationId> {
        self.memberships.iter().filter(|own| own.active).filter_map(organisation_of).collect()
    }

    /// Of which of these they are the only global admin; `None`: of none.
    pub async fn last_admin_of(
        &self,
        tx: &DatabaseTransaction,
        organisations: &[OrganisationId],
    ) -> Result<Option<LastAdminOf>, StoreError> {
        let mut last = Vec::new();
        for organisation in organisations {
            if global_admins(tx, *organisation).await? == [self.user.id] {
                last.push(organisation);
            }
        }
        if last.is_empty() {
            return Ok(None);
        }
        let names = names(tx).await?;
        let name = |organisation| names.get(organisation).map(|(_, name)| name.clone());
        Ok(Some(LastAdminOf(last.into_iter().filter_map(name).collect())))
    }
}

/// Who may act as a global admin there.
async fn global_admins(
    tx: &DatabaseTransaction,
    organisation: OrganisationId,
) -> Result<Vec<UserId>, StoreError> {
    let admins = membership::Entity::find()
        .join(JoinType::InnerJoin, membership::Relation::Roles.def())
        .join(JoinType::InnerJoin, membership::Relation::User.def())
        .filter(membership_role::Column::Role.eq(Role::global_admin(organisation).as_str()))
        .filter(membership::Column::Active.eq(true))
        .filter(user::Column::Active.eq(true));
    let admins = match organisation {
        OrganisationId::Partner(id) => admins.filter(membership::Column::PartnerId.eq(id)),
        OrganisationId::Customer(id) => admins.filter(membership::Column::CustomerId.eq(id)),
    };
    let admins = admins.all(tx).await?;
    Ok(admins.into_iter().map(|row| row.user_id).collect())
}
