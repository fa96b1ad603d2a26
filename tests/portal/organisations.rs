//! Members of several organisations act for one at a time (`docs/domain.md` rule 1).

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALMASKERT, DANUBE},
};

const ANNA: &str = "anna.kovacs@liaison.example";

/// Signed in, and asked for whom she acts.
async fn anna(app: &TestApp) -> (Browser, Reply) {
    let browser = app.browser();
    let reply = app.sign_in(&browser, ANNA).await.expect_redirect("/organisation");
    let page = browser.follow(&reply).await.expect(200);
    (browser, page)
}

async fn choose(browser: &Browser, page: &Reply, organisation: &str) -> Reply {
    browser.submit(&page.form("Continue").choose(organisation)).await.expect(303)
}

/// `docs/domain.md` rule 1.
#[actix_web::test]
async fn whoever_is_a_member_of_several_chooses_after_signing_in() {
    let app = TestApp::spawn().await;
    let (browser, page) = anna(&app).await;
    assert_eq!(page.heading(), "Choose an organisation");
    let form = page.form("Continue");
    assert_eq!(form.choices(), ["Alföld Cloud Zrt.", "Danube Distribution"]);
    assert_eq!(form.chosen(), None);
    // Nothing of either is to be seen before.
    for path in ["/home", "/partner/customers", "/partner/subscriptions"] {
        browser.get(path).await.expect_redirect("/organisation");
    }
    let reply = choose(&browser, &browser.get("/organisation").await, "Danube").await;
    reply.expect_redirect("/partner/subscriptions");
    let home = browser.get("/home").await.expect(200);
    assert!(home.title().ends_with("Danube Distribution"), "{}", home.title());
    assert!(home.main().contains("your role: helpdesk agent"), "{}", home.main());
    app.stop().await;
}

/// `docs/domain.md` rule 1.
#[actix_web::test]
async fn the_page_that_was_asked_for_comes_after_the_choice() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    let path = format!("{}?contact=x", app.database.path_of(ALMASKERT, "Intune").await);
    assert!(browser.get(&path).await.asks_to_sign_in());
    app.sign_in(&browser, ANNA).await.expect_redirect("/organisation");
    let page = browser.get("/organisation").await;
    let reply = choose(&browser, &page, "Danube").await.expect_redirect(&path);
    assert_eq!(browser.follow(&reply).await.expect(200).heading(), "Intune");
    // Once: another choice leads home.
    let page = browser.get("/organisation").await;
    choose(&browser, &page, "Alföld").await.expect_redirect("/home");
    app.stop().await;
}

/// `docs/domain.md` rule 1: a session acts for exactly one, with the roles of that membership.
#[actix_web::test]
async fn the_menu_leads_from_one_organisation_to_the_other() {
    let app = TestApp::spawn().await;
    let (browser, page) = anna(&app).await;
    choose(&browser, &page, "Danube").await;
    let intune = app.database.path_of(ALMASKERT, "Intune").await;
    let visio = app.database.path_of(ALMASKERT, "Visio Plan 2").await;
    let form = browser.get(&intune).await.expect(200).form("Submit").choose("Kékes");
    browser.get(&visio).await.expect(404);

    let page = browser.click(&browser.get("/home").await, "Switch organisation").await.expect(200);
    let current = page.form("Continue");
    assert_eq!(current.chosen(), Some("Danube Distribution Current"));
    choose(&browser, &page, "Alföld").await.expect_redirect("/home");
    assert!(browser.get("/home").await.main().contains("your role: admin agent"));
    browser.get(&visio).await.expect(200);
    // A form from before the change finds nothing.
    browser.get(&intune).await.expect(404);
    let before = app.database.dump().await;
    browser.submit(&form).await.expect(404);
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

/// `docs/domain.md` rule 1: each session by itself.
#[actix_web::test]
async fn two_browsers_of_one_person_may_act_for_different_organisations() {
    let app = TestApp::spawn().await;
    let (one, page) = anna(&app).await;
    choose(&one, &page, "Danube").await;
    let (other, page) = anna(&app).await;
    choose(&other, &page, "Alföld").await;
    assert!(one.get("/home").await.title().ends_with("Danube Distribution"));
    assert!(other.get("/home").await.title().ends_with("Alföld Cloud Zrt."));
    app.stop().await;
}

#[actix_web::test]
async fn choosing_nothing_or_somebody_elses_membership_is_refused() {
    let app = TestApp::spawn().await;
    let (browser, page) = anna(&app).await;
    let form = page.form("Continue");
    for bad in ["", "nonsense"] {
        let refused = browser.submit(&form.clone().with("membership", bad)).await.expect(422);
        assert!(refused.title().starts_with("Error: "), "{}", refused.title());
        assert!(refused.alert().contains("Choose the organisation"), "{}", refused.alert());
        assert!(refused.links().contains(&"/organisation".to_owned()));
    }
    let foreign = app
        .database
        .ids(
            "SELECT id FROM memberships WHERE user_id <> (SELECT id FROM users WHERE email = \
              'anna.kovacs@liaison.example')",
        )
        .await[0];
    for bad in [foreign, uuid::Uuid::nil()] {
        browser.submit(&form.clone().with("membership", &bad.to_string())).await.expect(404);
    }
    browser.get("/home").await.expect_redirect("/organisation");
    app.stop().await;
}

/// `docs/domain.md` rule 1.
#[actix_web::test]
async fn whoever_is_a_member_of_one_is_not_asked() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    app.sign_in(&browser, "admin.agent@danube.example").await.expect_redirect("/home");
    assert!(!browser.get("/home").await.text().contains("Switch organisation"));

    // A membership that has been taken away is none.
    let danube = app.database.literal(app.database.partner(DANUBE).await);
    app.database
        .run(&format!(
            "UPDATE memberships SET active = false WHERE partner_id = {danube} AND user_id = \
             (SELECT id FROM users WHERE email = '{ANNA}')"
        ))
        .await;
    let browser = app.browser();
    app.sign_in(&browser, ANNA).await.expect_redirect("/home");
    let home = browser.get("/home").await.expect(200);
    assert!(home.title().ends_with("Alföld Cloud Zrt."), "{}", home.title());
    app.stop().await;
}
