//! One's own password: asked for before anything that opens the account is changed (`docs/security.md` B6).

use sea_orm::{DatabaseTransaction, EntityTrait};

use super::Account;
use crate::{
    domain::{credentials::CannotChange, password::NewPassword},
    store::{
        StoreError, Token, activity::ActivityKind, credentials, entity::user, password::Verdict,
    },
};

impl Account {
    /// Every session of the person ends; this one goes on under the token that comes back.
    pub async fn change_password(
        &self,
        current: &str,
        new: &NewPassword,
    ) -> Result<Result<Token, CannotChange>, StoreError> {
        let hash = self.store.passwords.hash(new.as_str()).await?;
        self.with_password(current, async |tx, _| {
            let now = self.now();
            let own = credentials::own_session(tx, self.user, &self.token, now).await?;
            let own = own.ok_or(StoreError::NotPermitted)?;
            credentials::keep_password(tx, self.user, hash.clone()).await?;
            let token = credentials::renew_own(tx, own, now).await?;
            self.record_own(tx, ActivityKind::PasswordChanged).await?;
            Ok(Ok(token))
        })
        .await
    }

    /// Does `work`, in one transaction, for whoever knows their password, and counts the failures of whoever does not: a
    /// session that somebody has found open opens nothing more. `work` is given the person's row, locked.
    pub(in crate::store) async fn with_password<T>(
        &self,
        password: &str,
        work: impl AsyncFn(
            &DatabaseTransaction,
            user::Model,
        ) -> Result<Result<T, CannotChange>, StoreError>,
    ) -> Result<Result<T, CannotChange>, StoreError> {
        let tries = self.store.own_password_tries(self.user).await?;
        let is_right = self.is_password(password).await?;
        self.store
            .db
            .write(async |tx| {
                let user = self.lock_user(tx).await?;
                if tries.refusal_now(tx, self.now()).await?.is_some() {
                    return Ok(Err(CannotChange::TooManyTries));
                }
                if !is_right {
                    tries.fail(tx, self.now()).await?;
                    return Ok(Err(CannotChange::WrongPassword));
                }
                tries.forget(tx).await?;
                work(tx, user).await
            })
            .await
    }

    async fn is_password(&self, password: &str) -> Result<bool, StoreError> {
        let row = user::Entity::find_by_id(self.user).all(self.store.db.reader()).await?.pop();
        let kept = row.and_then(|row| row.password_hash);
        Ok(self.store.passwords.verify(password, kept).await? != Verdict::Wrong)
    }
}
