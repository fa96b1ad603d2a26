//! Links that somebody has asked for and that an admin or the operator has yet to make.

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
        schema.create_table(asked_links()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("asked_links").to_owned()).await
    }
}

fn asked_links() -> TableCreateStatement {
    Table::create()
        .table("asked_links")
        .col(uuid("user_id"))
        .col(string("purpose"))
        // The new address, where that is what the link confirms.
        .col(string_null("email"))
        .col(timestamp_with_time_zone("asked_at"))
        .primary_key(Index::create().col("user_id").col("purpose"))
        .foreign_key(&mut reference::to_id("asked_links", "user_id", "users"))
        .to_owned()
}
