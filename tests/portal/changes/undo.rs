//! Taking a change back (`docs/domain.md` rule 30).

use super::{ALMASKERT, KEKES, TISZA, agent, assign, facts, sides, stands};
use crate::support::{TestApp, arrange::DANUBE};

#[actix_web::test]
async fn undo_gives_back_what_stood_before_and_both_reviews_say_so() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Intune", "Kékes").await;
    app.clock.advance(time::Duration::minutes(5));
    let undone = danube.follow(&danube.submit(&review.form("Undo")).await).await.expect(200);
    assert_eq!(sides(&undone), ["Kékes Systems Zrt.", "Tisza IT Kft."]);
    assert_eq!(
        facts(&undone)[1..],
        ["a change was undone", "Gábor Szűcs", "22 November 2026, 10:46"]
    );
    assert!(stands(&app, &danube, "Intune").await.starts_with("Tisza IT Kft."));

    let review = danube.get(&review.path).await;
    assert!(!review.has_button("Undo"));
    assert_eq!(review.first("p.warn").unwrap(), "Undone on 22 November 2026, 10:46");
    assert_eq!(review.link("22 November 2026, 10:46"), undone.path);
    // What was, stays (rule 34).
    assert_eq!(sides(&review), ["Tisza IT Kft.", "Kékes Systems Zrt."]);
    app.stop().await;
}

#[actix_web::test]
async fn an_undo_can_be_undone() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Intune", "Kékes").await;
    let undone = danube.follow(&danube.submit(&review.form("Undo")).await).await.expect(200);
    let redone = danube.follow(&danube.submit(&undone.form("Undo")).await).await.expect(200);
    assert_eq!(sides(&redone), ["Tisza IT Kft.", "Kékes Systems Zrt."]);
    assert!(stands(&app, &danube, "Intune").await.starts_with("Kékes"));
    assert!(redone.has_button("Undo"));
    let subscription = app.database.subscription(ALMASKERT, "Intune").await;
    assert_eq!(app.database.version(subscription).await, 5);
    app.stop().await;
}

/// Whether somebody had decided is given back too.
#[actix_web::test]
async fn undo_gives_back_that_nobody_had_decided() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let default = "Danube Distribution partner ID 4391507 Default";
    assert_eq!(stands(&app, &danube, "Azure plan").await, default);
    let review = assign(&app, &danube, "Azure plan", "Kékes").await;
    let undone = danube.follow(&danube.submit(&review.form("Undo")).await).await.expect(200);
    assert_eq!(stands(&app, &danube, "Azure plan").await, default);
    let undecided = danube.get("/partner/subscriptions?contact=undecided").await;
    assert!(undecided.main().contains("Azure plan"));
    // And an undo of that gives the decision back.
    danube.submit(&undone.form("Undo")).await.expect(303);
    assert!(stands(&app, &danube, "Azure plan").await.ends_with("Current"));
    app.stop().await;
}

#[actix_web::test]
async fn undo_of_a_decision_among_decisions_stays_decided() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    // Confirmed, then given away: the undo leads to the confirmed provider.
    assign(&app, &danube, "Azure plan", "Danube").await;
    let review = assign(&app, &danube, "Azure plan", "Kékes").await;
    danube.submit(&review.form("Undo")).await.expect(303);
    let confirmed = "Danube Distribution partner ID 4391507 Current";
    assert_eq!(stands(&app, &danube, "Azure plan").await, confirmed);
    app.stop().await;
}

#[actix_web::test]
async fn what_has_been_replaced_is_not_undone() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Intune", "Kékes").await;
    let newer = assign(&app, &danube, "Intune", "Danube").await;
    let before = app.database.dump().await;
    let refused = danube.submit(&review.form("Undo")).await.expect(409);
    assert_eq!(app.database.dump().await, before);
    assert!(refused.title().starts_with("Error: Review SC-"), "{}", refused.title());
    assert!(
        refused.alert().contains("The contact has been changed again since"),
        "{}",
        refused.alert()
    );
    assert!(!refused.has_button("Undo"));
    assert_eq!(refused.first("p.warn").unwrap(), "Replaced on 22 November 2026, 10:41");
    assert_eq!(refused.link("22 November 2026, 10:41"), newer.path);
    // The same button twice: the second finds that it is done.
    danube.submit(&newer.form("Undo")).await.expect(303);
    danube.submit(&newer.form("Undo")).await.expect(409);
    app.stop().await;
}

/// `docs/domain.md` rules 23, 25 and 30.
#[actix_web::test]
async fn undo_to_somebody_who_cannot_be_chosen_is_refused_with_the_reason() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Intune", "Kékes").await;
    app.database.suspend(DANUBE, TISZA).await;
    app.database.set_relationship(TISZA, ALMASKERT, "delegated_admin = false").await;
    let before = app.database.dump().await;
    let refused = danube.submit(&review.form("Undo")).await.expect(422);
    assert_eq!(app.database.dump().await, before);
    let reason = "cannot be chosen any more: Suspended, No DAP. Nothing was changed.";
    assert!(refused.alert().contains(reason), "{}", refused.alert());
    assert!(stands(&app, &danube, "Intune").await.starts_with("Kékes"));
    // The provider can always be gone back to (rule 24).
    let review = assign(&app, &danube, "Azure plan", "Kékes").await;
    app.database.suspend(DANUBE, KEKES).await;
    danube.submit(&review.form("Undo")).await.expect(303);
    app.stop().await;
}

/// `docs/domain.md` rule 29.
#[actix_web::test]
async fn what_is_not_live_any_more_is_not_undone() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Intune", "Kékes").await;
    let subscription = app.database.subscription(ALMASKERT, "Intune").await;
    app.database.set_subscription(subscription, "status = 'expired'").await;
    let before = app.database.dump().await;
    let refused = danube.submit(&review.form("Undo")).await.expect(422);
    assert!(refused.alert().contains("“Expired”"), "{}", refused.alert());
    assert_eq!(app.database.dump().await, before);
    assert!(!danube.get(&review.path).await.has_button("Undo"));
    app.stop().await;
}

/// `docs/domain.md` rule 30: *default* and *confirmed* have none.
#[actix_web::test]
async fn a_default_and_a_confirmation_have_nothing_to_undo() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let subscription = app.database.subscription(ALMASKERT, "Azure plan").await;
    let default = app.database.latest_change(subscription).await;
    let refused = danube.post(&format!("/partner/changes/{default}/undo"), &[]).await.expect(422);
    assert!(refused.alert().contains("There is nothing to undo"), "{}", refused.alert());
    let confirmed = assign(&app, &danube, "Azure plan", "Danube").await;
    let refused = danube.post(&format!("{}/undo", confirmed.path), &[]).await.expect(422);
    assert!(refused.alert().contains("There is nothing to undo"), "{}", refused.alert());
    assert_eq!(app.database.version(subscription).await, 2);
    app.stop().await;
}

/// `docs/domain.md` rules 4 and 33.
#[actix_web::test]
async fn only_who_may_assign_undoes() {
    let app = TestApp::spawn().await;
    let review = assign(&app, &agent(&app).await, "Intune", "Kékes").await;
    let form = review.form("Undo");
    let before = app.database.dump().await;
    for (email, status) in [
        ("billing.admin@danube.example", 403),
        ("global.admin@kekes.example", 403),
        ("admin@almaskert.example", 403),
        ("global.admin@alfold.example", 404),
    ] {
        app.signed_in(email).await.submit(&form).await.expect(status);
    }
    let after = app.database.dump().await;
    assert_eq!(after["changes"], before["changes"]);
    assert_eq!(after["subscriptions"], before["subscriptions"]);
    app.signed_in("helpdesk.agent@danube.example").await.submit(&form).await.expect(303);
    app.stop().await;
}
