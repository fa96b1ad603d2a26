//! What became of a request, and taking one back.

use super::{ASK, agent, ask_at, made, requests};
use crate::support::{
    TestApp,
    arrange::{ALMASKERT, DANUBE, MECSEK, ORSEG},
    database::difference,
};

const REVOKE: &str = "Revoke the request";

/// `docs/domain.md` rule 16.
#[actix_web::test]
async fn a_request_is_revoked_once_and_its_link_is_gone() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let page = made(&browser, ask_at(&browser, ASK, ORSEG).await).await;
    let reply = browser.submit(&page.form(REVOKE)).await.expect_redirect(&page.path);
    let revoked = browser.follow(&reply).await;
    assert_eq!(revoked.news(), "The request is revoked. Its link leads nowhere any more.");
    assert!(revoked.first("#link").is_none() && !revoked.has_button(REVOKE));
    let before = app.database.dump().await;
    let reply = browser.submit(&page.form(REVOKE)).await.expect(303);
    assert_eq!(browser.follow(&reply).await.news(), "This request had already been revoked.");
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");

    // The same can be asked once more.
    let form = browser.click(&revoked, "Ask again").await.expect(200).form(super::MAKE);
    assert_eq!(form.value("domain"), Some(ORSEG));
    made(&browser, browser.submit(&form).await).await;
    assert_eq!(requests(&app).await, 2);
    app.stop().await;
}

/// `docs/domain.md` rules 16 and 21.
#[actix_web::test]
async fn the_page_says_what_was_answered() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let page = made(&browser, ask_at(&browser, ASK, ORSEG).await).await;
    let answered = "answered_at = '2026-11-22T10:00:00Z'";
    app.database
        .run(&format!("UPDATE requests SET state = 'declined', decline_reason = 'We know nobody of you', {answered}"))
        .await;
    let declined = browser.get(&page.path).await.expect(200);
    assert!(declined.main().contains("Declined") && declined.first("#link").is_none());
    assert!(declined.main().contains("We know nobody of you"), "{}", declined.main());
    assert!(declined.main().contains("Answered on"));
    // Who presses *Revoke* on an old page is told what stands.
    let late = browser.submit(&page.form(REVOKE)).await.expect(409);
    assert!(late.alert().contains("has been answered meanwhile"), "{}", late.alert());

    let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
    let mecsek = app.database.partner(MECSEK).await;
    app.database
        .run(&format!(
            "UPDATE requests SET state = 'accepted', for_reseller = {}, for_subscription = {}",
            app.database.literal(mecsek),
            app.database.literal(azure)
        ))
        .await;
    let accepted = browser.get(&page.path).await;
    let assign = format!("/partner/subscriptions/{azure}?contact={mecsek}");
    assert_eq!(accepted.link("Assign now"), assign);
    assert!(!accepted.main().contains("Ask again"));
    let billing = app.signed_in("billing.admin@danube.example").await;
    assert!(!billing.get(&page.path).await.main().contains("Assign now"));
    app.stop().await;
}

/// `docs/domain.md` rule 4: by what it asks for.
#[actix_web::test]
async fn who_may_not_ask_for_it_does_not_revoke_it() {
    let app = TestApp::spawn().await;
    app.database.request_by("relationship", DANUBE, ORSEG).await;
    let id = app.database.id("SELECT id FROM requests").await;
    let path = format!("/partner/requests/{id}/revoke");
    let before = app.database.dump().await;
    // May revoke what asks for a partnership.
    let user_admin = app.signed_in("user.admin@danube.example").await;
    let before_posts = app.database.dump().await;
    user_admin.post(&path, &[]).await.expect(403);
    let changed = difference(&before_posts, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    assert_eq!(app.database.dump().await["requests"], before["requests"]);
    app.database.request_partnership(DANUBE, "5003127").await;
    let partnership = "SELECT id FROM requests WHERE kind = 'partnership'";
    let id = app.database.id(partnership).await;
    user_admin.post(&format!("/partner/requests/{id}/revoke"), &[]).await.expect(303);
    app.stop().await;
}

/// `docs/security.md` A2: nor does the one that is asked, or the reseller for which it is, read the asker's page.
#[actix_web::test]
async fn a_stranger_finds_no_request() {
    let app = TestApp::spawn().await;
    app.database.request_for("relationship", DANUBE, "4847383", ORSEG).await;
    let id = app.database.id("SELECT id FROM requests").await;
    for email in ["global.admin@tisza.example", "global.admin@alfold.example"] {
        let stranger = app.signed_in(email).await;
        let before = app.database.dump().await;
        stranger.get(&format!("/partner/requests/{id}")).await.expect(404);
        stranger.get(&format!("/partner/requests/{id}/revoke")).await.expect(404);
        stranger.post(&format!("/partner/requests/{id}/revoke"), &[]).await.expect(404);
        let changed = difference(&before, &app.database.dump().await);
        assert!(changed.is_empty(), "{changed:#?}");
    }
    app.stop().await;
}
