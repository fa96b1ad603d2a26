//! The second step of signing in: a code of the app, or a recovery code (`docs/security.md` B7).

use super::{Browser, SignIn};
use crate::{
    domain::{
        attempts::Refusal,
        second_factor::{BadCode, TypedCode},
    },
    store::{
        Store, StoreError, Token,
        one_time_link::{self, LinkPurpose},
        second_factor::{lock_user, recovery_codes_left, use_code},
    },
};

/// Somebody who has shown both factors.
#[derive(Debug)]
pub struct SecondStep {
    pub sign_in: SignIn,
    /// Where they came in by a recovery code: how many are left.
    pub codes_left: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotStep {
    /// Too long ago, or done already: they begin with the first factor again.
    Gone,
    Code(BadCode),
    /// Too many codes were wrong.
    HeldUp(Refusal),
}

impl Store {
    /// `token`: what the first step gave ([`super::Entered::SecondFactor`]).
    pub async fn sign_in_with_code(
        &self,
        token: &Token,
        typed: &TypedCode,
        browser: &Browser,
    ) -> Result<Result<SecondStep, CannotStep>, StoreError> {
        const STEP: LinkPurpose = LinkPurpose::SecondFactor;

        let outcome = self
            .db
            .write(async |tx| {
                let now = self.clock.now();
                let link = one_time_link::open(tx, token, STEP, now).await?;
                let Some(user) = link.and_then(|link| link.user_id) else {
                    return Ok(Err(CannotStep::Gone));
                };
                let Some(user) = lock_user(tx, user).await? else {
                    return Ok(Err(CannotStep::Gone));
                };
                // The same step in another window may have been waited for.
                if one_time_link::open(tx, token, STEP, now).await?.is_none() {
                    return Ok(Err(CannotStep::Gone));
                }
                let tries = self.code_tries(user.id).await?;
                if let Some(refusal) = tries.refusal_now(tx, now).await? {
                    return Ok(Err(CannotStep::HeldUp(refusal)));
                }
                if let Err(reason) = use_code(tx, &self.secret_key, &user, typed, now).await? {
                    tries.fail(tx, now).await?;
                    return Ok(Err(CannotStep::Code(reason)));
                }
                let codes_left = match typed {
                    TypedCode::App(_) => None,
                    TypedCode::Recovery(_) => Some(recovery_codes_left(tx, user.id).await?),
                };
                tries.forget(tx).await?;
                one_time_link::use_up(tx, token, STEP, now).await?;
                let Some(sign_in) = self.begin_session(tx, &user, browser).await? else {
                    return Ok(Err(CannotStep::Gone));
                };
                self.record_sign_in(tx, &sign_in, browser).await?;
                Ok(Ok(SecondStep { sign_in, codes_left }))
            })
            .await?;
        if matches!(outcome, Err(CannotStep::Code(_) | CannotStep::HeldUp(_))) {
            self.db.counts().sign_in_failed();
        }
        Ok(outcome)
    }
}
