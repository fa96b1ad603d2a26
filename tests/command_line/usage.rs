//! Help, and what cannot be meant.

use super::program::Place;

#[test]
fn help_says_what_there_is() {
    let place = Place::new();
    let help = place.run(&["--help"]).well().unwrapped();
    for word in [
        "serve",
        "demo",
        "migrate",
        "setup-link",
        "doctor",
        "partner",
        "customer",
        "user",
        "healthcheck",
        "config",
        "--config <FILE>",
        "--listen <ADDRESS>",
        "--database-url <URL>",
        "liaison demo",
    ] {
        assert!(help.contains(word), "“{word}” is not in {help}");
    }
    for (command, words) in [
        (&["serve"][..], &["Start the portal"][..]),
        (&["demo"], &["made-up world", "--customers <N>", "nothing is kept unless"]),
        (&["migrate"], &["up to this version"]),
        (&["setup-link"], &["first organisation", "earlier links are void"]),
        (&["doctor"], &["--json", "how to mend"]),
        (&["config"], &["check", "dump", "example"]),
        (&["config", "dump"], &["masked"]),
        (&["config", "example"], &["explains every setting"]),
        (&["healthcheck"], &["ready"]),
        (&["config", "check"], &["settings"]),
    ] {
        let help = place.run(&[command, &["--help"]].concat()).well().unwrapped();
        for word in [words, &["Usage: liaison", "--listen <ADDRESS>"]].concat() {
            assert!(help.contains(word), "“{word}” is not in {command:?}: {help}");
        }
    }
    assert!(!place.has("data"), "asking for help has made a database");
}

#[test]
fn the_version_is_one_line() {
    let said = Place::new().run(&["--version"]).well().stdout;
    assert_eq!(said, format!("liaison {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_cannot_be_meant_ends_with_2_and_says_so_on_the_standard_error() {
    let place = Place::new();
    for (arguments, word) in [
        (&[][..], "Usage: liaison"),
        (&["sreve"], "sreve"),
        (&["serve", "--port", "80"], "--port"),
        (&["serve", "--listen", "everywhere"], "like 127.0.0.1:8080"),
        (&["serve", "--listen"], "--listen"),
        (&["demo", "--customers", "-1"], "-1"),
        (&["demo", "--customers", "100001"], "100001"),
        (&["config"], "check"),
        (&["serve", "now"], "now"),
    ] {
        let said = place.run(arguments).misunderstood();
        assert!(said.contains(word), "“{word}” is not in {arguments:?}: {said}");
    }
    assert!(!place.has("data"), "a command that was not understood has done something");
}
