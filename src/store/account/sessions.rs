//! Where somebody is signed in, and how they end that from afar (`docs/security.md` C).

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;

use super::Account;
use crate::{
    domain::device::Device,
    store::{Edited, StoreError, activity::ActivityKind, entity::session, session::IDLE},
};

/// One browser that is signed in.
#[derive(Clone, Debug)]
pub struct OwnSession {
    /// Names it in a form; it opens nothing, and no token can be made of it.
    pub id: String,
    pub device: Device,
    pub address: Option<String>,
    pub since: OffsetDateTime,
    /// To within five minutes.
    pub last_seen_at: OffsetDateTime,
    /// The one that asks.
    pub is_this: bool,
}

impl Account {
    /// The one that asks first, then those that were seen last.
    pub async fn sessions(&self) -> Result<Vec<OwnSession>, StoreError> {
        let rows = self.live_sessions(self.store.db.reader()).await?;
        let mut sessions: Vec<_> = rows.into_iter().map(|row| self.own_session(row)).collect();
        sessions.sort_by_key(|session| !session.is_this);
        Ok(sessions)
    }

    /// `id`: of another of their sessions.
    pub async fn end_session(&self, id: &str) -> Result<Edited, StoreError> {
        self.end_sessions(ActivityKind::SessionEnded, |row| public_id(row) == id).await
    }

    /// Leaves the one that asks.
    pub async fn end_other_sessions(&self) -> Result<Edited, StoreError> {
        self.end_sessions(ActivityKind::OtherSessionsEnded, |_| true).await
    }

    async fn end_sessions(
        &self,
        kind: ActivityKind,
        is_meant: impl Fn(&session::Model) -> bool,
    ) -> Result<Edited, StoreError> {
        self.store
            .db
            .write(async |tx| {
                self.lock_user(tx).await?;
                let own = self.token.hash();
                let rows = self.live_sessions(tx).await?.into_iter();
                let ending: Vec<_> = rows
                    .filter(|row| row.token_hash != own && is_meant(row))
                    .map(|row| row.token_hash)
                    .collect();
                if ending.is_empty() {
                    return Ok(Edited::AlreadySo);
                }
                session::Entity::delete_many()
                    .filter(session::Column::TokenHash.is_in(ending))
                    .exec(tx)
                    .await?;
                self.record_own(tx, kind).await?;
                Ok(Edited::Changed)
            })
            .await
    }

    async fn live_sessions(
        &self,
        connection: &impl ConnectionTrait,
    ) -> Result<Vec<session::Model>, StoreError> {
        let rows = session::Entity::find()
            .filter(session::Column::UserId.eq(self.user))
            .filter(session::Column::ExpiresAt.gt(self.now()))
            .filter(session::Column::LastSeenAt.gt(self.now() - IDLE))
            .order_by_desc(session::Column::LastSeenAt)
            .order_by_desc(session::Column::CreatedAt)
            .all(connection)
            .await?;
        Ok(rows)
    }

    fn own_session(&self, row: session::Model) -> OwnSession {
        OwnSession {
            id: public_id(&row),
            device: Device::of(row.user_agent.as_deref().unwrap_or_default()),
            address: row.address,
            since: row.created_at,
            last_seen_at: row.last_seen_at,
            is_this: row.token_hash == self.token.hash(),
        }
    }
}

impl OwnSession {
    /// Whether a text is an id of some session, that may have ended or be somebody else's.
    pub fn is_id(text: &str) -> bool {
        text.len() == 2 * ID_BYTES && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    }
}

fn public_id(row: &session::Model) -> String {
    let digest = Sha256::digest(&row.token_hash);
    digest.iter().take(ID_BYTES).fold(String::new(), |id, byte| format!("{id}{byte:02x}"))
}

const ID_BYTES: usize = 16;
