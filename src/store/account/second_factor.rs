//! One's own second factor: set up and switched off with the password and a code, so that an unwatched screen is not
//! enough. With either, every other session of the person ends (`docs/security.md` B6 and B7).

use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, EntityTrait};

use super::Account;
use crate::{
    domain::second_factor::{AppCode, CannotChange, RecoveryCode, SecondFactorKey, TypedCode},
    store::{
        StoreError, Token,
        activity::ActivityKind,
        credentials,
        entity::user,
        second_factor::{self, recovery_codes_left},
    },
};

/// What somebody reads about their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondFactor {
    /// By which their app names the account.
    pub email: String,
    pub is_on: bool,
    /// Recovery codes that nobody has used.
    pub codes_left: u64,
}

/// A second factor that has just been set up.
pub struct SetUp {
    /// Of the session, which goes on under another one.
    pub token: Token,
    /// They cannot be read again.
    pub codes: Vec<RecoveryCode>,
}

impl Account {
    pub async fn second_factor(&self) -> Result<SecondFactor, StoreError> {
        let reader = self.store.db.reader();
        let user = user::Entity::find_by_id(self.user).all(reader).await?.pop();
        let user = user.ok_or(StoreError::NotPermitted)?;
        let is_on = user.totp_secret.is_some();
        let codes_left = if is_on { recovery_codes_left(reader, self.user).await? } else { 0 };
        Ok(SecondFactor { email: user.email, is_on, codes_left })
    }

    /// From which a key is made; the browser keeps it until the set-up is done.
    pub fn new_seed() -> Token {
        Token::random()
    }

    /// What an app is to be told.
    pub async fn offered_key(&self, seed: &Token) -> Result<SecondFactorKey, StoreError> {
        second_factor::key(&self.store.secret_key, self.user, seed.as_str().as_bytes()).await
    }

    /// `code`: by which the app shows that it has the key of this seed.
    pub async fn set_up_second_factor(
        &self,
        seed: &Token,
        password: &str,
        code: &AppCode,
    ) -> Result<Result<SetUp, CannotChange>, StoreError> {
        let key = self.offered_key(seed).await?;
        self.with_password_and_code(password, async |tx, user| {
            if user.totp_secret.is_some() {
                return Ok(Err(CannotChange::AlreadySo));
            }
            let step = match key.step_of(code, self.now(), None) {
                Ok(step) => step,
                Err(reason) => return Ok(Err(CannotChange::Code(reason))),
            };
            let row = user::ActiveModel {
                id: Set(self.user),
                totp_secret: Set(Some(seed.as_str().as_bytes().to_vec())),
                totp_last_step: Set(Some(step)),
                ..Default::default()
            };
            row.update(tx).await?;
            let codes = second_factor::make_recovery_codes(tx, self.user).await?;
            let token = self.go_on(tx, ActivityKind::SecondFactorOn).await?;
            Ok(Ok(SetUp { token, codes }))
        })
        .await
    }

    /// For good, or to set up another app. The token is that of the session, which goes on under it.
    pub async fn switch_off_second_factor(
        &self,
        password: &str,
        typed: &TypedCode,
    ) -> Result<Result<Token, CannotChange>, StoreError> {
        self.with_password_and_code(password, async |tx, user| {
            if let Err(reason) = self.show_code(tx, user, typed).await? {
                return Ok(Err(reason));
            }
            second_factor::take_off(tx, self.user).await?;
            Ok(Ok(self.go_on(tx, ActivityKind::SecondFactorOff).await?))
        })
        .await
    }

    /// New recovery codes; earlier ones are void.
    pub async fn make_recovery_codes(
        &self,
        password: &str,
        typed: &TypedCode,
    ) -> Result<Result<Vec<RecoveryCode>, CannotChange>, StoreError> {
        self.with_password_and_code(password, async |tx, user| {
            if let Err(reason) = self.show_code(tx, user, typed).await? {
                return Ok(Err(reason));
            }
            let codes = second_factor::make_recovery_codes(tx, self.user).await?;
            self.record_own(tx, ActivityKind::RecoveryCodesMade).await?;
            Ok(Ok(codes))
        })
        .await
    }

    /// Does `work` for whoever knows their password too, in one transaction with their row locked. Wrong codes count as
    /// well, so that nobody finds one out by a session left open.
    async fn with_password_and_code<T>(
        &self,
        password: &str,
        work: impl AsyncFn(
            &DatabaseTransaction,
            &user::Model,
        ) -> Result<Result<T, CannotChange>, StoreError>,
    ) -> Result<Result<T, CannotChange>, StoreError> {
        let tries = self.store.code_tries(self.user).await?;
        let done = self
            .with_password(password, async |tx, user| {
                if let Some(refusal) = tries.refusal_now(tx, self.now()).await? {
                    return Ok(Ok(Err(CannotChange::HeldUp(refusal))));
                }
                let outcome = work(tx, &user).await?;
                match &outcome {
                    Ok(_) => tries.forget(tx).await?,
                    Err(CannotChange::Code(_)) => tries.fail(tx, self.now()).await?,
                    Err(_) => {}
                }
                Ok(Ok(outcome))
            })
            .await?;
        Ok(done.unwrap_or_else(|refused| Err(CannotChange::Password(refused))))
    }

    async fn show_code(
        &self,
        tx: &DatabaseTransaction,
        user: &user::Model,
        typed: &TypedCode,
    ) -> Result<Result<(), CannotChange>, StoreError> {
        if user.totp_secret.is_none() {
            return Ok(Err(CannotChange::AlreadySo));
        }
        let now = self.now();
        let key = &self.store.secret_key;
        let outcome = second_factor::use_code(tx, key, user, typed, now).await?;
        Ok(outcome.map_err(CannotChange::Code))
    }

    /// Ends all other sessions.
    async fn go_on(
        &self,
        tx: &DatabaseTransaction,
        what: ActivityKind,
    ) -> Result<Token, StoreError> {
        self.record_own(tx, what).await?;
        let own = credentials::own_session(tx, self.user, &self.token, self.now()).await?;
        credentials::renew_own(tx, own.ok_or(StoreError::NotPermitted)?, self.now()).await
    }
}
