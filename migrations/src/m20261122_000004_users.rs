//! Users: persons, each with one email, whatever organisations they belong to.

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
        schema.create_table(users()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("users").to_owned()).await
    }
}

fn users() -> TableCreateStatement {
    Table::create()
        .table("users")
        .col(pk_uuid("id"))
        .col(string_uniq("email"))
        .col(string("name"))
        .col(string_null("password_hash"))
        .col(string_null("locale"))
        .col(string_null("time_zone"))
        .col(boolean("active"))
        // Rises with every change of credentials; a session of an older one has ended.
        .col(big_integer("epoch").default(0))
        .col(blob_null("totp_secret"))
        // No code is good twice.
        .col(big_integer_null("totp_last_step"))
        .to_owned()
}
