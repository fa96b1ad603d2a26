//! A disk without room (`docs/security.md` J).

use std::process::Command;

use super::{
    ANY_PORT,
    migrate::number,
    program::{Place, Running, get, header, post, sign_in, status},
};

/// How large the portal's files may become; a disk without room refuses the same writes.
fn limit_files(portal: &Running, size: &str) {
    let (process, limit) = (format!("--pid={}", portal.id()), format!("--fsize={size}:unlimited"));
    assert!(Command::new("prlimit").args([process, limit]).status().unwrap().success());
}

#[test]
fn a_full_disk_puts_off_what_writes_and_nothing_else_until_there_is_room() {
    let place = Place::new();
    let url = place.sqlite("kept.sqlite");
    let mut portal =
        place.start_unkilled_by("XFSZ", &["demo", "--listen", ANY_PORT, "--database-url", &url]);
    let address = portal.address();
    let cookie = sign_in(&address, "admin.agent@danube.example", "liaison-demo-only");
    let speak = |language: &str| {
        let form = format!("language={language}&return_to=%2Fhome");
        post(&address, "/language", &format!("cookie: {cookie}"), &form)
    };
    let hungarians = || number(&url, "SELECT COUNT(*) FROM users WHERE locale = 'hu'");
    assert_eq!(status(&speak("en")), 303);

    let log = url.trim_start_matches("sqlite://").to_owned() + "-wal";
    limit_files(&portal, &std::fs::metadata(log).unwrap().len().to_string());
    for _ in 0..5 {
        let answer = speak("hu");
        assert_eq!(status(&answer), 503, "{answer}");
        assert_eq!(header(&answer, "retry-after"), "5");
        assert!(answer.contains("Not available at the moment"), "{answer}");
        assert_eq!(status(&get(&address, "/partner/customers", &cookie)), 200);
        assert_eq!(hungarians(), 0);
    }
    assert_eq!(status(&get(&address, "/readyz", "")), 200);

    limit_files(&portal, "unlimited");
    assert_eq!(status(&speak("hu")), 303);
    assert_eq!(hungarians(), 1, "what was acknowledged is not kept");
    let (ended, _) = portal.stop();
    assert_eq!(ended.code, Some(0), "{ended:#?}");
    assert_eq!(hungarians(), 1);
}
