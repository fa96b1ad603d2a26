//! A portal keeps house by itself.

use std::{
    thread::sleep,
    time::{Duration, Instant},
};

use super::{
    ANY_PORT,
    migrate::{execute, number},
    program::Place,
};

#[test]
fn what_is_of_no_more_use_goes_while_the_portal_runs() {
    let place = Place::new();
    let url = place.sqlite("kept.sqlite");
    place.run(&["migrate", "--database-url", &url]).well();
    execute(
        &url,
        "INSERT INTO sign_in_attempts (key, failures, refused_until) VALUES \
         ('old', 5, '2020-01-01T00:00:00Z'), ('new', 5, '2999-01-01T00:00:00Z')",
    );
    let mut portal = place.start(&["serve", "--listen", ANY_PORT, "--database-url", &url]);
    portal.address();
    let deadline = Instant::now() + Duration::from_secs(30);
    while number(&url, "SELECT COUNT(*) FROM sign_in_attempts") == 2 {
        assert!(Instant::now() < deadline, "nobody keeps house");
        sleep(Duration::from_millis(50));
    }
    assert_eq!(number(&url, "SELECT COUNT(*) FROM sign_in_attempts WHERE key = 'new'"), 1);
    portal.stop().0.well();
}
