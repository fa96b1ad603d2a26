//! Somebody who cannot sign in asks for a link. Nobody who asks learns whether there is such an account: what is noted is
//! seen by those who may make the link.

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use time::OffsetDateTime;

use super::{
    Browser, Store, StoreError,
    activity::{self, ActivityKind},
    entity::{asked_link, user},
    one_time_link::{self, LinkPurpose},
    person::Person,
};
use crate::domain::{attempts::Refusal, text::EmailAddress, words};

words! {
    /// What they ask for.
    SignInHelp {
        NewPassword = "new_password",
        /// For a customer's people, who come rarely; to others a new password is offered.
        Link = "link",
    }
}

impl Store {
    /// Notes the wish where there is an account for it. `Err`: too many have asked from the same address; the next may ask
    /// then.
    pub async fn ask_for_help(
        &self,
        email: &EmailAddress,
        help: SignInHelp,
        browser: &Browser,
    ) -> Result<Result<(), OffsetDateTime>, StoreError> {
        let address = browser.address.as_deref().unwrap_or_default();
        let tries = self.address_tries("help", address).await?;
        self.db
            .write(async |tx| {
                let now = self.clock.now();
                if let Some(Refusal::Until(until)) = tries.refusal_now(tx, now).await? {
                    return Ok(Err(until));
                }
                // Each one counts, so that it takes as long where there is no account.
                tries.fail(tx, now).await?;
                if let Some(person) = find(tx, email).await? {
                    self.note(tx, &person, help, browser).await?;
                }
                Ok(Ok(()))
            })
            .await
    }

    async fn note(
        &self,
        tx: &DatabaseTransaction,
        person: &Person,
        help: SignInHelp,
        browser: &Browser,
    ) -> Result<(), StoreError> {
        let (user, now) = (person.user.id, self.clock.now());
        let purpose = match help {
            SignInHelp::Link if person.is_of_customer() => LinkPurpose::SignIn,
            _ => LinkPurpose::Reset,
        };
        // Whoever asks again is told nothing new, and neither is the log.
        let standing = asked_link::Entity::find_by_id((user, purpose)).all(tx).await?;
        if !standing.is_empty() {
            return Ok(());
        }
        one_time_link::ask(tx, user, purpose, None, now).await?;
        let line = person.activity(ActivityKind::SignInHelpAsked, now, browser.request);
        activity::record(tx, line).await
    }
}

async fn find(
    tx: &DatabaseTransaction,
    email: &EmailAddress,
) -> Result<Option<Person>, StoreError> {
    let found = user::Entity::find().filter(user::Column::Email.eq(email.as_str()));
    match found.all(tx).await?.pop() {
        Some(user) => Person::lock(tx, user.id).await,
        None => Ok(None),
    }
}
