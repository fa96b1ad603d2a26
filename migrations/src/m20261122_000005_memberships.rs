//! Memberships: which organisation a user acts for, and with which roles.

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
        schema.create_table(memberships()).await?;
        schema.create_table(membership_roles()).await?;
        schema.create_index(index::on("memberships", &["partner_id"])).await?;
        schema.create_index(index::on("memberships", &["customer_id"])).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("membership_roles").to_owned()).await?;
        schema.drop_table(Table::drop().table("memberships").to_owned()).await
    }
}

fn memberships() -> TableCreateStatement {
    Table::create()
        .table("memberships")
        .col(pk_uuid("id"))
        .col(uuid("user_id"))
        .col(uuid_null("partner_id"))
        .col(uuid_null("customer_id"))
        .col(boolean("active"))
        .index(
            Index::create()
                .unique()
                .name("uq_memberships_user_partner")
                .col("user_id")
                .col("partner_id"),
        )
        .index(
            Index::create()
                .unique()
                .name("uq_memberships_user_customer")
                .col("user_id")
                .col("customer_id"),
        )
        .check((
            "ck_memberships_one_organisation",
            Expr::cust("(partner_id IS NULL) <> (customer_id IS NULL)"),
        ))
        .foreign_key(&mut reference::to_id("memberships", "user_id", "users"))
        .foreign_key(&mut reference::to_id("memberships", "partner_id", "partners"))
        .foreign_key(&mut reference::to_id("memberships", "customer_id", "customers"))
        .to_owned()
}

fn membership_roles() -> TableCreateStatement {
    Table::create()
        .table("membership_roles")
        .col(uuid("membership_id"))
        .col(string("role"))
        .primary_key(Index::create().col("membership_id").col("role"))
        .foreign_key(&mut reference::to_id("membership_roles", "membership_id", "memberships"))
        .to_owned()
}
