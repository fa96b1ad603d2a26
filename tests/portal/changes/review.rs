//! The page to review: for ever the same, but for what has become of the change.

use super::{KEKES, TISZA, agent, assign, facts, sides};
use crate::support::TestApp;

/// `docs/domain.md` rules 30 and 34.
#[actix_web::test]
async fn a_review_says_what_was_decided_by_whom_and_when() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Intune", "Kékes").await;
    assert_eq!(review.news(), "Saved. The customer now sees the contact under “Now”.");
    assert_eq!(review.heading(), "Review that the changes are correct");
    assert_eq!(sides(&review), ["Tisza IT Kft.", "Kékes Systems Zrt."]);
    let texts = review.all(".diff section");
    assert!(texts[0].starts_with("Before Tisza IT Kft. partner ID 4847383 +36 52 555 0111"));
    assert!(texts[1].starts_with("Now Kékes Systems Zrt. partner ID 4902211 +36 37 555 0122"));
    let facts = facts(&review);
    let reference = review.first(".reference").unwrap();
    let expected = [reference.as_str(), "assigned", "Gábor Szűcs", "22 November 2026, 10:41"];
    assert_eq!(facts, expected);
    assert_eq!(
        review.title(),
        format!("Review {reference} – Almáskert Logisztika Kft. – Danube Distribution")
    );
    // The same reference stands in the row, without its groups.
    let stored = app.database.texts("SELECT reference FROM changes WHERE cause = 'assigned'").await;
    let plain = format!("SC-{}", reference[3..].replace('-', ""));
    assert!(stored.contains(&plain), "{plain} is not in {stored:?}");
    app.stop().await;
}

/// `docs/pages.md`: it can be bookmarked and pasted in a ticket.
#[actix_web::test]
async fn a_review_is_there_for_every_colleague_later_and_for_nobody_else() {
    let app = TestApp::spawn().await;
    let review = assign(&app, &agent(&app).await, "Intune", "Kékes").await;
    app.clock.advance(time::Duration::days(400));
    let billing = app.signed_in("billing.admin@danube.example").await;
    let later = billing.get(&review.path).await.expect(200);
    assert_eq!((sides(&later), facts(&later)), (sides(&review), facts(&review)));
    assert!(later.news().is_empty());
    assert!(!later.has_button("Undo") && later.first("main form").is_none(), "only to be read");
    for stranger in
        ["global.admin@alfold.example", "global.admin@kekes.example", "global.admin@tisza.example"]
    {
        app.signed_in(stranger).await.get(&review.path).await.expect(404);
    }
    app.signed_in("admin@almaskert.example").await.get(&review.path).await.expect(403);
    app.stop().await;
}

/// `docs/domain.md` rule 34: with the names and partner IDs as they were.
#[actix_web::test]
async fn a_review_keeps_the_names_as_they_were() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Intune", "Kékes").await;
    app.database.set_partner(KEKES, "name = 'Kékestető Zrt.', mpn_id = '7000001'").await;
    app.database.set_partner(TISZA, "name = 'Bodrog Kft.'").await;
    let later = danube.get(&review.path).await;
    assert_eq!(sides(&later), ["Tisza IT Kft.", "Kékes Systems Zrt."]);
    assert!(later.all(".diff section")[1].contains("partner ID 4902211"));
    let subscription = danube.get(&later.link("Intune")).await;
    let history = subscription.all(".log li b");
    assert_eq!(history, ["Kékes Systems Zrt.", "Tisza IT Kft.", "Danube Distribution"]);
    assert!(subscription.form("Submit").chosen().unwrap().starts_with("Kékestető Zrt."));
    app.stop().await;
}

/// `docs/domain.md` rules 22 and 34: a subscription's history begins with the default.
#[actix_web::test]
async fn the_first_change_has_nothing_before_it() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let subscription = app.database.subscription("almaskert.example", "Azure plan").await;
    let first = app.database.latest_change(subscription).await;
    let review = danube.get(&format!("/partner/changes/{first}")).await.expect(200);
    assert_eq!(sides(&review), ["Danube Distribution"]);
    assert!(review.all(".diff section")[0].contains("Nothing: the subscription was new."));
    assert!(facts(&review)[1].contains("the default: nobody had decided"));
    assert!(!review.has_button("Undo"));
    app.stop().await;
}

/// `docs/pages.md`, *The main job*: back at the customer, the row marked as changed.
#[actix_web::test]
async fn close_leads_to_the_customer_with_the_row_marked() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let review = assign(&app, &danube, "Intune", "Kékes").await;
    let customer = danube.click(&review, "Close").await.expect(200);
    let marked = customer.all("tr.changed");
    assert_eq!(marked.len(), 1);
    assert!(marked[0].starts_with("Intune Changed"), "{marked:?}");
    let plain = customer.path.split('?').next().unwrap();
    for bad in ["nonsense", "", "00000000-0000-0000-0000-000000000000"] {
        let page = danube.get(&format!("{plain}?changed={bad}")).await.expect(200);
        assert!(page.all("tr.changed").is_empty());
    }
    app.stop().await;
}

/// Addresses that only take POST lead to the page with their button.
#[actix_web::test]
async fn undo_and_repeat_lead_back_to_the_review() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let review = assign(&app, &danube, "Intune", "Kékes").await;
    for verb in ["undo", "repeat"] {
        let path = format!("{}/{verb}", review.path);
        danube.get(&path).await.expect_redirect(&review.path);
        alfold.get(&path).await.expect(404);
        alfold.post(&path, &[]).await.expect(404);
    }
    for bad in
        ["/partner/changes/nonsense", "/partner/changes/00000000-0000-0000-0000-000000000000"]
    {
        danube.get(bad).await.expect(404);
        danube.get(&format!("{bad}/undo")).await.expect(404);
        danube.post(&format!("{bad}/undo"), &[]).await.expect(404);
    }
    app.stop().await;
}
