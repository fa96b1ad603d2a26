//! The schema on both databases. PostgreSQL takes part when `TEST_DATABASE_URL` names a server on which databases may
//! be created.

#![expect(clippy::unwrap_used, reason = "a test stops where something fails")]

use std::{
    collections::BTreeSet,
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use liaison_migrations::Migrator;
use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, SqlErr, Statement},
};

#[tokio::test]
async fn the_way_down_reverses_the_way_up() {
    on_each_database(async |db| {
        assert_eq!(tables(&db).await.len(), 22);
        insert_the_world(&db).await;
        Migrator::down(&db, None).await.unwrap();
        assert_eq!(tables(&db).await, BTreeSet::new());
        assert_eq!(functions(&db).await, BTreeSet::new());
        Migrator::up(&db, None).await.unwrap();
        insert_the_world(&db).await;
    })
    .await;
}

#[tokio::test]
async fn changes_and_activity_are_append_only() {
    on_each_database(async |db| {
        insert_the_world(&db).await;
        for (edit, refusal) in [
            ("UPDATE changes SET decided = TRUE", "changes are append-only"),
            ("DELETE FROM changes", "changes are append-only"),
            ("UPDATE activity SET kind = 'other'", "activity is append-only"),
            ("DELETE FROM activity", "activity is append-only"),
        ] {
            let error = db.execute_unprepared(edit).await.unwrap_err();
            assert!(error.to_string().contains(refusal), "{edit}: {error}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_contact_must_be_a_reseller_of_the_provider_and_know_the_customer() {
    on_each_database(async |db| {
        insert_the_world(&db).await;
        let support = async |reseller: &str| {
            let sql = format!("UPDATE subscriptions SET support_reseller_id = {reseller}");
            db.execute_unprepared(&sql).await
        };
        support(RESELLER).await.unwrap();
        support("NULL").await.unwrap();
        for not_available in [RESELLER_WITHOUT_RELATIONSHIP, RESELLER_OF_NOBODY, PROVIDER] {
            assert_is_foreign_key_violation(support(not_available).await);
        }
    })
    .await;
}

#[tokio::test]
async fn what_stands_for_a_contact_cannot_be_deleted() {
    on_each_database(async |db| {
        insert_the_world(&db).await;
        let assign = format!("UPDATE subscriptions SET support_reseller_id = {RESELLER}");
        db.execute_unprepared(&assign).await.unwrap();
        for table in ["partnerships", "relationships", "partners", "customers"] {
            let delete = format!("DELETE FROM {table}");
            assert_is_foreign_key_violation(db.execute_unprepared(&delete).await);
        }
    })
    .await;
}

#[tokio::test]
async fn checks_refuse_what_makes_no_sense() {
    on_each_database(async |db| {
        insert_the_world(&db).await;
        let statements = [
            format!("UPDATE memberships SET customer_id = {CUSTOMER}"),
            "UPDATE memberships SET partner_id = NULL".to_owned(),
            "UPDATE partnerships SET state = 'open'".to_owned(),
            "UPDATE relationships SET state = 'ended', delegated_admin = TRUE".to_owned(),
            "UPDATE subscriptions SET quantity = -1".to_owned(),
            "UPDATE subscriptions SET status = 'lost'".to_owned(),
            "UPDATE requests SET state = 'expired'".to_owned(),
            format!("UPDATE requests SET to_partner = {RESELLER}"),
            format!(
                "INSERT INTO partnerships (provider_id, reseller_id, state, since) \
                 VALUES ({PROVIDER}, {PROVIDER}, 'active', {NOW})"
            ),
        ];
        for sql in statements {
            let error = db.execute_unprepared(&sql).await.expect_err(&sql);
            assert!(error.to_string().to_lowercase().contains("check constraint"), "{error}");
        }
    })
    .await;
}

#[tokio::test]
async fn one_request_is_open_for_the_same_thing() {
    on_each_database(async |db| {
        insert_the_world(&db).await;
        assert_is_unique_violation(insert_request(&db, 2, "relationship", "NULL").await);
        insert_request(&db, 3, "relationship", RESELLER).await.unwrap();
        assert_is_unique_violation(insert_request(&db, 4, "relationship", RESELLER).await);
        insert_request(&db, 5, "delegated_admin", "NULL").await.unwrap();
        db.execute_unprepared("UPDATE requests SET state = 'revoked'").await.unwrap();
        insert_request(&db, 6, "relationship", "NULL").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_secret_key_is_64_random_bytes() {
    on_each_database(async |db| {
        let key = secret_key(&db).await;
        assert_eq!(key.len(), 128);
        assert!(key.chars().all(|digit| matches!(digit, '0'..='9' | 'a'..='f')));
        Migrator::refresh(&db).await.unwrap();
        assert_ne!(secret_key(&db).await, key);
    })
    .await;
}

#[tokio::test]
async fn foreign_keys_hold_the_schema_together() {
    on_each_database(async |db| {
        let found = foreign_keys(&db).await;
        let expected: BTreeSet<_> = FOREIGN_KEYS.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "on {:?}", db.get_database_backend());
    })
    .await;
}

/// `table columns → target columns`.
const FOREIGN_KEYS: &[&str] = &[
    "activity by_customer → customers id",
    "activity by_partner → partners id",
    "activity by_user → users id",
    "activity customer_id → customers id",
    "activity other_partner_id → partners id",
    "activity partner_id → partners id",
    "asked_links user_id → users id",
    "changes after_reseller_id → partners id",
    "changes before_reseller_id → partners id",
    "changes by_customer → customers id",
    "changes by_partner → partners id",
    "changes by_user → users id",
    "changes subscription_id → subscriptions id",
    "changes undoes → changes id",
    "customers added_by → partners id",
    "former_names customer_id → customers id",
    "former_names partner_id → partners id",
    "membership_roles membership_id → memberships id",
    "memberships customer_id → customers id",
    "memberships invited_by_partner → partners id",
    "memberships partner_id → partners id",
    "memberships user_id → users id",
    "one_time_links membership_id → memberships id",
    "one_time_links user_id → users id",
    "partnerships provider_id → partners id",
    "partnerships reseller_id → partners id",
    "recovery_codes user_id → users id",
    "relationships customer_id → customers id",
    "relationships partner_id → partners id",
    "relationships partner_id, default_reseller_id → partnerships provider_id, reseller_id",
    "relationships recorded_by → partners id",
    "reports by_customer → customers id",
    "reports by_partner → partners id",
    "reports by_user → users id",
    "reports provider_id, subscription_id → subscriptions provider_id, id",
    "reports settled_by → users id",
    "requests answered_by → users id",
    "requests by_user → users id",
    "requests from_partner → partners id",
    "requests from_partner, for_reseller → partnerships provider_id, reseller_id",
    "requests from_partner, for_subscription → subscriptions provider_id, id",
    "requests to_customer → customers id",
    "requests to_partner → partners id",
    "sessions membership_id → memberships id",
    "sessions user_id → users id",
    "subscriptions product_id → products id",
    "subscriptions provider_id, customer_id → relationships partner_id, customer_id",
    "subscriptions provider_id, support_reseller_id → partnerships provider_id, reseller_id",
    "subscriptions reseller_of_record → partners id",
    "subscriptions support_reseller_id, customer_id → relationships partner_id, customer_id",
    "support_profiles entered_by → partners id",
    "support_profiles partner_id → partners id",
    "support_shares created_by → users id",
    "support_shares customer_id → customers id",
];

// Ids are written as text here, which PostgreSQL reads as uuid and SQLite only has to find again.
const PROVIDER: &str = "'00000000-0000-0000-0000-000000000001'";
const RESELLER: &str = "'00000000-0000-0000-0000-000000000002'";
const RESELLER_WITHOUT_RELATIONSHIP: &str = "'00000000-0000-0000-0000-000000000003'";
const RESELLER_OF_NOBODY: &str = "'00000000-0000-0000-0000-000000000004'";
const CUSTOMER: &str = "'00000000-0000-0000-0000-000000000005'";
/// A row of any other table.
const ID: &str = "'00000000-0000-0000-0000-000000000006'";
const NOW: &str = "'2026-11-22T10:41:00Z'";

/// One provider, a customer with one subscription, one reseller that may support it and two that may not.
async fn insert_the_world(db: &DatabaseConnection) {
    for (id, mpn_id) in
        [(PROVIDER, 1), (RESELLER, 2), (RESELLER_WITHOUT_RELATIONSHIP, 3), (RESELLER_OF_NOBODY, 4)]
    {
        let sql = format!(
            "INSERT INTO partners (id, kind, name, sort_key, search_key, mpn_id, country, time_zone) \
             VALUES ({id}, 'a kind', 'A name', '', '', '{mpn_id}', 'HU', 'Europe/Budapest')"
        );
        db.execute_unprepared(&sql).await.unwrap();
    }
    for sql in [
        format!("INSERT INTO products (id, name, search_key) VALUES ({ID}, 'A product', '')"),
        format!(
            "INSERT INTO customers (id, name, search_key, domain, time_zone) \
             VALUES ({CUSTOMER}, 'A name', '', 'customer.example', 'Europe/Budapest')"
        ),
        format!(
            "INSERT INTO users (id, email, name, active) \
             VALUES ({ID}, 'user@provider.example', 'A name', TRUE)"
        ),
        format!(
            "INSERT INTO memberships (id, user_id, partner_id, active) \
             VALUES ({ID}, {ID}, {PROVIDER}, TRUE)"
        ),
        format!(
            "INSERT INTO partnerships (provider_id, reseller_id, state, since) VALUES \
             ({PROVIDER}, {RESELLER}, 'active', {NOW}), \
             ({PROVIDER}, {RESELLER_WITHOUT_RELATIONSHIP}, 'active', {NOW})"
        ),
        format!(
            "INSERT INTO relationships (partner_id, customer_id, state, sort_key, since) VALUES \
             ({PROVIDER}, {CUSTOMER}, 'active', '', {NOW}), \
             ({RESELLER}, {CUSTOMER}, 'active', '', {NOW}), \
             ({RESELLER_OF_NOBODY}, {CUSTOMER}, 'active', '', {NOW})"
        ),
        format!(
            "INSERT INTO subscriptions \
             (id, customer_id, provider_id, product_id, status, version, sort_key, created_at) \
             VALUES ({ID}, {CUSTOMER}, {PROVIDER}, {ID}, 'active', 1, '', {NOW})"
        ),
        format!(
            "INSERT INTO changes (id, reference, subscription_id, version, after_name, \
             after_mpn_id, cause, decided, undoes, at) \
             VALUES ({ID}, 'SC-000000000000', {ID}, 1, 'A name', '1', 'default', FALSE, {ID}, {NOW})"
        ),
        format!(
            "INSERT INTO activity (id, kind, arguments, at) VALUES ({ID}, 'a kind', '{{}}', {NOW})"
        ),
    ] {
        db.execute_unprepared(&sql).await.expect(&sql);
    }
    insert_request(db, 1, "relationship", "NULL").await.unwrap();
}

async fn insert_request(
    db: &DatabaseConnection,
    nth: u8,
    kind: &str,
    for_reseller: &str,
) -> Result<(), DbErr> {
    let sql = format!(
        "INSERT INTO requests (id, kind, from_partner, for_reseller, to_customer, typed_id, state, \
         created_at, expires_at) \
         VALUES ('00000000-0000-0000-0001-{nth:012}', '{kind}', {PROVIDER}, {for_reseller}, \
         {CUSTOMER}, 'customer.example', 'open', {NOW}, {NOW})"
    );
    db.execute_unprepared(&sql).await.map(drop)
}

fn assert_is_foreign_key_violation<T: std::fmt::Debug>(result: Result<T, DbErr>) {
    let violation = result.unwrap_err().sql_err();
    assert!(matches!(violation, Some(SqlErr::ForeignKeyConstraintViolation(_))), "{violation:?}");
}

fn assert_is_unique_violation<T: std::fmt::Debug>(result: Result<T, DbErr>) {
    let violation = result.unwrap_err().sql_err();
    assert!(matches!(violation, Some(SqlErr::UniqueConstraintViolation(_))), "{violation:?}");
}

async fn secret_key(db: &DatabaseConnection) -> String {
    texts(db, "SELECT value FROM settings WHERE key = 'secret_key'").await.pop_first().unwrap()
}

/// Without the migrator's own.
async fn tables(db: &DatabaseConnection) -> BTreeSet<String> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT tablename::text FROM pg_tables \
             WHERE schemaname = 'public' AND tablename <> 'seaql_migrations'"
        }
        _ => {
            "SELECT name FROM sqlite_schema WHERE type = 'table' \
             AND name NOT LIKE 'sqlite_%' AND name <> 'seaql_migrations'"
        }
    };
    texts(db, sql).await
}

/// Functions of PostgreSQL, triggers of SQLite.
async fn functions(db: &DatabaseConnection) -> BTreeSet<String> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
        }
        _ => "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
    };
    texts(db, sql).await
}

/// As in `FOREIGN_KEYS`; one that does anything ON DELETE says so and is not found there.
async fn foreign_keys(db: &DatabaseConnection) -> BTreeSet<String> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT conrelid::regclass || ' ' || columns(conrelid, conkey) || ' → ' || \
             confrelid::regclass || ' ' || columns(confrelid, confkey) || \
             CASE confdeltype WHEN 'a' THEN '' ELSE ' ON DELETE ' || confdeltype::text END \
             FROM pg_constraint WHERE contype = 'f'"
        }
        _ => {
            "SELECT source || ' ' || group_concat(\"from\", ', ') || ' → ' || \"table\" || ' ' || \
             group_concat(\"to\", ', ') || iif(on_delete = 'NO ACTION', '', ' ON DELETE ' || on_delete) \
             FROM (SELECT m.name AS source, k.* FROM sqlite_schema m \
             JOIN pragma_foreign_key_list(m.name) k WHERE m.type = 'table' ORDER BY 1, k.id, k.seq) \
             GROUP BY source, id"
        }
    };
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared(
            "CREATE FUNCTION columns(relation oid, numbers int2[]) RETURNS text LANGUAGE sql AS $$ \
             SELECT string_agg(attname, ', ' ORDER BY nth) \
             FROM unnest(numbers) WITH ORDINALITY AS key(number, nth) \
             JOIN pg_attribute ON attrelid = relation AND attnum = number $$",
        )
        .await
        .unwrap();
    }
    texts(db, sql).await
}

/// The first column of what a query finds.
async fn texts(db: &DatabaseConnection, sql: &str) -> BTreeSet<String> {
    let query = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(query).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// Runs a test on a fresh SQLite file and, where there is a server, on a fresh database of PostgreSQL, both migrated.
async fn on_each_database(test: impl AsyncFn(DatabaseConnection)) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("test.db").display());
    let db = Database::connect(ConnectOptions::new(url).max_connections(1).to_owned()).await;
    run(&test, db.unwrap()).await;

    if let Some(server) = postgres_server() {
        let admin = Database::connect(&server).await.unwrap();
        // A test that fails leaves its database behind, to be looked at.
        let name = format!("liaison_migrations_{}_{}", process::id(), next_number());
        admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        let database = name.clone();
        let options = ConnectOptions::new(server)
            .max_connections(1)
            .map_sqlx_postgres_opts(move |options| options.database(&database))
            .to_owned();
        run(&test, Database::connect(options).await.unwrap()).await;
        admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
    }
}

async fn run(test: impl AsyncFn(DatabaseConnection), db: DatabaseConnection) {
    Migrator::up(&db, None).await.unwrap();
    test(db.clone()).await;
    db.close().await.unwrap();
}

#[expect(clippy::disallowed_methods, reason = "a test has no Config")]
fn postgres_server() -> Option<String> {
    std::env::var("TEST_DATABASE_URL").ok().filter(|url| url.starts_with("postgres://"))
}

fn next_number() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
