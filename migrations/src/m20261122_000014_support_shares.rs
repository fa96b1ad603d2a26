//! Links by which a customer shares its support contacts without sign-in.

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
        schema.create_table(support_shares()).await?;
        schema.create_index(index::on("support_shares", &["customer_id"])).await?;
        schema.get_connection().execute_unprepared(ONE_GOOD_LINK).await?;
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("support_shares").to_owned()).await
    }
}

const ONE_GOOD_LINK: &str = "CREATE UNIQUE INDEX uq_support_shares_one ON support_shares (customer_id) WHERE revoked_at IS NULL";

fn support_shares() -> TableCreateStatement {
    Table::create()
        .table("support_shares")
        .col(pk_uuid("id"))
        .col(uuid("customer_id"))
        // The link is made from the secret key, the id and this number, so that it can be shown again.
        .col(integer("number").default(0))
        .col(uuid("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .foreign_key(&mut reference::to_id("support_shares", "customer_id", "customers"))
        .foreign_key(&mut reference::to_id("support_shares", "created_by", "users"))
        .to_owned()
}
