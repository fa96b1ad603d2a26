use time::Duration;

use super::{AGENT, ANNA, NEW_PASSWORD, OTHER, activity, kept};
use crate::support::{Browser, PASSWORD, Reply, TestApp};

async fn change(browser: &Browser, current: &str, new: &str) -> Reply {
    let form = browser.get("/me/password").await.form("Change the password");
    browser.submit(&form.fill("Current password", current).fill("New password", new)).await
}

/// `docs/security.md` B6.
#[actix_web::test]
async fn a_new_password_needs_the_current_one_and_ends_all_other_sessions() {
    let app = TestApp::spawn().await;
    let (here, elsewhere) = (app.signed_in(AGENT).await, app.signed_in(AGENT).await);
    let stolen = here.clone();
    let colleague = app.signed_in(OTHER).await;
    let link = app.confirmation(AGENT, "boglarka@danube.example").await;
    let before = kept(&app).await;
    let refused = change(&here, "not this one either", NEW_PASSWORD).await.expect(422);
    assert!(refused.alert().contains("This is not your current password."), "{}", refused.text());
    assert_eq!(kept(&app).await, before);

    let changed = change(&here, PASSWORD, NEW_PASSWORD).await.expect_redirect("/me");
    let page = here.follow(&changed).await.expect(200);
    assert!(page.news().starts_with("Your password is changed."), "{}", page.news());
    assert!(elsewhere.get("/home").await.asks_to_sign_in());
    assert!(stolen.get("/home").await.asks_to_sign_in(), "the session has another token");
    colleague.get("/home").await.expect(200);
    app.browser().get(&link).await.expect(404);
    assert_eq!(activity(&app, "password_changed").await, 1);

    let sign_in = async |password| {
        app.browser().post("/sign-in", &[("email", AGENT), ("password", password)]).await.status
    };
    assert_eq!((sign_in(PASSWORD).await, sign_in(NEW_PASSWORD).await), (422, 303));
    app.stop().await;
}

/// `docs/security.md` B1: the same rules as at set-up.
#[actix_web::test]
async fn a_weak_password_is_refused_with_its_reason() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    for (weak, reason) in [
        ("v7#kQ2!xP9@mZ4", "at least 15"),
        (&"v7#kQ2!xP9@mZ4wé".repeat(9), "at most 128"),
        ("passwordpassword", "among the first"),
        ("gábor szűcs gábor", "from your name"),
    ] {
        let refused = change(&browser, PASSWORD, weak).await.expect(422);
        assert!(refused.title().starts_with("Error: "), "{}", refused.title());
        assert!(refused.alert().contains(reason), "{weak}: {}", refused.alert());
        assert!(!refused.body.contains(weak), "{weak} stands on the page");
    }
    assert_eq!(activity(&app, "password_changed").await, 0);
    app.stop().await;
}

/// `docs/security.md` B3: whoever finds a session open guesses no faster than at the door.
#[actix_web::test]
async fn wrong_passwords_of_somebody_signed_in_are_counted() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    for _ in 0..5 {
        let refused = change(&browser, "not this one either", NEW_PASSWORD).await.expect(422);
        assert!(refused.alert().contains("This is not your current password."));
    }
    let refused = change(&browser, PASSWORD, NEW_PASSWORD).await.expect(422);
    assert!(refused.alert().contains("Too many wrong passwords."), "{}", refused.alert());
    let form = browser.get("/me/email").await.form("Ask for the link");
    let form = form.fill("New email address", "x@danube.example");
    let refused = browser.submit(&form.fill("Current password", PASSWORD)).await.expect(422);
    assert!(refused.alert().contains("Too many wrong passwords."), "{}", refused.alert());
    // At the door nobody has failed.
    app.signed_in(AGENT).await;

    app.clock.advance(Duration::seconds(5));
    change(&browser, PASSWORD, NEW_PASSWORD).await.expect_redirect("/me");
    app.stop().await;
}

/// The organisation that somebody acts for is theirs after the change as before, or still to be chosen.
#[actix_web::test]
async fn the_session_goes_on_where_it_was() {
    let app = TestApp::spawn().await;
    let anna = app.signed_in(ANNA).await;
    change(&anna, PASSWORD, NEW_PASSWORD).await.expect_redirect("/me");
    anna.get("/home").await.expect_redirect("/organisation");
    let form = anna.get("/organisation").await.form("Continue").choose("Alföld");
    anna.submit(&form).await.expect_redirect("/home");
    change(&anna, NEW_PASSWORD, PASSWORD).await.expect_redirect("/me");
    assert!(anna.get("/home").await.expect(200).text().contains("Alföld"));
    app.stop().await;
}

/// Of two that change it at once from two browsers one is signed out by the other.
#[actix_web::test]
async fn two_changes_at_once_leave_one_session() {
    let app = TestApp::spawn().await;
    let (one, other) = (app.signed_in(AGENT).await, app.signed_in(AGENT).await);
    let fields = [("current_password", PASSWORD), ("new_password", NEW_PASSWORD)];
    let (first, second) =
        tokio::join!(one.post("/me/password", &fields), other.post("/me/password", &fields));
    let outcomes = [(&one, first), (&other, second)];
    let won: Vec<_> = outcomes.iter().filter(|(_, reply)| reply.status == 303).collect();
    assert!(!won.is_empty());
    let signed_in = async |browser: &Browser| browser.get("/home").await.status == 200;
    let both = (signed_in(&one).await, signed_in(&other).await);
    assert!(both.0 != both.1, "{both:?}");
    assert_eq!(app.database.count("sessions").await, 1);
    app.stop().await;
}
