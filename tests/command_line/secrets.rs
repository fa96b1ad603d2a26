//! Secrets from files: named by a key, by a variable, or handed over by systemd.

use super::{
    ANY_PORT,
    program::{Place, get, sign_in, status},
};

const PASSWORD: &str = "liaison-demo-only";

/// Where the database would be, as `config dump` says it.
fn database(place: &Place, environment: &[(&str, &str)], arguments: &[&str]) -> String {
    let arguments = [arguments, &["config", "dump"]].concat();
    let said = place.run_with(environment, &arguments).well().stdout;
    let line = said.lines().find(|line| line.starts_with("database_url")).unwrap();
    line.split('"').nth(1).unwrap().to_owned()
}

#[test]
fn a_secret_may_stand_in_a_file_of_its_own() {
    let place = Place::new();
    place.write("secret", "sqlite://in-a-file.sqlite\n");
    place.write("portal.toml", "database_url_file = 'secret'\n");
    place.write("credentials/database_url", "sqlite://a-credential.sqlite\n");
    let file = ["--config", "portal.toml"];
    let credentials = ("CREDENTIALS_DIRECTORY", "credentials");
    let variable = ("LIAISON_DATABASE_URL_FILE", "secret");
    let flag = ["--database-url", "sqlite://a-flag.sqlite"];
    assert_eq!(database(&place, &[], &file), "sqlite://in-a-file.sqlite");
    assert_eq!(database(&place, &[variable], &[]), "sqlite://in-a-file.sqlite");
    assert_eq!(database(&place, &[credentials], &file), "sqlite://a-credential.sqlite");
    assert_eq!(database(&place, &[credentials, variable], &[]), "sqlite://in-a-file.sqlite");
    assert_eq!(database(&place, &[credentials, variable], &flag), "sqlite://a-flag.sqlite");
}

#[test]
fn what_is_said_twice_in_one_place_is_refused() {
    let place = Place::new();
    place.write("secret", "sqlite://in-a-file.sqlite");
    place
        .write("portal.toml", "database_url = 'sqlite://a.sqlite'\ndatabase_url_file = 'secret'\n");
    let environment =
        [("LIAISON_DATABASE_URL", "sqlite://a.sqlite"), ("LIAISON_DATABASE_URL_FILE", "secret")];
    let reason = place.run(&["config", "check", "--config", "portal.toml"]).refused();
    assert!(reason.contains("line 2") && reason.contains("said twice"), "{reason}");
    let reason = place.run_with(&environment, &["config", "check"]).refused();
    assert!(reason.contains("said twice"), "{reason}");
}

#[test]
fn a_secret_that_cannot_be_read_is_named_by_its_file_and_never_repeated() {
    let place = Place::new();
    place.write("secret", "mysql://liaison:s3cret@db/portal");
    for (file, part) in [("secret", "must begin with"), ("missing", "missing")] {
        let environment = [("LIAISON_DATABASE_URL_FILE", file)];
        let reason = place.run_with(&environment, &["config", "check"]).refused();
        assert!(reason.contains("LIAISON_DATABASE_URL_FILE") && reason.contains(part), "{reason}");
        assert!(!reason.contains("s3cret"), "{reason}");
    }
}

/// The row that the schema makes is not read: another key is another portal to every cookie.
#[test]
fn a_key_of_the_operators_own_takes_the_place_of_the_row() {
    let place = Place::new();
    place.write("one.key", &"1a".repeat(64));
    place.write("two.key", &"2b".repeat(64));
    let url = place.sqlite("kept.sqlite");
    for (file, text) in [
        ("one.toml", "secret_key_file = 'one.key'\n"),
        ("two.toml", "secret_key_file = 'two.key'\n"),
        ("none.toml", ""),
    ] {
        place.write(file, &format!("listen = '{ANY_PORT}'\ndatabase_url = '{url}'\n{text}"));
    }
    let mut portal = place.start(&["demo", "--config", "one.toml", "--database-url", &url]);
    let cookie = sign_in(&portal.address(), "admin.agent@danube.example", PASSWORD);
    portal.stop().0.well();
    for (file, answer) in [("two.toml", 303), ("none.toml", 303), ("one.toml", 200)] {
        let mut portal = place.start(&["serve", "--config", file]);
        let home = get(&portal.address(), "/home", &cookie);
        assert_eq!(status(&home), answer, "{file}");
        // It has a word to say about a cookie of another key.
        assert_eq!(portal.stop().0.code, Some(0));
    }
}
