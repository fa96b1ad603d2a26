//! A provider asks a reseller for a partnership (`docs/domain.md` rules 7 and 8).

use super::*;
use crate::support::{
    arrange::{ALFOLD, BAKONY, DANUBE, TISZA},
    database::difference,
    requests::PARTNERSHIP,
};

const BAKONY_ADMIN: &str = "global.admin@bakony.example";
const ASKED: Asked = Asked { of: BAKONY, named: Some("Bakony"), ..PARTNERSHIP };

async fn partnership(app: &TestApp, provider: &str, reseller: &str) -> Vec<String> {
    app.database
        .texts(&format!(
            "SELECT s.state || CASE WHEN s.suspended_at IS NULL THEN '' ELSE ' suspended' END \
             || CASE WHEN s.ended_at IS NULL THEN '' ELSE ' over' END \
             || CASE WHEN s.recorded_by_import THEN ' recorded' ELSE '' END \
             FROM partnerships s JOIN partners p ON p.id = s.provider_id JOIN partners r ON r.id = s.reseller_id \
             WHERE p.mpn_id = '{provider}' AND r.mpn_id = '{reseller}'"
        ))
        .await
}

/// `docs/domain.md` rule 7.
#[actix_web::test]
async fn the_reseller_sees_who_asks_and_what_it_grants_confirms_and_authorizes() {
    let app = TestApp::spawn().await;
    let request = app.database.ask(ASKED).await;
    let bakony = app.signed_in(BAKONY_ADMIN).await;
    let page = bakony.get(&at_reseller(request)).await.expect(200);
    assert_eq!(page.heading(), "Partnership with Danube Distribution");
    for part in [
        "Danube Distribution asks your organisation for a partnership.",
        "Danube Distribution may designate you as the support contact of subscriptions that it sold",
        "You do not get its customers by it",
        "Indirect provider, partner ID 4391507, Hungary",
    ] {
        assert!(page.main().contains(part), "{part} is not in {}", page.main());
    }
    let before = app.database.dump().await;
    let refused = bakony.submit(&page.form("Authorize")).await.expect(422);
    assert!(refused.alert().contains("Tick that you want this partnership"), "{}", refused.alert());
    assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);

    let form = page.form("Authorize").tick("we want to be its reseller");
    let page = bakony.follow(&bakony.submit(&form).await).await.expect(200);
    assert_eq!(page.news(), "Authorized. The partnership is active.");
    assert!(page.main().contains("Accepted 22 November 2026"), "{}", page.main());
    assert_eq!(partnership(&app, DANUBE, BAKONY).await, ["active"]);
    assert_eq!(logged(&app, "partnership_authorized").await, [format!("{DANUBE} {BAKONY} -")]);
    // Twice: the second is told.
    let late = bakony.submit(&form).await.expect(409);
    assert!(late.alert().contains("answered or revoked meanwhile"), "{}", late.alert());
    app.stop().await;
}

/// `docs/domain.md` rules 8 and 10.
#[actix_web::test]
async fn what_had_ended_is_active_again_and_what_is_suspended_stays_so() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let yes = [("answer", "accept"), ("confirmed", "1")];
    for (before, after) in [
        ("state = 'ended', ended_at = since, recorded_by_import = true", "active"),
        ("suspended_at = since", "active suspended"),
    ] {
        app.database.set_partnership(DANUBE, TISZA, before).await;
        let request = app.database.ask(Asked { of: TISZA, ..PARTNERSHIP }).await;
        tisza.post(&at_reseller(request), &yes).await.expect(303);
        assert_eq!(partnership(&app, DANUBE, TISZA).await, [after]);
    }
    app.stop().await;
}

/// `docs/domain.md` rule 7.
#[actix_web::test]
async fn declining_makes_no_partnership() {
    let app = TestApp::spawn().await;
    let request = app.database.ask(ASKED).await;
    let bakony = app.signed_in(BAKONY_ADMIN).await;
    let form = bakony.get(&at_reseller(request)).await.form("Decline").fill("Reason", "No time");
    let page = bakony.follow(&bakony.submit(&form).await.expect(303)).await;
    assert!(page.main().contains("Reason: No time"), "{}", page.main());
    assert!(partnership(&app, DANUBE, BAKONY).await.is_empty());
    assert_eq!(app.database.state_of(request).await, "declined");
    assert_eq!(logged(&app, "partnership_declined").await, [format!("{DANUBE} {BAKONY} -")]);
    app.stop().await;
}

/// `docs/domain.md` rule 4.
#[actix_web::test]
async fn who_may_not_answer_reads_it_and_sees_who_can() {
    let app = TestApp::spawn().await;
    app.database.delete_partnership(ALFOLD, TISZA).await;
    let request = app.database.ask(Asked { from: ALFOLD, of: TISZA, ..PARTNERSHIP }).await;
    let helpdesk = app.signed_in("helpdesk.agent@tisza.example").await;
    let page = helpdesk.get(&at_reseller(request)).await.expect(200);
    assert!(!page.has_button("Authorize") && !page.has_button("Decline"));
    assert!(page.main().contains("global.admin@tisza.example"), "{}", page.main());
    helpdesk.post(&at_reseller(request), &[("answer", "decline")]).await.expect(403);
    assert_eq!(app.database.state_of(request).await, "open");
    app.stop().await;
}
