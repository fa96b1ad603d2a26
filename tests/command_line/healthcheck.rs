//! `liaison healthcheck`.

use std::net::TcpListener;

use super::{ANY_PORT, migrate::execute, program::Place};

/// Where a portal listens that calls itself so.
fn host(address: &str) -> &str {
    address.trim_start_matches("http://")
}

#[test]
fn it_asks_the_portal_where_the_settings_say_that_it_listens() {
    let place = Place::new();
    let mut portal = place.start(&["serve", "--listen", "0.0.0.0:0"]);
    let address = portal.address();
    let port = address.rsplit(':').next().unwrap();
    for listen in [host(&address), &format!("0.0.0.0:{port}")] {
        let asked = place.run(&["healthcheck", "--listen", listen]).well();
        assert_eq!(asked.stdout, "ready\n", "{listen}");
    }
    portal.stop().0.well();
    let reason = place.run(&["healthcheck", "--listen", host(&address)]).refused();
    assert!(reason.contains("no portal answers at 127.0.0.1"), "{reason}");
}

#[test]
fn it_says_why_a_portal_is_not_ready() {
    let place = Place::new();
    let mut portal = place.start(&["serve", "--listen", ANY_PORT]);
    let address = portal.address();
    portal.line_with("/setup/");
    let tomorrow = "INSERT INTO seaql_migrations VALUES ('m29991231_000001_tomorrow', 0)";
    execute(&place.sqlite("data/liaison.sqlite"), tomorrow);
    let reason = place.run(&["healthcheck", "--listen", host(&address)]).refused();
    assert_eq!(reason, "liaison: not ready: the database is not of this version\n");
}

#[test]
fn what_listens_there_and_is_no_portal_is_told_from_one() {
    let place = Place::new();
    let listener = TcpListener::bind(ANY_PORT).unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || drop(listener.accept()));
    let reason = place.run(&["healthcheck", "--listen", &address]).refused();
    assert!(reason.contains(&address) && reason.contains("portal"), "{reason}");
}
