//! Signing in once by a link (`docs/security.md` F).

use futures_util::future::join_all;
use time::Duration;

use crate::support::TestApp;

const USER: &str = "user@almaskert.example";

#[actix_web::test]
async fn the_link_shows_a_button_that_signs_in_once() {
    let app = TestApp::spawn().await;
    let link = app.account_link("sign_in", USER).await;
    let browser = app.signed_in("admin@orseg.example").await;
    let page = browser.get(&link).await.expect(200);
    assert!(page.main().contains(USER), "{}", page.main());
    assert!(page.main().contains("Almáskert Logisztika Kft."), "{}", page.main());
    // The browser is somebody else's until now, and is not for long.
    let who =
        app.database.texts("SELECT name FROM users WHERE email = 'admin@orseg.example'").await;
    assert!(page.main().contains(&format!("{} is signed in now", who[0])), "{}", page.main());
    assert!(!app.browser().get(&link).await.main().contains("is signed in now"));
    let reply = browser.submit(&page.form("Sign in")).await;
    let home = browser.follow(&reply.expect_redirect("/home")).await.expect(200);
    assert!(home.title().ends_with("Almáskert Logisztika Kft."), "{}", home.title());
    assert_eq!(app.database.count("sessions").await, 1, "the browser's other session has ended");
    let kinds = app.database.texts("SELECT kind FROM activity ORDER BY id").await;
    assert_eq!(kinds[kinds.len() - 2..], ["signed_in", "signed_in"]);

    let before = app.database.dump().await;
    let again = app.browser();
    again.get(&link).await.expect(404);
    let gone = again.post(&link, &[]).await.expect(404);
    assert_eq!(gone.heading(), "This link is no longer valid");
    assert!(gone.main().contains("15 minutes"), "{}", gone.main());
    assert!(again.get("/home").await.asks_to_sign_in());
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

#[actix_web::test]
async fn the_link_is_good_for_a_quarter_of_an_hour_and_for_nothing_else() {
    let app = TestApp::spawn().await;
    let link = app.account_link("sign_in", USER).await;
    let reset = app.account_link("reset", USER).await.replace("/reset/", "/sign-in/link/");
    app.browser().post(&reset, &[]).await.expect(404);
    app.clock.advance(Duration::minutes(15) - Duration::SECOND);
    app.browser().get(&link).await.expect(200);
    app.clock.advance(Duration::SECOND);
    app.browser().get(&link).await.expect(404);
    app.browser().post(&link, &[]).await.expect(404);
    assert_eq!(app.database.count("sessions").await, 0);
    app.stop().await;
}

/// `docs/security.md` F.
#[actix_web::test]
async fn of_fifty_at_once_one_wins() {
    let app = TestApp::spawn().await;
    let link = app.account_link("sign_in", USER).await;
    let browsers: Vec<_> = (0..50).map(|_| app.browser()).collect();
    let replies = join_all(browsers.iter().map(|browser| browser.post(&link, &[]))).await;
    let won = replies.iter().filter(|reply| reply.status == 303).count();
    let lost = replies.iter().filter(|reply| reply.status == 404).count();
    assert_eq!((won, lost), (1, 49));
    assert_eq!(app.database.count("sessions").await, 1);
    app.stop().await;
}
