//! Letting a customer's first admin in, or another one where all of them have left (`docs/domain.md` rule 17).

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect, sea_query::LockType,
};
use serde_json::json;
use time::OffsetDateTime;

use super::FirstAdminInviter;
use crate::{
    domain::{
        first_admin::{NotInvited, Standing},
        ids::{CustomerId, OrganisationId, UserId},
        membership::{Role, Standing as Waiting},
        subscription::SubscriptionStatus,
        text::{EmailAddress, Name},
    },
    store::{
        StoreError, Token,
        activity::{self, ActivityKind},
        customer_people,
        entity::{customer, membership, relationship, subscription},
        invitation::{self, CannotInvite, NewInvitation},
    },
};

/// A customer whose admin may be invited, or has been.
#[derive(Clone, Debug)]
pub struct AdminInvitation {
    pub customer: CustomerId,
    pub name: String,
    pub domain: String,
    pub has_people: bool,
    /// What this partner has offered already, to whom, as it was typed, and from when on it can be accepted.
    pub waiting: Option<WaitingAdmin>,
    /// From when on an invitation that is made now can be accepted.
    pub may_invite: Result<OffsetDateTime, NotInvited>,
}

#[derive(Clone, Debug)]
pub struct WaitingAdmin {
    pub name: String,
    pub email: String,
    pub from: OffsetDateTime,
    pub standing: Waiting,
}

/// An invitation whose link goes to `email`.
#[derive(Clone, Debug)]
pub struct AdminLink {
    pub token: Token,
    pub email: String,
}

/// Why nobody is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotInviteAdmin {
    Rule(NotInvited),
    /// An invitation of this partner waits already.
    WaitsAlready,
    /// Somebody with this address belongs to the customer, or did; how is not told.
    CannotInvite,
    /// There is none to be made again, or to be withdrawn.
    NothingWaits,
}

type Outcome = Result<Option<Result<AdminLink, CannotInviteAdmin>>, StoreError>;

impl FirstAdminInviter {
    /// `None`: the partner has, and has had, no relationship with it.
    pub async fn admin_invitation(
        &self,
        id: CustomerId,
    ) -> Result<Option<AdminInvitation>, StoreError> {
        let reader = self.scope.db.reader();
        let Some((own, row)) = self.served(reader, id).await? else { return Ok(None) };
        let standing = self.standing_at(reader, &own, &row).await?;
        let waiting = self.waiting(reader, id).await?.map(|row| WaitingAdmin {
            standing: Waiting::of(row.active, row.invited_at, self.now()),
            from: row.invited_at.unwrap_or(self.now()),
            name: row.invited_as.unwrap_or_default(),
            email: row.invited_email.unwrap_or_default(),
        });
        Ok(Some(AdminInvitation {
            customer: id,
            name: row.name,
            domain: row.domain,
            has_people: standing.has_people,
            waiting,
            may_invite: standing.may_invite(self.now()),
        }))
    }

    /// `None`: the partner has, and has had, no relationship with it.
    pub async fn invite_admin(&self, id: CustomerId, name: &Name, email: &EmailAddress) -> Outcome {
        self.write(async |tx| {
            let Some(row) = self.lock_served(tx, id).await? else { return Ok(None) };
            let valid_from = match self.may_invite_in(tx, &row).await? {
                Ok(valid_from) => valid_from,
                Err(why) => return Ok(Some(Err(why))),
            };
            if self.waiting(tx, id).await?.is_some() {
                return Ok(Some(Err(CannotInviteAdmin::WaitsAlready)));
            }
            let organisation = OrganisationId::Customer(id);
            let new = NewInvitation {
                organisation,
                name: name.clone(),
                email: email.clone(),
                roles: [Role::global_admin(organisation)].into(),
                by_partner: Some(self.id()),
                valid_from,
            };
            let mut invited = invitation::invite(tx, &new, self.now()).await?;
            // What nobody has followed in time stands in nobody's way, whoever had offered it.
            if let Err(CannotInvite { membership, standing: Waiting::Expired }) = invited {
                invitation::withdraw(tx, membership).await?;
                invited = invitation::invite(tx, &new, self.now()).await?;
            }
            let Ok(invited) = invited else {
                return Ok(Some(Err(CannotInviteAdmin::CannotInvite)));
            };
            self.record(tx, ActivityKind::FirstAdminInvited, &row, invited.user).await?;
            Ok(Some(Ok(AdminLink { token: invited.token, email: email.to_string() })))
        })
        .await
    }

    /// Another link for the one who waits, under the same conditions. `None`: the partner has, and has had, no relationship
    /// with it.
    pub async fn invite_admin_again(&self, id: CustomerId) -> Outcome {
        self.write(async |tx| {
            let Some(row) = self.lock_served(tx, id).await? else { return Ok(None) };
            let valid_from = match self.may_invite_in(tx, &row).await? {
                Ok(valid_from) => valid_from,
                Err(why) => return Ok(Some(Err(why))),
            };
            let Some(waiting) = self.waiting(tx, id).await? else {
                return Ok(Some(Err(CannotInviteAdmin::NothingWaits)));
            };
            // Where the time to object has passed, it does not begin again.
            let was_good = waiting.invited_at.is_some_and(|from| from <= self.now())
                && Waiting::of(false, waiting.invited_at, self.now()) != Waiting::Expired;
            let valid_from = if was_good { self.now() } else { valid_from };
            let Some(token) = invitation::renew(tx, waiting.id, valid_from).await? else {
                return Ok(Some(Err(CannotInviteAdmin::NothingWaits)));
            };
            self.record(tx, ActivityKind::InvitationRenewed, &row, waiting.user_id).await?;
            let email = waiting.invited_email.unwrap_or_default();
            Ok(Some(Ok(AdminLink { token, email })))
        })
        .await
    }

    /// `None`: the partner has, and has had, no relationship with it.
    pub async fn withdraw_admin(
        &self,
        id: CustomerId,
    ) -> Result<Option<Result<(), CannotInviteAdmin>>, StoreError> {
        self.write(async |tx| {
            let Some(row) = self.lock_served(tx, id).await? else { return Ok(None) };
            let Some(waiting) = self.waiting(tx, id).await? else {
                return Ok(Some(Err(CannotInviteAdmin::NothingWaits)));
            };
            if invitation::withdraw(tx, waiting.id).await?.is_none() {
                return Ok(Some(Err(CannotInviteAdmin::NothingWaits)));
            }
            self.record(tx, ActivityKind::InvitationWithdrawn, &row, waiting.user_id).await?;
            Ok(Some(Ok(())))
        })
        .await
    }

    async fn served(
        &self,
        connection: &impl ConnectionTrait,
        id: CustomerId,
    ) -> Result<Option<(relationship::Model, customer::Model)>, StoreError> {
        let own = relationship::Entity::find_by_id((self.id(), id));
        let row = own.find_also_related(customer::Entity).all(connection).await?.pop();
        Ok(row.and_then(|(own, row)| Some((own, row?))))
    }

    /// Colleagues invite one after the other.
    async fn lock_served(
        &self,
        tx: &DatabaseTransaction,
        id: CustomerId,
    ) -> Result<Option<customer::Model>, StoreError> {
        let own = relationship::Entity::find_by_id((self.id(), id)).lock_exclusive();
        if own.all(tx).await?.is_empty() {
            return Ok(None);
        }
        // Nobody comes in meanwhile, to whom it would have to be told.
        let row = customer::Entity::find_by_id(id).lock(LockType::NoKeyUpdate);
        Ok(row.all(tx).await?.pop())
    }

    async fn may_invite_in(
        &self,
        tx: &DatabaseTransaction,
        row: &customer::Model,
    ) -> Result<Result<OffsetDateTime, CannotInviteAdmin>, StoreError> {
        let Some((own, row)) = self.served(tx, row.id).await? else {
            return Ok(Err(CannotInviteAdmin::Rule(NotInvited::NotYours)));
        };
        let standing = self.standing_at(tx, &own, &row).await?;
        Ok(standing.may_invite(self.now()).map_err(CannotInviteAdmin::Rule))
    }

    async fn standing_at(
        &self,
        connection: &impl ConnectionTrait,
        own: &relationship::Model,
        row: &customer::Model,
    ) -> Result<Standing, StoreError> {
        let live = self
            .visible_subscriptions()
            .filter(subscription::Column::CustomerId.eq(row.id))
            .filter(subscription::Column::ProviderId.eq(self.id()))
            .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE));
        Ok(Standing {
            relationship: own.state,
            added_it: row.added_by == Some(self.id()),
            is_provider: live.count(connection).await? > 0,
            has_people: customer_people::are_there(connection, row.id).await?,
            admin_seen: customer_people::admin_seen(connection, row.id).await?,
        })
    }

    /// The invitation of this partner's that nobody has accepted, be it too late.
    async fn waiting(
        &self,
        connection: &impl ConnectionTrait,
        id: CustomerId,
    ) -> Result<Option<membership::Model>, StoreError> {
        let waiting = membership::Entity::find()
            .filter(membership::Column::CustomerId.eq(id))
            .filter(membership::Column::InvitedByPartner.eq(self.id()))
            .filter(membership::Column::Active.eq(false))
            .filter(membership::Column::InvitedAt.is_not_null())
            .limit(1);
        Ok(waiting.all(connection).await?.pop())
    }

    async fn record(
        &self,
        tx: &DatabaseTransaction,
        kind: ActivityKind,
        row: &customer::Model,
        user: UserId,
    ) -> Result<(), StoreError> {
        let mut line = self.activity(kind, row.id);
        line.arguments = json!({ "customer": row.name, "user": user });
        activity::record(tx, line).await
    }
}
