//! When somebody was last seen doing something, by one look into an index.

use sea_orm_migration::prelude::*;

use crate::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// SQLite would otherwise run each statement on its own and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_index(index::on("activity", &["by_user", "at"])).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let name = "ix_activity_by_user_at";
        schema.drop_index(Index::drop().name(name).table("activity").to_owned()).await
    }
}
