//! The activity log: one line for whatever somebody did, worded only when it is shown, never edited
//! or deleted.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{append_only, index, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// SQLite would otherwise run each statement on its own and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(activity()).await?;
        schema.create_index(index::on("activity", &["partner_id", "at", "id"])).await?;
        schema.create_index(index::on("activity", &["other_partner_id", "at", "id"])).await?;
        schema.create_index(index::on("activity", &["customer_id", "at", "id"])).await?;
        append_only::refuse_edits(schema, "activity", "activity is append-only").await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("activity").to_owned()).await?;
        append_only::forget(schema, "activity").await
    }
}

fn activity() -> TableCreateStatement {
    Table::create()
        .table("activity")
        .col(pk_uuid("id"))
        .col(string("kind"))
        .col(json_binary("arguments"))
        .col(uuid_null("by_user"))
        .col(uuid_null("by_partner"))
        .col(uuid_null("by_customer"))
        // In whose logs the line stands.
        .col(uuid_null("partner_id"))
        .col(uuid_null("other_partner_id"))
        .col(uuid_null("customer_id"))
        // The HTTP request's, as in the server's own log.
        .col(uuid_null("request_id"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut reference::to_id("activity", "by_user", "users"))
        .foreign_key(&mut reference::to_id("activity", "by_partner", "partners"))
        .foreign_key(&mut reference::to_id("activity", "by_customer", "customers"))
        .foreign_key(&mut reference::to_id("activity", "partner_id", "partners"))
        .foreign_key(&mut reference::to_id("activity", "other_partner_id", "partners"))
        .foreign_key(&mut reference::to_id("activity", "customer_id", "customers"))
        .to_owned()
}
