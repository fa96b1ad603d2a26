//! A new address for signing in: asked for with the password, confirmed by a link that goes to the address, and in use
//! from then on (`docs/security.md` B6).

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect, Select,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::Account;
use crate::{
    domain::{
        credentials::{CannotChange, EmailTaken},
        ids::{MembershipId, UserId},
        text::EmailAddress,
    },
    store::{
        Edited, Store, StoreError, Token,
        activity::{self, Activity, ActivityKind},
        credentials,
        entity::{asked_link, membership, one_time_link as link, user},
        one_time_link::{self, LinkPurpose},
    },
};

/// An address that is not confirmed yet.
#[derive(Clone, Debug)]
pub struct NewEmail {
    pub email: String,
    pub state: NewEmailState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewEmailState {
    /// The link that confirms it is still to be made.
    Asked(OffsetDateTime),
    /// The link is good until then.
    LinkMade(OffsetDateTime),
}

impl Account {
    /// The address that waits to be confirmed.
    pub async fn new_email(&self) -> Result<Option<NewEmail>, StoreError> {
        let reader = self.store.db.reader();
        let asked = asked_link::Entity::find_by_id((self.user, LinkPurpose::NewEmail));
        if let Some(asked_link::Model { email: Some(email), asked_at, .. }) =
            asked.all(reader).await?.pop()
        {
            return Ok(Some(NewEmail { email, state: NewEmailState::Asked(asked_at) }));
        }
        let made = unused_links(self.user).filter(link::Column::ExpiresAt.gt(self.now()));
        let made = made.all(reader).await?.pop();
        Ok(made.and_then(|made| {
            let state = NewEmailState::LinkMade(made.expires_at);
            Some(NewEmail { email: made.email?, state })
        }))
    }

    /// Whether somebody else has the address is nobody's to learn here: whoever follows the link, it reached.
    pub async fn ask_new_email(
        &self,
        email: &EmailAddress,
        password: &str,
    ) -> Result<Result<Edited, CannotChange>, StoreError> {
        self.with_password(password, async |tx, user| {
            if user.email == email.as_str() {
                return Ok(Err(CannotChange::SameEmail));
            }
            let asked = asked_link::Entity::find_by_id((self.user, LinkPurpose::NewEmail));
            let asked = asked.filter(asked_link::Column::Email.eq(email.as_str()));
            if !asked.all(tx).await?.is_empty() {
                return Ok(Ok(Edited::AlreadySo));
            }
            self.void_new_email(tx).await?;
            let (purpose, email) = (LinkPurpose::NewEmail, Some(email.to_string()));
            one_time_link::ask(tx, self.user, purpose, email, self.now()).await?;
            self.record_own(tx, ActivityKind::NewEmailAsked).await?;
            Ok(Ok(Edited::Changed))
        })
        .await
    }

    /// The wish, or the link that was made for it, is void.
    pub async fn withdraw_new_email(&self) -> Result<Edited, StoreError> {
        self.store
            .db
            .write(async |tx| {
                self.lock_user(tx).await?;
                if self.void_new_email(tx).await? == 0 {
                    return Ok(Edited::AlreadySo);
                }
                self.record_own(tx, ActivityKind::NewEmailWithdrawn).await?;
                Ok(Edited::Changed)
            })
            .await
    }

    async fn void_new_email(&self, tx: &DatabaseTransaction) -> Result<u64, StoreError> {
        let asked = asked_link::Entity::delete_by_id((self.user, LinkPurpose::NewEmail));
        let asked = asked.exec(tx).await?.rows_affected;
        let made = link::Entity::delete_many()
            .filter(link::Column::UserId.eq(self.user))
            .filter(link::Column::Purpose.eq(LinkPurpose::NewEmail))
            .filter(link::Column::UsedAt.is_null());
        Ok(asked + made.exec(tx).await?.rows_affected)
    }
}

fn unused_links(user: UserId) -> Select<link::Entity> {
    link::Entity::find()
        .filter(link::Column::UserId.eq(user))
        .filter(link::Column::Purpose.eq(LinkPurpose::NewEmail))
        .filter(link::Column::UsedAt.is_null())
}

/// The browser that follows a link to confirm an address.
#[derive(Clone, Debug, Default)]
pub struct Confirming {
    /// Its session, whosever that is.
    pub session: Option<Token>,
    /// The HTTP request.
    pub request: Option<Uuid>,
}

impl Store {
    /// The address that a link confirms; looking does not use it up. `None`: the link is not good.
    pub async fn email_to_confirm(&self, token: &Token) -> Result<Option<String>, StoreError> {
        let now = self.clock.now();
        let link = one_time_link::open(self.db.reader(), token, LinkPurpose::NewEmail, now).await?;
        Ok(link.and_then(|link| link.email))
    }

    /// The address is in use from now on, and every session of its person ends; where the browser held one of them, it
    /// goes on under the token that comes back. `None`: the link is not good any more.
    pub async fn confirm_email(
        &self,
        token: &Token,
        by: &Confirming,
    ) -> Result<Option<Result<Option<Token>, EmailTaken>>, StoreError> {
        let confirmed = self.db.write(async |tx| self.confirm_in(tx, token, by).await).await;
        match confirmed {
            Err(error) if error.is_taken() => Ok(Some(Err(EmailTaken))),
            confirmed => confirmed,
        }
    }

    async fn confirm_in(
        &self,
        tx: &DatabaseTransaction,
        token: &Token,
        by: &Confirming,
    ) -> Result<Option<Result<Option<Token>, EmailTaken>>, StoreError> {
        let now = self.clock.now();
        let open = one_time_link::open(tx, token, LinkPurpose::NewEmail, now).await?;
        let Some((user, email)) = open.and_then(|link| Some((link.user_id?, link.email?))) else {
            return Ok(None);
        };
        let person = user::Entity::find_by_id(user).filter(user::Column::Active.eq(true));
        if person.lock_exclusive().all(tx).await?.is_empty() {
            return Ok(None);
        }
        // The person may have it by now: the same link, followed twice.
        let others = user::Entity::find()
            .filter(user::Column::Email.eq(&email))
            .filter(user::Column::Id.ne(user));
        if !others.all(tx).await?.is_empty() {
            return Ok(Some(Err(EmailTaken)));
        }
        if one_time_link::use_up(tx, token, LinkPurpose::NewEmail, now).await?.is_none() {
            return Ok(None);
        }
        let row = user::ActiveModel { id: Set(user), email: Set(email), ..Default::default() };
        row.update(tx).await?;
        let own = match &by.session {
            Some(session) => credentials::own_session(tx, user, session, now).await?,
            None => None,
        };
        let membership = own.as_ref().and_then(|own| own.membership_id);
        let next = if let Some(own) = own {
            Some(credentials::renew_own(tx, own, now).await?)
        } else {
            credentials::renew(tx, user).await?;
            None
        };
        self.record_email(tx, user, membership, by.request).await?;
        Ok(Some(Ok(next)))
    }

    /// In the log of the organisation that the person acts for, or of their only one.
    async fn record_email(
        &self,
        tx: &DatabaseTransaction,
        user: UserId,
        acting: Option<MembershipId>,
        request: Option<Uuid>,
    ) -> Result<(), StoreError> {
        let memberships = membership::Entity::find()
            .filter(membership::Column::UserId.eq(user))
            .filter(membership::Column::Active.eq(true));
        let memberships = memberships.all(tx).await?;
        let own = match (acting, &memberships[..]) {
            (None, [only]) => Some(only),
            _ => memberships.iter().find(|row| Some(row.id) == acting),
        };
        let mut line = Activity::new(ActivityKind::EmailChanged, self.clock.now());
        line.by_user = Some(user);
        line.by_partner = own.and_then(|own| own.partner_id);
        line.by_customer = own.and_then(|own| own.customer_id);
        line.partner = line.by_partner;
        line.customer = line.by_customer;
        line.request = request;
        activity::record(tx, line).await
    }
}
