use super::{AGENT, ANNA, OTHER, activity};
use crate::support::TestApp;

#[actix_web::test]
async fn the_header_leads_to_ones_own_account_and_a_new_name_stands_there() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let home = browser.get("/home").await;
    let page = browser.click(&home, "Your account").await.expect(200);
    assert_eq!(page.heading(), "Your account");
    assert_eq!(page.title(), "Your account – Danube Distribution");

    let form = page.form("Save").fill("Name", "  Szűcs Boglárka ");
    let page = browser.follow(&browser.submit(&form).await.expect_redirect("/me")).await;
    assert_eq!(page.news(), "Saved.");
    assert!(page.first("header").unwrap().contains("Szűcs Boglárka"), "{}", page.text());
    assert_eq!(activity(&app, "account_edited").await, 1);

    let again = browser.submit(&page.form("Save")).await.expect_redirect("/me");
    assert_eq!(
        browser.follow(&again).await.news(),
        "Nothing has changed: all of this stood here already."
    );
    assert_eq!(activity(&app, "account_edited").await, 1);
    app.stop().await;
}

/// `docs/security.md` G: the log says which details were changed, and not what they are.
#[actix_web::test]
async fn the_log_says_what_was_changed_and_neither_the_old_nor_the_new_name() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let form = browser.get("/me").await.form("Save").fill("Name", "Boglárka Szűcs");
    browser.submit(&form.fill("Time zone", "Europe/Vienna")).await.expect(303);
    let log = browser.get("/partner/activity").await.main();
    assert!(log.contains("Own details edited") && log.contains("name changed"), "{log}");
    assert!(log.contains("time zone changed") && !log.contains("Vienna"), "{log}");
    app.stop().await;
}

#[actix_web::test]
async fn the_language_chosen_for_the_account_is_spoken_at_once_and_given_up_at_once() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let form = browser.get("/me").await.form("Save");
    browser.submit(&form.clone().with("language", "hu")).await.expect_redirect("/me");
    assert_eq!(browser.get("/home").await.language(), "hu");
    assert_eq!(browser.get("/no/such/page").await.language(), "hu");

    browser.submit(&form.with("language", "")).await.expect_redirect("/me");
    assert_eq!(browser.get("/home").await.language(), "en");
    assert_eq!(app.signed_in(AGENT).await.get("/home").await.language(), "en");
    app.stop().await;
}

#[actix_web::test]
async fn times_follow_ones_own_zone_and_without_one_the_organisations() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let footer = async || browser.get("/me").await.first("footer").unwrap();
    assert!(footer().await.contains("Europe/Budapest"));
    let form = browser.get("/me").await.form("Save");
    browser.submit(&form.clone().fill("Time zone", "america/new_york")).await.expect(303);
    assert!(footer().await.contains("America/New_York"), "{}", footer().await);
    browser.submit(&form.fill("Time zone", " ")).await.expect(303);
    assert!(footer().await.contains("Europe/Budapest"), "{}", footer().await);
    app.stop().await;
}

#[actix_web::test]
async fn a_refused_form_comes_back_filled_and_leads_to_the_field() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let form = browser.get("/me").await.form("Save");
    let form = form.fill("Name", "").fill("Time zone", "Mars/Olympus").with("language", "hu");
    let page = browser.submit(&form).await.expect(422);
    assert!(page.title().starts_with("Error: "), "{}", page.title());
    assert!(page.links().iter().any(|link| link.ends_with("/me")), "{:?}", page.links());
    for error in ["#name", "#time_zone"] {
        assert!(page.body.contains(&format!("href=\"{error}\"")), "{error}");
    }
    let form = page.form("Save");
    assert_eq!(
        (form.value("time_zone"), form.value("language")),
        (Some("Mars/Olympus"), Some("hu"))
    );
    browser.post("/me", &[("name", "X"), ("language", "xx")]).await.expect(400);
    assert_eq!(activity(&app, "account_edited").await, 0);
    app.stop().await;
}

/// `docs/domain.md` rule 1: one person, whatever organisation they act for; also before they have chosen one.
#[actix_web::test]
async fn somebody_who_has_not_chosen_an_organisation_has_an_account_already() {
    let app = TestApp::spawn().await;
    let anna = app.browser();
    app.sign_in(&anna, ANNA).await.expect_redirect("/organisation");
    let page = anna.get("/me").await.expect(200);
    anna.submit(&page.form("Save").fill("Name", "Kovács Panna")).await.expect_redirect("/me");
    assert!(anna.get("/organisation").await.text().contains("Kovács Panna"));
    for path in ["/me/email", "/me/password", "/me/sessions"] {
        anna.get(path).await.expect(200);
    }
    // In nobody's log: she acted for nobody.
    for path in ["/partner/activity", "/partner/activity?kind=signing_in"] {
        let log = app.signed_in(OTHER).await.get(path).await.main();
        assert!(!log.contains("Own details edited"), "{log}");
    }
    app.stop().await;
}
