//! Which language the pages speak (`docs/demo.md`, *What every page keeps*).

use crate::support::TestApp;

const AGENT: &str = "admin.agent@danube.example";

#[actix_web::test]
async fn pages_follow_the_browser_until_somebody_chooses() {
    let app = TestApp::spawn().await;
    for (accepted, language) in [
        ("hu", "hu"),
        ("hu-HU,hu;q=0.9,en;q=0.8", "hu"),
        ("en-GB,hu;q=0.5", "en"),
        ("fr", "en"),
        ("", "en"),
    ] {
        let browser = app.browser().in_language(accepted);
        assert_eq!(browser.get("/sign-in").await.language(), language, "{accepted}");
        assert_eq!(browser.get("/no/such/page").await.language(), language, "{accepted}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn the_choice_in_the_footer_stays_in_the_browser() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    let page = browser.get("/help?x=1").await;
    assert_eq!(page.language(), "en");
    let reply = browser.submit(&page.form("Magyar")).await.expect_redirect("/help?x=1");
    assert_eq!(browser.follow(&reply).await.language(), "hu");
    assert_eq!(browser.get("/no/such/page").await.language(), "hu");
    assert_eq!(app.database.number("SELECT COUNT(*) FROM users WHERE locale IS NOT NULL").await, 0);

    let reply = browser.submit(&browser.get("/sign-in").await.form("English")).await;
    assert_eq!(browser.follow(&reply).await.language(), "en");
    app.stop().await;
}

#[actix_web::test]
async fn the_choice_of_somebody_signed_in_goes_with_the_account() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    browser.submit(&browser.get("/home").await.form("Magyar")).await.expect_redirect("/home");
    assert_eq!(browser.get("/home").await.language(), "hu");
    let locale = format!("SELECT locale FROM users WHERE email = '{AGENT}'");
    assert_eq!(app.database.texts(&locale).await, ["hu"]);

    let elsewhere = app.signed_in(AGENT).await;
    assert_eq!(elsewhere.get("/home").await.language(), "hu");
    // Who has no language of their own follows the browser.
    let other = app.signed_in("global.admin@danube.example").await;
    assert_eq!(other.get("/home").await.language(), "en");
    app.stop().await;
}
