//! Relationships: partner ↔ customer, and the delegated admin privileges that may be part of one.

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
        schema.create_table(relationships()).await?;
        schema
            .create_index(index::on(
                "relationships",
                &["partner_id", "state", "sort_key", "customer_id"],
            ))
            .await?;
        schema.create_index(index::on("relationships", &["customer_id"])).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("relationships").to_owned()).await
    }
}

fn relationships() -> TableCreateStatement {
    Table::create()
        .table("relationships")
        .col(uuid("partner_id"))
        .col(uuid("customer_id"))
        .col(string("state"))
        .col(boolean("delegated_admin").default(false))
        .col(date_null("delegated_admin_until"))
        .col(uuid_null("recorded_by"))
        // The contact for new subscriptions; NULL is the provider itself.
        .col(uuid_null("default_reseller_id"))
        .col(string_null("customer_number"))
        // Of the customer's name, kept here so that a partner's list is read from one index.
        .col(blob("sort_key"))
        .col(timestamp_with_time_zone("since"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(boolean("ended_by_customer").default(false))
        .primary_key(Index::create().col("partner_id").col("customer_id"))
        .check(("ck_relationships_state", Expr::cust("state IN ('active', 'ended')")))
        .check((
            "ck_relationships_ended_without_delegated_admin",
            Expr::cust("state <> 'ended' OR NOT delegated_admin"),
        ))
        .foreign_key(&mut reference::to_id("relationships", "partner_id", "partners"))
        .foreign_key(&mut reference::to_id("relationships", "customer_id", "customers"))
        .foreign_key(&mut reference::to_id("relationships", "recorded_by", "partners"))
        .foreign_key(&mut reference::to_pair(
            "fk_relationships_default_partnership",
            ("relationships", ["partner_id", "default_reseller_id"]),
            ("partnerships", ["provider_id", "reseller_id"]),
        ))
        .to_owned()
}
