//! Connections and transactions, on SQLite or PostgreSQL.

use std::{
    fs::{DirBuilder, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    RuntimeErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::{
        self, Connection as _, Error as SqlxError, SqliteConnection,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

use super::{
    StoreError,
    counts::{Counts, Pool, while_counting},
    reader::Reader,
};

/// SQLite allows one writer at a time, so writes queue for a single connection and reads have their own, which cannot
/// write. PostgreSQL needs no such care: both are the same pool.
#[derive(Clone, Debug)]
pub struct Database {
    reader: Reader,
    writer: DatabaseConnection,
    counts: Arc<Counts>,
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
            let counts = Arc::default();
            let pool = counted(sea_orm::Database::connect(postgres(url)).await?, &counts);
            Ok(Self { reader: Reader::new(pool.clone()), writer: pool, counts })
        }
    }

    async fn connect_sqlite(url: &str) -> Result<Self, DbErr> {
        make_file(url)?;
        // The writer first: it creates the file and switches it to WAL.
        let create = |options: SqliteConnectOptions| options.create_if_missing(true);
        let writer = sea_orm::Database::connect(sqlite(url, 1, create)).await?;
        let read_only = |options: SqliteConnectOptions| options.pragma("query_only", "ON");
        let reader = sea_orm::Database::connect(sqlite(url, SQLITE_READERS, read_only)).await?;
        let counts = Arc::default();
        let (reader, writer) = (counted(reader, &counts), counted(writer, &counts));
        Ok(Self { reader: Reader::new(reader), writer, counts })
    }

    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    pub(super) fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    pub(super) fn is_sqlite(&self) -> bool {
        self.writer.get_database_backend() == DbBackend::Sqlite
    }

    /// Where the data are, if that is a file.
    pub(super) fn file(&self) -> Option<PathBuf> {
        let pool = self.is_sqlite().then(|| self.writer.get_sqlite_connection_pool())?;
        Some(pool.connect_options().get_filename().to_owned())
    }

    /// The file as it stands, into an empty one; whoever writes meanwhile is not waited for.
    pub(super) async fn copy_into(&self, target: &Path) -> Result<(), DbErr> {
        let failed = |error: SqlxError| DbErr::Exec(RuntimeErr::SqlxError(error.into()));
        let options = self.writer.get_sqlite_connection_pool().connect_options();
        let mut connection = SqliteConnection::connect_with(&options).await.map_err(failed)?;
        let target = target.to_string_lossy().into_owned();
        let copy = sqlx::query("VACUUM INTO ?").bind(target);
        copy.execute(&mut connection).await.map_err(failed)?;
        connection.close().await.map_err(failed)
    }

    /// What has happened since the program was started.
    pub(super) fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The connections that stand now.
    pub(super) fn pools(&self) -> Vec<Pool> {
        let pool = |name, size, idle| Pool { name, size, idle };
        if self.is_sqlite() {
            let of = |name, connection: &DatabaseConnection| {
                let all = connection.get_sqlite_connection_pool();
                pool(name, all.size(), all.num_idle())
            };
            vec![of("readers", self.reader.connection()), of("writer", &self.writer)]
        } else {
            let all = self.writer.get_postgres_connection_pool();
            vec![pool("all", all.size(), all.num_idle())]
        }
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

    /// As [`Database::write`], but nobody else who does so gets in, on no instance and in no other program. It may take long.
    pub(super) async fn write_alone<T>(
        &self,
        work: impl AsyncFn(&DatabaseTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = self.begin_alone().await?;
        let value = work(&transaction).await?;
        transaction.commit().await?;
        Ok(value)
    }

    async fn begin_alone(&self) -> Result<DatabaseTransaction, DbErr> {
        let asked = Instant::now();
        loop {
            match self.writer.begin_with_options(immediate()).await {
                // Whoever writes a SQLite file writes alone anyway.
                Err(error)
                    if self.is_sqlite() && is_busy(&error) && asked.elapsed() < ALONE_WITHIN => {}
                Ok(transaction) if !self.is_sqlite() => {
                    transaction.execute_unprepared(ALONE).await?;
                    return Ok(transaction);
                }
                outcome => return outcome,
            }
        }
    }

    async fn write_once<T>(
        &self,
        work: &impl AsyncFn(&DatabaseTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = self.writer.begin_with_options(immediate()).await?;
        let (value, changes) = while_counting(Box::pin(work(&transaction))).await;
        let value = value?;
        transaction.commit().await?;
        self.counts.add(&changes);
        Ok(value)
    }

    pub async fn close(self) -> Result<(), DbErr> {
        self.reader.connection().clone().close().await?;
        self.writer.close().await
    }
}

/// For so long somebody waits to write alone.
const ALONE_WITHIN: Duration = Duration::from_mins(1);
/// PostgreSQL: the lock is this program's own, and the limits of a request are none for this. The number is “liaison” as
/// letters of a telephone.
const ALONE: &str = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '1min'; \
                     SELECT pg_advisory_xact_lock(5424766)";

fn counted(mut connection: DatabaseConnection, counts: &Arc<Counts>) -> DatabaseConnection {
    let counts = Arc::clone(counts);
    connection.set_metric_callback(move |_| counts.statement());
    connection
}

/// An empty file is a database, and its folder may be new as well. Nobody else on the machine may read them, nor what
/// SQLite puts beside them with the same permissions.
fn make_file(url: &str) -> Result<(), DbErr> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = Path::new(path.split('?').next().unwrap_or_default());
    let failed = |error| DbErr::Custom(format!("{}: {error}", path.display()));
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(failed)?;
    }
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(failed(error)),
        _ => Ok(()),
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

/// There is no room for what was to be written, until somebody makes some. SQLite: the disk is full (13), or a quota or
/// another limit is reached (778). PostgreSQL: 53100.
pub(super) fn is_full(error: &DbErr) -> bool {
    code(error).is_some_and(|code| ["13", "778", "53100"].contains(&&*code))
}

/// There is no database to speak to, or the connection to it broke while it was spoken to.
pub(super) fn is_out_of_reach(error: &DbErr) -> bool {
    matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_))
        || matches!(
            cause(error),
            Some(SqlxError::Io(_) | SqlxError::PoolTimedOut | SqlxError::PoolClosed)
        )
}

/// What the database said, without what the libraries between have added.
pub(super) fn in_words(error: &DbErr) -> String {
    match (error, cause(error)) {
        (DbErr::Custom(words), _) => words.clone(),
        (_, Some(SqlxError::Database(said))) => match said.code() {
            Some(code) => format!("{} ({code})", said.message()),
            None => said.message().to_owned(),
        },
        _ => error.to_string(),
    }
}

/// The code that the database itself gave.
fn code(error: &DbErr) -> Option<String> {
    match cause(error)? {
        SqlxError::Database(error) => error.code().map(Into::into),
        _ => None,
    }
}

fn cause(error: &DbErr) -> Option<&SqlxError> {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error))
        | DbErr::Conn(RuntimeErr::SqlxError(error)) => Some(error),
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
    // A full disk makes SQLite break a transaction off by itself, which sqlx takes for still open: whatever followed on that
    // connection would be inside it, be told that it is done, and never be kept.
    options.map_sqlx_sqlite_before_acquire(|connection, _| {
        Box::pin(async { Ok(!connection.is_in_transaction()) })
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

#[cfg(test)]
mod tests {
    use sea_orm::Statement;

    use super::*;

    async fn count(database: &Database) -> i64 {
        let query = Statement::from_string(DbBackend::Sqlite, "SELECT COUNT(*) FROM notes");
        let row = database.reader().query_one_raw(query).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }

    /// `docs/security.md` J: of what is acknowledged nothing is lost, and room is all that it takes to go on.
    #[tokio::test]
    async fn a_full_disk_puts_writing_off_until_there_is_room() {
        let directory = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", directory.path().join("full.sqlite").display());
        let database = Database::connect(&url).await.unwrap();
        let run = async |sql: &'static str| {
            let done = database.write(async |tx| Ok(tx.execute_unprepared(sql).await?)).await;
            done.map(|done| done.rows_affected())
        };
        let note = "INSERT INTO notes VALUES (randomblob(20000))";
        run("CREATE TABLE notes (note BLOB)").await.unwrap();
        run(note).await.unwrap();
        // A limit holds for the one connection that writes; a new one has none, as a disk with room.
        database.writer().execute_unprepared("PRAGMA max_page_count = 1").await.unwrap();
        let error = run(note).await.unwrap_err();
        assert!(error.is_passing() && error.to_string().contains("full"), "{error}");
        assert_eq!(count(&database).await, 1);
        for notes in 2..5 {
            run(note).await.unwrap();
            assert_eq!(count(&database).await, notes, "a write was acknowledged and not kept");
        }
        database.close().await.unwrap();
    }
}
