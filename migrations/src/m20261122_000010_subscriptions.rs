//! Subscriptions. A contact that is no reseller of the provider, or has no relationship with
//! the customer, can't be stored.

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
        schema.create_table(subscriptions()).await?;
        schema.create_index(index::on("subscriptions", &["provider_id", "sort_key", "id"])).await?;
        schema.create_index(index::on("subscriptions", &["support_reseller_id", "id"])).await?;
        schema.create_index(index::on("subscriptions", &["customer_id"])).await?;
        schema.create_index(index::on("subscriptions", &["reseller_of_record"])).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("subscriptions").to_owned()).await
    }
}

fn subscriptions() -> TableCreateStatement {
    Table::create()
        .table("subscriptions")
        .col(pk_uuid("id"))
        .col(uuid("customer_id"))
        .col(uuid("provider_id"))
        .col(uuid("product_id"))
        .col(string_null("nickname"))
        .col(string_null("external_id"))
        .col(integer_null("quantity"))
        .col(string("status"))
        .col(date_null("ends_on"))
        .col(uuid_null("reseller_of_record"))
        // NULL is the provider itself.
        .col(uuid_null("support_reseller_id"))
        .col(boolean("decided").default(false))
        // Rises only when a change is recorded.
        .col(big_integer("version"))
        .col(blob("sort_key"))
        .col(timestamp_with_time_zone("created_at"))
        .index(
            Index::create()
                .unique()
                .name("uq_subscriptions_provider_external_id")
                .col("provider_id")
                .col("external_id"),
        )
        // For composite foreign keys: what refers to a subscription can say whose it is.
        .index(
            Index::create()
                .unique()
                .name("uq_subscriptions_provider_id")
                .col("provider_id")
                .col("id"),
        )
        .check(("ck_subscriptions_quantity", Expr::cust("quantity IS NULL OR quantity >= 0")))
        .check((
            "ck_subscriptions_status",
            Expr::cust(
                "status IN ('active', 'pending', 'suspended', 'expired', 'cancelled', 'removed')",
            ),
        ))
        .foreign_key(&mut reference::to_id("subscriptions", "product_id", "products"))
        .foreign_key(&mut reference::to_id("subscriptions", "reseller_of_record", "partners"))
        .foreign_key(&mut reference::to_pair(
            "fk_subscriptions_provider_relationship",
            ("subscriptions", ["provider_id", "customer_id"]),
            ("relationships", ["partner_id", "customer_id"]),
        ))
        .foreign_key(&mut reference::to_pair(
            "fk_subscriptions_support_partnership",
            ("subscriptions", ["provider_id", "support_reseller_id"]),
            ("partnerships", ["provider_id", "reseller_id"]),
        ))
        .foreign_key(&mut reference::to_pair(
            "fk_subscriptions_support_relationship",
            ("subscriptions", ["support_reseller_id", "customer_id"]),
            ("relationships", ["partner_id", "customer_id"]),
        ))
        .to_owned()
}
