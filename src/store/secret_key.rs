//! The secret that all instances share: a row made with the schema, read once, unless the operator keeps one elsewhere.

use std::{fmt, sync::Arc};

use sea_orm::{DbErr, EntityTrait};
use tokio::sync::OnceCell;

use super::{Database, StoreError, entity::setting, signed_link::LinkKey};

#[derive(Clone)]
pub(super) struct SecretKey {
    db: Database,
    bytes: Arc<OnceCell<Arc<[u8]>>>,
}

/// What a cookie's signature and encryption take together.
const SHORTEST: usize = 64;

impl SecretKey {
    pub fn new(db: Database) -> Self {
        Self { db, bytes: Arc::default() }
    }

    /// The row is never read.
    pub fn given(db: Database, bytes: &[u8]) -> Self {
        Self { db, bytes: Arc::new(OnceCell::new_with(Some(bytes.into()))) }
    }

    pub async fn bytes(&self) -> Result<Arc<[u8]>, StoreError> {
        self.bytes.get_or_try_init(|| self.read()).await.cloned()
    }

    /// For links that can be shown again.
    pub async fn links(&self) -> Result<LinkKey, StoreError> {
        Ok(LinkKey::new(&self.bytes().await?))
    }

    async fn read(&self) -> Result<Arc<[u8]>, StoreError> {
        let row = setting::Entity::find_by_id("secret_key").one(self.db.reader()).await?;
        let digits = row.map(|row| row.value).unwrap_or_default();
        let bytes: Option<Arc<[u8]>> = (0..digits.len() / 2)
            .map(|nth| u8::from_str_radix(digits.get(2 * nth..2 * nth + 2)?, 16).ok())
            .collect();
        bytes
            .filter(|key| key.len() >= SHORTEST)
            .ok_or_else(|| DbErr::Custom("the secret key is missing from settings".into()).into())
    }
}

/// A key in a log would open every session and link.
impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(…)")
    }
}
