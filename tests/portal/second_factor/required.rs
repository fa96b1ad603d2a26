//! An organisation that requires it, and an admin who takes a lost one off.

use super::{CODE, CURRENT, OWN, SET_UP};
use crate::support::{Browser, PASSWORD, TestApp, authenticator::Authenticator};

const ADMIN: &str = "global.admin@danube.example";
const AGENT: &str = "admin.agent@danube.example";
const HELPDESK: &str = "helpdesk.agent@danube.example";
const PARTNER: &str = "/partner/users/second-factor";
const CUSTOMER: &str = "/admin/users/second-factor";

async fn require(browser: &Browser, path: &str) {
    let page = browser.get(path).await.expect(200);
    let form = page.form("Require it from everybody");
    let reply = browser.submit(&form).await.expect_redirect(path);
    let page = browser.follow(&reply).await.expect(200);
    assert!(page.news().contains("required from everybody now"), "{}", page.news());
}

/// `docs/security.md` B7.
#[actix_web::test]
async fn whoever_has_none_is_led_to_setting_one_up_and_can_do_nothing_else() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let other = app.signed_in("global.admin@tisza.example").await;
    let admin = app.secured(ADMIN).await;
    require(&admin.browser, PARTNER).await;

    let azure = app.database.subscription("almaskert.example", "Azure plan").await;
    let contact = format!("/partner/subscriptions/{azure}/support-contact");
    let before = app.database.dump().await;
    for path in ["/home", "/partner/customers?q=orseg", "/partner/activity.csv", PARTNER] {
        agent.get(path).await.expect_redirect(OWN);
    }
    agent.post(&contact, &[("ourselves", "1")]).await.expect_redirect(OWN);
    assert_eq!(app.database.dump().await["changes"], before["changes"]);

    agent.get("/partner/customers?q=orseg").await.expect_redirect(OWN);
    let page = agent.get(OWN).await.expect(200);
    assert!(page.main().contains("Required by: Danube Distribution"), "{}", page.main());
    let code = Authenticator::scan(&page).code(app.clock.now());
    let form = page.form(SET_UP).fill(CODE, &code).fill(CURRENT, PASSWORD);
    let reply = agent.submit(&form).await.expect_redirect(OWN);
    let page = agent.follow(&reply).await;
    agent.submit(&page.form("Done")).await.expect_redirect("/partner/customers?q=orseg");
    agent.get("/home").await.expect(200);

    // Nobody else is asked for one.
    other.get("/home").await.expect(200);
    app.signed_in("admin@almaskert.example").await.get("/home").await.expect(200);
    app.stop().await;
}

/// `docs/security.md` B7.
#[actix_web::test]
async fn who_belongs_to_two_organisations_needs_one_only_for_that_which_requires_it() {
    let app = TestApp::spawn().await;
    let anna = app.signed_in("anna.kovacs@liaison.example").await;
    let act_for = async |name: &str| {
        let form = anna.get("/organisation").await.form("Continue").choose(name);
        anna.submit(&form).await.expect(303)
    };
    act_for("Danube").await;
    anna.get("/home").await.expect(200);
    let admin = app.secured(ADMIN).await;
    require(&admin.browser, PARTNER).await;
    anna.get("/home").await.expect_redirect(OWN);
    act_for("Alföld").await;
    anna.get("/home").await.expect(200);
    anna.get("/partner/customers").await.expect(200);
    // Back there it is asked for again, and she is not asked which one she means.
    act_for("Danube").await;
    anna.get("/partner/customers").await.expect_redirect(OWN);
    let contact = [("ourselves", "1")];
    let azure = app.database.subscription("almaskert.example", "Azure plan").await;
    let path = format!("/partner/subscriptions/{azure}/support-contact");
    anna.post(&path, &contact).await.expect_redirect(OWN);
    app.stop().await;
}

/// `docs/security.md` B7: it holds for whatever page somebody asks for.
#[actix_web::test]
async fn a_customers_people_need_one_where_the_customer_requires_it() {
    let app = TestApp::spawn().await;
    let admin = app.secured("admin@almaskert.example").await;
    require(&admin.browser, CUSTOMER).await;
    let user = app.signed_in("user@almaskert.example").await;
    user.get("/admin/support").await.expect_redirect(OWN);
    user.get("/admin").await.expect_redirect(OWN);
    app.signed_in(AGENT).await.get("/home").await.expect(200);
    app.stop().await;
}

/// Whoever has set one up with an old telephone and switches it off is led to a new one.
#[actix_web::test]
async fn whoever_switches_it_off_sets_up_another_one() {
    let app = TestApp::spawn().await;
    let admin = app.secured(ADMIN).await;
    require(&admin.browser, PARTNER).await;
    let page = admin.browser.get("/me/second-factor/off").await.expect(200);
    assert!(
        page.main().contains("You have to set up a new one before you can go on"),
        "{}",
        page.main()
    );
    let form = page.form("Switch off the second factor").fill(CURRENT, PASSWORD);
    let form = form.fill("Code from the app, or a recovery code", &admin.codes[0]);
    admin.browser.submit(&form).await.expect_redirect(OWN);
    admin.browser.get("/home").await.expect_redirect(OWN);
    app.stop().await;
}

#[actix_web::test]
async fn nobody_requires_from_others_what_they_lack_themselves() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(ADMIN).await;
    let page = browser.get(PARTNER).await.expect(200);
    assert!(!page.has_button("Require it from everybody"));
    assert!(page.main().contains("Set up your own second factor first"), "{}", page.main());
    let before = app.database.dump().await;
    let refused = browser.post(PARTNER, &[("required", "yes")]).await.expect(422);
    assert!(refused.title().starts_with("Error:"), "{}", refused.title());
    assert!(refused.alert().contains("Set up your own second factor first"));
    browser.post(PARTNER, &[("required", "maybe")]).await.expect(400);
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

#[actix_web::test]
async fn the_page_says_who_has_none() {
    let app = TestApp::spawn().await;
    let admin = app.secured(ADMIN).await;
    let page = admin.browser.get(PARTNER).await.expect(200);
    let names = page.all("#main ul li");
    assert!(names.contains(&"Gábor Szűcs".to_owned()), "{names:?}");
    assert!(page.main().contains(&format!("{} of {}", names.len(), names.len() + 1)));
    // Nobody of another organisation.
    let users = "SELECT u.name FROM users u JOIN memberships m ON m.user_id = u.id \
         JOIN partners p ON p.id = m.partner_id WHERE p.mpn_id = '4391507'";
    let own = app.database.texts(users).await;
    assert!(names.iter().all(|name| own.contains(name)), "{names:?}");
    app.secured(AGENT).await;
    let page = admin.browser.get(PARTNER).await;
    assert_eq!(page.all("#main ul li").len(), names.len() - 1);
    app.stop().await;
}

/// `docs/security.md` G.
#[actix_web::test]
async fn requiring_and_leaving_it_are_recorded_once() {
    let app = TestApp::spawn().await;
    let partner = app.secured(ADMIN).await;
    let customer = app.secured("admin@almaskert.example").await;
    for (browser, path) in [(&partner.browser, PARTNER), (&customer.browser, CUSTOMER)] {
        for (required, kind) in [
            ("no", None),
            ("yes", Some("second_factor_required")),
            ("yes", None),
            ("no", Some("second_factor_optional")),
        ] {
            let reply = browser.post(path, &[("required", required)]).await.expect_redirect(path);
            let id = app.database.literal(reply.request_id().parse().unwrap());
            let kinds = format!("SELECT kind FROM activity WHERE request_id = {id}");
            let expected: Vec<_> = kind.into_iter().collect();
            assert_eq!(app.database.texts(&kinds).await, expected);
        }
    }
    app.stop().await;
}

/// `docs/security.md` B7 and B8: the same rule as for a link that opens the account.
#[actix_web::test]
async fn an_admin_takes_a_lost_one_off_and_the_person_is_signed_out() {
    let app = TestApp::spawn().await;
    let helpdesk = app.secured(HELPDESK).await;
    let admin = app.signed_in(ADMIN).await;
    let membership = app.database.membership(HELPDESK).await;
    let path = format!("/partner/users/{membership}");
    let page = admin.get(&path).await.expect(200);
    let form = page.form("Take the second factor off");
    let reply = admin.submit(&form).await.expect_redirect(&path);
    let page = admin.follow(&reply).await;
    assert!(page.news().contains("The second factor is taken off"), "{}", page.news());
    assert!(!page.has_button("Take the second factor off"));
    let id = app.database.literal(reply.request_id().parse().unwrap());
    let kinds = format!("SELECT kind FROM activity WHERE request_id = {id}");
    assert_eq!(app.database.texts(&kinds).await, ["second_factor_reset"]);

    assert!(helpdesk.browser.get("/home").await.asks_to_sign_in());
    assert_eq!(app.database.count("recovery_codes").await, 0);
    app.signed_in(HELPDESK).await.get("/home").await.expect(200);

    let before = app.database.count("activity").await;
    admin.submit(&form).await.expect_redirect(&path);
    assert_eq!(app.database.count("activity").await, before);
    app.stop().await;
}

/// `docs/security.md` B8, `docs/domain.md` rule 4, and the other tenant.
#[actix_web::test]
async fn nobody_takes_one_off_whom_they_could_become_by_it() {
    let app = TestApp::spawn().await;
    let admin = app.secured(ADMIN).await;
    app.secured("global.admin@tisza.example").await;
    app.secured("anna.kovacs@liaison.example").await;
    let manager = app.signed_in("user.admin@danube.example").await;
    let own = app.database.membership(ADMIN).await;
    let foreign = app.database.membership("global.admin@tisza.example").await;
    let off = [("action", "second_factor")];
    let users = app.database.dump().await["users"].clone();
    manager.post(&format!("/partner/users/{own}"), &off).await.expect(422);
    admin.browser.post(&format!("/partner/users/{own}"), &off).await.expect(422);
    admin.browser.post(&format!("/partner/users/{foreign}"), &off).await.expect(404);
    // Of both of Anna's organisations, one is a partner.
    let anna = "SELECT m.id FROM memberships m JOIN users u ON u.id = m.user_id \
         WHERE u.email = 'anna.kovacs@liaison.example'";
    for membership in app.database.ids(anna).await {
        for path in ["/partner/users", "/admin/users"] {
            for browser in [&admin.browser, &app.signed_in("admin@almaskert.example").await] {
                let reply = browser.post(&format!("{path}/{membership}"), &off).await;
                assert!(matches!(reply.status, 403 | 404 | 422), "{}", reply.status);
            }
        }
    }
    assert_eq!(app.database.dump().await["users"], users);
    app.stop().await;
}
