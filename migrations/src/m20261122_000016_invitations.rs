//! Invitations: a membership that somebody has yet to accept, and who offered it.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// SQLite would otherwise run each statement on its own and could stop half-way.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    /// One column a statement: SQLite takes no more.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            // While nobody has accepted; NULL for a member and for one who was disabled.
            timestamp_with_time_zone_null("invited_at"),
            // As the inviter typed name and address: those of an account are its owner's to tell.
            string_null("invited_as"),
            string_null("invited_email"),
            // A provider that invites a customer's admin; NULL: the organisation itself, or the operator.
            uuid_null("invited_by_partner").extra("REFERENCES partners (id)").take(),
        ];
        for column in columns {
            schema.alter_table(memberships().add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for column in ["invited_by_partner", "invited_email", "invited_as", "invited_at"] {
            schema.alter_table(memberships().drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn memberships() -> TableAlterStatement {
    Table::alter().table("memberships").to_owned()
}
