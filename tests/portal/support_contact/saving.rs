//! What a choice comes to (`docs/domain.md` rules 29 to 32).

use super::{agent, assign, names, stands};
use crate::support::{
    TestApp,
    arrange::{ALMASKERT, CONTOSO},
};

/// `docs/domain.md` rule 29, and rule 25: even when it ended after the form was shown.
#[actix_web::test]
async fn only_live_subscriptions_are_changed() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let subscription = app.database.subscription(ALMASKERT, "Intune").await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let form = danube.get(&path).await.form("Submit").choose("Kékes");
    for (status, word) in [("expired", "Expired"), ("cancelled", "Cancelled")] {
        app.database.set_subscription(subscription, &format!("status = '{status}'")).await;
        let before = app.database.dump().await;
        let refused = danube.submit(&form).await.expect(422);
        let problem = refused.alert();
        assert!(problem.contains(&format!("“{word}”")), "{problem}");
        assert!(refused.title().starts_with("Error:"), "{}", refused.title());
        assert_eq!(app.database.dump().await, before);
    }
    app.database.set_subscription(subscription, "status = 'removed'").await;
    danube.submit(&form).await.expect(404);
    danube.get(&path).await.expect(404);
    for (status, name) in [("pending", "Kékes"), ("suspended", "Danube"), ("active", "Tisza")] {
        app.database.set_subscription(subscription, &format!("status = '{status}'")).await;
        assign(&danube, &path, name).await;
    }
    app.stop().await;
}

/// `docs/domain.md` rule 31.
#[actix_web::test]
async fn choosing_what_stands_records_nothing_whatever_version_the_form_had() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let form = danube.get(&path).await.form("Submit");
    for version in ["2", "1", "999", "", "nonsense"] {
        let before = app.database.dump().await;
        let reply = danube.submit(&form.clone().with("version", version)).await;
        let page = danube.follow(&reply.expect_redirect(&path)).await;
        assert_eq!(page.news(), "Nothing has changed: Tisza IT Kft. is the contact already.");
        assert_eq!(app.database.dump().await, before, "{version}");
    }
    app.stop().await;
}

/// `docs/domain.md` rules 30 and 31.
#[actix_web::test]
async fn choosing_what_stands_the_first_time_confirms_it() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let undecided = "/partner/subscriptions?contact=undecided";
    assert!(danube.get(undecided).await.main().contains("Azure plan"));
    // Whatever version the form had.
    let form = danube.get(&path).await.form("Submit").with("version", "77");
    let review = danube.follow(&danube.submit(&form).await).await.expect(200);
    assert_eq!(review.all(".diff .name"), ["Danube Distribution", "Danube Distribution"]);
    assert!(review.first("aside").unwrap().contains("confirmed: chosen as it stood"));
    assert!(!review.has_button("Undo"), "a confirmation left the contact as it was");
    assert!(stands(&danube, &path).await.ends_with("Current"));
    assert!(!danube.get(undecided).await.main().contains("Azure plan"));
    // Only the first time.
    let changes = app.database.count("changes").await;
    danube.submit(&danube.get(&path).await.form("Submit")).await.expect_redirect(&path);
    assert_eq!(app.database.count("changes").await, changes);
    app.stop().await;
}

/// `docs/domain.md` rule 31.
#[actix_web::test]
async fn we_support_this_ourselves_confirms_the_provider_whatever_is_chosen() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(CONTOSO, "Exchange Online").await;
    let page = danube.get(&path).await;
    let form = page.form("We support this ourselves").choose("Tisza");
    let review = danube.follow(&danube.submit(&form).await).await.expect(200);
    assert_eq!(review.all(".diff .name"), ["Danube Distribution", "Danube Distribution"]);
    assert!(review.first("aside").unwrap().contains("confirmed"));
    assert!(!danube.get(&path).await.has_button("We support this ourselves"), "it is decided");
    let intune = danube.get(&app.database.path_of(ALMASKERT, "Intune").await).await;
    assert!(!intune.has_button("We support this ourselves"));
    app.stop().await;
}

/// `docs/domain.md` rule 25 and `docs/pages.md`: nothing chosen.
#[actix_web::test]
async fn choosing_nothing_is_refused_with_a_link_to_the_field() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let post = format!("{path}/support-contact");
    let before = app.database.dump().await;
    let refused = danube.post(&post, &[("version", "2")]).await.expect(422);
    assert!(refused.title().starts_with("Error: Intune – Almáskert"), "{}", refused.title());
    assert!(refused.alert().contains("Choose who gives technical support"), "{}", refused.alert());
    assert!(refused.body.contains(r##"<a href="#contact-1">"##), "{}", refused.body);
    assert_eq!(refused.all("[role=alert][autofocus]").len(), 1, "the summary is focused");
    assert_eq!(names(&refused).len(), 3);
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

/// `docs/domain.md` rule 32.
#[actix_web::test]
async fn the_second_of_two_is_shown_what_stands_and_chooses() {
    let app = TestApp::spawn().await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let first = app.signed_in("helpdesk.agent@danube.example").await;
    let second = agent(&app).await;
    let form = second.get(&path).await.form("Submit").choose("Danube");
    assign(&first, &path, "Kékes").await;

    let before = app.database.dump().await;
    let conflict = second.submit(&form).await.expect(409);
    assert_eq!(app.database.dump().await, before, "nothing is lost");
    assert!(conflict.title().starts_with("Error: Intune"), "{}", conflict.title());
    assert!(conflict.alert().contains("Somebody else has changed the contact"));
    let sides = conflict.all(".diff section");
    let theirs = "The contact now Kékes Systems Zrt. Zsófia Tóth, 22 November 2026, 10:41";
    assert_eq!(sides, [theirs, "Your choice Danube Distribution"]);
    let customer = app.database.customer(ALMASKERT).await;
    assert_eq!(conflict.link("Keep theirs"), format!("/partner/customers/{customer}"));

    let reply = second.submit(&conflict.form("Use mine")).await;
    let review = second.follow(&reply).await.expect(200);
    assert_eq!(review.all(".diff .name"), ["Kékes Systems Zrt.", "Danube Distribution"]);
    app.stop().await;
}

/// `docs/domain.md` rule 32: *Use mine* decides on what was shown, so a third change is a conflict again.
#[actix_web::test]
async fn use_mine_is_refused_when_somebody_was_first_again() {
    let app = TestApp::spawn().await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let (first, second) = (agent(&app).await, agent(&app).await);
    let form = second.get(&path).await.form("Submit").choose("Danube");
    assign(&first, &path, "Kékes").await;
    let conflict = second.submit(&form).await.expect(409);
    assign(&first, &path, "Tisza").await;
    let again = second.submit(&conflict.form("Use mine")).await.expect(409);
    assert!(again.all(".diff section")[0].contains("Tisza IT Kft."));
    second.submit(&again.form("Use mine")).await.expect(303);
    assert!(stands(&first, &path).await.starts_with("Danube"));
    app.stop().await;
}

/// `docs/domain.md` rules 31 and 32.
#[actix_web::test]
async fn the_second_of_two_who_want_the_same_is_told_that_it_is_so() {
    let app = TestApp::spawn().await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let (first, second) = (agent(&app).await, agent(&app).await);
    let form = second.get(&path).await.form("Submit").choose("Kékes");
    assign(&first, &path, "Kékes").await;
    let page = second.follow(&second.submit(&form).await.expect_redirect(&path)).await;
    assert_eq!(page.news(), "Nothing has changed: Kékes Systems Zrt. is the contact already.");
    app.stop().await;
}

/// `docs/domain.md` rule 32: a form that says nothing about what it was made from is older than any.
#[actix_web::test]
async fn a_form_without_its_version_is_a_conflict() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let form = danube.get(&path).await.form("Submit").choose("Kékes");
    for version in ["", "1", "3", "-1", "nonsense", "99999999999999999999"] {
        danube.submit(&form.clone().with("version", version)).await.expect(409);
    }
    danube.submit(&form).await.expect(303);
    app.stop().await;
}

/// An address that only takes POST leads to its form.
#[actix_web::test]
async fn the_forms_address_leads_to_its_page() {
    let app = TestApp::spawn().await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let danube = agent(&app).await;
    danube.get(&format!("{path}/support-contact")).await.expect_redirect(&path);
    let alfold = app.signed_in("global.admin@alfold.example").await;
    alfold.get(&format!("{path}/support-contact")).await.expect(404);
    let form = danube.get(&path).await.form("Submit").choose("Kékes");
    alfold.submit(&form).await.expect(404);
    app.stop().await;
}
