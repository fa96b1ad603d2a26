//! Where settings come from: defaults, then a file, then the environment, then flags.

use super::program::Place;

/// Where the portal would listen, as `config check` says it.
fn listens(place: &Place, environment: &[(&str, &str)], arguments: &[&str]) -> String {
    let arguments = [arguments, &["config", "check"]].concat();
    let said = place.run_with(environment, &arguments).well().stdout;
    let address = said.split("listen on ").nth(1).unwrap_or_else(|| panic!("{said}"));
    address.lines().next().unwrap().trim_end_matches('.').to_owned()
}

#[test]
fn flags_win_over_the_environment_over_the_file_over_the_defaults() {
    let place = Place::new();
    place.write("portal.toml", "listen = '127.0.0.1:1001'\n");
    let file = ["--config", "portal.toml"];
    let environment = [("LIAISON_LISTEN", "127.0.0.1:1002")];
    let flag = ["--config", "portal.toml", "--listen", "127.0.0.1:1003"];
    assert_eq!(listens(&place, &[], &[]), "127.0.0.1:8080");
    assert_eq!(listens(&place, &[], &file), "127.0.0.1:1001");
    assert_eq!(listens(&place, &environment, &file), "127.0.0.1:1002");
    assert_eq!(listens(&place, &environment, &flag), "127.0.0.1:1003");
}

#[test]
fn the_environment_may_name_the_file_and_a_flag_names_another() {
    let place = Place::new();
    place.write("one.toml", "listen = '127.0.0.1:1001'\n");
    place.write("two.toml", "listen = '127.0.0.1:1002'\n");
    let environment = [("LIAISON_CONFIG", "one.toml")];
    assert_eq!(listens(&place, &environment, &[]), "127.0.0.1:1001");
    assert_eq!(listens(&place, &environment, &["--config", "two.toml"]), "127.0.0.1:1002");
}

#[test]
fn a_setting_that_does_not_exist_is_named_with_its_line() {
    let place = Place::new();
    place.write("portal.toml", "workers = 2\n\n[site]\nname = 'Portal'\nsupport = 'us'\n");
    let reason = place.run(&["config", "check", "--config", "portal.toml"]).refused();
    for part in ["portal.toml", "line 5", "support"] {
        assert!(reason.contains(part), "{part} is not in {reason}");
    }
}

#[test]
fn a_bad_value_is_named_with_its_line() {
    let place = Place::new();
    for (text, line, word) in [
        ("listen = 'everywhere'\n", "line 1", "listen"),
        ("workers = 2\npublic_url = 'portal.example'\n", "line 2", "https://portal.example"),
        ("assigning_roles = ['billing_admin']\n", "line 1", "billing_admin"),
        ("assigning_roles = ['janitor']\n", "line 1", "janitor"),
        ("workers = 2\nworkers = 3\n", "line 2", "workers"),
        ("workers = \n", "line 1", "portal.toml"),
        ("workers = 0\n", "line 1", "1 or more"),
        ("trusted_proxies = ['proxy']\n", "line 1", "like 127.0.0.1"),
        ("[housekeeping]\nlinks_days = 70000\n", "line 2", "65535 at most"),
    ] {
        place.write("portal.toml", text);
        let reason = place.run(&["config", "check", "--config", "portal.toml"]).refused();
        assert!(reason.contains(line) && reason.contains(word), "{text}: {reason}");
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let place = Place::new();
    place.write("portal.toml", "workers = 0\nlisen = '127.0.0.1:1'\n");
    let environment = [("LIAISON_PUBLIC_URL", "portal.example")];
    let arguments = ["config", "check", "--config", "portal.toml"];
    let reason = place.run_with(&environment, &arguments).refused();
    for part in ["3 settings are wrong", "line 1", "line 2", "LIAISON_PUBLIC_URL"] {
        assert!(reason.contains(part), "{part} is not in {reason}");
    }
}

#[test]
fn the_example_is_a_file_that_changes_nothing() {
    let place = Place::new();
    let example = place.run(&["config", "example"]).well().stdout;
    place.write("portal.toml", &example);
    assert_eq!(listens(&place, &[], &["--config", "portal.toml"]), "127.0.0.1:8080");
    // It is printed whatever the settings are, since whoever asks for it wants to mend them.
    let environment = [("LIAISON_LISEN", "127.0.0.1:1")];
    assert_eq!(place.run_with(&environment, &["config", "example"]).well().stdout, example);
}

/// The document is what the program prints: the same words in both places.
#[test]
fn the_documented_example_is_the_one_that_is_printed() {
    let example = Place::new().run(&["config", "example"]).well().stdout;
    let documented = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/portal.example.toml");
    let documented = std::fs::read_to_string(documented).unwrap();
    assert_eq!(
        documented, example,
        "write it anew: liaison config example > docs/portal.example.toml"
    );
}

#[test]
fn the_dump_says_what_holds_and_where_it_was_said() {
    let place = Place::new();
    place.write("portal.toml", "workers = 2\n[site]\nname = 'Portal'\n");
    place.write("key", &"0f".repeat(64));
    let environment = [
        ("LIAISON_DATABASE_URL", "postgres://liaison:s3cret@db/portal"),
        ("LIAISON_SECRET_KEY_FILE", "key"),
    ];
    let arguments = ["config", "dump", "--config", "portal.toml", "--listen", "127.0.0.1:1005"];
    let said = place.run_with(&environment, &arguments).well().stdout;
    for (line, source) in [
        ("listen = \"127.0.0.1:1005\"", "# --listen"),
        ("database_url = \"postgres://liaison:***@db/portal\"", "# LIAISON_DATABASE_URL"),
        ("secret_key = \"***\"", "# LIAISON_SECRET_KEY_FILE"),
        ("workers = 2", "# portal.toml, line 1"),
        ("site.name = \"Portal\"", "# portal.toml, line 3"),
        ("available_needs_dap = true", "# default"),
        ("# public_url is not set", "# default"),
    ] {
        let is_it = |said: &&str| said.starts_with(line) && said.ends_with(source);
        assert!(said.lines().any(|said| is_it(&said)), "“{line} {source}” is not in {said}");
    }
    assert!(!said.contains("s3cret") && !said.contains("0f0f"), "{said}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let place = Place::new();
    let reason = place.run(&["config", "check", "--config", "missing.toml"]).refused();
    assert!(reason.contains("missing.toml"), "{reason}");
}

#[test]
fn an_unknown_variable_is_named_with_the_one_that_was_meant() {
    let place = Place::new();
    for command in [&["config", "check"][..], &["serve"], &["migrate"], &["setup-link"], &["demo"]]
    {
        let reason = place.run_with(&[("LIAISON_LISEN", "127.0.0.1:1")], command).refused();
        assert!(reason.contains("LIAISON_LISEN"), "{command:?}: {reason}");
        assert!(reason.contains("did you mean LIAISON_LISTEN?"), "{command:?}: {reason}");
    }
    assert!(!place.has("data"), "something was begun with settings that were refused");
}

#[test]
fn a_variable_with_a_bad_value_is_named() {
    let place = Place::new();
    for (name, value) in [
        ("LIAISON_LISTEN", "everywhere"),
        ("LIAISON_WORKERS", "many"),
        ("LIAISON_TRUSTED_PROXIES", "127.0.0.1, proxy"),
        ("LIAISON_ASSIGNING_ROLES", "admin_agent, billing_admin"),
        ("LIAISON_AVAILABLE_NEEDS_DAP", "perhaps"),
        ("LIAISON_PUBLIC_URL", "ftp://portal.example"),
    ] {
        let reason = place.run_with(&[(name, value)], &["config", "check"]).refused();
        assert!(reason.contains(name), "{reason}");
    }
}

#[test]
fn the_three_options_are_taken_before_and_after_the_command() {
    let place = Place::new();
    place.write("portal.toml", "database_url = 'sqlite://from-the-file.sqlite'\n");
    for arguments in
        [["--config", "portal.toml", "migrate"], ["migrate", "--config", "portal.toml"]]
    {
        place.run(&arguments).well();
        assert!(place.has("from-the-file.sqlite"), "{arguments:?}");
    }
    for (name, before) in [("before.sqlite", true), ("after.sqlite", false)] {
        let url = place.sqlite(name);
        let option = ["--database-url", &url];
        let arguments = if before {
            [&option[..], &["migrate"]].concat()
        } else {
            [&["migrate"], &option[..]].concat()
        };
        place.run(&arguments).well();
        assert!(place.has(name), "{arguments:?}");
    }
    let listen = ["--listen", "127.0.0.1:1004"];
    assert_eq!(listens(&place, &[], &listen), "127.0.0.1:1004");
    let said = place.run(&["config", "check", listen[0], listen[1]]).well().stdout;
    assert!(said.contains("127.0.0.1:1004"), "{said}");
    let said = place.run(&["config", listen[0], listen[1], "check"]).well().stdout;
    assert!(said.contains("127.0.0.1:1004"), "{said}");
}
