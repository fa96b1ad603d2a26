//! Requests: what one organisation has asked of another. Expired is no state: it is open and
//! past its date.

use sea_orm_migration::{prelude::*, schema::*};

use crate::{index, reference};

/// The same thing, from the same asker, for the same partner, to the same other side.
const ONE_OPEN_REQUEST: &str = "CREATE UNIQUE INDEX uq_requests_one_open ON requests \
    (kind, from_partner, COALESCE(for_reseller, from_partner), COALESCE(to_partner, to_customer)) \
    WHERE state = 'open'";

/// The same, while nobody by that partner ID or domain is in the portal: NULLs never equal each other.
const ONE_OPEN_REQUEST_TO_A_STRANGER: &str = "CREATE UNIQUE INDEX uq_requests_one_open_typed ON requests \
    (kind, from_partner, COALESCE(for_reseller, from_partner), typed_id) \
    WHERE state = 'open' AND to_partner IS NULL AND to_customer IS NULL";

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// SQLite would otherwise run each statement on its own and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(requests()).await?;
        schema.create_index(index::on("requests", &["from_partner", "state"])).await?;
        schema.create_index(index::on("requests", &["to_customer", "state"])).await?;
        schema.create_index(index::on("requests", &["to_partner", "state"])).await?;
        schema.get_connection().execute_unprepared(ONE_OPEN_REQUEST).await?;
        schema.get_connection().execute_unprepared(ONE_OPEN_REQUEST_TO_A_STRANGER).await?;
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.drop_table(Table::drop().table("requests").to_owned()).await
    }
}

fn requests() -> TableCreateStatement {
    Table::create()
        .table("requests")
        .col(pk_uuid("id"))
        .col(string("kind"))
        .col(uuid("from_partner"))
        // NULL: for the asker itself.
        .col(uuid_null("for_reseller"))
        // Both NULL: nobody by that partner ID or domain is in the portal yet.
        .col(uuid_null("to_partner"))
        .col(uuid_null("to_customer"))
        // What was typed, which is all that the asker is shown.
        .col(string("typed_id"))
        .col(string_null("typed_name"))
        .col(string_null("email"))
        .col(uuid_null("for_subscription"))
        .col(boolean("delegated_admin").default(false))
        .col(date_null("delegated_admin_until"))
        // A link is made from the secret key, the id and this number, so that it can be shown again.
        .col(integer("link_number").default(0))
        .col(string("state"))
        .col(text_null("decline_reason"))
        // A request outlives its author's account.
        .col(uuid_null("by_user"))
        .col(uuid_null("answered_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .check((
            "ck_requests_one_other_side",
            Expr::cust("to_partner IS NULL OR to_customer IS NULL"),
        ))
        .check((
            "ck_requests_state",
            Expr::cust("state IN ('open', 'accepted', 'declined', 'revoked')"),
        ))
        .foreign_key(&mut reference::to_id("requests", "from_partner", "partners"))
        .foreign_key(&mut reference::to_pair(
            "fk_requests_for_partnership",
            ("requests", ["from_partner", "for_reseller"]),
            ("partnerships", ["provider_id", "reseller_id"]),
        ))
        .foreign_key(&mut reference::to_id("requests", "to_partner", "partners"))
        .foreign_key(&mut reference::to_id("requests", "to_customer", "customers"))
        .foreign_key(&mut reference::to_pair(
            "fk_requests_own_subscription",
            ("requests", ["from_partner", "for_subscription"]),
            ("subscriptions", ["provider_id", "id"]),
        ))
        .foreign_key(&mut reference::to_id("requests", "by_user", "users"))
        .foreign_key(&mut reference::to_id("requests", "answered_by", "users"))
        .to_owned()
}
