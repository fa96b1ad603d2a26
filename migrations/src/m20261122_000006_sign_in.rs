//! Signing in: sessions, links that work once, and how often somebody has failed.

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
        schema.create_table(sessions()).await?;
        schema.create_table(one_time_links()).await?;
        schema.create_table(sign_in_attempts()).await?;
        schema.create_index(index::on("sessions", &["user_id"])).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("sign_in_attempts").to_owned()).await?;
        schema.drop_table(Table::drop().table("one_time_links").to_owned()).await?;
        schema.drop_table(Table::drop().table("sessions").to_owned()).await
    }
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table("sessions")
        // SHA-256: a stolen database opens no session.
        .col(binary("token_hash").primary_key())
        .col(uuid("user_id"))
        // NULL until one of several is chosen.
        .col(uuid_null("membership_id"))
        .col(big_integer("epoch"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("last_seen_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(string_null("address"))
        .col(string_null("user_agent"))
        .foreign_key(&mut reference::to_id("sessions", "user_id", "users"))
        .foreign_key(&mut reference::to_id("sessions", "membership_id", "memberships"))
        .to_owned()
}

fn one_time_links() -> TableCreateStatement {
    Table::create()
        .table("one_time_links")
        .col(binary("token_hash").primary_key())
        .col(string("purpose"))
        .col(uuid_null("user_id"))
        .col(uuid_null("membership_id"))
        .col(string_null("email"))
        .col(timestamp_with_time_zone("valid_from"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .foreign_key(&mut reference::to_id("one_time_links", "user_id", "users"))
        .foreign_key(&mut reference::to_id("one_time_links", "membership_id", "memberships"))
        .to_owned()
}

fn sign_in_attempts() -> TableCreateStatement {
    Table::create()
        .table("sign_in_attempts")
        .col(string("key").primary_key())
        .col(integer("failures"))
        .col(timestamp_with_time_zone_null("refused_until"))
        .to_owned()
}
