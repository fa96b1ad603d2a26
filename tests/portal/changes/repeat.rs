//! The same contact for a customer's other subscriptions (`docs/pages.md`, *The main job*).

use super::{ALMASKERT, KEKES, agent, assign, facts, sides, stands};
use crate::support::{
    Reply, TestApp,
    arrange::{CONTOSO, DANUBE},
};

const REPEAT: &str = "Assign to the ticked subscriptions";

/// Product, contact now, and what would happen.
fn lines(review: &Reply) -> Vec<String> {
    review.all("section:has(#also) tbody tr")
}

#[actix_web::test]
async fn each_other_subscription_stands_there_with_what_would_happen_to_it() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Azure plan", "Tisza").await;
    assert_eq!(
        lines(&review),
        [
            "Exchange Online Tisza IT Kft. already so",
            "Intune Tisza IT Kft. already so",
            "Office 365 Business Standard Danube Distribution default changes to Tisza IT Kft.",
        ]
    );
    assert_eq!(review.all("section:has(#also) input").len(), 1, "only what would change is ticked");
    let review = assign(&app, &danube, "Azure plan", "Danube").await;
    let confirmed = "Office 365 Business Standard Danube Distribution default is confirmed";
    assert_eq!(lines(&review)[2], confirmed);
    assert!(review.main().contains("Exchange Online Tisza IT Kft. changes to Danube Distribution"));
    assert!(!review.main().contains("Visio"), "another provider has sold that");
    app.stop().await;
}

#[actix_web::test]
async fn those_ticked_get_the_same_contact_and_each_has_its_change() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Azure plan", "Kékes").await;
    let changes = app.database.count("changes").await;
    let form = review.form(REPEAT).tick("Exchange Online").tick("Office 365 Business Standard");
    let reply = danube.submit(&form).await.expect_redirect(&review.path);
    let page = danube.follow(&reply).await.expect(200);
    assert_eq!(page.news(), "2 more subscriptions were changed.");
    assert_eq!(
        lines(&page),
        [
            "Exchange Online Kékes Systems Zrt. already so",
            "Intune Tisza IT Kft. changes to Kékes Systems Zrt.",
            "Office 365 Business Standard Kékes Systems Zrt. already so",
        ]
    );
    assert_eq!(app.database.count("changes").await, changes + 2);
    let references = app.database.texts("SELECT DISTINCT reference FROM changes").await;
    assert_eq!(references.len(), usize::try_from(changes + 2).unwrap());

    // Each can be reviewed and taken back by itself.
    let subscription = app.database.subscription(ALMASKERT, "Exchange Online").await;
    let change = app.database.latest_change(subscription).await;
    let review = danube.get(&format!("/partner/changes/{change}")).await.expect(200);
    assert_eq!(sides(&review), ["Tisza IT Kft.", "Kékes Systems Zrt."]);
    assert_eq!(facts(&review)[1], "assigned together with other subscriptions");
    danube.submit(&review.form("Undo")).await.expect(303);
    assert!(stands(&app, &danube, "Exchange Online").await.starts_with("Tisza"));
    assert!(stands(&app, &danube, "Office 365 Business Standard").await.starts_with("Kékes"));
    app.stop().await;
}

/// `docs/domain.md` rule 31.
#[actix_web::test]
async fn repeating_what_stands_confirms_what_nobody_has_decided() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Azure plan", "Danube").await;
    let form = review.form(REPEAT).tick("Office 365");
    let page = danube.follow(&danube.submit(&form).await).await;
    assert_eq!(page.news(), "One more subscription was changed.");
    let subscription = app.database.subscription(ALMASKERT, "Office 365 Business Standard").await;
    let change = app.database.latest_change(subscription).await;
    let review = danube.get(&format!("/partner/changes/{change}")).await;
    assert_eq!(facts(&review)[1], "confirmed: chosen as it stood");
    assert!(!review.has_button("Undo"));
    app.stop().await;
}

/// `docs/domain.md` rule 32: all or nothing.
#[actix_web::test]
async fn where_one_was_changed_meanwhile_none_is_saved() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Azure plan", "Kékes").await;
    let form = review.form(REPEAT).tick("Exchange Online").tick("Intune").tick("Office 365");
    assign(&app, &danube, "Intune", "Danube").await;
    let before = app.database.dump().await;
    let refused = danube.submit(&form).await.expect(409);
    assert_eq!(app.database.dump().await, before);
    assert!(refused.title().starts_with("Error: "), "{}", refused.title());
    assert!(refused.alert().contains("Nothing was saved"), "{}", refused.alert());
    assert!(lines(&refused)[1].starts_with("Intune Danube Distribution changes to"));
    // What it shows now can be sent.
    let again = refused.form(REPEAT).tick("Exchange Online").tick("Intune").tick("Office 365");
    let page = danube.follow(&danube.submit(&again).await).await;
    assert_eq!(page.news(), "3 more subscriptions were changed.");
    app.stop().await;
}

/// `docs/domain.md` rule 31: already so, whatever version the form had.
#[actix_web::test]
async fn what_has_got_the_contact_meanwhile_is_already_so() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Azure plan", "Kékes").await;
    let form = review.form(REPEAT).tick("Exchange Online").tick("Intune");
    assign(&app, &danube, "Intune", "Kékes").await;
    let page = danube.follow(&danube.submit(&form).await).await.expect(200);
    let news = "One more subscription was changed. One had this contact already.";
    assert_eq!(page.news(), news);
    let changes = app.database.count("changes").await;
    let page = danube.follow(&danube.submit(&form).await).await.expect(200);
    assert_eq!(page.news(), "No other subscription was changed. 2 had this contact already.");
    assert_eq!(app.database.count("changes").await, changes);
    app.stop().await;
}

#[actix_web::test]
async fn ticking_nothing_or_nonsense_is_refused() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Azure plan", "Kékes").await;
    let path = format!("{}/repeat", review.path);
    let intune = app.database.subscription(ALMASKERT, "Intune").await;
    let before = app.database.dump().await;
    let no_version = format!("{intune}:");
    for fields in [
        &[][..],
        &[("subscription", "")],
        &[("subscription", "nonsense")],
        &[("subscription", "nonsense:2")],
        &[("subscription", no_version.as_str())],
    ] {
        let refused = danube.post(&path, fields).await.expect(422);
        assert!(refused.alert().contains("Tick at least one subscription."), "{fields:?}");
        assert!(refused.has_button(REPEAT));
    }
    danube.post(&path, &[("contact", "x")]).await.expect(400);
    assert_eq!(app.database.dump().await, before);
    // Twice the same is once.
    let twice = format!("{intune}:2");
    let fields = [("subscription", twice.as_str()), ("subscription", twice.as_str())];
    let page = danube.follow(&danube.post(&path, &fields).await).await;
    assert_eq!(page.news(), "One more subscription was changed.");
    app.stop().await;
}

/// `docs/domain.md` rule 25.
#[actix_web::test]
async fn a_contact_that_became_unavailable_is_refused_for_all() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Azure plan", "Kékes").await;
    let form = review.form(REPEAT).tick("Exchange Online").tick("Intune");
    app.database.set_relationship(KEKES, ALMASKERT, "delegated_admin = false").await;
    app.database.suspend(DANUBE, KEKES).await;
    let before = app.database.dump().await;
    let refused = danube.submit(&form).await.expect(422);
    let reason = "This contact cannot be chosen any more: Suspended, No DAP. Nothing was saved.";
    assert!(refused.alert().contains(reason), "{}", refused.alert());
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

/// `docs/domain.md` rule 29.
#[actix_web::test]
async fn where_one_is_not_live_any_more_none_is_saved() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Azure plan", "Kékes").await;
    let form = review.form(REPEAT).tick("Exchange Online").tick("Intune");
    let intune = app.database.subscription(ALMASKERT, "Intune").await;
    app.database.set_subscription(intune, "status = 'cancelled'").await;
    let before = app.database.dump().await;
    let refused = danube.submit(&form).await.expect(422);
    assert!(refused.alert().contains("“Cancelled”"), "{}", refused.alert());
    assert_eq!(app.database.dump().await, before);
    assert!(!lines(&refused).iter().any(|line| line.starts_with("Intune")));
    app.stop().await;
}

/// `docs/domain.md` rules 33 and 39.
#[actix_web::test]
async fn only_this_customers_subscriptions_from_this_provider_can_be_ticked() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Azure plan", "Tisza").await;
    let path = format!("{}/repeat", review.path);
    let office = app.database.subscription(ALMASKERT, "Office 365 Business Standard").await;
    let office = format!("{office}:1");
    let before = app.database.dump().await;
    for (domain, product) in [(CONTOSO, "Exchange Online"), (ALMASKERT, "Visio Plan 2")] {
        let foreign = format!("{}:1", app.database.subscription(domain, product).await);
        let fields = [("subscription", office.as_str()), ("subscription", foreign.as_str())];
        danube.post(&path, &fields).await.expect(404);
    }
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

/// `docs/domain.md` rule 4: assign many at once.
#[actix_web::test]
async fn only_who_may_assign_many_is_offered_it() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Azure plan", "Kékes").await;
    let form = review.form(REPEAT).tick("Intune");
    for role in ["helpdesk.agent", "sales.agent", "user.admin", "billing.admin"] {
        let colleague = app.signed_in(&format!("{role}@danube.example")).await;
        let page = colleague.get(&review.path).await.expect(200);
        assert!(!page.has_button(REPEAT) && lines(&page).is_empty(), "{role}");
        colleague.submit(&form).await.expect(403);
    }
    let admin = app.signed_in("global.admin@danube.example").await;
    assert!(admin.get(&review.path).await.has_button(REPEAT));
    assert!(stands(&app, &danube, "Intune").await.starts_with("Tisza"));
    admin.submit(&form).await.expect(303);
    // What has been replaced is no pattern for others.
    assign(&app, &danube, "Azure plan", "Danube").await;
    assert!(!admin.get(&review.path).await.has_button(REPEAT));
    app.stop().await;
}
