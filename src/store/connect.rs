//! Connections and transactions, on SQLite or PostgreSQL.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sea_orm::{
    ConnectOptions, DatabaseConnection, DatabaseTransaction, DbErr, RuntimeErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::{
        Error as SqlxError,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

use super::StoreError;

/// SQLite allows one writer at a time, so writes queue for a single connection and reads have their own, which cannot
/// write. PostgreSQL needs no such care: both are the same pool.
#[derive(Clone, Debug)]
pub struct Database {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    statements: Arc<AtomicU64>,
}

/// Readers of a SQLite file: a few more than cores, since each statement is handed to a thread of its connection.
const SQLITE_READERS: u32 = 8;
const POSTGRES_CONNECTIONS: u32 = 10;

impl Database {
    /// `url`: `sqlite://PATH` (the file is made where there is none) or `postgres://…`.
    pub async fn connect(url: &str) -> Result<Self, DbErr> {
        if url.starts_with("sqlite:") {
            Self::connect_sqlite(url).await
        } else {
            let statements = Arc::default();
            let pool = counted(sea_orm::Database::connect(postgres(url)).await?, &statements);
            Ok(Self { reader: pool.clone(), writer: pool, statements })
        }
    }

    async fn connect_sqlite(url: &str) -> Result<Self, DbErr> {
        make_directory(url)?;
        // The writer first: it creates the file and switches it to WAL.
        let create = |options: SqliteConnectOptions| options.create_if_missing(true);
        let writer = sea_orm::Database::connect(sqlite(url, 1, create)).await?;
        let read_only = |options: SqliteConnectOptions| options.pragma("query_only", "ON");
        let reader = sea_orm::Database::connect(sqlite(url, SQLITE_READERS, read_only)).await?;
        let statements = Arc::default();
        let (reader, writer) = (counted(reader, &statements), counted(writer, &statements));
        Ok(Self { reader, writer, statements })
    }

    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    pub(super) fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// How many statements have been run so far, without those that begin and end a transaction.
    pub(super) fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Does all of `work` or none of it: an error rolls back. Where PostgreSQL breaks a deadlock or cannot serialise, the
    /// work is done once more, so it must not do anything outside the transaction.
    ///
    /// The caller must not be dropped half-way: `web::middleware::last_word` sees to that for requests that change things.
    pub async fn write<T>(
        &self,
        work: impl AsyncFn(&DatabaseTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match self.write_once(&work).await {
            Err(StoreError::Database(error)) if is_worth_another_try(&error) => {
                tracing::info!("a transaction was broken off by the database and is done again");
                self.write_once(&work).await
            }
            outcome => outcome,
        }
    }

    async fn write_once<T>(
        &self,
        work: &impl AsyncFn(&DatabaseTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = self.writer.begin_with_options(immediate()).await?;
        let value = work(&transaction).await?;
        transaction.commit().await?;
        Ok(value)
    }

    pub async fn close(self) -> Result<(), DbErr> {
        self.reader.close().await?;
        self.writer.close().await
    }
}

fn counted(mut connection: DatabaseConnection, statements: &Arc<AtomicU64>) -> DatabaseConnection {
    let statements = Arc::clone(statements);
    connection.set_metric_callback(move |_| {
        statements.fetch_add(1, Ordering::Relaxed);
    });
    connection
}

/// The file's folder may be new as well.
fn make_directory(url: &str) -> Result<(), DbErr> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = Path::new(path.split('?').next().unwrap_or_default());
    match path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => fs::create_dir_all(folder)
            .map_err(|error| DbErr::Custom(format!("{}: {error}", folder.display()))),
        None => Ok(()),
    }
}

/// SQLite takes its write lock at once instead of failing when a reader turns writer; PostgreSQL ignores the setting.
fn immediate() -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    }
}

/// PostgreSQL: 40001 is a serialisation failure, 40P01 a deadlock.
fn is_worth_another_try(error: &DbErr) -> bool {
    code(error).is_some_and(|code| code == "40001" || code == "40P01")
}

/// The database lets us wait for longer than we do. PostgreSQL: for a lock (55P03), for a statement (57014), for an end of
/// its own restart (57P01 to 57P03), for a place (53300), or for others to be done (40001, 40P01). SQLite: for another
/// process that writes (5, busy, and its kinds).
pub(super) fn is_busy(error: &DbErr) -> bool {
    const POSTGRES: [&str; 8] =
        ["55P03", "57014", "57P01", "57P02", "57P03", "53300", "40001", "40P01"];
    const SQLITE: [&str; 4] = ["5", "261", "517", "773"];
    code(error).is_some_and(|code| POSTGRES.contains(&&*code) || SQLITE.contains(&&*code))
}

/// The code that the database itself gave.
fn code(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) =
        error
    else {
        return None;
    };
    match &**error {
        SqlxError::Database(error) => error.code().map(Into::into),
        _ => None,
    }
}

fn sqlite(
    url: &str,
    connections: u32,
    also: impl Fn(SqliteConnectOptions) -> SqliteConnectOptions + Send + Sync + 'static,
) -> ConnectOptions {
    let mut options = pool(url, connections);
    // These run on every new connection of the pool. `ConnectOptions::after_connect` would run only once.
    options.map_sqlx_sqlite_opts(move |options| {
        also(
            options
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
                .pragma("trusted_schema", "OFF"),
        )
    });
    options
}

fn postgres(url: &str) -> ConnectOptions {
    let mut options = pool(url, POSTGRES_CONNECTIONS);
    options.map_sqlx_postgres_opts(|options| {
        options.options([
            ("statement_timeout", "5s"),
            ("lock_timeout", "2s"),
            ("idle_in_transaction_session_timeout", "10s"),
        ])
    });
    options
}

fn pool(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(2))
        .sqlx_logging(false)
        .record_stmt_in_spans(false);
    options
}
