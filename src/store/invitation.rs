//! Inviting somebody into an organisation: a membership that waits until its link has been followed. Whoever invites sees
//! what they typed and nothing of an account that the person may have (`docs/security.md` F); so it is written beside the
//! membership, and the account is left as it is until its owner accepts.

mod accept;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect,
};
use time::OffsetDateTime;

pub(super) use self::accept::accept;
pub use self::accept::{CannotAccept, Invitation};
use super::{
    StoreError, Token,
    entity::{asked_link, membership, membership_role, one_time_link, user},
    one_time_link::{self as link, LinkPurpose, NewLink},
};
use crate::domain::{
    ids::{CustomerId, MembershipId, OrganisationId, PartnerId, UserId},
    membership::{Roles, Standing},
    text::{EmailAddress, Name},
};

/// Somebody to be let in.
#[derive(Clone, Debug)]
pub(super) struct NewInvitation {
    pub organisation: OrganisationId,
    pub name: Name,
    pub email: EmailAddress,
    /// Of this kind of organisation, at least one.
    pub roles: Roles,
    /// The provider that invites a customer's admin; `None`: the organisation itself, or the operator.
    pub by_partner: Option<PartnerId>,
    /// The link opens nothing before.
    pub valid_from: OffsetDateTime,
}

/// An invitation that was made just now.
#[derive(Clone, Debug)]
pub(super) struct Invited {
    pub user: UserId,
    pub membership: MembershipId,
    pub token: Token,
}

/// Why somebody is not invited, with the membership that stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CannotInvite {
    pub membership: MembershipId,
    /// They are a member, have been disabled, or have been invited already.
    pub standing: Standing,
}

/// Invites somebody, whether or not they have an account. Of two at once, one wins.
///
/// Writes no activity: whoever calls says who invites.
pub(super) async fn invite(
    tx: &DatabaseTransaction,
    new: &NewInvitation,
    now: OffsetDateTime,
) -> Result<Result<Invited, CannotInvite>, StoreError> {
    let user = lock_person(tx, new, now).await?;
    let same = membership::Entity::find().filter(membership::Column::UserId.eq(user));
    let same = match new.organisation {
        OrganisationId::Partner(id) => same.filter(membership::Column::PartnerId.eq(id)),
        OrganisationId::Customer(id) => same.filter(membership::Column::CustomerId.eq(id)),
    };
    if let Some(row) = same.all(tx).await?.pop() {
        let standing = Standing::of(row.active, row.invited_at, now);
        return Ok(Err(CannotInvite { membership: row.id, standing }));
    }
    let membership = MembershipId::new(now);
    let row = membership::ActiveModel {
        id: Set(membership),
        user_id: Set(user),
        partner_id: Set(new.organisation.partner()),
        customer_id: Set(new.organisation.customer()),
        active: Set(false),
        invited_at: Set(Some(new.valid_from)),
        invited_as: Set(Some(new.name.to_string())),
        invited_email: Set(Some(new.email.to_string())),
        invited_by_partner: Set(new.by_partner),
    };
    membership::Entity::insert(row).exec_without_returning(tx).await?;
    insert_roles(tx, membership, &new.roles).await?;
    let token = make_link(tx, user, membership, new.valid_from).await?;
    Ok(Ok(Invited { user, membership, token }))
}

/// Another link; the one before is void, and the invitation waits as long as a new one. `None`: it does not wait any more.
pub(super) async fn renew(
    tx: &DatabaseTransaction,
    membership: MembershipId,
    valid_from: OffsetDateTime,
) -> Result<Option<Token>, StoreError> {
    let Some(row) = lock_waiting(tx, membership).await? else { return Ok(None) };
    let renewed = membership::ActiveModel {
        id: Set(membership),
        invited_at: Set(Some(valid_from)),
        ..Default::default()
    };
    renewed.update(tx).await?;
    make_link(tx, row.user_id, membership, valid_from).await.map(Some)
}

/// Takes an invitation back as if it had never been made: somebody who has never had an account is forgotten. `None`: it
/// does not wait any more.
pub(super) async fn withdraw(
    tx: &DatabaseTransaction,
    membership: MembershipId,
) -> Result<Option<()>, StoreError> {
    let Some(row) = lock_waiting(tx, membership).await? else { return Ok(None) };
    one_time_link::Entity::delete_many()
        .filter(one_time_link::Column::MembershipId.eq(membership))
        .exec(tx)
        .await?;
    membership_role::Entity::delete_many()
        .filter(membership_role::Column::MembershipId.eq(membership))
        .exec(tx)
        .await?;
    membership::Entity::delete_by_id(membership).exec(tx).await?;
    forget_stranger(tx, row.user_id).await?;
    Ok(Some(()))
}

/// Whom a partner has invited for a customer that it does not serve any more.
pub(super) async fn withdraw_of_partner(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    customer: CustomerId,
) -> Result<(), StoreError> {
    let waiting = membership::Entity::find()
        .filter(membership::Column::InvitedByPartner.eq(partner))
        .filter(membership::Column::CustomerId.eq(customer));
    for row in waiting.all(tx).await? {
        withdraw(tx, row.id).await?;
    }
    Ok(())
}

/// Their account; one that nobody can open is made for whoever has none.
async fn lock_person(
    tx: &DatabaseTransaction,
    new: &NewInvitation,
    now: OffsetDateTime,
) -> Result<UserId, StoreError> {
    loop {
        insert_stranger(tx, new, now).await?;
        let found = user::Entity::find().filter(user::Column::Email.eq(new.email.as_str()));
        // Not found: they were a stranger of somebody else's, whose invitation was withdrawn at this moment.
        if let Some(user) = found.lock_exclusive().all(tx).await?.pop() {
            return Ok(user.id);
        }
    }
}

/// Unless there is somebody with this address.
async fn insert_stranger(
    tx: &DatabaseTransaction,
    new: &NewInvitation,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    let stranger = user::ActiveModel {
        id: Set(UserId::new(now)),
        email: Set(new.email.to_string()),
        name: Set(new.name.to_string()),
        password_hash: Set(None),
        locale: Set(None),
        time_zone: Set(None),
        active: Set(true),
        epoch: Set(0),
        totp_secret: Set(None),
        totp_last_step: Set(None),
    };
    let insert = user::Entity::insert(stranger).on_conflict_do_nothing_on([user::Column::Email]);
    insert.exec_without_returning(tx).await?;
    Ok(())
}

/// The membership, if it still waits to be accepted; it cannot be accepted until the transaction ends.
async fn lock_waiting(
    tx: &DatabaseTransaction,
    membership: MembershipId,
) -> Result<Option<membership::Model>, StoreError> {
    let waiting = membership::Entity::find_by_id(membership)
        .filter(membership::Column::Active.eq(false))
        .filter(membership::Column::InvitedAt.is_not_null());
    Ok(waiting.lock_exclusive().all(tx).await?.pop())
}

pub(super) async fn insert_roles(
    tx: &DatabaseTransaction,
    membership: MembershipId,
    roles: &Roles,
) -> Result<(), StoreError> {
    let rows = roles.iter().map(|role| membership_role::ActiveModel {
        membership_id: Set(membership),
        role: Set(role.to_string()),
    });
    membership_role::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

async fn make_link(
    tx: &DatabaseTransaction,
    user: UserId,
    membership: MembershipId,
    valid_from: OffsetDateTime,
) -> Result<Token, StoreError> {
    let new = NewLink::new(LinkPurpose::Invitation, Some(user), valid_from);
    link::make(tx, NewLink { membership: Some(membership), ..new }).await
}

/// Somebody without a password who belongs to nobody is nobody's user.
async fn forget_stranger(tx: &DatabaseTransaction, user: UserId) -> Result<(), StoreError> {
    let stranger = user::Entity::find_by_id(user)
        .filter(user::Column::PasswordHash.is_null())
        .lock_exclusive()
        .all(tx)
        .await?;
    let others = membership::Entity::find().filter(membership::Column::UserId.eq(user));
    if stranger.is_empty() || !others.limit(1).all(tx).await?.is_empty() {
        return Ok(());
    }
    let asked = asked_link::Entity::delete_many().filter(asked_link::Column::UserId.eq(user));
    asked.exec(tx).await?;
    let links = one_time_link::Entity::delete_many().filter(one_time_link::Column::UserId.eq(user));
    links.exec(tx).await?;
    user::Entity::delete_by_id(user).exec(tx).await?;
    Ok(())
}
