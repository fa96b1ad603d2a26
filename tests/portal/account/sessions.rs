use liaison::store::limits;
use reqwest::Method;
use time::Duration;

use super::{AGENT, OTHER, activity};
use crate::support::{Browser, PASSWORD, TestApp, browser::encoded};

const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like \
                     Gecko) Version/26.0 Mobile/15E148 Safari/604.1";
const DESK: &str =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

async fn signed_in_with(app: &TestApp, user_agent: &str) -> Browser {
    let browser = app.browser();
    let form = encoded(&[("email", AGENT), ("password", PASSWORD)]).into_bytes();
    let headers = [("user-agent", user_agent), ("sec-fetch-site", "same-origin")];
    let body = Some(("application/x-www-form-urlencoded", form));
    browser.send(Method::POST, "/sign-in", &headers, body).await.expect(303);
    browser
}

/// `docs/security.md` C.
#[actix_web::test]
async fn one_sees_where_one_is_signed_in_and_signs_out_there() {
    let app = TestApp::spawn().await;
    let phone = signed_in_with(&app, PHONE).await;
    app.clock.advance(Duration::minutes(10));
    let desk = signed_in_with(&app, DESK).await;
    app.signed_in(OTHER).await;
    let page = desk.get("/me/sessions").await.expect(200);
    let rows = page.all("tbody tr");
    assert_eq!(rows.len(), 2, "{rows:#?}");
    assert!(rows[0].starts_with("Firefox on Windows this one"), "{rows:#?}");
    assert!(rows[1].starts_with("Safari on iPhone 127.0.0.1"), "{rows:#?}");
    assert!(rows[1].contains("10:41") && rows[0].contains("10:51"), "{rows:#?}");

    let form = page.form("Sign out : Safari on iPhone");
    let ended = desk.submit(&form).await.expect_redirect("/me/sessions");
    let page = desk.follow(&ended).await;
    assert_eq!(page.news(), "Signed out there.");
    assert!(page.main().contains("You are signed in here and nowhere else."), "{}", page.main());
    assert!(phone.get("/home").await.asks_to_sign_in());
    assert_eq!(activity(&app, "session_ended").await, 1);

    let again = desk.submit(&form).await.expect_redirect("/me/sessions");
    assert_eq!(desk.follow(&again).await.news(), "There was nothing left to sign out.");
    assert_eq!(activity(&app, "session_ended").await, 1);
    app.stop().await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn signing_out_everywhere_else_leaves_this_session_and_everybody_elses() {
    let app = TestApp::spawn().await;
    let here = app.signed_in(AGENT).await;
    let elsewhere = [app.signed_in(AGENT).await, app.signed_in(AGENT).await];
    let colleague = app.signed_in(OTHER).await;
    let form = here.get("/me/sessions").await.form("Sign out everywhere else");
    here.submit(&form).await.expect_redirect("/me/sessions");
    assert_eq!(here.get("/me/sessions").await.news(), "Signed out everywhere else.");
    for browser in elsewhere {
        assert!(browser.get("/home").await.asks_to_sign_in());
    }
    here.get("/home").await.expect(200);
    colleague.get("/home").await.expect(200);
    here.submit(&form).await.expect(303);
    assert_eq!(activity(&app, "other_sessions_ended").await, 1);
    app.stop().await;
}

/// `docs/security.md` A2: what names somebody else's session names nothing here.
#[actix_web::test]
async fn nobody_ends_the_session_of_somebody_else() {
    let app = TestApp::spawn().await;
    let mine = app.signed_in(AGENT).await;
    let theirs = [app.signed_in(OTHER).await, app.signed_in(OTHER).await];
    let foreign = theirs[0].get("/me/sessions").await.form("Sign out : Unknown browser");
    let before = app.database.dump().await;
    for id in [foreign.value("session").unwrap(), &"0".repeat(32)] {
        mine.post("/me/sessions", &[("session", id)]).await.expect_redirect("/me/sessions");
    }
    for nonsense in ["", "0123456789abcdef"] {
        mine.post("/me/sessions", &[("session", nonsense)]).await.expect(400);
    }
    assert_eq!(app.database.dump().await, before);
    for browser in &theirs {
        browser.get("/home").await.expect(200);
    }
    app.stop().await;
}

/// The token itself stands nowhere, and neither does what the database keeps of it.
#[actix_web::test]
async fn the_list_names_sessions_by_nothing_that_opens_one() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    app.signed_in(AGENT).await;
    let page = browser.get("/me/sessions").await;
    let hash =
        if app.database.is_sqlite() { "hex(token_hash)" } else { "encode(token_hash, 'hex')" };
    for kept in app.database.texts(&format!("SELECT {hash} FROM sessions")).await {
        assert!(!page.body.contains(&kept.to_lowercase()[..16]));
    }
    app.stop().await;
}

#[actix_web::test]
async fn sessions_that_nobody_uses_any_more_are_not_in_the_list() {
    let app = TestApp::spawn().await;
    app.signed_in(AGENT).await;
    app.clock.advance(limits::IDLE);
    let browser = app.signed_in(AGENT).await;
    assert_eq!(browser.get("/me/sessions").await.all("tbody tr").len(), 1);
    app.stop().await;
}
