//! Customers: the companies that use the products.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// SQLite would otherwise run each statement on its own and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(customers()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("customers").to_owned()).await
    }
}

fn customers() -> TableCreateStatement {
    Table::create()
        .table("customers")
        .col(pk_uuid("id"))
        .col(string_null("external_id").unique_key())
        .col(string("name"))
        .col(string("search_key"))
        .col(string_uniq("domain"))
        .col(string_null("country"))
        .col(string("time_zone"))
        .col(boolean("second_factor_required").default(false))
        .to_owned()
}
