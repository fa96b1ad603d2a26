//! Recovery codes: the way in for somebody whose second factor is lost, each good once.

use sea_orm_migration::{prelude::*, schema::*};

use crate::reference;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// SQLite would otherwise run each statement on its own and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(recovery_codes()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("recovery_codes").to_owned()).await
    }
}

fn recovery_codes() -> TableCreateStatement {
    Table::create()
        .table("recovery_codes")
        .col(uuid("user_id"))
        .col(binary("code_hash"))
        .col(timestamp_with_time_zone_null("used_at"))
        .primary_key(Index::create().col("user_id").col("code_hash"))
        .foreign_key(&mut reference::to_id("recovery_codes", "user_id", "users"))
        .to_owned()
}
