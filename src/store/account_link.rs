//! Links that let somebody in without their password: to set a new one, or once to sign in. An admin or the operator makes
//! them (`docs/security.md` F); the second factor is asked for after them as after a password.

use sea_orm::{ConnectionTrait, DatabaseTransaction};

use super::{
    Browser, Entered, Store, StoreError, Token,
    activity::{self, ActivityKind},
    credentials,
    one_time_link::{self, LinkPurpose},
    person::Person,
};
use crate::domain::password::NewPassword;

/// Whom a link lets in.
#[derive(Clone, Debug)]
pub struct LinkedAccount {
    pub name: String,
    pub email: String,
    /// The names of those whom they act for.
    pub organisations: Vec<String>,
}

impl Store {
    /// Whom a link for a new password lets in; looking does not use it up. `None`: it is not good, or not any more.
    pub async fn reset_link(&self, token: &Token) -> Result<Option<LinkedAccount>, StoreError> {
        self.linked_account(token, LinkPurpose::Reset).await
    }

    /// The same for a link that signs in.
    pub async fn sign_in_link(&self, token: &Token) -> Result<Option<LinkedAccount>, StoreError> {
        self.linked_account(token, LinkPurpose::SignIn).await
    }

    /// Sets the password, forgives what has failed before and lets them in; whoever was signed in to the account is not any
    /// more. `None`: the link is not good any more.
    pub async fn reset_password(
        &self,
        token: &Token,
        password: &NewPassword,
        browser: &Browser,
    ) -> Result<Option<Entered>, StoreError> {
        let hash = self.passwords.hash(password.as_str()).await?;
        self.db
            .write(async |tx| {
                let Some(person) = self.use_account_link(tx, token, LinkPurpose::Reset).await?
                else {
                    return Ok(None);
                };
                let user = person.user.id;
                self.lift_throttle(tx, user).await?;
                credentials::change_password(tx, user, hash.clone()).await?;
                let (now, kind) = (self.clock.now(), ActivityKind::PasswordReset);
                activity::record(tx, person.activity(kind, now, browser.request)).await?;
                // Their sessions now begin with what has changed.
                let Some(person) = Person::find(tx, user).await? else { return Ok(None) };
                self.let_in(tx, &person.user, browser).await
            })
            .await
    }

    /// Signs in, once. `None`: the link is not good any more.
    pub async fn sign_in_by_link(
        &self,
        token: &Token,
        browser: &Browser,
    ) -> Result<Option<Entered>, StoreError> {
        self.db
            .write(async |tx| match self.use_account_link(tx, token, LinkPurpose::SignIn).await? {
                Some(person) => self.enter(tx, &person.user, browser).await,
                None => Ok(None),
            })
            .await
    }

    async fn linked_account(
        &self,
        token: &Token,
        purpose: LinkPurpose,
    ) -> Result<Option<LinkedAccount>, StoreError> {
        let person = self.holder(self.db.reader(), token, purpose).await?;
        Ok(person.map(LinkedAccount::from))
    }

    async fn holder(
        &self,
        connection: &impl ConnectionTrait,
        token: &Token,
        purpose: LinkPurpose,
    ) -> Result<Option<Person>, StoreError> {
        let link = one_time_link::open(connection, token, purpose, self.clock.now()).await?;
        match link.and_then(|link| link.user_id) {
            Some(user) => Person::find(connection, user).await,
            None => Ok(None),
        }
    }

    /// The account is locked before the link is used up, as where links are made void.
    async fn use_account_link(
        &self,
        tx: &DatabaseTransaction,
        token: &Token,
        purpose: LinkPurpose,
    ) -> Result<Option<Person>, StoreError> {
        let Some(holder) = self.holder(tx, token, purpose).await? else { return Ok(None) };
        let person = Person::lock(tx, holder.user.id).await?;
        let used = one_time_link::use_up(tx, token, purpose, self.clock.now()).await?;
        Ok(person.filter(|_| used.is_some()))
    }
}

impl From<Person> for LinkedAccount {
    fn from(person: Person) -> Self {
        let organisations = person.organisations();
        Self { name: person.user.name, email: person.user.email, organisations }
    }
}
