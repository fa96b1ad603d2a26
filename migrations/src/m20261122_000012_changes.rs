//! Changes: each decision about a support contact, never edited or deleted.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{append_only, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// SQLite would otherwise run each statement on its own and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(changes()).await?;
        append_only::refuse_edits(schema, "changes", "changes are append-only").await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("changes").to_owned()).await?;
        append_only::forget(schema, "changes").await
    }
}

fn changes() -> TableCreateStatement {
    Table::create()
        .table("changes")
        .col(pk_uuid("id"))
        .col(string_uniq("reference"))
        .col(uuid("subscription_id"))
        .col(big_integer("version"))
        // NULL is the provider itself, or nobody before the first. Names and partner IDs as they were.
        .col(uuid_null("before_reseller_id"))
        .col(uuid_null("after_reseller_id"))
        .col(string_null("before_name"))
        .col(string_null("before_mpn_id"))
        .col(string("after_name"))
        .col(string("after_mpn_id"))
        .col(string("cause"))
        // Whether somebody had decided once this change stood: an undo restores it.
        .col(boolean("decided"))
        .col(uuid_null("undoes"))
        // Their tables come later, and SQLite can't give a column its foreign key afterwards.
        .col(uuid_null("batch_id"))
        .col(uuid_null("import_id"))
        .col(uuid_null("by_user"))
        .col(uuid_null("by_partner"))
        .col(uuid_null("by_customer"))
        .col(timestamp_with_time_zone("at"))
        .index(
            Index::create()
                .unique()
                .name("uq_changes_subscription_version")
                .col("subscription_id")
                .col("version"),
        )
        .foreign_key(&mut reference::to_id("changes", "subscription_id", "subscriptions"))
        .foreign_key(&mut reference::to_id("changes", "before_reseller_id", "partners"))
        .foreign_key(&mut reference::to_id("changes", "after_reseller_id", "partners"))
        .foreign_key(&mut reference::to_id("changes", "undoes", "changes"))
        .foreign_key(&mut reference::to_id("changes", "by_user", "users"))
        .foreign_key(&mut reference::to_id("changes", "by_partner", "partners"))
        .foreign_key(&mut reference::to_id("changes", "by_customer", "customers"))
        .to_owned()
}
