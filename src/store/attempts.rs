//! Failed tries to sign in, counted in the database: all instances share them and they outlive a restart
//! (`docs/security.md` B3). Whose they are stands there only as a code of the secret key.
//!
//! Look at the tries in the transaction that takes or refuses what was shown, and count a failure in the same one: of many
//! at once, each then finds what the ones before it have left.

use hmac::{Hmac, KeyInit, Mac};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, QueryFilter, QuerySelect,
};
use sha2::Sha256;
use time::OffsetDateTime;

use super::{Store, StoreError, entity::sign_in_attempt};
use crate::domain::{
    attempts::{self, Attempts, Counted, Refusal},
    ids::UserId,
};

/// The tries that are counted together.
#[derive(Clone, Debug)]
pub(super) struct Tries {
    key: String,
    counted: Counted,
}

impl Store {
    /// Passwords for an account, in browsers that have not signed in to it before.
    pub(super) async fn password_tries(&self, user: UserId) -> Result<Tries, StoreError> {
        self.tries_of(&user.to_string(), "password").await
    }

    /// The same for an address that nobody has: it takes as long, and leaves as much.
    pub(super) async fn password_tries_of_nobody(&self, email: &str) -> Result<Tries, StoreError> {
        self.tries_of(&email.to_lowercase(), "password").await
    }

    /// Passwords for an account in one browser that has signed in to it before.
    pub(super) async fn known_browser_tries(
        &self,
        user: UserId,
        browser: i32,
    ) -> Result<Tries, StoreError> {
        self.tries_of(&user.to_string(), &format!("browser:{browser}")).await
    }

    /// Passwords of somebody who is signed in, where they are asked for them again.
    pub(super) async fn own_password_tries(&self, user: UserId) -> Result<Tries, StoreError> {
        self.tries_of(&user.to_string(), "own_password").await
    }

    /// Codes of somebody whose password was right.
    pub(super) async fn code_tries(&self, user: UserId) -> Result<Tries, StoreError> {
        self.tries_of(&user.to_string(), "code").await
    }

    /// `what`: tells tries of different things from one address apart.
    pub(super) async fn address_tries(
        &self,
        what: &str,
        address: &str,
    ) -> Result<Tries, StoreError> {
        let network = address.parse().map(attempts::network);
        let network = network.map_or_else(|_| address.to_owned(), |network| network.to_string());
        let key = format!("address:{what}:{}", self.code_of(&network).await?);
        Ok(Tries { key, counted: Counted::Address })
    }

    /// Nobody has to wait any more who signs in to this account, whatever has failed before.
    pub(super) async fn lift_throttle(
        &self,
        tx: &DatabaseTransaction,
        user: UserId,
    ) -> Result<(), StoreError> {
        let all = format!("{}:", self.code_of(&user.to_string()).await?);
        let rows = sign_in_attempt::Entity::delete_many()
            .filter(sign_in_attempt::Column::Key.starts_with(all));
        rows.exec(tx).await?;
        Ok(())
    }

    async fn tries_of(&self, person: &str, what: &str) -> Result<Tries, StoreError> {
        let key = format!("{}:{what}", self.code_of(person).await?);
        Ok(Tries { key, counted: Counted::Account })
    }

    /// Whoever reads the table learns neither addresses nor who has an account.
    async fn code_of(&self, text: &str) -> Result<String, StoreError> {
        let key = self.secret_key.bytes().await?;
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&key).expect("a message code takes a key of any length");
        mac.update(b"attempts:");
        mac.update(text.as_bytes());
        let code = mac.finalize().into_bytes();
        let digits = code.iter().map(|byte| format!("{byte:02x}"));
        Ok(digits.fold(String::new(), |code, byte| code + &byte))
    }
}

impl Tries {
    /// Whether the next one is refused, for a first look.
    pub async fn refusal(
        &self,
        connection: &impl ConnectionTrait,
        now: OffsetDateTime,
    ) -> Result<Option<Refusal>, StoreError> {
        let row = sign_in_attempt::Entity::find_by_id(&self.key).all(connection).await?.pop();
        Ok(row.and_then(|row| self.counted.refusal(&row.attempts(now), now)))
    }

    /// The same, and nobody else counts until the transaction ends.
    pub async fn refusal_now(
        &self,
        tx: &DatabaseTransaction,
        now: OffsetDateTime,
    ) -> Result<Option<Refusal>, StoreError> {
        let row = self.lock(tx).await?;
        Ok(row.and_then(|row| self.counted.refusal(&row.attempts(now), now)))
    }

    /// Counts one, unless it was refused.
    pub async fn fail(
        &self,
        tx: &DatabaseTransaction,
        now: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let first = sign_in_attempt::ActiveModel {
            key: Set(self.key.clone()),
            failures: Set(0),
            refused_until: Set(None),
        };
        // Of two first ones at once, the second then waits for the row instead of making another.
        let insert = sign_in_attempt::Entity::insert(first).on_conflict_do_nothing();
        insert.exec_without_returning(tx).await?;
        let before = self.lock(tx).await?.filter(|row| row.refused_until.is_some());
        let after = self.counted.after_failure(before.map(|row| row.attempts(now)), now);
        let row = sign_in_attempt::ActiveModel {
            key: Set(self.key.clone()),
            failures: Set(after.failures),
            refused_until: Set(Some(after.refused_until)),
        };
        row.update(tx).await?;
        Ok(())
    }

    /// One has succeeded.
    pub async fn forget(&self, tx: &DatabaseTransaction) -> Result<(), StoreError> {
        sign_in_attempt::Entity::delete_by_id(&self.key).exec(tx).await?;
        Ok(())
    }

    async fn lock(
        &self,
        tx: &DatabaseTransaction,
    ) -> Result<Option<sign_in_attempt::Model>, StoreError> {
        let row = sign_in_attempt::Entity::find_by_id(&self.key).lock_exclusive();
        Ok(row.all(tx).await?.pop())
    }
}

impl sign_in_attempt::Model {
    fn attempts(&self, now: OffsetDateTime) -> Attempts {
        let refused_until = self.refused_until.unwrap_or(now);
        Attempts { failures: self.failures, refused_until }
    }
}
