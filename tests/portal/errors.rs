//! What a person sees when something goes wrong, and what the log says (`docs/security.md` D3, E, G and H).

use std::time::Duration;

use actix_web::rt::time::sleep;
use reqwest::Method;
use tokio::{io::AsyncWriteExt, net::TcpStream};

use crate::support::{Reply, TestApp, app::eventually, browser::encoded, raw};

const AGENT: &str = "admin.agent@danube.example";
const SAME: [(&str, &str); 1] = [("sec-fetch-site", "same-origin")];

fn assert_is_an_error_page(reply: &Reply, status: u16, heading: &str) {
    assert_eq!(reply.status, status, "{}: {}", reply.path, reply.body);
    assert_eq!(reply.heading(), heading);
    assert_eq!(reply.language(), "en");
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
    assert!(reply.main().contains(reply.request_id()), "{}", reply.main());
    for cause in
        ["deliberately", "panicked", "src/", "sqlx", "SQL", "serde", "missing field", "duplicate"]
    {
        assert!(!reply.body.contains(cause), "{cause} in {}", reply.body);
    }
}

#[actix_web::test]
async fn every_refusal_is_a_page_and_no_error_in_the_log() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let twice = agent.post("/sign-in", &[("email", "a"), ("email", "b")]).await;
    let megabyte = agent.post_bytes("/sign-in", vec![b'x'; 1024 * 1024]).await;
    let foreign =
        agent.send(Method::POST, "/sign-out", &[("origin", "https://evil.example")], None).await;
    for (reply, status, heading) in [
        (twice, 400, "This request could not be read"),
        (agent.get("/admin/support").await, 403, "You may not do this"),
        (foreign, 403, "You may not do this"),
        (agent.get("/no/such/page").await, 404, "There is no such page"),
        (agent.get("/partner/customers/not-an-id").await, 404, "There is no such page"),
        (agent.post("/partner/customers", &[]).await, 405, "This cannot be done here"),
        (megabyte, 413, "This is too much at once"),
    ] {
        assert_is_an_error_page(&reply, status, heading);
        reply.expect_logged_errors(0);
    }
    app.stop().await;
}

#[actix_web::test]
async fn a_wrong_method_is_told_the_right_ones() {
    let app = TestApp::spawn().await;
    for (method, path, allowed) in [
        (Method::POST, "/help", "GET, HEAD"),
        (Method::DELETE, "/help", "GET, HEAD"),
        (Method::PUT, "/sign-in", "GET, HEAD, POST"),
        (Method::OPTIONS, "/sign-in", "GET, HEAD, POST"),
    ] {
        let reply = app.browser().send(method.clone(), path, &SAME, None).await.expect(405);
        let mut named: Vec<_> = reply.header("allow").split(',').map(str::trim).collect();
        named.sort_unstable();
        assert_eq!(named.join(", "), allowed, "{method} {path}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn every_fault_of_ours_is_a_page_and_one_error_in_the_log() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    app.database.run("ALTER TABLE products RENAME TO gone").await;
    let mut replies = vec![agent.get("/partner/subscriptions").await];
    for path in ["/test/error", "/test/panic"] {
        replies.push(agent.get(path).await);
        replies.push(agent.post(path, &[]).await);
    }
    for reply in &replies {
        assert_is_an_error_page(reply, 500, "Something went wrong");
        app.expect_logged_error(reply);
    }
    // There is one worker, and it lives.
    agent.get("/healthz").await.expect(200);
    agent.get("/partner/customers").await.expect(200);
    app.stop().await;
}

#[actix_web::test]
async fn what_a_middleware_puts_off_is_a_page_as_well() {
    let app = TestApp::spawn().await;
    let reply = app.browser().get("/test/middleware-error").await;
    assert_is_an_error_page(&reply, 503, "Not available at the moment");
    reply.expect_logged_errors(0);
    app.stop().await;
}

/// `docs/security.md` J: a database that keeps us waiting is nobody's fault, and it passes.
#[actix_web::test]
async fn a_database_that_is_busy_for_long_is_put_off() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let azure = app.database.subscription("almaskert.example", "Azure plan").await;
    let kekes = app.database.partner("4902211").await.to_string();
    let path = format!("/partner/subscriptions/{azure}/support-contact");
    let before = app.database.dump().await;
    let lock = app.database.lock("subscriptions").await;
    let reply = agent.post(&path, &[("contact", &kekes), ("version", "1")]).await;
    assert_is_an_error_page(&reply, 503, "Not available at the moment");
    assert_eq!(reply.header("retry-after"), "5");
    reply.expect_logged_errors(0);
    lock.release().await;
    assert_eq!(app.database.dump().await, before);
    agent.post(&path, &[("contact", &kekes), ("version", "1")]).await.expect(303);
    app.stop().await;
}

/// `docs/security.md` J: a PostgreSQL server without room. What a file without room does is in `tests/command_line`.
#[actix_web::test]
async fn a_server_without_room_puts_writing_off_until_there_is_some() {
    let app = TestApp::spawn().await;
    if !app.database.is_sqlite() {
        let agent = app.signed_in(AGENT).await;
        let form = [("language", "hu"), ("return_to", "/home")];
        let full = "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS \
                    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$; \
                    CREATE TRIGGER full_disk BEFORE INSERT ON activity EXECUTE FUNCTION full_disk()";
        app.database.run(full).await;
        let reply = agent.post("/language", &form).await;
        assert_is_an_error_page(&reply, 503, "Not available at the moment");
        assert_eq!(reply.header("retry-after"), "5");
        agent.get("/partner/customers").await.expect(200);
        app.database.run("DROP TRIGGER full_disk ON activity").await;
        agent.post("/language", &form).await.expect(303);
    }
    app.stop().await;
}

#[actix_web::test]
async fn errors_speak_the_language_of_the_browser() {
    let app = TestApp::spawn().await;
    let browser = app.browser().in_language("hu");
    for path in ["/no/such/page", "/test/error", "/test/panic", "/test/middleware-error"] {
        let reply = browser.get(path).await;
        app.expect_logged_errors_of(&reply);
        assert_eq!(reply.language(), "hu", "{path}");
        let english = app.browser().get(path).await;
        app.expect_logged_errors_of(&english);
        assert_ne!(reply.heading(), english.heading(), "{path}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn errors_name_whom_to_ask_about_the_portal() {
    let line = "+36 1 555 0000, portal@danube.example";
    let app = TestApp::configured(|config| config.site.support_line = Some(line.to_owned())).await;
    for path in ["/no/such/page", "/test/error", "/sign-in"] {
        let reply = app.browser().get(path).await;
        app.expect_logged_errors_of(&reply);
        assert!(reply.text().contains(&format!("Support for this portal: {line}")), "{path}");
    }
    app.stop().await;
}

/// A failed page keeps the cookies that were set: the choice of where to return to survives the redirect.
#[actix_web::test]
async fn a_redirect_to_sign_in_keeps_what_was_asked_for() {
    let app = TestApp::spawn().await;
    let reply = app.browser().get("/admin/support").await.expect_redirect("/sign-in");
    assert!(!reply.header("set-cookie").is_empty());
    app.stop().await;
}

fn head(app: &TestApp, path: &str, cookie: &str, length: usize) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n",
        app.address
    )
}

/// `docs/security.md` H. Takes the 15 seconds that the portal waits; other pages are answered meanwhile.
#[actix_web::test]
async fn a_form_that_drips_is_given_up() {
    let app = TestApp::spawn().await;
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    let head = head(&app, "/sign-in", "", 1000)
        .replace("HTTP/1.1\r\n", "HTTP/1.1\r\nConnection: close\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let (reading, mut writing) = stream.into_split();
    let dripping = async {
        for _ in 0..40 {
            if writing.write_all(b"x").await.is_err() {
                break;
            }
            sleep(Duration::from_millis(500)).await;
        }
    };
    let answer = async {
        let mut reading = reading;
        let mut answer = Vec::new();
        _ = tokio::io::AsyncReadExt::read_to_end(&mut reading, &mut answer).await;
        String::from_utf8_lossy(&answer).into_owned()
    };
    let meanwhile = async {
        sleep(Duration::from_secs(1)).await;
        app.browser().get("/sign-in").await.expect(200)
    };
    let answered = tokio::select! {
        ((), answer, _) = async { tokio::join!(dripping, answer, meanwhile) } => answer,
        () = sleep(Duration::from_secs(30)) => panic!("still waiting"),
    };
    assert_eq!(raw::status(&answered), 408, "{answered}");
    assert!(answered.contains("The form took too long to arrive"), "{answered}");
    assert!(answered.contains("content-security-policy"), "{answered}");
    app.stop().await;
}

/// `docs/architecture.md`, *A write runs to its end even if the browser goes away*: here while it waits for the database,
/// in the middle of its transaction.
#[actix_web::test]
async fn a_browser_that_goes_away_does_not_stop_the_write() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let azure = app.database.subscription("almaskert.example", "Azure plan").await;
    let kekes = app.database.partner("4902211").await.to_string();
    let (changes, lines) =
        (app.database.count("changes").await, app.database.count("activity").await);
    let lock = app.database.lock("subscriptions").await;

    let body = encoded(&[("contact", &kekes), ("version", "1")]);
    let path = format!("/partner/subscriptions/{azure}/support-contact");
    let request = head(&app, &path, &agent.cookie_header(), body.len()) + &body;
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    sleep(Duration::from_millis(300)).await;
    stream.set_zero_linger().unwrap();
    drop(stream);
    sleep(Duration::from_millis(300)).await;
    assert_eq!(app.database.count("changes").await, changes, "it waits for the lock");
    lock.release().await;

    eventually(async || app.database.count("changes").await == changes + 1).await;
    assert_eq!(app.database.count("activity").await, lines + 1);
    agent.get("/partner/customers").await.expect(200);
    app.stop().await;
}
