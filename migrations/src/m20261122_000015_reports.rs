//! Reports: what customers and resellers tell a provider about a support contact.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{index, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// SQLite would otherwise run each statement on its own and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(reports()).await?;
        schema
            .create_index(index::on("reports", &["provider_id", "settled_at", "at", "id"]))
            .await?;
        schema.create_index(index::on("reports", &["subscription_id"])).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("reports").to_owned()).await
    }
}

fn reports() -> TableCreateStatement {
    Table::create()
        .table("reports")
        .col(pk_uuid("id"))
        .col(string("kind"))
        .col(uuid("subscription_id"))
        .col(uuid("provider_id"))
        // A report outlives its author's account.
        .col(uuid_null("by_user"))
        .col(uuid_null("by_customer"))
        .col(uuid_null("by_partner"))
        .col(text_null("note"))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(uuid_null("settled_by"))
        .check((
            "ck_reports_kind",
            Expr::cust("kind IN ('wrong_contact', 'another_contact', 'not_ours')"),
        ))
        .check((
            "ck_reports_one_author",
            Expr::cust("(by_customer IS NULL) <> (by_partner IS NULL)"),
        ))
        .foreign_key(&mut reference::to_pair(
            "fk_reports_subscription",
            ("reports", ["provider_id", "subscription_id"]),
            ("subscriptions", ["provider_id", "id"]),
        ))
        .foreign_key(&mut reference::to_id("reports", "by_user", "users"))
        .foreign_key(&mut reference::to_id("reports", "by_customer", "customers"))
        .foreign_key(&mut reference::to_id("reports", "by_partner", "partners"))
        .foreign_key(&mut reference::to_id("reports", "settled_by", "users"))
        .to_owned()
}
