//! What somebody who manages users does about one of them.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};
use serde_json::json;

use super::{Users, one::Locked};
use crate::{
    domain::{
        ids::{MembershipId, OrganisationId},
        membership::{CannotManage, Manager, Roles},
    },
    store::{
        StoreError, Token,
        activity::{self, ActivityKind},
        credentials,
        entity::{asked_link, membership, membership_role, session},
        invitation,
        one_time_link::{self, LinkPurpose, NewLink},
        second_factor,
    },
};

#[derive(Clone, Debug)]
pub enum Command {
    /// From now on these, and no others.
    Roles(Roles),
    Disable,
    Enable,
    /// Another link; the one before is void.
    InviteAgain,
    Withdraw,
    /// A link that the person has not, or not any more. Without a password only a customer's people sign in.
    Reset,
    SignIn,
    /// That confirms the new address which they have asked for.
    NewEmail,
    /// Lost: their password alone lets them in from then on, and they are signed out everywhere.
    TakeOffSecondFactor,
}

#[derive(Clone, Debug)]
pub enum Done {
    Changed,
    /// It was so before.
    AlreadySo,
    /// `email`: whom it is for.
    Link {
        purpose: LinkPurpose,
        token: Token,
        email: String,
    },
}

type Outcome = Result<Done, CannotManage>;

impl Users {
    /// Does it, with one line in the log, or says why not. `None`: nobody of this organisation, or nothing that such an
    /// organisation does.
    pub async fn act(
        &self,
        id: MembershipId,
        command: &Command,
    ) -> Result<Option<Outcome>, StoreError> {
        let is_customer = matches!(self.organisation, OrganisationId::Customer(_));
        if matches!(command, Command::SignIn) && !is_customer {
            return Ok(None);
        }
        self.write(async |tx, manager| {
            let Some(person) = self.lock(tx, id).await? else { return Ok(None) };
            if let Err(why) = may(manager, &person, command) {
                return Ok(Some(Err(why)));
            }
            self.carry_out(tx, &person, command).await.map(|done| Some(Ok(done)))
        })
        .await
    }

    async fn carry_out(
        &self,
        tx: &DatabaseTransaction,
        person: &Locked,
        command: &Command,
    ) -> Result<Done, StoreError> {
        let id = person.membership.id;
        match command {
            Command::Roles(roles) if *roles == person.managed.roles => return Ok(Done::AlreadySo),
            Command::Roles(roles) => replace_roles(tx, id, roles).await?,
            Command::Disable => set_active(tx, id, false).await?,
            Command::Enable => set_active(tx, id, true).await?,
            Command::Withdraw => {
                invitation::withdraw(tx, id).await?;
            }
            Command::InviteAgain => {
                let Some(token) = invitation::renew(tx, id, self.scope.now()).await? else {
                    return Ok(Done::AlreadySo);
                };
                self.record_command(tx, person, command).await?;
                let email = person.invited_email();
                return Ok(Done::Link { purpose: LinkPurpose::Invitation, token, email });
            }
            Command::Reset => return self.link(tx, person, command, LinkPurpose::Reset).await,
            Command::SignIn => return self.link(tx, person, command, LinkPurpose::SignIn).await,
            Command::TakeOffSecondFactor if person.user.totp_secret.is_none() => {
                return Ok(Done::AlreadySo);
            }
            Command::TakeOffSecondFactor => {
                second_factor::take_off(tx, person.user.id).await?;
                credentials::renew(tx, person.user.id).await?;
            }
            Command::NewEmail => {
                return self.link(tx, person, command, LinkPurpose::NewEmail).await;
            }
        }
        self.record_command(tx, person, command).await?;
        Ok(Done::Changed)
    }

    async fn link(
        &self,
        tx: &DatabaseTransaction,
        person: &Locked,
        command: &Command,
        purpose: LinkPurpose,
    ) -> Result<Done, StoreError> {
        let user = person.user.id;
        let mut new = NewLink::new(purpose, Some(user), self.scope.now());
        if purpose == LinkPurpose::NewEmail {
            let wish = asked_link::Entity::find_by_id((user, purpose)).all(tx).await?.pop();
            let Some(wanted) = wish.and_then(|wish| wish.email) else {
                return Ok(Done::AlreadySo);
            };
            new.email = Some(wanted);
        }
        let email = new.email.clone().unwrap_or_else(|| person.user.email.clone());
        let token = one_time_link::make(tx, new).await?;
        self.record_command(tx, person, command).await?;
        Ok(Done::Link { purpose, token, email })
    }

    async fn record_command(
        &self,
        tx: &DatabaseTransaction,
        person: &Locked,
        command: &Command,
    ) -> Result<(), StoreError> {
        let kind = match command {
            Command::Roles(_) => ActivityKind::RolesChanged,
            Command::Disable => ActivityKind::UserDisabled,
            Command::Enable => ActivityKind::UserEnabled,
            Command::InviteAgain => ActivityKind::InvitationRenewed,
            Command::Withdraw => ActivityKind::InvitationWithdrawn,
            Command::Reset => ActivityKind::ResetLinkMade,
            Command::SignIn => ActivityKind::SignInLinkMade,
            Command::NewEmail => ActivityKind::NewEmailLinkMade,
            Command::TakeOffSecondFactor => ActivityKind::SecondFactorReset,
        };
        let mut line = self.activity(kind, Some(person.user.id));
        if let Command::Roles(roles) = command {
            line.arguments["roles"] = words(roles);
            line.arguments["roles_before"] = words(&person.managed.roles);
        }
        if let Command::Withdraw = command {
            line.partner = line.partner.or(person.membership.invited_by_partner);
        }
        activity::record(tx, line).await
    }
}

pub(super) fn words(roles: &Roles) -> serde_json::Value {
    json!(roles.iter().map(|role| role.as_str()).collect::<Vec<_>>())
}

fn may(manager: Manager, person: &Locked, command: &Command) -> Result<(), CannotManage> {
    let of = &person.managed;
    match command {
        Command::Roles(roles) => manager.may_change_roles(of, roles),
        Command::Disable => manager.may_disable(of),
        Command::Enable => manager.may_enable(of),
        Command::InviteAgain | Command::Withdraw => manager.may_change_invitation(of),
        Command::Reset | Command::SignIn | Command::TakeOffSecondFactor => {
            manager.may_open_account(of)
        }
        Command::NewEmail => manager.may_confirm_email(of),
    }
}

async fn replace_roles(
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

/// Who is disabled is signed out wherever they act for this organisation.
async fn set_active(
    tx: &DatabaseTransaction,
    membership: MembershipId,
    active: bool,
) -> Result<(), StoreError> {
    let row =
        membership::ActiveModel { id: Set(membership), active: Set(active), ..Default::default() };
    row.update(tx).await?;
    if !active {
        let sessions =
            session::Entity::delete_many().filter(session::Column::MembershipId.eq(membership));
        sessions.exec(tx).await?;
    }
    Ok(())
}
