//! Settings that all instances share. The secret key (cookies, request links) is made here, so that
//! every instance reads the same one.

use std::fmt::Write;

use sea_orm_migration::{prelude::*, schema::*};

/// Bytes: what a cookie's signature and encryption take together.
const SECRET_KEY_LENGTH: usize = 64;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// SQLite would otherwise run each statement on its own and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(settings()).await?;
        let secret_key = Query::insert()
            .into_table("settings")
            .columns(["key", "value"])
            .values_panic(["secret_key".into(), new_secret_key().into()])
            .to_owned();
        schema.execute(secret_key).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("settings").to_owned()).await
    }
}

fn settings() -> TableCreateStatement {
    Table::create().table("settings").col(string("key").primary_key()).col(text("value")).to_owned()
}

/// In lower-case hex.
fn new_secret_key() -> String {
    let bytes: [u8; SECRET_KEY_LENGTH] = rand::random();
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}"); // a String takes whatever is written
        hex
    })
}
