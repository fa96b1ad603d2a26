//! Letting somebody into an organisation, and their roles there. The operator may make anybody a global admin: how else
//! would an organisation that has lost its own get one back?

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use serde_json::json;
use time::OffsetDateTime;

use super::{LastAdminOf, MadeLink, Operator, person::Person};
use crate::{
    domain::{
        ids::{MembershipId, OrganisationId},
        membership::{Role, Roles, Standing},
        text::{EmailAddress, Name},
    },
    store::{
        StoreError, Token,
        activity::ActivityKind,
        entity::{membership, membership_role},
        invitation::{self, NewInvitation},
        one_time_link::LinkPurpose,
    },
};

/// Somebody to be let in.
#[derive(Clone, Debug)]
pub struct NewMember {
    pub organisation: OrganisationId,
    pub name: Name,
    pub email: EmailAddress,
    /// At least one.
    pub roles: Roles,
}

/// Why nobody is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotInvite {
    /// They may act for the organisation already.
    Member,
    /// Their membership was disabled.
    Disabled,
}

/// What somebody may do once their roles have been changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    pub before: Roles,
    pub after: Roles,
}

impl Operator {
    /// Invites somebody, or makes the link of an invitation that waits again: what was typed for it first stays.
    pub async fn invite(
        &self,
        new: &NewMember,
    ) -> Result<Result<MadeLink, CannotInvite>, StoreError> {
        let NewMember { organisation, name, email, roles } = new.clone();
        let now = self.now();
        let new =
            NewInvitation { organisation, name, email, roles, by_partner: None, valid_from: now };
        self.store
            .db
            .write(async |tx| match invitation::invite(tx, &new, now).await? {
                Ok(invited) => {
                    let arguments = json!({ "user": invited.user, "roles": words(&new.roles) });
                    let kind = ActivityKind::UserInvited;
                    self.record(tx, kind, organisation, arguments).await?;
                    Ok(Ok(made(&new.email, invited.token, now)))
                }
                Err(refused) => self.renew(tx, &new, refused, now).await,
            })
            .await
    }

    async fn renew(
        &self,
        tx: &DatabaseTransaction,
        new: &NewInvitation,
        refused: invitation::CannotInvite,
        now: OffsetDateTime,
    ) -> Result<Result<MadeLink, CannotInvite>, StoreError> {
        match refused.standing {
            Standing::Member | Standing::Blocked => return Ok(Err(CannotInvite::Member)),
            Standing::Disabled => return Ok(Err(CannotInvite::Disabled)),
            Standing::Invited { .. } | Standing::Expired => {}
        }
        let Some(token) = invitation::renew(tx, refused.membership, now).await? else {
            return Ok(Err(CannotInvite::Member));
        };
        let user = membership::Entity::find_by_id(refused.membership).all(tx).await?;
        let user = user.into_iter().map(|row| row.user_id);
        for user in user {
            let kind = ActivityKind::InvitationRenewed;
            self.record_about(tx, kind, user, [new.organisation]).await?;
        }
        Ok(Ok(made(&new.email, token, now)))
    }

    /// Gives somebody these roles, besides those that they have or, with `only`, instead of them. `None`: they do not
    /// belong to the organisation.
    pub async fn grant(
        &self,
        email: &EmailAddress,
        organisation: OrganisationId,
        roles: &Roles,
        only: bool,
    ) -> Result<Option<Result<Granted, LastAdminOf>>, StoreError> {
        self.store
            .db
            .write(async |tx| {
                let Some(person) = Person::lock(tx, email).await? else { return Ok(None) };
                let belongs = person
                    .membership_of(organisation)
                    .filter(|own| own.active || own.invited_at.is_some());
                let Some(membership) = belongs else { return Ok(None) };
                let before = roles_of(tx, membership.id, organisation).await?;
                let after =
                    if only { roles.clone() } else { before.union(roles).copied().collect() };
                let granted = Granted { before, after };
                if granted.before == granted.after {
                    return Ok(Some(Ok(granted)));
                }
                if !granted.after.contains(&Role::global_admin(organisation))
                    && let Some(last) = person.last_admin_of(tx, &[organisation]).await?
                {
                    return Ok(Some(Err(last)));
                }
                set_roles(tx, membership.id, &granted.after).await?;
                let arguments = json!({
                    "user": person.user.id,
                    "roles": words(&granted.after),
                    "roles_before": words(&granted.before),
                });
                self.record(tx, ActivityKind::RolesChanged, organisation, arguments).await?;
                Ok(Some(Ok(granted)))
            })
            .await
    }
}

fn made(email: &EmailAddress, token: Token, now: OffsetDateTime) -> MadeLink {
    let expires_at = now + LinkPurpose::Invitation.lasts();
    MadeLink { token, to: email.to_string(), expires_at }
}

fn words(roles: &Roles) -> Vec<&'static str> {
    roles.iter().map(|role| role.as_str()).collect()
}

async fn roles_of(
    tx: &DatabaseTransaction,
    membership: MembershipId,
    organisation: OrganisationId,
) -> Result<Roles, StoreError> {
    let rows = membership_role::Entity::find()
        .filter(membership_role::Column::MembershipId.eq(membership))
        .all(tx)
        .await?;
    Ok(rows.iter().filter_map(|row| Role::parse(organisation, &row.role).ok()).collect())
}

async fn set_roles(
    tx: &DatabaseTransaction,
    membership: MembershipId,
    roles: &Roles,
) -> Result<(), StoreError> {
    membership_role::Entity::delete_many()
        .filter(membership_role::Column::MembershipId.eq(membership))
        .exec(tx)
        .await?;
    invitation::insert_roles(tx, membership, roles).await
}
