//! How a portal ends (`docs/security.md` J, *SIGTERM*).

use std::{
    io::{Read, Write},
    net::TcpStream,
    thread::sleep,
    time::{Duration, Instant},
};

use super::{
    ANY_PORT,
    program::{Place, get, status},
};

const BODY: &str = "email=nobody%40danube.example&password=nobody-knows-this-one";

#[test]
fn what_has_begun_is_finished_and_whoever_watches_is_told_first() {
    let place = Place::new();
    let mut portal = place.start(&["serve", "--listen", ANY_PORT]);
    let address = portal.address();
    assert_eq!(status(&get(&address, "/readyz", "")), 200);

    let host = address.trim_start_matches("http://");
    let mut slow = TcpStream::connect(host).unwrap();
    let (half, rest) = BODY.split_at(20);
    write!(
        slow,
        "POST /sign-in HTTP/1.1\r\nhost: {host}\r\norigin: {address}\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{half}",
        BODY.len()
    )
    .unwrap();
    sleep(Duration::from_millis(200));

    portal.signal("TERM");
    let asked = Instant::now();
    while status(&get(&address, "/readyz", "")) == 200 {
        assert!(asked.elapsed() < Duration::from_secs(1), "it still says that it is ready");
        sleep(Duration::from_millis(10));
    }
    let not_ready = get(&address, "/readyz", "");
    assert!(not_ready.ends_with("the portal is stopping"), "{not_ready}");
    assert_eq!(status(&get(&address, "/healthz", "")), 200);
    assert_eq!(status(&get(&address, "/help", "")), 200, "a proxy may not have asked yet");

    while TcpStream::connect(host).is_ok() {
        assert!(asked.elapsed() < Duration::from_secs(9), "it still lets people in");
        sleep(Duration::from_millis(50));
    }
    slow.write_all(rest.as_bytes()).unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert_eq!(status(&answer), 422, "{answer}");
    let (ended, _) = portal.wait();
    assert_eq!(ended.code, Some(0), "{ended:#?}");
}

#[test]
fn whoever_stops_it_by_hand_does_not_wait() {
    let place = Place::new();
    let mut portal = place.start(&["serve", "--listen", ANY_PORT]);
    portal.line_with("/setup/");
    let asked = Instant::now();
    portal.stop_by("INT").0.well();
    assert!(asked.elapsed() < Duration::from_secs(2), "{:?}", asked.elapsed());
}
