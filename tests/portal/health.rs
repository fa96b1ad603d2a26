//! What whoever watches the portal is told, and what the log says of each request (`docs/security.md` G and J).

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::Value;

use crate::support::{
    Reply, TestApp,
    app::eventually,
    logs,
    proxy::{Line, Proxy},
};

const AGENT: &str = "admin.agent@danube.example";
const TOMORROW: &str = "INSERT INTO seaql_migrations VALUES ('m29991231_000001_tomorrow', 0)";

/// The one line of the log that says how a request was answered.
fn line_about(reply: &Reply) -> Value {
    let mut lines: Vec<Value> = logs::about(reply.request_id())
        .iter()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|line: &Value| line["fields"]["ms"].is_number())
        .collect();
    assert_eq!(lines.len(), 1, "{}: {lines:#?}", reply.path);
    lines.remove(0)
}

/// `docs/security.md` G.
#[actix_web::test]
async fn each_request_is_one_line_of_the_log_under_the_id_that_its_answer_bears() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let azure = app.database.subscription("almaskert.example", "Azure plan").await;
    let secret = "/setup/uTcaB3yEr2vWb0kYcFzq5o6jX1nG9mPhR8sDtLwKiVA";
    let subscription = format!("/partner/subscriptions/{azure}");
    for (reply, route, level) in [
        (agent.get("/help").await.expect(200), Some("/help"), "INFO"),
        (
            agent.get(&subscription).await.expect(200),
            Some("/partner/subscriptions/{subscription}"),
            "INFO",
        ),
        (
            agent.get("/partner/customers?q=Almáskert").await.expect(200),
            Some("/partner/customers"),
            "INFO",
        ),
        (app.browser().get(secret).await.expect(404), Some("/setup/{token}"), "INFO"),
        (agent.get("/no/such/page/for/Anna").await.expect(404), None, "INFO"),
        (
            agent.post("/sign-in", &[("email", AGENT), ("password", "wrong")]).await.expect(422),
            Some("/sign-in"),
            "INFO",
        ),
        (
            agent.get("/test/middleware-error").await.expect(503),
            Some("/test/middleware-error"),
            "WARN",
        ),
    ] {
        let line = line_about(&reply);
        assert_eq!(line["span"]["id"], reply.request_id(), "{line}");
        assert_eq!(line["span"]["route"].as_str(), route, "{line}");
        assert_eq!(line["fields"]["status"], reply.status, "{line}");
        assert_eq!(line["level"], level, "{line}");
        for told in [
            AGENT,
            "Anna",
            "Alm",
            "uTcaB3yEr2vWb0kYcFzq5o6jX1nG9mPhR8sDtLwKiVA",
            &azure.to_string(),
        ] {
            assert!(!line.to_string().contains(told), "{told} is in {line}");
        }
        // The page about a link that is gone is no error page.
        if route.is_none() {
            assert!(reply.main().contains(reply.request_id()), "{}", reply.main());
        }
    }
    app.stop().await;
}

/// A fault is told once, with its cause; a panic by itself.
#[actix_web::test]
async fn a_fault_of_ours_is_one_line_as_well() {
    let app = TestApp::spawn().await;
    for (path, level) in [("/test/error", "ERROR"), ("/test/panic", "INFO")] {
        let reply = app.browser().get(path).await.expect(500);
        assert_eq!(line_about(&reply)["level"], level, "{path}");
        app.expect_logged_error(&reply);
    }
    app.stop().await;
}

#[actix_web::test]
async fn whoever_watches_does_not_fill_the_log() {
    let app = TestApp::spawn().await;
    for (path, text) in [("/healthz", "ok"), ("/readyz", "ready")] {
        let reply = app.browser().get(path).await.expect(200);
        assert_eq!(reply.body, text);
        assert!(logs::about(reply.request_id()).is_empty(), "{path}");
    }
    app.stop().await;
}

/// `docs/security.md` J: a program that is older than its database, or newer, may not be sent anybody.
#[actix_web::test]
async fn a_portal_is_ready_only_for_a_database_of_its_version() {
    let app = TestApp::spawn().await;
    let newest = "(SELECT MAX(version) FROM seaql_migrations)";
    for (spoil, mend) in [
        (TOMORROW.to_owned(), format!("DELETE FROM seaql_migrations WHERE version = {newest}")),
        (
            format!(
                "UPDATE seaql_migrations SET version = 'x' || version WHERE version = {newest}"
            ),
            "UPDATE seaql_migrations SET version = substr(version, 2) WHERE version LIKE 'x%'"
                .to_owned(),
        ),
    ] {
        app.database.run(&spoil).await;
        let reply = app.browser().get("/readyz").await.expect(503);
        assert_eq!(reply.body, "the database is not of this version");
        assert_eq!(line_about(&reply)["level"], "WARN");
        app.browser().get("/healthz").await.expect(200);
        app.database.run(&mend).await;
        app.browser().get("/readyz").await.expect(200);
    }
    app.stop().await;
}

#[actix_web::test]
async fn somebody_who_writes_for_long_does_not_take_the_portal_out_of_service() {
    let app = TestApp::spawn().await;
    let lock = app.database.lock("subscriptions").await;
    app.browser().get("/readyz").await.expect(200);
    lock.release().await;
    app.stop().await;
}

/// `docs/security.md` J. Only PostgreSQL has a line that can break: it is PostgreSQL's test.
#[actix_web::test]
async fn a_database_that_stalls_or_goes_away_puts_pages_off_until_it_is_back() {
    let Some(proxy) = Proxy::start().await else { return };
    let app = TestApp::configured(|config| proxy.stand_before(config)).await;
    let agent = app.signed_in(AGENT).await;
    for line in [Line::Stalled, Line::Cut, Line::Stalled] {
        agent.get("/partner/customers").await.expect(200);
        proxy.set(line);
        app.browser().get("/healthz").await.expect(200);
        let began = Instant::now();
        let reply = app.browser().get("/readyz").await.expect(503);
        assert!(began.elapsed() < Duration::from_secs(1), "{line:?}: {:?}", began.elapsed());
        assert_eq!(reply.body, "the database does not answer");
        let guess = [("email", AGENT), ("password", "nobody knows this one")];
        for is_read in [true, false] {
            let began = Instant::now();
            let reply = if is_read {
                agent.get("/partner/customers").await
            } else {
                app.browser().post("/sign-in", &guess).await
            };
            assert_eq!(reply.status, 503, "{line:?}: {}", reply.body);
            assert!(began.elapsed() < Duration::from_secs(3), "{line:?}: {:?}", began.elapsed());
            assert_eq!(reply.header("retry-after"), "5");
            assert_eq!(reply.heading(), "Not available at the moment");
            reply.expect_logged_errors(0);
        }
        proxy.set(Line::Open);
        eventually(async || app.browser().get("/readyz").await.status == 200).await;
    }
    agent.get("/partner/customers").await.expect(200);
    app.stop().await;
}

/// `docs/security.md` G: what a stranger calls a request is nobody's name for it.
#[actix_web::test]
async fn an_id_from_outside_is_not_taken() {
    let app = TestApp::spawn().await;
    let forged = "7e57ed00-0000-4000-8000-00000000f02d";
    for header in ["x-request-id", "traceparent", "request-id"] {
        let headers = [(header, forged)];
        let reply = app.browser().send(Method::GET, "/no/such/page", &headers, None).await;
        assert_ne!(reply.expect(404).request_id(), forged, "{header}");
    }
    assert!(!logs::all().contains(forged));
    app.stop().await;
}

/// `docs/security.md` G: whatever somebody does, rightly or wrongly, and also when the database fails under it.
#[actix_web::test]
async fn no_secret_stands_in_the_log_and_no_text_makes_a_line_of_it() {
    const TYPED: &str = "the heron that nobody typed before";
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    let mut secrets = secured.codes.clone();
    secrets.extend(secured.browser.cookies().into_values());
    let links = [
        app.account_link("reset", AGENT).await,
        app.account_link("sign_in", AGENT).await,
        app.confirmation(AGENT, "heron@danube.example").await,
    ];
    for link in &links {
        app.browser().get(link).await.expect(200);
        secrets.extend(link.rsplit('/').next().map(str::to_owned));
    }
    app.browser().post("/sign-in", &[("email", "heron@danube.example"), ("password", TYPED)]).await;
    let forged = "/help?q=%0A%7B%22level%22%3A%22ERROR%22%2C%22heron%22%3A1%7D%0A";
    let headers = [("user-agent", "{\"heron\":1}"), ("referer", "https://heron.example/x")];
    app.browser().send(Method::GET, forged, &headers, None).await.expect(200);
    app.database.run("ALTER TABLE sign_in_attempts RENAME TO gone").await;
    let fields = [("current_password", TYPED), ("new_password", TYPED)];
    let failed = secured.browser.post("/me/password", &fields).await.expect(500);
    app.expect_logged_error(&failed);
    let hash = "SELECT password_hash FROM users WHERE password_hash IS NOT NULL";
    secrets.extend(app.database.texts(hash).await);
    secrets.extend([TYPED.to_owned(), "heron".to_owned(), app.database.url.clone()]);

    let log = logs::all();
    for secret in secrets {
        assert!(!log.contains(&secret), "{secret} stands in the log");
    }
    for line in log.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        assert!(line["timestamp"].is_string() && line["level"].is_string(), "{line}");
    }
    app.stop().await;
}
