//! `liaison demo`.

use super::{
    ANY_PORT,
    program::{Place, get, sign_in, status},
};

const PASSWORD: &str = "liaison-demo-only";

#[test]
fn the_demo_prints_where_it_answers_and_who_can_sign_in() {
    let place = Place::new();
    let mut demo = place.start(&["demo", "--listen", ANY_PORT]);
    let address = demo.address();
    assert!(address.starts_with("http://127.0.0.1:"), "{address}");
    assert_eq!(status(&get(&address, "/healthz", "")), 200);
    demo.line_with("Stop it with Ctrl+C");
    for line in [
        &["admin.agent@danube.example", "admin agent", "Danube Distribution"][..],
        &["global.admin@alfold.example", "global admin", "Alföld Cloud Zrt."],
        &["helpdesk.agent@tisza.example", "helpdesk agent", "Tisza IT Kft."],
        &["admin@almaskert.example", "global admin", "Almáskert Logisztika Kft."],
        &["user@almaskert.example", "user", "Almáskert Logisztika Kft."],
    ] {
        let is_it = |said: &&String| line.iter().all(|word| said.contains(word));
        assert!(demo.said.iter().any(|said| is_it(&said)), "{line:?} is not in {:#?}", demo.said);
    }
    assert!(demo.said.iter().any(|said| said.contains(PASSWORD)), "{:#?}", demo.said);

    let cookie = sign_in(&address, "admin.agent@danube.example", PASSWORD);
    let home = get(&address, "/home", &cookie);
    assert_eq!(status(&home), 200);
    assert!(home.contains("Gábor Szűcs") && home.contains(">Demo<"), "{home}");

    let (ended, _) = demo.stop();
    ended.well();
    assert!(place.temporary().is_empty(), "left behind: {:?}", place.temporary());
    assert!(!place.has("data"), "the demo has made a database of its own");
}

#[test]
fn a_crowd_of_customers_is_added_on_demand() {
    let place = Place::new();
    let mut demo = place.start(&["demo", "--customers", "7", "--listen", ANY_PORT]);
    let address = demo.address();
    let cookie = sign_in(&address, "admin.agent@danube.example", PASSWORD);
    let customers = get(&address, "/partner/customers", &cookie);
    assert!(customers.contains("9 customers"), "{customers}");
    demo.stop().0.well();
}

/// `docs/demo.md`: it fills an empty database and leaves a filled one alone, so `serve` can go on with it.
#[test]
fn a_named_database_is_kept_and_never_filled_twice() {
    let place = Place::new();
    let database = place.sqlite("kept.sqlite");
    let arguments = ["demo", "--listen", ANY_PORT, "--database-url", &database];
    place.start(&arguments).line_with("Stop it");
    let mut again = place.start(&[&arguments[..], &["--customers", "3"]].concat());
    let address = again.address();
    let cookie = sign_in(&address, "admin.agent@danube.example", PASSWORD);
    let customers = get(&address, "/partner/customers", &cookie);
    assert!(customers.contains("2 customers"), "{customers}");
    again.stop().0.well();

    let mut serving = place.start(&["serve", "--listen", ANY_PORT, "--database-url", &database]);
    let address = serving.address();
    assert!(get(&address, "/sign-in", "").contains(">Demo<"), "serve has lost the mark");
    let cookie = sign_in(&address, "admin@almaskert.example", PASSWORD);
    assert!(get(&address, "/home", &cookie).contains(">Demo<"), "serve has lost the mark");
    let (_, said) = serving.stop();
    assert!(!said.iter().any(|line| line.contains("/setup/")), "{said:#?}");
}

/// Everybody knows its passwords (`docs/demo.md`, *The demo world*).
#[test]
fn a_demo_listens_on_loopback_only_whoever_starts_it() {
    let place = Place::new();
    let database = place.sqlite("kept.sqlite");
    for (command, beyond) in
        [("demo", "0.0.0.0:0"), ("serve", "0.0.0.0:0"), ("serve", "[::]:0"), ("demo", "[::]:0")]
    {
        let ended = place.run(&[command, "--listen", beyond, "--database-url", &database]);
        let reason = ended.refused();
        assert!(reason.contains("loopback"), "{command} on {beyond}: {reason}");
    }
}
