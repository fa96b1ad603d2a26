//! Taking off a second factor that somebody has lost. An organisation's admin does so only for an account that is used nowhere
//! else (`domain::membership`); whoever belongs to several comes to the operator.

use super::{Operator, Switched, person::Person};
use crate::{
    domain::text::EmailAddress,
    store::{StoreError, activity::ActivityKind, credentials, second_factor},
};

impl Operator {
    /// From now on the password alone opens the account, and what was open with it is closed. `None`: nobody has this
    /// address.
    pub async fn take_off_second_factor(
        &self,
        email: &EmailAddress,
    ) -> Result<Option<Switched>, StoreError> {
        self.store
            .db
            .write(async |tx| {
                let Some(person) = Person::lock(tx, email).await? else { return Ok(None) };
                if person.user.totp_secret.is_none() {
                    return Ok(Some(Switched::AlreadySo));
                }
                let user = person.user.id;
                second_factor::take_off(tx, user).await?;
                credentials::renew(tx, user).await?;
                let (kind, concerned) = (ActivityKind::SecondFactorReset, person.active_in());
                self.record_about(tx, kind, user, concerned).await?;
                Ok(Some(Switched::Changed))
            })
            .await
    }
}
