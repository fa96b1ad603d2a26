//! Which partner added a customer: it invites the customer's first admin.

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
        // NULL: it set itself up, or the operator made it.
        let added_by = uuid_null("added_by").extra("REFERENCES partners (id)").take();
        schema.alter_table(customers().add_column(added_by).to_owned()).await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.alter_table(customers().drop_column("added_by").to_owned()).await
    }
}

fn customers() -> TableAlterStatement {
    Table::alter().table("customers").to_owned()
}
