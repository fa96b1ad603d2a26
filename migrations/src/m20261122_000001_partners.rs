//! Partners, and how each wants to be reached.

use sea_orm_migration::{prelude::*, schema::*};

use crate::reference;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// SQLite would otherwise run each statement on its own and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(partners()).await?;
        schema.create_table(support_profiles()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("support_profiles").to_owned()).await?;
        schema.drop_table(Table::drop().table("partners").to_owned()).await
    }
}

fn partners() -> TableCreateStatement {
    Table::create()
        .table("partners")
        .col(pk_uuid("id"))
        .col(string("kind"))
        .col(string("name"))
        // The name in the order of a language, and folded for LIKE: neither database does that alike.
        .col(blob("sort_key"))
        .col(string("search_key"))
        .col(string_uniq("mpn_id"))
        .col(string("country"))
        .col(string("time_zone"))
        .col(boolean("second_factor_required").default(false))
        .to_owned()
}

fn support_profiles() -> TableCreateStatement {
    Table::create()
        .table("support_profiles")
        .col(uuid("partner_id").primary_key())
        .col(string_null("email"))
        .col(string_null("telephone"))
        .col(string_null("urgent_telephone"))
        .col(string_null("website"))
        .col(json_binary_null("hours"))
        .col(json_binary("closed_dates"))
        .col(json_binary("languages"))
        .col(text_null("note"))
        // The provider that wrote it for a reseller nobody signs in for.
        .col(uuid_null("entered_by"))
        .foreign_key(&mut reference::to_id("support_profiles", "partner_id", "partners"))
        .foreign_key(&mut reference::to_id("support_profiles", "entered_by", "partners"))
        .to_owned()
}
