//! Signing in with email and password.

mod second_factor;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::ExprTrait,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{
    Database, Store, StoreError, Token,
    activity::{self, Activity, ActivityKind},
    attempts::Tries,
    entity::{membership, session, user},
    one_time_link::{self, LinkPurpose, NewLink},
    password::Verdict,
    session::{ABSOLUTE, AT_MOST},
};
use crate::domain::{
    attempts::Refusal,
    ids::{CustomerId, PartnerId, UserId},
    text::EmailAddress,
};

pub use self::second_factor::{CannotStep, SecondStep};

/// The browser that somebody signs in with.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    pub address: Option<String>,
    pub user_agent: Option<String>,
    /// The session it had until now, which ends.
    pub previous: Option<Token>,
    /// The marks of those who have signed in with it before, as it keeps them; empty where nobody has.
    pub marks: String,
    /// The HTTP request.
    pub request: Option<Uuid>,
}

/// How far somebody has come who proved who they are.
#[derive(Debug)]
pub enum Entered {
    Session(SignIn),
    /// Their second factor is asked for next; the token stands for what they have shown so far.
    SecondFactor(Token),
}

/// Why somebody was not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotSignIn {
    /// The password is wrong, the account unknown, disabled, without an organisation or held up: nobody learns which.
    Refused,
    /// Too many have failed from the same address; the next may try then.
    AddressHeldUp(OffsetDateTime),
}

/// A session that has just begun.
#[derive(Debug)]
pub struct SignIn {
    pub token: Token,
    pub user: UserId,
    pub locale: Option<String>,
    /// What the browser keeps, so that strangers do not hold it up.
    pub marks: String,
    /// A member of several organisations: first choose for which to act.
    pub must_choose: bool,
    partner: Option<PartnerId>,
    customer: Option<CustomerId>,
}

impl Store {
    /// Whatever the reason for a refusal, it comes after the same work.
    pub async fn sign_in(
        &self,
        email: &str,
        password: &str,
        browser: &Browser,
    ) -> Result<Result<Entered, CannotSignIn>, StoreError> {
        let user = self.user_by_email(email).await?;
        let tries = self.sign_in_tries(user.as_ref(), email, browser).await?;
        // A first look, so that whoever is held up costs no hash.
        if let Some(until) = tries.address_held_up(&self.db, self.clock.now()).await? {
            return Ok(Err(CannotSignIn::AddressHeldUp(until)));
        }
        let kept =
            user.as_ref().filter(|user| user.active).and_then(|user| user.password_hash.clone());
        let verdict = self.passwords.verify(password, kept).await?;
        let stronger = match verdict {
            Verdict::RightButWeak => Some(self.passwords.hash(password).await?),
            _ => None,
        };
        let shown = user.filter(|_| verdict != Verdict::Wrong);
        let outcome = self
            .db
            .write(async |tx| {
                let now = self.clock.now();
                let held_up = tries.account.refusal_now(tx, now).await?.is_some();
                if let Some(until) = tries.address_held_up_now(tx, now).await? {
                    return Ok(Err(CannotSignIn::AddressHeldUp(until)));
                }
                if let Some(user) = shown.as_ref().filter(|_| !held_up)
                    && let Some(entered) = self.enter(tx, user, browser).await?
                {
                    if let Some(hash) = &stronger {
                        keep_hash(tx, user, hash).await?;
                    }
                    tries.account.forget(tx).await?;
                    return Ok(Ok(entered));
                }
                tries.fail(tx, now).await?;
                Ok(Err(CannotSignIn::Refused))
            })
            .await?;
        if outcome.is_err() {
            self.db.counts().sign_in_failed();
        }
        Ok(outcome)
    }

    async fn sign_in_tries(
        &self,
        user: Option<&user::Model>,
        email: &str,
        browser: &Browser,
    ) -> Result<SignInTries, StoreError> {
        let Some(user) = user else {
            let account = self.password_tries_of_nobody(email.trim()).await?;
            return Ok(SignInTries { account, address: self.sign_in_address(browser).await? });
        };
        if let Some(number) = self.known_browser(user.id, &browser.marks).await? {
            let account = self.known_browser_tries(user.id, number).await?;
            return Ok(SignInTries { account, address: None });
        }
        let account = self.password_tries(user.id).await?;
        Ok(SignInTries { account, address: self.sign_in_address(browser).await? })
    }

    async fn sign_in_address(&self, browser: &Browser) -> Result<Option<Tries>, StoreError> {
        match &browser.address {
            Some(address) => Ok(Some(self.address_tries("sign-in", address).await?)),
            None => Ok(None),
        }
    }

    /// For whoever has shown one factor, by a password or by a link: lets them in, or asks for the second one. `None`: see
    /// [`memberships_to_enter`].
    pub(super) async fn enter(
        &self,
        tx: &DatabaseTransaction,
        user: &user::Model,
        browser: &Browser,
    ) -> Result<Option<Entered>, StoreError> {
        let entered = self.let_in(tx, user, browser).await?;
        if let Some(Entered::Session(begun)) = &entered {
            self.record_sign_in(tx, begun, browser).await?;
        }
        Ok(entered)
    }

    /// The same, where the log says something else about it.
    pub(super) async fn let_in(
        &self,
        tx: &DatabaseTransaction,
        user: &user::Model,
        browser: &Browser,
    ) -> Result<Option<Entered>, StoreError> {
        if user.totp_secret.is_some() {
            if memberships_to_enter(tx, user).await?.is_none() {
                return Ok(None);
            }
            let link = NewLink::new(LinkPurpose::SecondFactor, Some(user.id), self.clock.now());
            return Ok(Some(Entered::SecondFactor(one_time_link::make_beside(tx, link).await?)));
        }
        Ok(self.begin_session(tx, user, browser).await?.map(Entered::Session))
    }

    async fn user_by_email(&self, email: &str) -> Result<Option<user::Model>, StoreError> {
        let Ok(email) = email.parse::<EmailAddress>() else { return Ok(None) };
        let found = user::Entity::find().filter(user::Column::Email.eq(email.as_str()));
        Ok(found.all(self.db.reader()).await?.pop())
    }

    /// `None`: see [`memberships_to_enter`].
    pub(super) async fn begin_session(
        &self,
        tx: &DatabaseTransaction,
        user: &user::Model,
        browser: &Browser,
    ) -> Result<Option<SignIn>, StoreError> {
        let Some(all) = memberships_to_enter(tx, user).await? else { return Ok(None) };
        let active: Vec<_> = all.iter().filter(|membership| membership.active).collect();
        if let Some(previous) = &browser.previous {
            session::Entity::delete_by_id(previous.hash()).exec(tx).await?;
        }
        end_oldest_sessions(tx, user.id).await?;
        let membership = if let [only] = active[..] { Some(only) } else { None };
        let must_choose = membership.is_none();
        let token = self.insert_session(tx, user, membership, browser).await?;
        let locale = user.locale.clone();
        let marks = self.mark_browser(user.id, &browser.marks).await?;
        Ok(Some(SignIn {
            token,
            user: user.id,
            locale,
            marks,
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

    pub(super) async fn record_sign_in(
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

/// What a failure is counted for.
struct SignInTries {
    account: Tries,
    /// `None` in a browser that the account knows: whoever else fails from there does not hold it up.
    address: Option<Tries>,
}

impl SignInTries {
    async fn address_held_up(
        &self,
        db: &Database,
        now: OffsetDateTime,
    ) -> Result<Option<OffsetDateTime>, StoreError> {
        let Some(address) = &self.address else { return Ok(None) };
        Ok(address.refusal(db.reader(), now).await?.and_then(Refusal::until))
    }

    /// The same for whoever else came at the same time.
    async fn address_held_up_now(
        &self,
        tx: &DatabaseTransaction,
        now: OffsetDateTime,
    ) -> Result<Option<OffsetDateTime>, StoreError> {
        let Some(address) = &self.address else { return Ok(None) };
        Ok(address.refusal_now(tx, now).await?.and_then(Refusal::until))
    }

    async fn fail(&self, tx: &DatabaseTransaction, now: OffsetDateTime) -> Result<(), StoreError> {
        self.account.fail(tx, now).await?;
        match &self.address {
            Some(address) => address.fail(tx, now).await,
            None => Ok(()),
        }
    }
}

/// What somebody belongs to who has shown what opens their account, which nobody else changes until the transaction ends.
/// `None` where they were disabled meanwhile, or their credentials are others now, or they belong to nobody.
async fn memberships_to_enter(
    tx: &DatabaseTransaction,
    user: &user::Model,
) -> Result<Option<Vec<membership::Model>>, StoreError> {
    let still_so = user::Entity::find_by_id(user.id)
        .filter(user::Column::Active.eq(true))
        .filter(user::Column::Epoch.eq(user.epoch))
        // Sign-ins of one person come one after the other, so that the sessions are counted right.
        .lock_exclusive();
    let memberships = membership::Entity::find()
        .filter(membership::Column::UserId.eq(user.id))
        // Somebody whom every organisation has disabled may still accept what another one offers.
        .filter(
            membership::Column::Active.eq(true).or(membership::Column::InvitedAt.is_not_null()),
        );
    let memberships = memberships.all(tx).await?;
    let is_refused = memberships.is_empty() || still_so.all(tx).await?.is_empty();
    Ok((!is_refused).then_some(memberships))
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
