//! `liaison migrate`, and who migrates what by itself.

use liaison_migrations::Migrator;
use sea_orm::{ConnectionTrait, Database};
use sea_orm_migration::MigratorTrait;
use tokio::runtime::Runtime;

use super::{ANY_PORT, program::Place};

#[test]
fn an_empty_database_is_made_and_brought_up_to_date_once() {
    let place = Place::new();
    let all = Migrator::migrations().len();
    // A missing folder is made as well.
    for name in ["plain.sqlite", "with-mode.sqlite?mode=rwc", "a/folder/portal.sqlite"] {
        let url = place.sqlite(name);
        let first = place.run(&["migrate", "--database-url", &url]).well();
        assert!(first.stdout.starts_with(&format!("{all} migrations done")), "{}", first.stdout);
        let again = place.run(&["migrate", "--database-url", &url]).well();
        assert!(again.stdout.starts_with("0 migrations done"), "{}", again.stdout);
        assert!(place.has(name.split('?').next().unwrap()), "{name}");
    }
}

#[test]
fn a_database_that_is_none_is_refused_with_the_reason() {
    let place = Place::new();
    place.write("letter.sqlite", "Dear Sir or Madam, this is not a database, and never was.");
    let letter = place.sqlite("letter.sqlite");
    for url in [&letter, "postgres://nobody@127.0.0.1:1/portal"] {
        for command in ["migrate", "serve", "setup-link"] {
            let reason = place.run(&[command, "--database-url", url]).refused();
            assert!(reason.contains("database"), "{command} {url}: {reason}");
        }
    }
    let unknown = "mysql://127.0.0.1/portal";
    let said = place.run(&["migrate", "--database-url", unknown]).misunderstood();
    assert!(said.contains("must begin with sqlite:// or postgres://"), "{said}");
    let environment = [("LIAISON_DATABASE_URL", unknown)];
    let reason = place.run_with(&environment, &["migrate"]).refused();
    assert!(reason.contains("LIAISON_DATABASE_URL"), "{reason}");
}

#[test]
fn serve_migrates_a_file_of_its_own() {
    let place = Place::new();
    let url = place.sqlite("old.sqlite");
    take_the_last_migration_back(&url);
    let mut portal = place.start(&["serve", "--listen", ANY_PORT, "--database-url", &url]);
    portal.address();
    portal.stop().0.well();
    let done = place.run(&["migrate", "--database-url", &url]).well().stdout;
    assert!(done.starts_with("0 migrations done"), "{done}");
}

/// It may be that other instances still use it as it is.
#[test]
fn serve_leaves_a_shared_database_to_its_operator() {
    let Some(server) = postgres_server() else { return };
    let place = Place::new();
    let name = format!("liaison_command_line_{}", std::process::id());
    execute(&server, &format!("CREATE DATABASE {name}"));
    let url = database_on(&server, &name);
    take_the_last_migration_back(&url);

    let reason = place.run(&["serve", "--listen", ANY_PORT, "--database-url", &url]).refused();
    assert!(reason.contains("1 migration") && reason.contains("liaison migrate"), "{reason}");
    let done = place.run(&["migrate", "--database-url", &url]).well().stdout;
    assert!(done.starts_with("1 migration"), "{done}");
    let mut portal = place.start(&["serve", "--listen", ANY_PORT, "--database-url", &url]);
    portal.line_with("/setup/");
    portal.stop().0.well();
    execute(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
}

#[expect(clippy::disallowed_methods, reason = "a test has no Config")]
fn postgres_server() -> Option<String> {
    std::env::var("TEST_DATABASE_URL").ok().filter(|url| url.starts_with("postgres://"))
}

/// The same server with another database.
fn database_on(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').unwrap_or((server, ""));
    let host = address.split('/').nth(2).unwrap_or_default();
    format!("postgres://{host}/{name}?{options}")
}

/// As a program of yesterday would have left it.
fn take_the_last_migration_back(url: &str) {
    Runtime::new().unwrap().block_on(async {
        let mode = if url.starts_with("sqlite:") { "?mode=rwc" } else { "" };
        let connection = Database::connect(format!("{url}{mode}")).await.unwrap();
        Migrator::up(&connection, None).await.unwrap();
        Migrator::down(&connection, Some(1)).await.unwrap();
        connection.close().await.unwrap();
    });
}

fn execute(url: &str, sql: &str) {
    Runtime::new().unwrap().block_on(async {
        let connection = Database::connect(url).await.unwrap();
        connection.execute_unprepared(sql).await.unwrap();
        connection.close().await.unwrap();
    });
}
