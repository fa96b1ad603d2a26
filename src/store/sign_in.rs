//! Signing in with email and password.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{
    Store, StoreError, Token,
    activity::{self, Activity, ActivityKind},
    entity::{membership, session, user},
    password::Verdict,
    session::{ABSOLUTE, AT_MOST},
};
use crate::domain::{
    ids::{CustomerId, PartnerId, UserId},
    text::EmailAddress,
};

/// The browser that somebody signs in with.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    pub address: Option<String>,
    pub user_agent: Option<String>,
    /// The session it had until now, which ends.
    pub previous: Option<Token>,
    /// The HTTP request.
    pub request: Option<Uuid>,
}

/// A session that has just begun.
#[derive(Debug)]
pub struct SignIn {
    pub token: Token,
    pub user: UserId,
    pub locale: Option<String>,
    /// A member of several organisations: first choose for which to act.
    pub must_choose: bool,
    partner: Option<PartnerId>,
    customer: Option<CustomerId>,
}

impl Store {
    /// `None` for a wrong password, an unknown or disabled account, and one without an organisation, all after the same
    /// time.
    pub async fn sign_in(
        &self,
        email: &str,
        password: &str,
        browser: &Browser,
    ) -> Result<Option<SignIn>, StoreError> {
        let user = self.user_by_email(email).await?;
        let kept =
            user.as_ref().filter(|user| user.active).and_then(|user| user.password_hash.clone());
        let verdict = self.passwords.verify(password, kept).await?;
        let Some(user) = user.filter(|_| verdict != Verdict::Wrong) else {
            return Ok(None);
        };
        let stronger = match verdict {
            Verdict::RightButWeak => Some(self.passwords.hash(password).await?),
            _ => None,
        };
        self.db
            .write(async |tx| {
                let begun = self.begin_session(tx, &user, browser).await?;
                if let Some(begun) = &begun {
                    self.record_sign_in(tx, begun, browser).await?;
                    if let Some(hash) = &stronger {
                        keep_hash(tx, &user, hash).await?;
                    }
                }
                Ok(begun)
            })
            .await
    }

    async fn user_by_email(&self, email: &str) -> Result<Option<user::Model>, StoreError> {
        let Ok(email) = email.parse::<EmailAddress>() else { return Ok(None) };
        let found = user::Entity::find().filter(user::Column::Email.eq(email.as_str()));
        Ok(found.all(self.db.reader()).await?.pop())
    }

    /// `None` where the user was disabled meanwhile or belongs to nobody.
    pub(super) async fn begin_session(
        &self,
        tx: &DatabaseTransaction,
        user: &user::Model,
        browser: &Browser,
    ) -> Result<Option<SignIn>, StoreError> {
        let still_so = user::Entity::find_by_id(user.id)
            .filter(user::Column::Active.eq(true))
            .filter(user::Column::Epoch.eq(user.epoch))
            // Sign-ins of one person come one after the other, so that the sessions are counted right.
            .lock_exclusive();
        let memberships = membership::Entity::find()
            .filter(membership::Column::UserId.eq(user.id))
            .filter(membership::Column::Active.eq(true));
        let memberships = memberships.all(tx).await?;
        let [first, others @ ..] = &memberships[..] else { return Ok(None) };
        if still_so.all(tx).await?.is_empty() {
            return Ok(None);
        }
        if let Some(previous) = &browser.previous {
            session::Entity::delete_by_id(previous.hash()).exec(tx).await?;
        }
        end_oldest_sessions(tx, user.id).await?;
        let must_choose = !others.is_empty();
        let membership = (!must_choose).then_some(first);
        let token = self.insert_session(tx, user, membership, browser).await?;
        let locale = user.locale.clone();
        Ok(Some(SignIn {
            token,
            user: user.id,
            locale,
            must_choose,
            partner: membership.and_then(|membership| membership.partner_id),
            customer: membership.and_then(|membership| membership.customer_id),
        }))
    }

    async fn insert_session(
        &self,
        tx: &DatabaseTransaction,
        user: &user::Model,
        membership: Option<&membership::Model>,
        browser: &Browser,
    ) -> Result<Token, StoreError> {
        let token = Token::random();
        let now = self.clock.now();
        let row = session::ActiveModel {
            token_hash: Set(token.hash()),
            user_id: Set(user.id),
            membership_id: Set(membership.map(|membership| membership.id)),
            epoch: Set(user.epoch),
            created_at: Set(now),
            last_seen_at: Set(now),
            expires_at: Set(now + ABSOLUTE),
            address: Set(browser.address.clone()),
            user_agent: Set(browser.user_agent.clone()),
        };
        session::Entity::insert(row).exec_without_returning(tx).await?;
        Ok(token)
    }

    async fn record_sign_in(
        &self,
        tx: &DatabaseTransaction,
        begun: &SignIn,
        browser: &Browser,
    ) -> Result<(), StoreError> {
        let mut line = Activity::new(ActivityKind::SignedIn, self.clock.now());
        line.by_user = Some(begun.user);
        line.by_partner = begun.partner;
        line.by_customer = begun.customer;
        line.partner = line.by_partner;
        line.customer = line.by_customer;
        line.request = browser.request;
        activity::record(tx, line).await
    }
}

async fn keep_hash(
    tx: &DatabaseTransaction,
    user: &user::Model,
    hash: &str,
) -> Result<(), StoreError> {
    let row = user::ActiveModel {
        id: Set(user.id),
        password_hash: Set(Some(hash.to_owned())),
        ..Default::default()
    };
    row.update(tx).await?;
    Ok(())
}

/// Makes room for one more.
async fn end_oldest_sessions(tx: &DatabaseTransaction, user: UserId) -> Result<(), StoreError> {
    let surplus: Vec<Vec<u8>> = session::Entity::find()
        .filter(session::Column::UserId.eq(user))
        .order_by_desc(session::Column::CreatedAt)
        .all(tx)
        .await?
        .into_iter()
        .skip(usize::try_from(AT_MOST - 1).unwrap_or_default())
        .map(|row| row.token_hash)
        .collect();
    session::Entity::delete_many()
        .filter(session::Column::TokenHash.is_in(surplus))
        .exec(tx)
        .await?;
    Ok(())
}
