//! `liaison serve` and `liaison setup-link`.

use std::net::TcpListener;

use super::{
    ANY_PORT,
    program::{Place, Running, get, status},
};

/// The path of the set-up link in what was printed.
fn link_in(text: &str) -> String {
    let word = text.split_whitespace().find(|word| word.contains("/setup/"));
    let address = word.unwrap_or_else(|| panic!("no link in {text}"));
    format!("/setup/{}", address.split("/setup/").nth(1).unwrap())
}

fn serve(place: &Place) -> Running {
    place.start(&["serve", "--listen", ANY_PORT])
}

/// `docs/security.md` B5.
#[test]
fn an_empty_database_is_made_and_a_link_leads_into_it() {
    let place = Place::new();
    let mut portal = serve(&place);
    let address = portal.address();
    assert!(place.has("data/liaison.sqlite"), "the default database is not where it was");
    let printed = portal.line_with("/setup/");
    assert!(printed.contains(&address), "{printed} does not lead to {address}");
    let link = link_in(&printed);
    let page = get(&address, &link, "");
    assert_eq!(status(&page), 200, "{page}");
    assert!(page.contains("Set up the portal"), "{page}");
    // Looking does not use it up.
    assert_eq!(status(&get(&address, &link, "")), 200);
    assert_eq!(status(&get(&address, "/setup/nonsense", "")), 404);

    let (ended, said) = portal.stop();
    ended.well();
    let links = said.iter().filter(|line| line.contains("/setup/")).count();
    assert_eq!(links, 1, "the link is printed once: {said:#?}");
}

/// `docs/security.md` B5.
#[test]
fn a_new_set_up_link_voids_the_old_one() {
    let place = Place::new();
    let mut portal = serve(&place);
    let address = portal.address();
    let old = link_in(&portal.line_with("/setup/"));

    let made = place.run(&["setup-link", "--listen", "127.0.0.1:8099"]).well();
    let line = made.stdout.lines().next().unwrap();
    assert!(line.starts_with("http://127.0.0.1:8099/setup/"), "{line}");
    let new = link_in(line);
    assert_ne!(old, new);
    assert_eq!(status(&get(&address, &old, "")), 404);
    assert_eq!(status(&get(&address, &new, "")), 200);
    portal.stop().0.well();

    // Another start makes another link as well.
    let mut again = serve(&place);
    let address = again.address();
    let newest = link_in(&again.line_with("/setup/"));
    assert_eq!(status(&get(&address, &new, "")), 404);
    assert_eq!(status(&get(&address, &newest, "")), 200);
}

#[test]
fn there_is_no_set_up_link_once_there_is_an_organisation() {
    let place = Place::new();
    let database = place.sqlite("kept.sqlite");
    place.start(&["demo", "--listen", ANY_PORT, "--database-url", &database]).line_with("Stop it");
    let reason = place.run(&["setup-link", "--database-url", &database]).refused();
    assert!(reason.contains("organisation already"), "{reason}");
}

#[test]
fn a_set_up_link_names_the_public_address() {
    let place = Place::new();
    let environment = [("LIAISON_PUBLIC_URL", "https://portal.example")];
    let made = place.run_with(&environment, &["setup-link"]).well();
    assert!(made.stdout.starts_with("https://portal.example/setup/"), "{}", made.stdout);
}

#[test]
fn the_public_address_and_the_own_one_are_both_printed() {
    let place = Place::new();
    place.write("portal.toml", "public_url = 'https://portal.example'\n");
    let mut portal = place.start(&["serve", "--config", "portal.toml", "--listen", ANY_PORT]);
    assert_eq!(portal.address(), "https://portal.example");
    let own = portal.address();
    assert!(own.starts_with("http://127.0.0.1:"), "{own}");
    assert_eq!(status(&get(&own, "/healthz", "")), 200);
}

#[test]
fn a_signal_ends_it_well_and_leaves_one_file() {
    for signal in ["TERM", "INT"] {
        let place = Place::new();
        let mut portal = serve(&place);
        portal.line_with("/setup/");
        assert!(place.has("data/liaison.sqlite-wal"), "it does not write ahead");
        portal.stop_by(signal).0.well();
        assert!(place.has("data/liaison.sqlite"));
        assert!(
            !place.has("data/liaison.sqlite-wal"),
            "after {signal} the file does not stand alone"
        );
    }
}

#[test]
fn whoever_reads_the_address_may_end_it_at_once() {
    let place = Place::new();
    for _ in 0..5 {
        let mut portal = serve(&place);
        portal.address();
        portal.stop().0.well();
    }
}

#[test]
fn a_port_that_is_taken_is_named_with_the_way_out() {
    let place = Place::new();
    let taken = TcpListener::bind(ANY_PORT).unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let reason = place.run(&["serve", "--listen", &address]).refused();
    assert!(reason.contains(&address) && reason.contains("--listen"), "{reason}");
}

#[test]
fn beyond_loopback_it_says_what_browsers_elsewhere_need() {
    let place = Place::new();
    let mut portal = place.start(&["serve", "--listen", "0.0.0.0:0"]);
    portal.line_with("only loopback names are answered");
    portal.line_with("public_url = \"https://portal.example\"");
    portal.line_with("trusted_proxies = [");
    portal.stop().0.well();

    place.write("portal.toml", "public_url = 'https://portal.example'\n");
    let arguments = ["serve", "--listen", "0.0.0.0:0", "--config", "portal.toml"];
    let mut portal = place.start(&arguments);
    portal.line_with("trusted_proxies = [");
    let link = portal.line_with("/setup/");
    assert!(link.contains("https://portal.example/setup/"), "{link}");
    assert!(!portal.said.iter().any(|line| line.contains("loopback")), "{:#?}", portal.said);
    portal.stop().0.well();

    place.write(
        "portal.toml",
        "public_url = 'https://portal.example'\ntrusted_proxies = ['10.0.0.5']\n",
    );
    let mut portal = place.start(&arguments);
    portal.line_with("/setup/");
    assert!(!portal.said.iter().any(|line| line.contains("--config")), "{:#?}", portal.said);
    portal.stop().0.well();
}
