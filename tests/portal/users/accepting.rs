//! Accepting an invitation (`docs/security.md` F).

use time::Duration;

use super::{
    ANNA, BILLING, CUSTOMER, CUSTOMER_USERS, DANUBE, PARTNER_USERS, PLAIN, act, join, page_of,
};
use crate::support::{
    TestApp,
    database::difference,
    invitations::{invite, made_link},
};

#[actix_web::test]
async fn somebody_new_says_who_they_are_and_may_do_what_they_were_given() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let page = invite(&danube, PARTNER_USERS, "E. Kiss", "Eva@New.example", "sales_agent").await;
    assert_eq!(page.heading(), "E. Kiss");
    assert!(page.main().contains("invited until"), "{}", page.main());
    let link = made_link(&page);
    let eva = app.browser();
    let offered = eva.get(&link).await.expect(200);
    for part in ["Danube Distribution", "eva@new.example", "sales agent"] {
        assert!(offered.main().contains(part), "{part}: {}", offered.main());
    }
    assert_eq!(offered.form("Accept and sign in").value("name"), Some("E. Kiss"));
    let reply = join(&eva, &link, "Kiss Éva").await.expect_redirect("/home");
    let home = eva.follow(&reply).await.expect(200);
    assert!(home.news().contains("Danube Distribution"), "{}", home.news());
    assert!(home.main().contains("your role: sales agent"), "{}", home.main());
    // Once, and it says nothing more to anybody.
    app.browser().get(&link).await.expect(404);
    app.browser().post(&format!("{link}/join"), &[]).await.expect(404);
    let listed = danube.get(&format!("{PARTNER_USERS}?q=eva@new")).await;
    assert!(listed.first("tbody").unwrap().contains("Kiss Éva"), "{}", listed.main());
    let log = danube.get("/partner/activity?kind=people").await.main();
    assert!(log.contains("Colleague invited") && log.contains("Kiss Éva"), "{log}");
    app.stop().await;
}

#[actix_web::test]
async fn a_password_that_is_none_is_refused_beside_its_field() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(CUSTOMER).await;
    let link =
        made_link(&invite(&admin, CUSTOMER_USERS, "Új", "nora.biro@new.example", "user").await);
    let browser = app.browser();
    let before = app.database.dump().await;
    for (name, password, message) in [
        ("Új", "short", "at least 15 characters"),
        ("Új", "nora.biro@new.example", "can be guessed"),
        ("", super::PASSWORD, "Fill in this field: Your name"),
    ] {
        let fields = [("name", name), ("password", password)];
        let refused = browser.post(&format!("{link}/join"), &fields).await.expect(422);
        assert!(refused.title().starts_with("Error: "), "{}", refused.title());
        assert!(refused.alert().contains(message), "{}", refused.alert());
        assert_eq!(refused.form("Accept and sign in").value("password"), Some(""));
    }
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

#[actix_web::test]
async fn somebody_with_an_account_signs_in_with_it_and_acts_for_both() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let page = invite(&danube, PARTNER_USERS, "Somebody", PLAIN, "helpdesk_agent").await;
    let link = made_link(&page);
    let browser = app.browser();
    // The link does not give the account away: a new password is refused.
    let refused = join(&browser, &link, "Nobody").await.expect(422);
    assert!(refused.alert().contains("There is an account"), "{}", refused.alert());
    let offered = browser.get(&link).await;
    browser.click(&offered, "Sign in and accept").await.expect(200);
    app.sign_in(&browser, PLAIN).await.expect_redirect(&link);
    let page = browser.get(&link).await.expect(200);
    let reply = browser.submit(&page.form("Accept the invitation")).await.expect_redirect("/home");
    let home = browser.follow(&reply).await.expect(200);
    assert!(home.title().ends_with("Danube Distribution"), "{}", home.title());
    let both = browser.get("/organisation").await.form("Continue");
    assert_eq!(both.choices().len(), 2, "{:?}", both.choices());
    // From now on their own name is told.
    let listed = danube.get(&format!("{PARTNER_USERS}?q={PLAIN}")).await;
    assert!(!listed.first("tbody").unwrap().contains("Somebody"), "{}", listed.main());
    app.stop().await;
}

#[actix_web::test]
async fn nobody_else_accepts_it() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let link = made_link(&invite(&danube, PARTNER_USERS, "P", PLAIN, "helpdesk_agent").await);
    let other = app.signed_in(BILLING).await;
    let page = other.get(&link).await.expect(200);
    assert!(page.main().contains("signed in with another account"), "{}", page.main());
    let before = app.database.dump().await;
    other.post(&format!("{link}/accept"), &[]).await.expect(404);
    app.browser().post(&format!("{link}/accept"), &[]).await.expect_redirect(&link);
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

/// Whoever has left one organisation is still the owner of their account when the next one invites.
#[actix_web::test]
async fn somebody_whom_every_organisation_has_disabled_can_accept_the_next() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    act(&danube, &page_of(&app, BILLING).await, "disable").await.expect(303);
    let gone = app.browser();
    let form = gone.get("/sign-in").await.form("Sign in");
    let form = form.fill("Email", BILLING).fill("Password", crate::support::PASSWORD);
    gone.submit(&form).await.expect(422);
    let customer = app.signed_in(CUSTOMER).await;
    let link = made_link(&invite(&customer, CUSTOMER_USERS, "B", BILLING, "user").await);
    gone.get(&link).await.expect(200);
    let reply = gone.submit(&form).await.expect_redirect("/organisation");
    let none = gone.follow(&reply).await.expect(200);
    assert!(none.main().contains("open the link of your invitation"), "{}", none.main());
    let page = gone.get(&link).await;
    gone.submit(&page.form("Accept the invitation")).await.expect_redirect("/home");
    assert!(gone.get("/home").await.title().ends_with("Almáskert Logisztika Kft."));
    app.stop().await;
}

#[actix_web::test]
async fn a_link_is_good_for_thirty_days_and_a_new_one_voids_it() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let page = invite(&danube, PARTNER_USERS, "Éva", "eva@new.example", "sales_agent").await;
    let path = page.form("Make another link").action;
    let (first, browser) = (made_link(&page), app.browser());
    app.clock.advance(Duration::days(30) - Duration::seconds(1));
    browser.get(&first).await.expect(200);
    app.clock.advance(Duration::seconds(1));
    browser.get(&first).await.expect(404);
    let danube = app.signed_in(DANUBE).await;
    let page = danube.get(&path).await;
    assert!(page.main().contains("invitation expired"), "{}", page.main());
    let listed = danube.get(&format!("{PARTNER_USERS}?state=expired")).await;
    assert_eq!(listed.all("tbody tr").len(), 1);
    act(&danube, &path, "invite").await.expect_redirect(&path);
    let second = made_link(&danube.get(&path).await);
    act(&danube, &path, "invite").await.expect_redirect(&path);
    let third = made_link(&danube.get(&path).await);
    browser.get(&first).await.expect(404);
    browser.get(&second).await.expect(404);
    browser.get(&third).await.expect(200);
    act(&danube, &path, "withdraw").await.expect_redirect(PARTNER_USERS);
    browser.get(&third).await.expect(404);
    danube.get(&path).await.expect(404);
    let left = "SELECT COUNT(*) FROM users WHERE email = 'eva@new.example'";
    assert_eq!(app.database.number(left).await, 0, "whoever never came is forgotten");
    app.stop().await;
}

/// `docs/security.md` B8: what an admin could open the account with before is void once it belongs to another organisation.
#[actix_web::test]
async fn accepting_voids_the_links_that_an_admin_has_made_before() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let customer = app.signed_in(CUSTOMER).await;
    act(&danube, &page_of(&app, BILLING).await, "reset").await.expect(303);
    let open = "SELECT COUNT(*) FROM one_time_links WHERE purpose = 'reset' AND used_at IS NULL";
    assert_eq!(app.database.number(open).await, 1);
    let link = made_link(&invite(&customer, CUSTOMER_USERS, "B", BILLING, "user").await);
    let browser = app.signed_in(BILLING).await;
    browser.submit(&browser.get(&link).await.form("Accept the invitation")).await.expect(303);
    assert_eq!(app.database.number(open).await, 0);
    // And no new ones are made.
    let path = page_of(&app, BILLING).await;
    for manager in [&danube, &app.signed_in(super::USER_ADMIN).await] {
        let refused = act(manager, &path, "reset").await.expect(422);
        assert!(refused.alert().contains("used in another organisation"), "{}", refused.alert());
    }
    let refused = act(&danube, &page_of(&app, ANNA).await, "reset").await.expect(422);
    assert!(refused.alert().contains("used in another organisation"), "{}", refused.alert());
    assert_eq!(app.database.number(open).await, 0);
    app.stop().await;
}
