//! What the database knows about the time, for whoever doubts this machine's clock.

use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, QueryOrder, Statement};
use time::OffsetDateTime;

use super::{Store, StoreError, entity::activity};

impl Store {
    /// The database server's own clock; `None` for SQLite, which has none.
    pub async fn database_time(&self) -> Result<Option<OffsetDateTime>, StoreError> {
        const NOW: &str = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT) AS seconds";
        if self.is_sqlite() {
            return Ok(None);
        }
        let row = self
            .db
            .reader()
            .query_one_raw(Statement::from_string(DbBackend::Postgres, NOW))
            .await?;
        let seconds: Option<i64> = row.map(|row| row.try_get("", "seconds")).transpose()?;
        Ok(seconds.and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok()))
    }

    /// When the newest line of the activity log was written: it cannot be later than now.
    pub async fn newest_activity(&self) -> Result<Option<OffsetDateTime>, StoreError> {
        let newest = activity::Entity::find().order_by_desc(activity::Column::Id);
        Ok(newest.one(self.db.reader()).await?.map(|line| line.at))
    }
}
