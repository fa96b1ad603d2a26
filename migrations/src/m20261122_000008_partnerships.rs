//! Partnerships: provider ↔ reseller.

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
        schema.create_table(partnerships()).await?;
        schema.create_index(index::on("partnerships", &["reseller_id"])).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("partnerships").to_owned()).await
    }
}

fn partnerships() -> TableCreateStatement {
    Table::create()
        .table("partnerships")
        .col(uuid("provider_id"))
        .col(uuid("reseller_id"))
        .col(string("state"))
        .col(timestamp_with_time_zone("since"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(timestamp_with_time_zone_null("suspended_at"))
        .col(boolean("recorded_by_import").default(false))
        .primary_key(Index::create().col("provider_id").col("reseller_id"))
        .check(("ck_partnerships_two_partners", Expr::cust("provider_id <> reseller_id")))
        .check(("ck_partnerships_state", Expr::cust("state IN ('active', 'ended')")))
        .foreign_key(&mut reference::to_id("partnerships", "provider_id", "partners"))
        .foreign_key(&mut reference::to_id("partnerships", "reseller_id", "partners"))
        .to_owned()
}
