//! Sessions (`docs/security.md` C).

use crate::support::TestApp;

/// `docs/security.md` C.
#[actix_web::test]
async fn an_old_cookie_is_worthless_after_signing_out() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in("admin.agent@danube.example").await;
    let thief = browser.clone();
    let home = browser.get("/home").await.expect(200);

    browser.submit(&home.form("Sign out")).await.expect_redirect("/sign-in");
    assert_eq!(browser.get("/sign-in").await.news(), "You are signed out.");

    assert!(browser.get("/home").await.asks_to_sign_in());
    assert!(thief.get("/home").await.asks_to_sign_in());
    app.stop().await;
}
