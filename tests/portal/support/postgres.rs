//! Databases on a PostgreSQL server: templates made once, a clone for every test, and nothing left behind.
//!
//! A run holds an advisory lock with its number, and a shared one with its template's, as long as it lives; what belongs
//! to a number that nobody holds is left over from a run that broke off, and the next one drops it.

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    thread,
};

use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use tokio::{runtime, sync::OnceCell};

use super::database::{Content, connect, fill};

const TEMPLATE: &str = "liaison_template";
const CLONE: &str = "liaison_test";
/// Held while templates are made or dropped.
const BUILDING: i64 = 0x004c_4941_4953_4f4e;

/// `postgres://user@host/database?options`, where databases may be made.
#[expect(clippy::disallowed_methods, reason = "a test has no Config")]
pub fn server() -> Option<String> {
    env::var("TEST_DATABASE_URL").ok().filter(|url| url.starts_with("postgres://"))
}

/// The address of a new database.
pub async fn fresh(server: &str, content: Content) -> String {
    static NTH: AtomicU32 = AtomicU32::new(0);

    let run = run(server);
    let template = template(server, content).await;
    let name = format!("{CLONE}_{run:016x}_{}", NTH.fetch_add(1, Ordering::Relaxed));
    let admin = connect(server).await.unwrap();
    execute(&admin, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    admin.close().await.unwrap();
    database_on(server, &name)
}

pub async fn drop(url: &str) {
    let Some(server) = server() else { return };
    let name = url.split('/').nth(3).and_then(|name| name.split('?').next()).unwrap();
    let admin = connect(&server).await.unwrap();
    execute(&admin, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
    admin.close().await.unwrap();
}

/// The number of this run of the tests. Its locks are held by a thread that ends with the process.
fn run(server: &str) -> i64 {
    static RUN: OnceLock<i64> = OnceLock::new();

    *RUN.get_or_init(|| {
        let run = i64::from(rand::random::<u32>()) << 16 | i64::from(std::process::id() & 0xffff);
        let server = server.to_owned();
        let (ready, is_ready) = std::sync::mpsc::channel();
        thread::spawn(move || {
            let runtime = runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let connection = connect(&server).await.unwrap();
                execute(&connection, &format!("SELECT pg_advisory_lock({run})")).await;
                execute(&connection, &format!("SELECT pg_advisory_lock_shared({})", hash())).await;
                drop_leftovers(&connection).await;
                ready.send(()).unwrap();
                std::future::pending::<()>().await;
            });
        });
        is_ready.recv().unwrap();
        run
    })
}

/// Databases of runs and templates whose locks nobody holds.
async fn drop_leftovers(connection: &DatabaseConnection) {
    execute(connection, &format!("SELECT pg_advisory_lock({BUILDING})")).await;
    for name in names(connection).await {
        let number = name.split('_').nth(2).and_then(|digits| i64::from_str_radix(digits, 16).ok());
        let Some(number) = number.filter(|number| *number != hash()) else { continue };
        if is_true(connection, &format!("SELECT pg_try_advisory_lock({number})")).await {
            execute(connection, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
            execute(connection, &format!("SELECT pg_advisory_unlock({number})")).await;
        }
    }
    execute(connection, &format!("SELECT pg_advisory_unlock({BUILDING})")).await;
}

/// Made once per state of the schema and the demo world; other runs wait for the lock and then find it.
async fn template(server: &str, content: Content) -> String {
    static DEMO: OnceCell<String> = OnceCell::const_new();
    static NOTHING: OnceCell<String> = OnceCell::const_new();

    let (cell, kind) = match content {
        Content::Demo => (&DEMO, "demo"),
        Content::Nothing => (&NOTHING, "empty"),
    };
    let make = || async {
        let name = format!("{TEMPLATE}_{:016x}_{kind}", hash());
        let admin = connect(server).await.unwrap();
        execute(&admin, &format!("SELECT pg_advisory_lock({BUILDING})")).await;
        if !names(&admin).await.contains(&name) {
            // Renamed when it is complete: a run that broke off half-way leaves nothing that looks finished.
            let building = format!("{name}_building");
            execute(&admin, &format!("DROP DATABASE IF EXISTS {building} WITH (FORCE)")).await;
            execute(&admin, &format!("CREATE DATABASE {building}")).await;
            fill(&database_on(server, &building), content).await;
            execute(&admin, &format!("ALTER DATABASE {building} RENAME TO {name}")).await;
        }
        execute(&admin, &format!("SELECT pg_advisory_unlock({BUILDING})")).await;
        admin.close().await.unwrap();
        name
    };
    cell.get_or_init(make).await.clone()
}

async fn names(connection: &DatabaseConnection) -> Vec<String> {
    let sql = format!(
        "SELECT datname::text FROM pg_database WHERE datname LIKE '{TEMPLATE}%' OR datname LIKE '{CLONE}%'"
    );
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let rows = connection.query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

async fn is_true(connection: &DatabaseConnection, sql: &str) -> bool {
    let statement = Statement::from_string(connection.get_database_backend(), sql.to_owned());
    connection.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

async fn execute(connection: &DatabaseConnection, sql: &str) {
    let outcome = connection.execute_unprepared(sql).await;
    outcome.unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// The same server with another database, which no test needs to survive a power cut.
fn database_on(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').unwrap_or((server, ""));
    let host = address.split('/').nth(2).unwrap_or_default();
    format!("postgres://{host}/{name}?options=-c%20synchronous_commit%3Doff&{options}")
}

/// Of everything that decides what a template holds; positive, as a lock's number.
fn hash() -> i64 {
    static HASH: OnceLock<i64> = OnceLock::new();

    *HASH.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Vec::new();
        for folder in ["migrations/src", "src/store", "src/domain", "src/locale"] {
            collect(&root.join(folder), &mut files);
        }
        files.sort();
        let mut hasher = DefaultHasher::new();
        for file in files {
            file.strip_prefix(root).unwrap().hash(&mut hasher);
            fs::read(&file).unwrap().hash(&mut hasher);
        }
        i64::try_from(hasher.finish() >> 1).unwrap()
    })
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
