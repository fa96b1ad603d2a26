//! The people of one organisation, for whoever may let them in and say what they may do (`docs/domain.md` rules 4 and 5).

mod command;
mod invite;
mod list;
mod one;
mod second_factor;

use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, LockType},
};

pub use self::{
    command::{Command, Done},
    invite::{Invite, NotInvited},
    list::{Asked, UserFilter, UserLine, UserState},
    one::UserPage,
    second_factor::SecondFactorPolicy,
};
use super::{
    Permission, StoreError,
    activity::{Activity, ActivityKind},
    entity::{customer, membership, partner},
    scope::Scope,
};
use crate::domain::{
    ids::{OrganisationId, UserId},
    membership::{Manager, Role, Roles},
};

/// Reads and writes inside the one organisation.
#[derive(Clone, Debug)]
pub struct Users {
    scope: Scope,
    organisation: OrganisationId,
    manager: Manager,
}

/// A permission to manage the people of the organisation that its holder acts for.
pub trait ManagesUsers: Permission {
    fn users(&self) -> Users;
}

impl Users {
    pub(super) fn new(scope: Scope, organisation: OrganisationId, roles: Roles) -> Self {
        Self { scope, organisation, manager: manager(&roles) }
    }

    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Who manages, as far as rules ask.
    pub fn manager(&self) -> Manager {
        self.manager
    }

    /// A transaction in which the organisation's people are changed one after the other: else two global admins could each
    /// take the other for the one who stays. The organisation is held before the person's own rows, so that of two who
    /// disable each other the second does not stand in the first one's way.
    pub(super) async fn write<T>(
        &self,
        work: impl AsyncFn(&DatabaseTransaction, Manager) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let assigning = &self.scope.policy.assigning_roles;
        let may =
            |words: &[String]| self.roles(words).iter().any(|role| role.manages_users(assigning));
        self.scope
            .db
            .write(async |tx| {
                lock_organisation(tx, self.organisation).await?;
                let held = self.scope.roles_that_may(tx, may).await?;
                work(tx, manager(&self.roles(&held))).await
            })
            .await
    }

    /// Without words that stand for no role of such an organisation.
    fn roles(&self, words: &[String]) -> Roles {
        words.iter().filter_map(|word| self.role(word)).collect()
    }

    /// `None` for a word that stands for no role of such an organisation.
    fn role(&self, word: &str) -> Option<Role> {
        Role::parse(self.organisation, word).ok()
    }

    /// The memberships of the organisation, whatever their standing; but for those of people who were forgotten.
    fn own_memberships(&self) -> sea_orm::Select<membership::Entity> {
        let all = membership::Entity::find().filter(Expr::cust(
            "EXISTS (SELECT 1 FROM users u WHERE u.id = memberships.user_id AND u.name <> '')",
        ));
        match self.organisation {
            OrganisationId::Partner(id) => all.filter(membership::Column::PartnerId.eq(id)),
            OrganisationId::Customer(id) => all.filter(membership::Column::CustomerId.eq(id)),
        }
    }

    /// A line by the acting person in the organisation's log, about one of its people.
    pub(super) fn activity(&self, kind: ActivityKind, about: Option<UserId>) -> Activity {
        let mut line = self.scope.activity(kind, self.organisation);
        if let Some(user) = about {
            line.arguments = serde_json::json!({ "user": user });
        }
        line
    }
}

/// Until the transaction ends nobody else changes who belongs to it.
pub(super) async fn lock_organisation(
    tx: &DatabaseTransaction,
    organisation: OrganisationId,
) -> Result<(), StoreError> {
    match organisation {
        OrganisationId::Partner(id) => {
            partner::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).all(tx).await?;
        }
        OrganisationId::Customer(id) => {
            customer::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).all(tx).await?;
        }
    }
    Ok(())
}

fn manager(roles: &Roles) -> Manager {
    Manager { is_global_admin: roles.iter().any(|role| role.is_global_admin()) }
}
