//! Foreign keys, always without `ON DELETE`: the default refuses too, and it is the only refusal that SeaORM recognises
//! on SQLite.

use sea_orm_migration::prelude::*;

/// `table.column` → `target.id`.
pub fn to_id(
    table: &'static str,
    column: &'static str,
    target: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("fk_{table}_{column}"))
        .from(table, column)
        .to(target, "id")
        .to_owned()
}

/// A pair of columns → the key of a table that has two. Where one of the pair is NULL, nothing is checked.
pub fn to_pair(
    name: &'static str,
    (table, columns): (&'static str, [&'static str; 2]),
    (target, key): (&'static str, [&'static str; 2]),
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(name)
        .from(table, (columns[0], columns[1]))
        .to(target, (key[0], key[1]))
        .to_owned()
}
