use time::Duration;

use super::{AGENT, OTHER, activity, kept};
use crate::support::{Browser, PASSWORD, TestApp};

const NEW: &str = "boglarka@danube.example";

async fn ask(browser: &Browser, email: &str, password: &str) -> crate::support::Reply {
    let form = browser.get("/me/email").await.form("Ask for the link");
    browser.submit(&form.fill("New email address", email).fill("Current password", password)).await
}

/// `docs/security.md` B6.
#[actix_web::test]
async fn a_new_address_is_asked_for_with_the_password_and_waits_to_be_confirmed() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let before = kept(&app).await;
    let refused = ask(&browser, NEW, "something else altogether").await.expect(422);
    assert!(refused.alert().contains("This is not your current password."), "{}", refused.text());
    assert_eq!(refused.form("Ask for the link").value("email"), Some(NEW));
    let refused = ask(&browser, AGENT, PASSWORD).await.expect(422);
    assert!(refused.alert().contains("You sign in with this address already."));
    ask(&browser, "no address", PASSWORD).await.expect(422);
    assert_eq!(kept(&app).await, before);

    let asked = ask(&browser, " Boglarka@Danube.example", PASSWORD).await;
    let page = browser.follow(&asked.expect_redirect("/me/email")).await;
    assert_eq!(page.news(), "Noted. The new address is waiting to be confirmed.");
    assert!(page.main().contains(NEW) && page.main().contains("You asked for it on"));
    assert!(page.main().contains(&format!("You sign in with {AGENT}.")), "{}", page.main());
    assert!(browser.get("/me").await.main().contains(&format!("{NEW} is waiting to be confirmed")));
    assert_eq!(activity(&app, "new_email_asked").await, 1);

    ask(&browser, NEW, PASSWORD).await.expect(303);
    assert_eq!(activity(&app, "new_email_asked").await, 1, "it was asked for already");
    app.stop().await;
}

#[actix_web::test]
async fn a_wish_that_is_withdrawn_voids_the_link_that_was_made_for_it() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    ask(&browser, NEW, PASSWORD).await.expect(303);
    let link = app.confirmation(AGENT, NEW).await;
    let page = browser.get("/me/email").await;
    assert!(page.main().contains("A link has been made that confirms it."), "{}", page.main());

    let withdrawn = browser.submit(&page.form("Withdraw")).await.expect_redirect("/me/email");
    let page = browser.follow(&withdrawn).await;
    assert_eq!(page.news(), "Withdrawn. Your address stays as it is.");
    assert!(!page.has_button("Withdraw"));
    app.browser().get(&link).await.expect(404);
    app.browser().post(&link, &[]).await.expect(404);
    browser.post("/me/email", &[("step", "withdraw")]).await.expect(303);
    assert_eq!(activity(&app, "new_email_withdrawn").await, 1);
    app.stop().await;
}

/// Only the address that was asked for last can be confirmed.
#[actix_web::test]
async fn another_wish_voids_the_link_of_the_one_before() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let link = app.confirmation(AGENT, "first@danube.example").await;
    ask(&browser, NEW, PASSWORD).await.expect(303);
    app.browser().get(&link).await.expect(404);
    app.stop().await;
}

/// `docs/security.md` B6, F.
#[actix_web::test]
async fn following_the_link_changes_nothing_and_its_button_ends_all_other_sessions() {
    let app = TestApp::spawn().await;
    let (here, elsewhere) = (app.signed_in(AGENT).await, app.signed_in(AGENT).await);
    let stolen = here.clone();
    let colleague = app.signed_in(OTHER).await;
    let link = app.confirmation(AGENT, NEW).await;
    let before = app.database.dump().await;
    let page = here.get(&link).await.expect(200);
    assert_eq!(page.heading(), "Confirm your new email address");
    assert!(page.main().contains(NEW));
    assert_eq!(app.database.dump().await, before);

    let confirmed = here.submit(&page.form("Confirm")).await.expect_redirect("/me/email");
    let page = here.follow(&confirmed).await.expect(200);
    assert!(page.news().starts_with("Your new email address is confirmed."), "{}", page.news());
    assert!(page.main().contains(&format!("You sign in with {NEW}.")), "{}", page.main());
    assert!(elsewhere.get("/home").await.asks_to_sign_in());
    assert!(stolen.get("/home").await.asks_to_sign_in(), "the session has another token");
    colleague.get("/home").await.expect(200);
    assert_eq!(activity(&app, "email_changed").await, 1);

    here.get(&link).await.expect(404);
    here.post(&link, &[]).await.expect(404);
    app.signed_in(NEW).await.get("/home").await.expect(200);
    let old = [("email", AGENT), ("password", PASSWORD)];
    app.browser().post("/sign-in", &old).await.expect(422);
    app.stop().await;
}

/// A reader of the letter on another device is not signed in by it: the link proves the address, not the password.
#[actix_web::test]
async fn whoever_is_not_signed_in_confirms_and_then_signs_in() {
    let app = TestApp::spawn().await;
    let link = app.confirmation(AGENT, NEW).await;
    let stranger = app.signed_in("global.admin@alfold.example").await;
    let page = stranger.get(&link).await.expect(200);
    let done = stranger.submit(&page.form("Confirm")).await.expect_redirect("/sign-in");
    assert!(stranger.follow(&done).await.news().starts_with("Your new email address"));
    let home = stranger.get("/home").await.expect(200);
    assert!(home.text().contains("Alföld"), "they are who they were: {}", home.text());
    app.stop().await;
}

#[actix_web::test]
async fn an_address_that_another_account_has_is_not_taken_from_it() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    ask(&browser, OTHER, PASSWORD).await.expect_redirect("/me/email");
    let link = app.confirmation(AGENT, OTHER).await;
    let page = browser.get(&link).await.expect(200);
    let before = app.database.dump().await;
    let refused = browser.submit(&page.form("Confirm")).await.expect(409);
    assert!(refused.title().starts_with("Error: "), "{}", refused.title());
    assert!(refused.alert().contains("Another account has this address."));
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

/// `docs/security.md` F.
#[actix_web::test]
async fn a_link_is_good_for_a_day_and_once_also_for_ten_at_once() {
    let app = TestApp::spawn().await;
    let link = app.confirmation(AGENT, "late@danube.example").await;
    app.clock.advance(Duration::hours(24));
    app.browser().get(&link).await.expect(404);
    app.browser().post(&link, &[]).await.expect(404);

    let link = app.confirmation(AGENT, NEW).await;
    let browsers: Vec<_> = (0..10).map(|_| app.browser()).collect();
    let replies = futures_util::future::join_all(browsers.iter().map(|one| one.post(&link, &[])));
    let mut statuses: Vec<_> = replies.await.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![303], vec![404; 9]].concat());
    assert_eq!(activity(&app, "email_changed").await, 1);
    app.stop().await;
}

/// `docs/security.md` F: to whoever tries, unknown, used and withdrawn links are one.
#[actix_web::test]
async fn links_that_are_unknown_and_used_look_the_same() {
    let app = TestApp::spawn().await;
    let link = app.confirmation(AGENT, NEW).await;
    app.browser().post(&link, &[]).await.expect(303);
    let used = app.browser().get(&link).await;
    let unknown = app.browser().get("/email/0123456789abcdef0123456789abcdef").await;
    let plain = |reply: &crate::support::Reply| {
        let (status, headers, body) = reply.without_request();
        (status, headers, body.replace(&reply.path, "PATH"))
    };
    assert_eq!(plain(&used), plain(&unknown));
    app.stop().await;
}
