//! An invitation's link: what it offers, and accepting it. Looking uses nothing up.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, QueryFilter, QuerySelect,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::lock_waiting;
use crate::{
    domain::{
        ids::{CustomerId, MembershipId, OrganisationId, UserId},
        membership::{Role, Roles},
        password::NewPassword,
        text::Name,
    },
    store::{
        Browser, SignIn, Store, StoreError, Token,
        activity::{self, Activity, ActivityKind},
        credentials, customer_people,
        entity::{customer, membership, membership_role, one_time_link, partner, user},
        one_time_link::{self as link, LinkPurpose},
        user::lock_organisation,
    },
};

/// What whoever holds the link reads.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub organisation: String,
    /// As the inviter typed them.
    pub name: String,
    pub email: String,
    pub roles: Roles,
    /// Whose it is to accept.
    pub user: UserId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotAccept {
    /// The link is used, withdrawn or expired, or another one has taken its place.
    Gone,
    /// There is an account with this address: its owner signs in and accepts.
    HasAccount,
}

impl Store {
    /// `None`: no link of ours, or one that is not good now.
    pub async fn invitation(&self, token: &Token) -> Result<Option<Invitation>, StoreError> {
        let (db, now) = (self.db.reader(), self.clock.now());
        let Some((row, organisation)) = offered(db, token, now).await? else { return Ok(None) };
        let Some(name) = organisation_name(db, organisation).await? else { return Ok(None) };
        let roles = membership_role::Entity::find()
            .filter(membership_role::Column::MembershipId.eq(row.id))
            .all(db)
            .await?;
        let roles = roles.iter().filter_map(|role| Role::parse(organisation, &role.role).ok());
        Ok(Some(Invitation {
            organisation: name,
            name: row.invited_as.unwrap_or_default(),
            email: row.invited_email.unwrap_or_default(),
            roles: roles.collect(),
            user: row.user_id,
        }))
    }

    /// For somebody who has no account yet: they are called so, and this is their password.
    pub async fn accept_as_new(
        &self,
        token: &Token,
        name: &Name,
        password: &NewPassword,
        browser: &Browser,
    ) -> Result<Result<SignIn, CannotAccept>, StoreError> {
        let now = self.clock.now();
        let Some((_, organisation)) = offered(self.db.reader(), token, now).await? else {
            return Ok(Err(CannotAccept::Gone));
        };
        let hash = self.passwords.hash(password.as_str()).await?;
        self.db
            .write(async |tx| {
                let now = self.clock.now();
                lock_organisation(tx, organisation).await?;
                let Some((row, _)) = offered(tx, token, now).await? else {
                    return Ok(Err(CannotAccept::Gone));
                };
                let user = user::Entity::find_by_id(row.user_id).lock_exclusive().all(tx).await?;
                if user.iter().any(|user| user.password_hash.is_some()) {
                    return Ok(Err(CannotAccept::HasAccount));
                }
                if accept(tx, token, row.user_id, now, browser.request).await?.is_none() {
                    return Ok(Err(CannotAccept::Gone));
                }
                credentials::change_password(tx, row.user_id, hash.clone()).await?;
                let named = user::ActiveModel {
                    id: Set(row.user_id),
                    name: Set(name.to_string()),
                    ..Default::default()
                };
                let user = named.update(tx).await?;
                Ok(self.begin_session(tx, &user, browser).await?.ok_or(CannotAccept::Gone))
            })
            .await
    }
}

/// The membership that a link offers now, and whose it is.
async fn offered(
    connection: &impl ConnectionTrait,
    token: &Token,
    now: OffsetDateTime,
) -> Result<Option<(membership::Model, OrganisationId)>, StoreError> {
    let link = link::open(connection, token, LinkPurpose::Invitation, now).await?;
    let Some(id) = link.and_then(|link| link.membership_id) else { return Ok(None) };
    let waiting = membership::Entity::find_by_id(id)
        .filter(membership::Column::Active.eq(false))
        .filter(membership::Column::InvitedAt.is_not_null());
    let row = waiting.all(connection).await?.pop();
    Ok(row.and_then(|row| organisation_of(&row).map(|organisation| (row, organisation))))
}

/// Makes the person a member: of two at once, one wins. `None`: the link is not good any more, or it is not theirs.
pub(in crate::store) async fn accept(
    tx: &DatabaseTransaction,
    token: &Token,
    user: UserId,
    now: OffsetDateTime,
    request: Option<Uuid>,
) -> Result<Option<MembershipId>, StoreError> {
    let Some((row, organisation)) = offered(tx, token, now).await? else { return Ok(None) };
    if row.user_id != user {
        return Ok(None);
    }
    // Of several who come in at once, each sees whom the one before has found.
    lock_organisation(tx, organisation).await?;
    if lock_waiting(tx, row.id).await?.is_none() {
        return Ok(None);
    }
    if link::use_up(tx, token, LinkPurpose::Invitation, now).await?.is_none() {
        return Ok(None);
    }
    let alone = comes_in_alone(tx, row.id, organisation, now).await?;
    let member = membership::ActiveModel {
        id: Set(row.id),
        active: Set(true),
        invited_at: Set(None),
        invited_as: Set(None),
        invited_email: Set(None),
        invited_by_partner: Set(None),
        ..Default::default()
    };
    member.update(tx).await?;
    void_links(tx, user).await?;
    if let Some(customer) = alone {
        customer_people::give_notice(tx, customer, now).await?;
    }
    let mut line = Activity::by(user, organisation, ActivityKind::InvitationAccepted, now);
    line.partner = line.partner.or(row.invited_by_partner);
    line.request = request;
    activity::record(tx, line).await?;
    Ok(Some(row.id))
}

/// The customer, if an admin comes in where none has been seen lately.
async fn comes_in_alone(
    tx: &DatabaseTransaction,
    membership: MembershipId,
    organisation: OrganisationId,
    now: OffsetDateTime,
) -> Result<Option<CustomerId>, StoreError> {
    let OrganisationId::Customer(customer) = organisation else { return Ok(None) };
    let role = Role::global_admin(organisation).to_string();
    let is_admin = membership_role::Entity::find_by_id((membership, role));
    if is_admin.all(tx).await?.is_empty() {
        return Ok(None);
    }
    let is_another_there = customer_people::an_admin_is_there(tx, customer, now).await?;
    Ok(Some(customer).filter(|_| !is_another_there))
}

/// What an admin of another organisation can open the account with is good no more, now that it is not theirs alone
/// (`docs/security.md` B8).
async fn void_links(tx: &DatabaseTransaction, user: UserId) -> Result<(), StoreError> {
    one_time_link::Entity::delete_many()
        .filter(one_time_link::Column::UserId.eq(user))
        .filter(one_time_link::Column::Purpose.is_in([LinkPurpose::Reset, LinkPurpose::SignIn]))
        .filter(one_time_link::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

fn organisation_of(row: &membership::Model) -> Option<OrganisationId> {
    let partner = row.partner_id.map(OrganisationId::Partner);
    partner.or(row.customer_id.map(OrganisationId::Customer))
}

async fn organisation_name(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
) -> Result<Option<String>, StoreError> {
    Ok(match organisation {
        OrganisationId::Partner(id) => {
            let row = partner::Entity::find_by_id(id).all(connection).await?.pop();
            row.map(|row| row.name)
        }
        OrganisationId::Customer(id) => {
            let row = customer::Entity::find_by_id(id).all(connection).await?.pop();
            row.map(|row| row.name)
        }
    })
}
