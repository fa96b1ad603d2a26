//! Roles, disabling and links (`docs/domain.md` rules 4 and 5).

use super::{ANNA, BILLING, CUSTOMER, CUSTOMER_USERS, DANUBE, PLAIN, USER_ADMIN, act, page_of};
use crate::support::{TestApp, database::difference, invitations::made_link};

/// `docs/security.md` A5.
#[actix_web::test]
async fn new_roles_count_from_the_next_page_and_are_told_in_the_log() {
    let app = TestApp::spawn().await;
    let (danube, billing) = (app.signed_in(DANUBE).await, app.signed_in(BILLING).await);
    billing.get("/partner/relationships/new").await.expect(403);
    let path = page_of(&app, BILLING).await;
    let page = danube.get(&path).await.expect(200);
    let form = page.form("Save the roles").with("role", "sales_agent");
    let reply = danube.submit(&form).await.expect_redirect(&path);
    assert!(danube.follow(&reply).await.news().contains("The roles have been saved"));
    billing.get("/partner/relationships/new").await.expect(200);
    let log = danube.get("/partner/activity?kind=people").await.main();
    for part in ["Roles changed", "Roles: ", "sales agent", "Before: billing admin"] {
        assert!(log.contains(part), "{part}: {log}");
    }
    let name = format!("SELECT name FROM users WHERE email = '{BILLING}'");
    let name = app.database.texts(&name).await;
    assert!(log.contains(&name[0]), "{log}");
    app.stop().await;
}

/// `docs/security.md` A5.
#[actix_web::test]
async fn whoever_is_disabled_is_signed_out_at_once_and_comes_back_with_their_roles() {
    let app = TestApp::spawn().await;
    let (danube, billing) = (app.signed_in(DANUBE).await, app.signed_in(BILLING).await);
    let path = page_of(&app, BILLING).await;
    billing.get("/home").await.expect(200);
    act(&danube, &path, "disable").await.expect_redirect(&path);
    assert!(billing.get("/home").await.asks_to_sign_in());
    assert!(danube.get(&path).await.main().contains("disabled"));
    act(&danube, &path, "enable").await.expect_redirect(&path);
    let back = app.signed_in(BILLING).await;
    assert!(back.get("/home").await.main().contains("billing admin"));
    app.stop().await;
}

/// `docs/domain.md` rule 4.
#[actix_web::test]
async fn a_user_management_admin_leaves_global_admins_alone() {
    let app = TestApp::spawn().await;
    let manager = app.signed_in(USER_ADMIN).await;
    let path = page_of(&app, DANUBE).await;
    let before = app.database.dump().await;
    for action in ["disable", "reset"] {
        let refused = act(&manager, &path, action).await.expect(422);
        assert!(refused.alert().contains("Only a global admin"), "{}", refused.alert());
    }
    for (path, role) in [(&path, "sales_agent"), (&page_of(&app, BILLING).await, "global_admin")] {
        let fields = [("action", "roles"), ("role", role)];
        let refused = manager.post(path, &fields).await.expect(422);
        assert!(refused.alert().contains("Only a global admin"), "{}", refused.alert());
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

/// `docs/domain.md` rule 4, for a partner's and for a customer's.
#[actix_web::test]
async fn the_last_global_admin_stays_and_nobody_raises_or_disables_themselves() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let customer = app.signed_in(CUSTOMER).await;
    let partners = page_of(&app, DANUBE).await;
    let customers = format!("{CUSTOMER_USERS}/{}", app.database.membership(CUSTOMER).await);
    let before = app.database.dump().await;
    for (browser, path, role) in
        [(&danube, &partners, "admin_agent"), (&customer, &customers, "user")]
    {
        let refused = act(browser, path, "disable").await.expect(422);
        assert!(refused.alert().contains("to yourself"), "{}", refused.alert());
        let refused = browser.post(path, &[("action", "roles"), ("role", role)]).await.expect(422);
        let own = refused.alert();
        assert!(own.contains("last global admin") || own.contains("to yourself"), "{own}");
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");

    let plain = format!("{CUSTOMER_USERS}/{}", app.database.membership(PLAIN).await);
    customer.post(&plain, &[("action", "roles"), ("role", "global_admin")]).await.expect(303);
    let plain = app.signed_in(PLAIN).await;
    plain.post(&customers, &[("action", "disable")]).await.expect(303);
    assert!(customer.get("/home").await.asks_to_sign_in());
    app.stop().await;
}

/// `docs/security.md` B8: with such a link the admin of one organisation could act for another.
#[actix_web::test]
async fn an_account_that_belongs_elsewhere_is_not_opened_by_an_admin() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let path = page_of(&app, ANNA).await;
    let page = danube.get(&path).await.expect(200);
    assert!(page.main().contains("whoever runs this portal makes such a link"), "{}", page.main());
    assert!(!page.main().contains("Alföld"), "{}", page.main());
    assert!(!page.has_button("Make a link for a new password"));
    let before = app.database.dump().await;
    act(&danube, &path, "reset").await.expect(422);
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

#[actix_web::test]
async fn a_customers_admin_makes_a_sign_in_link_and_a_partners_does_not() {
    let app = TestApp::spawn().await;
    let customer = app.signed_in(CUSTOMER).await;
    let path = format!("{CUSTOMER_USERS}/{}", app.database.membership(PLAIN).await);
    act(&customer, &path, "sign_in").await.expect_redirect(&path);
    let page = customer.get(&path).await.expect(200);
    assert!(made_link(&page).starts_with("/sign-in/link/"), "{}", page.main());
    let danube = app.signed_in(DANUBE).await;
    let path = page_of(&app, BILLING).await;
    assert!(!danube.get(&path).await.has_button("Make a sign-in link"));
    act(&danube, &path, "sign_in").await.expect(404);
    app.stop().await;
}

/// What somebody asks for stands on Home, in the list, and on their page, until the link is made.
#[actix_web::test]
async fn whoever_asks_for_a_link_is_seen_until_it_is_made() {
    let app = TestApp::spawn().await;
    let (danube, customer) = (app.signed_in(DANUBE).await, app.signed_in(CUSTOMER).await);
    let ask = async |email: &str, purpose: &str, wanted: &str| {
        let sql = format!(
            "INSERT INTO asked_links (user_id, purpose, email, asked_at) \
             SELECT id, '{purpose}', {wanted}, '2026-11-22T09:00:00Z' FROM users WHERE email = '{email}'"
        );
        assert_eq!(app.database.run(&sql).await, 1);
    };
    ask(BILLING, "new_email", "'b@danube.example'").await;
    ask(PLAIN, "reset", "NULL").await;
    let home = danube.get("/home").await;
    assert!(home.main().contains("asks for help with signing in"), "{}", home.main());
    let list = danube.click(&home, "1 colleague asks for help with signing in").await.expect(200);
    assert_eq!(list.all("tbody tr").len(), 1, "{}", list.main());
    assert!(list.main().contains("wants another email address"), "{}", list.main());
    let path = page_of(&app, BILLING).await;
    assert!(danube.get(&path).await.main().contains("b@danube.example"));
    act(&danube, &path, "new_email").await.expect_redirect(&path);
    let page = danube.get(&path).await;
    assert!(made_link(&page).starts_with("/email/"), "{}", page.main());
    assert!(!danube.get("/home").await.main().contains("asks for help"));
    // Without a wish there is no such link.
    let before = app.database.dump().await;
    act(&danube, &path, "new_email").await.expect_redirect(&path);
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");

    let home = customer.get("/home").await;
    assert!(home.main().contains("1 colleague asks for help"), "{}", home.main());
    let plain = app.signed_in(PLAIN).await;
    assert!(!plain.get("/home").await.main().contains("asks for help"));
    app.stop().await;
}

/// A link lets somebody into an account, so it stands on the page of that person and on no other.
#[actix_web::test]
async fn a_link_is_shown_on_the_page_of_the_person_it_is_for_and_on_no_other() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let (billing, anna) = (page_of(&app, BILLING).await, page_of(&app, ANNA).await);
    act(&danube, &billing, "reset").await.expect_redirect(&billing);
    let link = made_link(&danube.get(&billing).await);
    for other in [anna.as_str(), "/partner/users", "/home"] {
        let page = danube.get(other).await.expect(200);
        assert!(!page.body.contains(&link), "{other}: {}", page.main());
    }
    assert_eq!(made_link(&danube.get(&billing).await), link, "it is there again");
    app.stop().await;
}

/// What is asked for can be done without leafing past the roles.
#[actix_web::test]
async fn links_stand_first_on_the_page_of_somebody_who_asks_for_one() {
    let app = TestApp::spawn().await;
    let customer = app.signed_in(CUSTOMER).await;
    let path = format!("{CUSTOMER_USERS}/{}", app.database.membership(PLAIN).await);
    let roles_come_first = async || {
        let page = customer.get(&path).await.expect(200).main();
        let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
        place("What they may do") < place("Access to the account")
    };
    assert!(roles_come_first().await);
    let sql = format!(
        "INSERT INTO asked_links (user_id, purpose, email, asked_at) \
         SELECT id, 'reset', NULL, '2026-11-22T09:00:00Z' FROM users WHERE email = '{PLAIN}'"
    );
    assert_eq!(app.database.run(&sql).await, 1);
    assert!(!roles_come_first().await);
    app.stop().await;
}
