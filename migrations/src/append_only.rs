//! Tables whose rows are never edited or deleted: the database itself refuses, whoever asks.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

/// From now on `table` refuses UPDATE and DELETE with `message`.
pub async fn refuse_edits(
    schema: &SchemaManager<'_>,
    table: &str,
    message: &str,
) -> Result<(), DbErr> {
    let sql = if schema.get_database_backend() == DbBackend::Postgres {
        format!(
            "CREATE FUNCTION refuse_edits_of_{table}() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION '{message}'; END $$; \
             CREATE TRIGGER refuse_edits BEFORE UPDATE OR DELETE ON {table} \
             FOR EACH ROW EXECUTE FUNCTION refuse_edits_of_{table}();"
        )
    } else {
        ["UPDATE", "DELETE"]
            .map(|edit| {
                format!(
                    "CREATE TRIGGER refuse_{edit}_of_{table} BEFORE {edit} ON {table} \
                     BEGIN SELECT RAISE(ABORT, '{message}'); END;"
                )
            })
            .concat()
    };
    schema.get_connection().execute_unprepared(&sql).await?;
    Ok(())
}

/// Drops what `refuse_edits` leaves behind when its table is gone: a trigger goes with it, a function stays.
pub async fn forget(schema: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    if schema.get_database_backend() == DbBackend::Postgres {
        let sql = format!("DROP FUNCTION refuse_edits_of_{table}()");
        schema.get_connection().execute_unprepared(&sql).await?;
    }
    Ok(())
}
