//! What the command line may do: it asks nobody's session.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
};
use time::Duration;

use super::{
    Store, StoreError, Token,
    entity::{one_time_link, partner, setting},
};

/// How long a set-up link is good (`docs/security.md` B5).
pub const SET_UP_HOURS: i64 = 24;
pub(super) const SET_UP: &str = "set_up";
const DEMO: &str = "demo";

impl Store {
    /// A link with which the first organisation and its global admin are made, once; links made before are void. `None`
    /// where there is an organisation already.
    pub async fn make_set_up_link(&self) -> Result<Option<Token>, StoreError> {
        self.db
            .write(async |tx| {
                if partner::Entity::find().count(tx).await? > 0 {
                    return Ok(None);
                }
                one_time_link::Entity::delete_many()
                    .filter(one_time_link::Column::Purpose.eq(SET_UP))
                    .exec(tx)
                    .await?;
                Ok(Some(self.insert_set_up_link(tx).await?))
            })
            .await
    }

    async fn insert_set_up_link(&self, tx: &DatabaseTransaction) -> Result<Token, StoreError> {
        let token = Token::random();
        let now = self.clock.now();
        let row = one_time_link::ActiveModel {
            token_hash: Set(token.hash()),
            purpose: Set(SET_UP.to_owned()),
            user_id: Set(None),
            membership_id: Set(None),
            email: Set(None),
            valid_from: Set(now),
            expires_at: Set(now + Duration::hours(SET_UP_HOURS)),
            used_at: Set(None),
        };
        one_time_link::Entity::insert(row).exec_without_returning(tx).await?;
        Ok(token)
    }

    /// Whether the database holds the demo world: its pages say so, and it listens on loopback only.
    pub async fn is_demo(&self) -> Result<bool, StoreError> {
        let mark = setting::Entity::find_by_id(DEMO).all(self.db.reader()).await?;
        Ok(!mark.is_empty())
    }

    pub(super) async fn mark_as_demo(&self, tx: &DatabaseTransaction) -> Result<(), StoreError> {
        let mark = setting::ActiveModel { key: Set(DEMO.to_owned()), value: Set("yes".to_owned()) };
        setting::Entity::insert(mark).exec_without_returning(tx).await?;
        Ok(())
    }
}
