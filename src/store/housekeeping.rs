//! What is of no more use goes after a while, a batch at a time so that nobody waits for it. Several instances may do it at
//! once: each leaves alone what another has in hand.

use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Select, TryGetable, Value,
    sea_query::{ExprTrait, LockBehavior, LockType, Query},
};
use time::{Duration, OffsetDateTime};

use super::{
    Store, StoreError,
    entity::{asked_link, former_name, membership, one_time_link, session, sign_in_attempt},
    one_time_link::LinkPurpose,
    session::IDLE,
};
use crate::domain::attempts::STOP;

/// How long things are kept once they are of no more use.
#[derive(Clone, Copy, Debug)]
pub struct Ages {
    pub sessions: Duration,
    /// Of links that are used or expired, and of wishes for a link that nobody has made.
    pub links: Duration,
    pub attempts: Duration,
}

/// How many rows of each kind have gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    pub sessions: u64,
    pub links: u64,
    pub asked_links: u64,
    pub attempts: u64,
    pub former_names: u64,
}

const BATCH: u64 = 500;

impl Store {
    pub async fn keep_house(&self, ages: Ages) -> Result<Swept, StoreError> {
        let now = self.clock.now();
        let (sessions, links) = (dead_sessions(now - ages.sessions), dead_links(now - ages.links));
        let (attempts, names) = (old_attempts(now - ages.attempts), past_names(now));
        Ok(Swept {
            sessions: self.sweep::<_, Vec<u8>>(sessions, session::Column::TokenHash).await?,
            links: self.sweep::<_, Vec<u8>>(links, one_time_link::Column::TokenHash).await?,
            asked_links: self.sweep_asked_links(now - ages.links).await?,
            attempts: self.sweep::<_, String>(attempts, sign_in_attempt::Column::Key).await?,
            former_names: self.sweep::<_, uuid::Uuid>(names, former_name::Column::Id).await?,
        })
    }

    /// `key`: the primary key.
    async fn sweep<E, K>(&self, dead: Select<E>, key: E::Column) -> Result<u64, StoreError>
    where
        E: EntityTrait,
        K: TryGetable + Into<Value> + Send,
    {
        let mut gone = 0;
        loop {
            let batch = dead
                .clone()
                .select_only()
                .column(key)
                .limit(BATCH)
                .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
            let deleted = self
                .db
                .write(async |tx| {
                    let keys: Vec<K> = batch.clone().into_tuple().all(tx).await?;
                    if keys.is_empty() {
                        return Ok(0);
                    }
                    Ok(E::delete_many().filter(key.is_in(keys)).exec(tx).await?.rows_affected)
                })
                .await?;
            gone += deleted;
            if deleted < BATCH {
                return Ok(gone);
            }
        }
    }

    /// At most a few for each person.
    async fn sweep_asked_links(&self, before: OffsetDateTime) -> Result<u64, StoreError> {
        let old = asked_link::Entity::delete_many().filter(asked_link::Column::AskedAt.lt(before));
        self.db.write(async |tx| Ok(old.clone().exec(tx).await?.rows_affected)).await
    }
}

fn dead_sessions(before: OffsetDateTime) -> Select<session::Entity> {
    let expired = session::Column::ExpiresAt.lt(before);
    session::Entity::find().filter(expired.or(session::Column::LastSeenAt.lt(before - IDLE)))
}

/// An invitation that has expired stays until somebody withdraws it: whoever sent it is shown that it was in vain.
fn dead_links(before: OffsetDateTime) -> Select<one_time_link::Entity> {
    let open_invitations = Query::select()
        .column(membership::Column::Id)
        .from(membership::Entity)
        .and_where(membership::Column::InvitedAt.is_not_null())
        .to_owned();
    let is_invitation = one_time_link::Column::Purpose
        .eq(LinkPurpose::Invitation)
        .and(one_time_link::Column::MembershipId.in_subquery(open_invitations));
    let used = one_time_link::Column::UsedAt.lt(before);
    let expired = one_time_link::Column::ExpiresAt.lt(before).and(is_invitation.not());
    one_time_link::Entity::find().filter(used.or(expired))
}

/// An account that takes no password any more stays so until somebody lifts it.
fn old_attempts(before: OffsetDateTime) -> Select<sign_in_attempt::Entity> {
    sign_in_attempt::Entity::find()
        .filter(sign_in_attempt::Column::RefusedUntil.lt(before))
        .filter(sign_in_attempt::Column::Failures.lt(STOP))
}

fn past_names(now: OffsetDateTime) -> Select<former_name::Entity> {
    former_name::Entity::find().filter(former_name::Column::Until.lt(now))
}
