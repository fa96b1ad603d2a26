//! Former names: an organisation is found for a while by the name that it had.

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
        schema.create_table(former_names()).await?;
        schema.create_index(index::on("former_names", &["partner_id"])).await?;
        schema.create_index(index::on("former_names", &["customer_id"])).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("former_names").to_owned()).await
    }
}

fn former_names() -> TableCreateStatement {
    Table::create()
        .table("former_names")
        .col(pk_uuid("id"))
        .col(uuid_null("partner_id"))
        .col(uuid_null("customer_id"))
        .col(string("name"))
        // What a search looks into: folded.
        .col(string("search_key"))
        .col(timestamp_with_time_zone("until"))
        .foreign_key(&mut reference::to_id("former_names", "partner_id", "partners"))
        .foreign_key(&mut reference::to_id("former_names", "customer_id", "customers"))
        .check((
            "ck_former_names_of_one",
            Expr::cust("(partner_id IS NULL) <> (customer_id IS NULL)"),
        ))
        .to_owned()
}
