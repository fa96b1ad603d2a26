//! What many at once may cost, and what a first visit weighs.

use std::{
    cell::Cell,
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use liaison::config::Config;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::support::TestApp;

/// `docs/security.md` B2.
#[actix_web::test]
async fn a_crowd_that_signs_in_is_put_off_and_does_not_slow_who_is_in() {
    let behind_a_proxy =
        |config: &mut Config| config.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
    let app = TestApp::configured(behind_a_proxy).await;
    let agent = app.signed_in("admin.agent@danube.example").await;
    // From everywhere: those of one address would be told to wait.
    let crowd: Vec<_> =
        (0..200).map(|nth| app.browser().coming_from(&format!("203.0.113.{nth}"))).collect();
    let wrong = [("email", "admin.agent@danube.example"), ("password", "wrong password 123")];
    let is_over = Cell::new(false);
    let attempts = async {
        let began = Instant::now();
        let replies = join_all(crowd.iter().map(|browser| browser.post("/sign-in", &wrong))).await;
        is_over.set(true);
        (replies, began.elapsed())
    };
    // As long as any of them waits, whoever is in goes on reading.
    let reading = async {
        let mut slowest = Duration::ZERO;
        while !is_over.get() {
            let began = Instant::now();
            agent.get("/partner/customers").await.expect(200);
            slowest = slowest.max(began.elapsed());
        }
        slowest
    };
    let ((replies, whole), slowest) = tokio::join!(attempts, reading);
    // A page that had to wait for the crowd's hashes would take about as long as the crowd.
    assert!(slowest * 2 < whole, "a page took {slowest:?}, the crowd {whole:?}");
    let refused = replies.iter().filter(|reply| reply.status == 422).count();
    let put_off: Vec<_> = replies.iter().filter(|reply| reply.status == 503).collect();
    assert_eq!(refused + put_off.len(), 200, "wrong, or come back");
    assert!(refused > 0 && !put_off.is_empty(), "{refused} refused, {} put off", put_off.len());
    assert!(put_off.iter().all(|reply| !reply.header("retry-after").is_empty()));
    app.stop().await;
}

/// The first page, its stylesheet and its script together.
#[actix_web::test]
async fn a_first_visit_weighs_at_most_14_kilobytes() {
    let app = TestApp::spawn().await;
    let page = app.browser().get("/sign-in").await.expect(200);
    let mut addresses = vec!["/sign-in".to_owned()];
    for marker in ["/static/app.", "/static/favicon."] {
        addresses.extend(
            page.body
                .match_indices(marker)
                .map(|(start, _)| page.body[start..].chars().take_while(|c| *c != '"').collect()),
        );
    }
    assert_eq!(addresses.len(), 4, "{addresses:?}");
    let mut weight = 0;
    for address in &addresses {
        weight += bytes_on_the_wire(&app, address).await;
    }
    assert!(weight <= 14 * 1024, "{weight} bytes for {addresses:?}");
    app.stop().await;
}

async fn bytes_on_the_wire(app: &TestApp, path: &str) -> usize {
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: {}\r\naccept-encoding: gzip\r\nconnection: close\r\n\r\n",
        app.address
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 200"), "{path}");
    answer.len()
}
