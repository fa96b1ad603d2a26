//! `liaison migrate`, and who migrates what by itself.

use std::thread;

use liaison_migrations::Migrator;
use sea_orm::{ConnectionTrait, Database, EntityTrait, Statement};
use sea_orm_migration::{MigratorTrait, seaql_migrations};
use tokio::runtime::Runtime;

use super::{
    ANY_PORT,
    program::{Ended, Place},
};

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
            assert!(
                reason.contains(url) && reason.contains("liaison doctor"),
                "{command}: {reason}"
            );
            assert!(reason.matches("rror").count() < 3, "what was said is said again: {reason}");
        }
    }
    let unknown = "mysql://127.0.0.1/portal";
    let said = place.run(&["migrate", "--database-url", unknown]).misunderstood();
    assert!(said.contains("must begin with sqlite:// or postgres://"), "{said}");
    let environment = [("LIAISON_DATABASE_URL", unknown)];
    let reason = place.run_with(&environment, &["migrate"]).refused();
    assert!(reason.contains("LIAISON_DATABASE_URL"), "{reason}");
}

/// `docs/security.md` J: there is a way back.
#[test]
fn serve_migrates_a_file_of_its_own_and_keeps_a_copy_from_before() {
    let place = Place::new();
    let url = place.sqlite("old.sqlite");
    take_the_last_migration_back(&url);
    let mut portal = place.start(&["serve", "--listen", ANY_PORT, "--database-url", &url]);
    portal.address();
    let (ended, _) = portal.stop();
    assert_eq!(ended.code, Some(0), "{ended:#?}");

    let copy = format!("old.before-{}.sqlite", last_migration());
    assert!(ended.stderr.contains(&copy), "{ended:#?}");
    assert_eq!(place.files("old.before-"), [copy.as_str()]);
    assert_eq!(place.mode(&copy), 0o600, "a copy is for its owner only");
    assert_eq!(migrations_in(&url), Migrator::migrations().len());
    assert_eq!(migrations_in(&place.sqlite(&copy)), Migrator::migrations().len() - 1);
    assert!(place.files(".liaison-copy").is_empty());

    let again = place.run(&["migrate", "--database-url", &url]).well().stdout;
    assert!(again.starts_with("0 migrations done"), "{again}");
    assert_eq!(place.files("old.before-").len(), 1, "nothing was done, so nothing was copied");
}

#[test]
fn a_copy_never_takes_the_place_of_another() {
    let place = Place::new();
    let url = place.sqlite("old.sqlite");
    let first = format!("old.before-{}.sqlite", last_migration());
    place.write(&first, "somebody else's");
    take_the_last_migration_back(&url);
    let done = place.run(&["migrate", "--database-url", &url]);
    assert_eq!(done.code, Some(0), "{done:#?}");
    let second = format!("old.before-{}-2.sqlite", last_migration());
    assert!(done.stderr.contains(&second), "{done:#?}");
    assert_eq!(place.files("old.before-"), [second.as_str(), first.as_str()]);
    assert_eq!(place.read(&first), "somebody else's");
}

/// `docs/security.md` J.
#[test]
fn an_older_program_refuses_a_newer_database() {
    let place = Place::new();
    let url = place.sqlite("newer.sqlite");
    place.run(&["migrate", "--database-url", &url]).well();
    execute(&url, "INSERT INTO seaql_migrations VALUES ('m29991231_000001_tomorrow', 0)");
    for command in ["serve", "migrate", "setup-link"] {
        let reason = place.run(&[command, "--database-url", &url]).refused();
        for word in ["1 migration ahead", "m29991231_000001_tomorrow", "newer"] {
            assert!(reason.contains(word), "{command}: {word} is not in {reason}");
        }
    }
    assert!(place.files("newer.before-").is_empty());
}

/// Of several that begin at the same moment, one does it and the others find it done.
#[test]
fn of_many_that_migrate_at_once_each_ends_well() {
    let place = Place::new();
    let all = Migrator::migrations().len();
    let at_once = |url: &str| {
        let migrate = || place.run(&["migrate", "--database-url", url]);
        let ended: Vec<_> = thread::scope(|scope| {
            let begun: Vec<_> = (0..6).map(|_| scope.spawn(migrate)).collect();
            begun.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(ended.iter().all(|one| one.code == Some(0)), "{ended:#?}");
        assert_eq!(migrations_in(url), all);
        let number = |one: &Ended| one.stdout.split(' ').next().unwrap().parse::<usize>().unwrap();
        ended.iter().map(number).sum::<usize>()
    };
    let (new, old) = (place.sqlite("new.sqlite"), place.sqlite("old.sqlite"));
    take_the_last_migration_back(&old);
    assert_eq!(at_once(&new), all);
    assert_eq!(at_once(&old), 1);
    assert_eq!(place.files("new.before-").len(), 0, "there was nothing to copy");
    assert_eq!(place.files("old.before-").len(), 1, "one copy from before is enough");
    let Some(server) = postgres_server() else { return };
    let name = format!("liaison_at_once_{}", std::process::id());
    execute(&server, &format!("CREATE DATABASE {name}"));
    let url = database_on(&server, &name);
    assert_eq!(at_once(&url), all);
    execute(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
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
    let doctor = place.run(&["doctor", "--database-url", &url]);
    assert_eq!(doctor.code, Some(1), "{doctor:#?}");
    assert!(doctor.stdout.contains("run `liaison migrate`"), "{}", doctor.stdout);
    let done = place.run(&["migrate", "--database-url", &url]).well().stdout;
    assert!(done.starts_with("1 migration"), "{done}");
    let doctor = place.run(&["doctor", "--database-url", &url]).well().stdout;
    assert!(doctor.contains("✔ tables") && doctor.contains("✔ clock"), "{doctor}");
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

fn last_migration() -> String {
    Migrator::migrations().last().unwrap().name().to_owned()
}

fn migrations_in(url: &str) -> usize {
    Runtime::new().unwrap().block_on(async {
        let connection = Database::connect(url).await.unwrap();
        let rows = seaql_migrations::Entity::find().all(&connection).await.unwrap();
        connection.close().await.unwrap();
        rows.len()
    })
}

/// The first column of the only row.
pub fn number(url: &str, sql: &str) -> i64 {
    Runtime::new().unwrap().block_on(async {
        let connection = Database::connect(url).await.unwrap();
        let query = Statement::from_string(connection.get_database_backend(), sql);
        let row = connection.query_one_raw(query).await.unwrap().unwrap();
        connection.close().await.unwrap();
        row.try_get_by_index(0).unwrap()
    })
}

pub fn execute(url: &str, sql: &str) {
    Runtime::new().unwrap().block_on(async {
        let connection = Database::connect(url).await.unwrap();
        connection.execute_unprepared(sql).await.unwrap();
        connection.close().await.unwrap();
    });
}
