//! `liaison doctor`: what is well, what is not, and how to mend it.

use std::{
    fs::{self, Permissions},
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    os::unix::fs::PermissionsExt,
    path::Path,
    thread,
};

use serde_json::Value;

use super::{
    ANY_PORT,
    program::{Ended, Place},
};

/// Where nothing listens: the port was free a moment ago.
fn unused() -> String {
    TcpListener::bind(ANY_PORT).unwrap().local_addr().unwrap().to_string()
}

/// The line about one thing, with its mark.
fn line<'a>(ended: &'a Ended, check: &str) -> &'a str {
    let is_it = |line: &&str| {
        line.split_once(' ').is_some_and(|(mark, rest)| !mark.is_empty() && rest.starts_with(check))
    };
    ended.stdout.lines().find(is_it).unwrap_or_else(|| panic!("no {check} in {}", ended.stdout))
}

#[test]
fn a_portal_that_runs_is_well() {
    let place = Place::new();
    let listen = unused();
    let mut portal = place.start(&["serve", "--listen", &listen]);
    portal.line_with("/setup/");
    let ended = place.run(&["doctor", "--listen", &listen]).well();
    for (check, found) in [
        ("settings", "no file is named; set in the environment: 0"),
        ("database", "sqlite://data/liaison.sqlite answers"),
        ("tables", "up to date"),
        ("clock", "UTC"),
        ("disk space", "MB"),
        ("permissions", "nobody else"),
        ("portal", &format!("answers at http://{listen}")),
        ("public address", "this machine"),
    ] {
        let line = line(&ended, check);
        // How much room there is on the disk is not ours to say.
        let is_good = line.starts_with('✔') || check == "disk space";
        assert!(is_good && line.contains(found), "{}", ended.stdout);
    }
    portal.stop().0.well();
}

#[test]
fn what_is_not_there_yet_is_a_warning_and_is_not_made() {
    let place = Place::new();
    let ended = place.run(&["doctor", "--listen", &unused()]).well();
    for (check, fix) in [("database", "`liaison serve` makes it"), ("portal", "`liaison serve`")] {
        assert!(line(&ended, check).starts_with('!'), "{}", ended.stdout);
        assert!(ended.stdout.contains(fix), "{}", ended.stdout);
    }
    assert!(!place.has("data"), "a doctor has made a database");
}

#[test]
fn settings_that_cannot_be_read_are_told_with_the_way_out() {
    let place = Place::new();
    let ended = place.run_with(&[("LIAISON_LISEN", "127.0.0.1:1")], &["doctor"]);
    assert_eq!(ended.code, Some(1), "{ended:#?}");
    assert!(line(&ended, "settings").contains("LIAISON_LISTEN"), "{ended:#?}");
    assert!(ended.stdout.contains("liaison config example"), "{ended:#?}");
}

#[test]
fn a_database_that_does_not_answer_is_a_failure() {
    let place = Place::new();
    place.write("letter.sqlite", "Dear Sir or Madam, this is not a database, and never was.");
    let letter = place.sqlite("letter.sqlite");
    for url in [&letter, "postgres://nobody:s3cret@127.0.0.1:1/portal"] {
        let ended = place.run_with(&[("LIAISON_DATABASE_URL", url)], &["doctor"]);
        assert_eq!(ended.code, Some(1), "{ended:#?}");
        assert!(line(&ended, "database").starts_with('✘'), "{ended:#?}");
        assert!(!ended.stdout.contains("s3cret"), "{ended:#?}");
    }
}

#[test]
fn what_everybody_may_read_is_named_with_the_command_that_closes_it() {
    let place = Place::new();
    let url = place.sqlite("portal.sqlite");
    place.run(&["migrate", "--database-url", &url]).well();
    let file = url.trim_start_matches("sqlite://");
    let mode = |file: &str| fs::metadata(file).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(file), 0o600, "the portal makes its database for everybody to read");

    place.write("key", &"0f".repeat(64));
    let folder = Path::new(file).parent().unwrap();
    let key = folder.join("key").display().to_string();
    let set = |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    let arguments = ["doctor", "--listen", &unused(), "--database-url", &url];
    let environment = [("LIAISON_SECRET_KEY_FILE", key.as_str())];
    set(key.as_ref(), 0o640);
    for path in [file, &key] {
        set(path.as_ref(), 0o644);
        // Nobody gets to a file through a folder that is closed.
        set(folder, 0o700);
        place.run_with(&environment, &arguments).well();
        set(folder, 0o755);
        let ended = place.run_with(&environment, &arguments);
        assert_eq!(ended.code, Some(1), "{ended:#?}");
        assert!(line(&ended, "permissions").starts_with('✘'), "{ended:#?}");
        assert!(ended.stdout.contains(&format!("chmod o= {path}\n")), "{ended:#?}");
        set(path.as_ref(), 0o640);
        place.run_with(&environment, &arguments).well();
    }
}

#[test]
fn a_password_on_the_command_line_is_a_warning() {
    let place = Place::new();
    let url = "postgres://nobody:s3cret@127.0.0.1:1/portal";
    let ended = place.run(&["doctor", "--database-url", url]);
    assert!(line(&ended, "command line").starts_with('!'), "{ended:#?}");
    assert!(!ended.stdout.contains("s3cret"), "{ended:#?}");
}

#[test]
fn whoever_listens_beyond_loopback_needs_a_public_address() {
    let place = Place::new();
    let ended = place.run(&["doctor", "--listen", "0.0.0.0:0"]);
    assert_eq!(ended.code, Some(1), "{ended:#?}");
    assert!(line(&ended, "public address").starts_with('✘'), "{ended:#?}");
    assert!(ended.stdout.contains("https://portal.example"), "{ended:#?}");
}

#[test]
fn the_public_address_is_asked_and_proxies_are_looked_at() {
    let place = Place::new();
    let listen = unused();
    let url = format!("http://{listen}");
    let environment = [("LIAISON_PUBLIC_URL", url.as_str())];
    let ended = place.run_with(&environment, &["doctor", "--listen", &listen]);
    assert_eq!(ended.code, Some(1), "{ended:#?}");
    assert!(line(&ended, "public address").starts_with('✘'), "{ended:#?}");
    let mut portal = place.start(&["serve", "--listen", &listen]);
    portal.line_with("/setup/");
    let ended = place.run_with(&environment, &["doctor", "--listen", &listen]).well();
    assert!(line(&ended, "public address").ends_with(&format!("{url} answers")), "{ended:#?}");
    portal.stop().0.well();

    // Whoever speaks plain http there has no certificate at all.
    let plain = TcpListener::bind(ANY_PORT).unwrap();
    let address = plain.local_addr().unwrap();
    thread::spawn(move || plain.incoming().for_each(drop));
    let url = format!("https://{address}");
    for (proxies, mark) in [("", '!'), ("127.0.0.1", '✔')] {
        let environment =
            [("LIAISON_PUBLIC_URL", url.as_str()), ("LIAISON_TRUSTED_PROXIES", proxies)];
        let ended = place.run_with(&environment, &["doctor", "--listen", &listen]);
        assert!(line(&ended, "public address").starts_with('✘'), "{ended:#?}");
        assert!(line(&ended, "proxy").starts_with(mark), "{ended:#?}");
    }
}

/// A proxy that passes requests on with one line of the head changed, one request a connection.
fn proxy(portal: &str, change: fn(&str) -> String) -> String {
    let listener = TcpListener::bind(ANY_PORT).unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let portal = portal.to_owned();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut browser = stream.unwrap();
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                browser.read_exact(&mut byte).unwrap();
                head.push(byte[0]);
            }
            let head = change(&String::from_utf8(head).unwrap());
            let head = head.replacen("\r\n", "\r\nconnection: close\r\n", 1);
            let mut behind = TcpStream::connect(&portal).unwrap();
            behind.write_all(head.as_bytes()).unwrap();
            std::io::copy(&mut behind, &mut browser).unwrap();
        }
    });
    address
}

#[test]
fn a_proxy_is_asked_what_it_passes_on() {
    const NAMED: &str = "\r\nx-forwarded-for: 203.0.113.7\r\n";
    let place = Place::new();
    let listen = unused();
    let named: fn(&str) -> String = |head| head.replacen("\r\n", NAMED, 1);
    let foreign: fn(&str) -> String = |head| head.replace("127.0.0.1", "inside.example");
    for (change, trusted, code, said) in [
        (named, "127.0.0.1", 0, "✔ proxy           passes on X-Forwarded-For"),
        (str::to_owned, "127.0.0.1", 0, "! proxy           it does not pass on from whom"),
        (named, "10.0.0.9", 0, "! proxy           the portal is not reached from 10.0.0.9"),
        (foreign, "127.0.0.1", 1, "✘ proxy           it does not pass on the Host header"),
    ] {
        let url = format!("http://{}", proxy(&listen, change));
        let file =
            format!("listen = '{listen}'\npublic_url = '{url}'\ntrusted_proxies = ['{trusted}']\n");
        place.write("portal.toml", &file);
        let mut portal = place.start(&["serve", "--config", "portal.toml"]);
        portal.line_with(&listen);
        let ended = place.run(&["doctor", "--config", "portal.toml"]);
        assert_eq!(ended.code, Some(code), "{ended:#?}");
        assert!(ended.stdout.contains(said), "“{said}” is not in {}", ended.stdout);
        let is_good = said.starts_with('✔');
        assert_eq!(
            ended.stdout.contains("nginx: proxy_set_header")
                || ended.stdout.contains("name the address"),
            !is_good
        );
        portal.stop().0.well();
    }
}

#[test]
fn scripts_get_the_same_as_json() {
    let place = Place::new();
    let ended = place.run(&["doctor", "--json", "--listen", "0.0.0.0:0"]);
    assert_eq!(ended.code, Some(1), "{ended:#?}");
    let report: Value = serde_json::from_str(&ended.stdout).unwrap();
    assert_eq!(report["ok"], false, "{report:#}");
    let checks = report["checks"].as_array().unwrap();
    let state = |name: &str| {
        let check = checks.iter().find(|check| check["check"] == name);
        check.unwrap_or_else(|| panic!("no {name} in {report:#}"))["state"].clone()
    };
    assert_eq!(state("settings"), "good");
    assert_eq!(state("database"), "warning");
    assert_eq!(state("public address"), "failed");
    for check in checks {
        assert!(check["found"].is_string(), "{check:#}");
        assert_eq!(check["fix"].is_string(), check["state"] != "good", "{check:#}");
    }
}
