//! Sessions (`docs/security.md` C).

use futures_util::future::join_all;
use liaison::{config::Config, store::limits};
use time::Duration;

use crate::support::{PASSWORD, TestApp, app::eventually, database, logs};

const AGENT: &str = "admin.agent@danube.example";
const SECOND: Duration = Duration::seconds(1);

/// `docs/security.md` C.
#[actix_web::test]
async fn an_old_cookie_is_worthless_after_signing_out() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let thief = browser.clone();
    let home = browser.get("/home").await.expect(200);

    browser.submit(&home.form("Sign out")).await.expect_redirect("/sign-in");
    assert_eq!(browser.get("/sign-in").await.news(), "You are signed out.");
    assert_eq!(app.database.count("sessions").await, 0);

    assert!(browser.get("/home").await.asks_to_sign_in());
    assert!(thief.get("/home").await.asks_to_sign_in());
    thief.submit(&home.form("Sign out")).await.expect_redirect("/sign-in");
    app.stop().await;
}

/// `docs/security.md` C. A late answer may bring the old cookie back; it opens nothing, because the row is gone.
#[actix_web::test]
async fn a_request_that_races_a_sign_out_does_not_revive_the_session() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let signed_in = browser.cookies();
    app.database.run("CREATE TABLE kept AS SELECT * FROM sessions").await;
    // So long that each visit is noted in the row, too.
    app.clock.advance(Duration::minutes(6));
    for round in 0..200 {
        let late = browser.clone();
        let (page, out) =
            tokio::join!(late.get("/partner/customers"), browser.post("/sign-out", &[]));
        assert!(page.status == 200 || page.asks_to_sign_in(), "round {round}: {}", page.status);
        out.expect_redirect("/sign-in");
        assert_eq!(app.database.count("sessions").await, 0, "round {round}");
        assert!(late.get("/home").await.asks_to_sign_in(), "round {round}");

        app.database.run("INSERT INTO sessions SELECT * FROM kept").await;
        browser.set_cookies(signed_in.clone());
    }
    app.database.run("DROP TABLE kept").await;
    app.stop().await;
}

/// `docs/security.md` C: not even what would have given the session another token.
#[actix_web::test]
async fn a_slow_change_of_password_does_not_revive_a_session_that_has_ended() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let before = app.database.dump().await;
    let late = browser.clone();
    // Others are before it in the queue for hashes, so that it takes its time.
    let others: Vec<_> = (0..4).map(|_| app.browser()).collect();
    let nobody = [("email", "nobody@danube.example"), ("password", "nobody knows this one")];
    let queue = join_all(others.iter().map(|other| other.post("/sign-in", &nobody)));
    let fields = [("current_password", PASSWORD), ("new_password", "a good long phrase for me")];
    let sign_out = async {
        actix_web::rt::time::sleep(std::time::Duration::from_millis(30)).await;
        browser.post("/sign-out", &[]).await
    };
    let (_, changed, out) = tokio::join!(queue, late.post("/me/password", &fields), sign_out);
    out.expect_redirect("/sign-in");
    assert!(changed.asks_to_sign_in() || changed.status == 403, "{}", changed.status);
    assert!(late.get("/home").await.asks_to_sign_in());
    assert_eq!(app.database.count("sessions").await, 0);
    assert_eq!(app.database.dump().await["users"], before["users"]);
    app.stop().await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn a_cookie_that_somebody_else_chose_is_never_adopted() {
    let app = TestApp::spawn().await;
    let attacker = app.browser();
    assert!(attacker.get("/partner/customers").await.asks_to_sign_in());

    let victim = attacker.clone();
    app.sign_in(&victim, AGENT).await;
    victim.get("/home").await.expect(200);
    assert_ne!(victim.cookies()["liaison"], attacker.cookies()["liaison"]);
    assert!(attacker.get("/home").await.asks_to_sign_in());

    let made_up = app.browser();
    for value in ["chosen", "0123456789abcdef", "%00", ""] {
        made_up.set_cookies([("liaison".to_owned(), value.to_owned())].into());
        assert!(made_up.get("/home").await.asks_to_sign_in());
        assert_ne!(made_up.cookies()["liaison"], value);
    }
    app.stop().await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn signing_in_makes_a_new_session_and_ends_the_one_before() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let thief = browser.clone();
    app.sign_in(&browser, "admin@almaskert.example").await;

    assert_ne!(browser.cookies()["liaison"], thief.cookies()["liaison"]);
    assert_eq!(app.database.count("sessions").await, 1);
    assert!(thief.get("/home").await.asks_to_sign_in());
    browser.get("/admin/support").await.expect(200);
    app.stop().await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn a_session_that_nobody_uses_ends_after_an_hour() {
    let app = TestApp::spawn().await;
    let (used, unused) = (app.signed_in(AGENT).await, app.signed_in(AGENT).await);
    app.clock.advance(limits::IDLE - SECOND);
    used.get("/home").await.expect(200);
    wait_until_seen(&app, 1).await;
    app.clock.advance(SECOND);
    assert!(unused.get("/home").await.asks_to_sign_in());

    // The other was seen a second ago.
    app.clock.advance(limits::IDLE - SECOND - SECOND);
    used.get("/home").await.expect(200);
    app.stop().await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn every_session_ends_after_twelve_hours() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let step = Duration::minutes(50);
    let mut passed = Duration::ZERO;
    while passed + step < limits::ABSOLUTE {
        app.clock.advance(step);
        passed += step;
        browser.get("/home").await.expect(200);
        wait_until_seen(&app, 1).await;
    }
    app.clock.advance(limits::ABSOLUTE - passed - SECOND);
    browser.get("/home").await.expect(200);
    app.clock.advance(SECOND);
    assert!(browser.get("/home").await.asks_to_sign_in());
    app.stop().await;
}

/// The time of a visit is noted beside the request: waits until so many sessions were seen lately.
async fn wait_until_seen(app: &TestApp, sessions: i64) {
    let lately = database::time(app.clock.now() - Duration::minutes(5));
    let seen = format!("SELECT COUNT(*) FROM sessions WHERE last_seen_at > {lately}");
    eventually(async || app.database.number(&seen).await >= sessions).await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn a_person_has_at_most_ten_sessions() {
    let app = TestApp::spawn().await;
    let mut browsers = Vec::new();
    for _ in 0..11 {
        browsers.push(app.signed_in(AGENT).await);
        app.clock.advance(SECOND);
    }
    let other = app.signed_in("global.admin@danube.example").await;
    assert_eq!(app.database.count("sessions").await, 11);
    assert!(browsers[0].get("/home").await.asks_to_sign_in());
    for browser in &browsers[1..] {
        browser.get("/home").await.expect(200);
    }
    other.get("/home").await.expect(200);
    app.stop().await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn visits_without_a_session_leave_no_row() {
    let app = TestApp::spawn().await;
    let before = app.database.dump().await;
    for path in ["/", "/sign-in", "/help", "/accessibility", "/home", "/admin", "/no/such/page"] {
        app.browser().get(path).await;
    }
    let browser = app.browser();
    browser.post("/sign-out", &[]).await.expect(303);
    browser.post("/language", &[("language", "hu"), ("return_to", "/help")]).await.expect(303);
    assert_eq!(app.database.dump().await, before);
    // A failed sign-in is counted, and that is all.
    browser.post("/sign-in", &[("email", AGENT), ("password", "not this one")]).await.expect(422);
    let changed = database::difference(&before, &app.database.dump().await);
    assert_eq!(changed.len(), 2, "{changed:#?}");
    assert!(changed.iter().all(|row| row.starts_with("+ sign_in_attempts: ")), "{changed:#?}");
    app.stop().await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn the_cookie_is_encrypted_and_kept_from_scripts() {
    let app = TestApp::spawn().await;
    let reply = app.sign_in(&app.browser(), AGENT).await;
    let cookie = reply.cookie("liaison").unwrap();
    assert_eq!(attributes(cookie), ["HttpOnly", "Path=/", "SameSite=Lax"]);
    let tokens = app.database.number("SELECT COUNT(*) FROM sessions WHERE length(token_hash) = 32");
    assert_eq!(tokens.await, 1, "a token of 256 bits is kept as its SHA-256");
    assert!(!cookie.contains("token") && !cookie.contains("user"), "{cookie}");
    app.stop().await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn behind_https_the_cookies_are_kept_to_it() {
    let app = TestApp::configured(behind_https).await;
    let browser = app.browser();
    let reply = app.sign_in(&browser, AGENT).await;
    let cookie = reply.cookie("__Host-liaison").unwrap();
    assert_eq!(attributes(cookie), ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]);
    let year = ["HttpOnly", "Max-Age=31536000", "Path=/", "SameSite=Lax", "Secure"];
    assert_eq!(attributes(reply.cookie("__Host-known").unwrap()), year);
    browser.get("/home").await.expect(200);

    let reply = browser.post("/language", &[("language", "hu"), ("return_to", "/home")]).await;
    let cookie = reply.only_header("set-cookie").unwrap();
    assert_eq!(attributes(cookie), year);
    app.stop().await;
}

fn behind_https(config: &mut Config) {
    config.public_url = Some("https://portal.example".parse().unwrap());
}

fn attributes(cookie: &str) -> Vec<&str> {
    let mut attributes: Vec<_> = cookie.split("; ").skip(1).collect();
    attributes.sort_unstable();
    attributes
}

/// `docs/security.md` C: nothing is written to the cookie, so no late answer can undo what another has written.
#[actix_web::test]
async fn a_page_without_news_leaves_the_cookie_alone() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    for path in ["/home", "/partner/customers", "/help", "/no/such/page"] {
        assert_eq!(browser.get(path).await.header("set-cookie"), "", "{path}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn news_wait_for_a_page_that_shows_them() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    browser.get("/home").await;
    browser.get("/no/such/page").await.expect(404);
    browser.get("/admin").await;
    assert_eq!(browser.get("/sign-in").await.news(), "Sign in to see this page.");
    assert_eq!(browser.get("/sign-in").await.news(), "");
    app.stop().await;
}

#[actix_web::test]
async fn signing_in_leads_back_to_the_page_that_was_asked_for() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    let wanted = "/partner/customers?q=alm%C3%A1s";
    assert!(browser.get(wanted).await.asks_to_sign_in());
    browser.get("/sign-in").await.expect(200);
    app.sign_in(&browser, AGENT).await.expect_redirect(wanted);

    // The next time it is forgotten.
    app.sign_in(&browser, AGENT).await.expect_redirect("/home");
    app.stop().await;
}

/// `docs/domain.md` rule 1.
#[actix_web::test]
async fn a_member_of_two_organisations_chooses_first_and_then_sees_the_page_that_was_asked_for() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    browser.get("/partner/subscriptions").await;
    app.sign_in(&browser, "anna.kovacs@liaison.example").await.expect_redirect("/organisation");
    browser.get("/partner/customers").await.expect_redirect("/organisation");

    let choice = browser.get("/organisation").await.form("Continue");
    assert_eq!(choice.choices(), ["Alföld Cloud Zrt.", "Danube Distribution"]);
    let chosen = browser.submit(&choice.choose("Alföld")).await;
    let page = browser.follow(&chosen.expect_redirect("/partner/customers")).await.expect(200);
    assert!(page.text().contains("Őrség Panzió Bt."), "{}", page.text());
    assert!(!page.text().contains("Contoso"), "{}", page.text());

    let choice = browser.get("/organisation").await.form("Continue").choose("Danube");
    browser.submit(&choice).await.expect_redirect("/home");
    let page = browser.get("/partner/customers").await.expect(200);
    assert!(page.text().contains("Contoso") && !page.text().contains("Őrség"), "{}", page.text());
    app.stop().await;
}

/// `docs/security.md` A2: somebody else's membership is no choice.
#[actix_web::test]
async fn nobody_acts_for_an_organisation_of_somebody_else() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in("anna.kovacs@liaison.example").await;
    let own = "SELECT m.id FROM memberships m JOIN users u ON u.id = m.user_id \
               WHERE u.email <> 'anna.kovacs@liaison.example'";
    let before = app.database.dump().await;
    for foreign in app.database.ids(own).await {
        browser.post("/organisation", &[("membership", &foreign.to_string())]).await.expect(404);
    }
    assert_eq!(app.database.dump().await, before);
    browser.get("/home").await.expect_redirect("/organisation");
    app.stop().await;
}

/// A visit is noted beside the request, and may still be waiting for the database when the portal stops.
#[actix_web::test]
async fn stopping_while_a_visit_is_noted_is_no_fault() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    app.clock.advance(Duration::minutes(6));
    let lock = app.database.lock("sessions").await;
    browser.get("/home").await.expect(200);
    app.stop_server().await;
    lock.release().await;
    assert!(!logs::all().contains("requires a Tokio context"));
    app.stop().await;
}
