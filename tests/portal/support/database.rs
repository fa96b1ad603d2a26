//! A database for every test: a copied file, or a PostgreSQL database cloned from a template. Tests may look at it and
//! arrange it with plain SQL, which the product never does.

use std::{collections::BTreeMap, path::PathBuf};

use liaison::{clock::Clock, domain::policy::Policy, store::Store};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, QueryResult, Statement,
};
use tempfile::TempDir;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::{app::NOW, postgres};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Demo,
    /// Only the tables.
    Nothing,
}

pub struct TestDatabase {
    pub url: String,
    /// For the test itself; one connection, so that what is begun on it stays on it.
    connection: DatabaseConnection,
    _directory: Option<TempDir>,
}

/// All rows of all tables, as text; without when sessions were last seen.
pub type Dump = BTreeMap<String, Vec<String>>;

impl TestDatabase {
    pub async fn fresh(content: Content) -> Self {
        let (url, directory) = match postgres::server() {
            Some(server) => (postgres::fresh(&server, content).await, None),
            None => sqlite(content).await,
        };
        let connection = connect(&url).await.unwrap();
        Self { url, connection, _directory: directory }
    }

    pub fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }

    /// PostgreSQL databases are dropped by the test that made them; files vanish with their directory.
    pub async fn drop(self) {
        self.connection.close().await.unwrap();
        if !self.url.starts_with("sqlite:") {
            postgres::drop(&self.url).await;
        }
    }

    /// A connection of its own, for a transaction beside others.
    pub async fn connect(&self) -> DatabaseConnection {
        connect(&self.url).await.unwrap()
    }

    /// Keeps everybody from writing to a table until it is released.
    pub async fn lock(&self, table: &str) -> Lock {
        let connection = self.connect().await;
        if self.is_sqlite() {
            connection.execute_unprepared("BEGIN IMMEDIATE").await.unwrap();
        } else {
            let sql = format!("BEGIN; LOCK TABLE {table} IN SHARE MODE");
            connection.execute_unprepared(&sql).await.unwrap();
        }
        Lock(connection)
    }

    pub async fn run(&self, sql: &str) -> u64 {
        self.try_run(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    pub async fn try_run(&self, sql: &str) -> Result<u64, DbErr> {
        Ok(self.connection.execute_unprepared(sql).await?.rows_affected())
    }

    pub async fn rows(&self, sql: &str) -> Vec<QueryResult> {
        let statement =
            Statement::from_string(self.connection.get_database_backend(), sql.to_owned());
        let rows = self.connection.query_all_raw(statement).await;
        rows.unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    pub async fn number(&self, sql: &str) -> i64 {
        self.rows(sql).await[0].try_get_by_index(0).unwrap()
    }

    pub async fn count(&self, table: &str) -> i64 {
        self.number(&format!("SELECT COUNT(*) FROM {table}")).await
    }

    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let rows = self.rows(sql).await;
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    pub async fn ids(&self, sql: &str) -> Vec<Uuid> {
        let rows = self.rows(sql).await;
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    /// A person's id, by email.
    pub async fn user(&self, email: &str) -> Uuid {
        self.id(&format!("SELECT id FROM users WHERE email = '{email}'")).await
    }

    pub async fn id(&self, sql: &str) -> Uuid {
        match self.ids(sql).await[..] {
            [id] => id,
            ref ids => panic!("{} rows: {sql}", ids.len()),
        }
    }

    /// An id as it stands in SQL.
    pub fn literal(&self, id: Uuid) -> String {
        if self.is_sqlite() { format!("X'{}'", id.simple()) } else { format!("'{id}'::uuid") }
    }

    pub async fn partner(&self, mpn_id: &str) -> Uuid {
        self.id(&format!("SELECT id FROM partners WHERE mpn_id = '{mpn_id}'")).await
    }

    pub async fn customer(&self, domain: &str) -> Uuid {
        self.id(&format!("SELECT id FROM customers WHERE domain = '{domain}'")).await
    }

    /// In the demo world no customer has a product twice.
    pub async fn subscription(&self, domain: &str, product: &str) -> Uuid {
        self.id(&format!(
            "SELECT s.id FROM subscriptions s JOIN customers c ON c.id = s.customer_id \
             JOIN products p ON p.id = s.product_id \
             WHERE c.domain = '{domain}' AND p.name = '{product}'"
        ))
        .await
    }

    pub async fn latest_change(&self, subscription: Uuid) -> Uuid {
        let subscription = self.literal(subscription);
        self.id(&format!(
            "SELECT id FROM changes WHERE subscription_id = {subscription} \
             ORDER BY version DESC LIMIT 1"
        ))
        .await
    }

    pub async fn version(&self, subscription: Uuid) -> i64 {
        let subscription = self.literal(subscription);
        self.number(&format!("SELECT version FROM subscriptions WHERE id = {subscription}")).await
    }

    pub async fn tables(&self) -> Vec<String> {
        let sql = if self.is_sqlite() {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' \
             AND name <> 'seaql_migrations' ORDER BY name"
        } else {
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' \
             AND table_name <> 'seaql_migrations' ORDER BY table_name"
        };
        self.texts(sql).await
    }

    /// The columns of a table that hold text a person may have typed or will read.
    pub async fn columns(&self, table: &str) -> Vec<(String, String)> {
        let sql = if self.is_sqlite() {
            format!("SELECT name, lower(type) FROM pragma_table_info('{table}')")
        } else {
            format!(
                "SELECT column_name::text, data_type::text FROM information_schema.columns \
                 WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position"
            )
        };
        let rows = self.rows(&sql).await;
        let text = |row: &QueryResult, nth| row.try_get_by_index::<String>(nth).unwrap();
        rows.iter().map(|row| (text(row, 0), text(row, 1))).collect()
    }

    pub async fn dump(&self) -> Dump {
        let mut dump = Dump::new();
        for table in self.tables().await {
            let columns = self.columns(&table).await;
            let values: Vec<_> = columns
                .iter()
                .filter(|(column, _)| column != "last_seen_at")
                .map(|(column, _)| {
                    if self.is_sqlite() {
                        format!("'{column}=' || quote({column})")
                    } else {
                        format!("'{column}=' || COALESCE({column}::text, 'NULL')")
                    }
                })
                .collect();
            let sql = format!("SELECT {} FROM {table} ORDER BY 1", values.join(" || ' ' || "));
            dump.insert(table, self.texts(&sql).await);
        }
        dump
    }
}

/// A time as it stands in SQL.
pub fn time(time: OffsetDateTime) -> String {
    format!("'{}'", time.format(&Rfc3339).unwrap())
}

pub struct Lock(DatabaseConnection);

impl Lock {
    pub async fn release(self) {
        self.0.execute_unprepared("COMMIT").await.unwrap();
        self.0.close().await.unwrap();
    }
}

/// The same without the count of what has failed, which is all that a refusal may leave.
pub fn difference_besides_attempts(before: &Dump, after: &Dump) -> Vec<String> {
    let mut changed = difference(before, after);
    changed.retain(|row| !row.contains(" sign_in_attempts: "));
    changed
}

/// What differs, to be read in a failed test.
pub fn difference(before: &Dump, after: &Dump) -> Vec<String> {
    let lines = |dump: &Dump| -> Vec<String> {
        dump.iter()
            .flat_map(|(table, rows)| rows.iter().map(move |row| format!("{table}: {row}")))
            .collect()
    };
    let (before, after) = (lines(before), lines(after));
    let gone = before.iter().filter(|row| !after.contains(row)).map(|row| format!("- {row}"));
    let new = after.iter().filter(|row| !before.contains(row)).map(|row| format!("+ {row}"));
    gone.chain(new).collect()
}

async fn sqlite(content: Content) -> (String, Option<TempDir>) {
    static DEMO: OnceCell<(TempDir, PathBuf)> = OnceCell::const_new();
    static NOTHING: OnceCell<(TempDir, PathBuf)> = OnceCell::const_new();

    let template = if content == Content::Demo { &DEMO } else { &NOTHING };
    let (_, template) = template
        .get_or_init(|| async {
            let directory = TempDir::new().unwrap();
            let file = directory.path().join("template.sqlite");
            fill(&format!("sqlite://{}", file.display()), content).await;
            // Closing the last connection has written everything into the one file.
            assert!(!file.with_extension("sqlite-wal").exists());
            (directory, file)
        })
        .await;
    let directory = TempDir::new().unwrap();
    let file = directory.path().join("portal.sqlite");
    std::fs::copy(template, &file).unwrap();
    (format!("sqlite://{}", file.display()), Some(directory))
}

/// Makes the tables, and the demo world if it is wanted.
pub async fn fill(url: &str, content: Content) {
    let clock = Clock::standing_at(NOW);
    let store = Store::open(url, clock, Policy::default()).await.unwrap();
    store.migrate().await.unwrap();
    if content == Content::Demo {
        assert!(store.fill_demo(0).await.unwrap());
    }
    store.close().await.unwrap();
}

/// One connection, so that a lock is taken and given back by the same one.
pub async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|options| {
        options.foreign_keys(true).busy_timeout(std::time::Duration::from_secs(5))
    });
    Database::connect(options).await
}
