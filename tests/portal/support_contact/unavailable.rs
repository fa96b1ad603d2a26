//! Why a known reseller cannot be chosen (`docs/domain.md` rule 26), and that it is not.

use time::Duration;

use super::{agent, missing, names};
use crate::support::{
    Browser, TestApp,
    arrange::{ALMASKERT, CONTOSO, DANUBE, KEKES, MECSEK, TISZA},
};

struct Watch {
    app: TestApp,
    danube: Browser,
    path: String,
}

impl Watch {
    async fn new() -> Self {
        let app = TestApp::spawn().await;
        let danube = agent(&app).await;
        let path = app.database.path_of(ALMASKERT, "Azure plan").await;
        Self { app, danube, path }
    }

    /// The reasons that are given for Kékes; empty while it may be chosen.
    async fn reasons(&self) -> Vec<String> {
        let page = self.danube.get(&self.path).await.expect(200);
        let reasons = missing(&page, "Kékes Systems Zrt.");
        let is_offered = names(&page).iter().any(|name| name == "Kékes Systems Zrt.");
        assert_eq!(is_offered, reasons.is_empty(), "{}", page.main());
        reasons
    }

    async fn partnership(&self, columns: &str) {
        self.app.database.set_partnership(DANUBE, KEKES, columns).await;
    }

    async fn relationship(&self, columns: &str) {
        self.app.database.set_relationship(KEKES, ALMASKERT, columns).await;
    }
}

/// `docs/domain.md` rule 26.
#[actix_web::test]
async fn each_state_of_a_partnership_has_its_reason() {
    let watch = Watch::new().await;
    let database = &watch.app.database;
    assert!(watch.reasons().await.is_empty());
    watch.partnership("suspended_at = since").await;
    assert_eq!(watch.reasons().await, ["Suspended"]);
    watch.relationship("delegated_admin = false").await;
    assert_eq!(watch.reasons().await, ["Suspended", "No DAP"]);
    watch.relationship("state = 'ended', ended_at = since").await;
    assert_eq!(watch.reasons().await, ["Suspended", "No relationship with the customer"]);

    watch.partnership("suspended_at = NULL, state = 'ended', ended_at = since").await;
    assert_eq!(watch.reasons().await, ["Partnership ended", "No relationship with the customer"]);
    database.request_partnership(DANUBE, KEKES).await;
    let all = ["Partnership requested", "Partnership ended", "No relationship with the customer"];
    assert_eq!(watch.reasons().await, all);
    watch.relationship("state = 'active', ended_at = NULL, delegated_admin = true").await;
    assert_eq!(watch.reasons().await, ["Partnership requested", "Partnership ended"]);
    database.delete_partnership(DANUBE, KEKES).await;
    assert_eq!(watch.reasons().await, ["Partnership requested"]);
    // One that nobody has answered in time is one no more (rule 16).
    database.run("UPDATE requests SET expires_at = created_at").await;
    assert_eq!(watch.reasons().await, ["No partnership"]);
    watch.app.stop().await;
}

/// `docs/domain.md` rule 26.
#[actix_web::test]
async fn each_state_of_a_relationship_has_its_reason() {
    let watch = Watch::new().await;
    let database = &watch.app.database;
    database.end_relationship(KEKES, ALMASKERT).await;
    assert_eq!(watch.reasons().await, ["No relationship with the customer"]);
    database.delete_relationship(KEKES, ALMASKERT).await;
    assert_eq!(watch.reasons().await, ["No relationship with the customer"]);
    database.request_for("relationship", DANUBE, KEKES, ALMASKERT).await;
    assert_eq!(watch.reasons().await, ["Relationship requested"]);
    for state in ["declined", "revoked", "accepted"] {
        database.run(&format!("UPDATE requests SET state = '{state}'")).await;
        assert_eq!(watch.reasons().await, ["No relationship with the customer"], "{state}");
    }
    // The reseller may ask as well (rule 14), and the same customer only.
    database.request_by("relationship", KEKES, CONTOSO).await;
    assert_eq!(watch.reasons().await, ["No relationship with the customer"]);
    database.request_by("relationship", KEKES, ALMASKERT).await;
    assert_eq!(watch.reasons().await, ["Relationship requested"]);
    watch.partnership("suspended_at = since").await;
    assert_eq!(watch.reasons().await, ["Suspended", "Relationship requested"]);
    watch.app.stop().await;
}

/// `docs/domain.md` rules 15 and 26.
#[actix_web::test]
async fn each_state_of_delegated_admin_has_its_reason() {
    let watch = Watch::new().await;
    let database = &watch.app.database;
    watch.relationship("delegated_admin = false").await;
    assert_eq!(watch.reasons().await, ["No DAP"]);
    database.request_for("delegated_admin", DANUBE, KEKES, ALMASKERT).await;
    assert_eq!(watch.reasons().await, ["DAP requested"]);
    watch.relationship("delegated_admin = true, delegated_admin_until = '2026-11-21'").await;
    assert_eq!(watch.reasons().await, ["DAP requested", "DAP expired"]);
    database.run("UPDATE requests SET state = 'revoked'").await;
    assert_eq!(watch.reasons().await, ["DAP expired"]);
    watch.relationship("delegated_admin_until = '2026-11-22'").await;
    assert!(watch.reasons().await.is_empty(), "the last day is a day");
    watch.app.stop().await;
}

/// `docs/domain.md` rule 15: they end at midnight in the customer's time zone.
#[actix_web::test]
async fn delegated_admin_ends_when_the_day_does_where_the_customer_is() {
    let Watch { app, path, .. } = Watch::new().await;
    let last_day = "delegated_admin_until = '2026-11-22'";
    app.database.set_relationship(KEKES, ALMASKERT, last_day).await;
    // 22:59:59 in UTC, 23:59:59 in Budapest.
    app.clock.advance(Duration::hours(13) + Duration::minutes(18) + Duration::seconds(59));
    let danube = agent(&app).await;
    let page = danube.get(&path).await;
    assert!(names(&page).iter().any(|name| name == "Kékes Systems Zrt."));
    app.clock.advance(Duration::seconds(1));
    assert_eq!(missing(&danube.get(&path).await, "Kékes Systems Zrt."), ["DAP expired"]);
    let refused = danube.submit(&page.form("Submit").choose("Kékes")).await.expect(422);
    assert!(refused.alert().contains("DAP expired"), "{}", refused.alert());
    app.stop().await;
}

/// `docs/domain.md` rule 26: each with who can fix it.
#[actix_web::test]
async fn each_reason_says_who_can_mend_it() {
    let watch = Watch::new().await;
    let database = &watch.app.database;
    watch.partnership("suspended_at = since").await;
    database.set_relationship(MECSEK, ALMASKERT, "delegated_admin = false").await;
    let main = watch.danube.get(&watch.path).await.main();
    for remedy in [
        "A global admin of your organisation has suspended it and can resume it.",
        "You can request one; the reseller authorizes it.",
        "You or the reseller can request delegated admin privileges; a global admin of the customer grants them.",
    ] {
        assert!(main.contains(remedy), "{remedy} is not in {main}");
    }
    watch.app.stop().await;
}

/// `docs/domain.md` rule 25: even when it became unavailable after the form was shown.
#[actix_web::test]
async fn whoever_became_unavailable_after_the_form_was_shown_is_refused_with_the_reason() {
    let watch = Watch::new().await;
    let database = &watch.app.database;
    let page = watch.danube.get(&watch.path).await;
    watch.partnership("suspended_at = since").await;
    watch.relationship("delegated_admin_until = '2026-01-01'").await;
    let before = database.dump().await;
    let refused = watch.danube.submit(&page.form("Submit").choose("Kékes")).await.expect(422);
    assert_eq!(database.dump().await, before, "nothing is saved");
    assert!(refused.title().starts_with("Error: Azure plan"), "{}", refused.title());
    let alert = refused.alert();
    let expected =
        "Kékes Systems Zrt. cannot be chosen: Suspended, DAP expired. Nothing was saved.";
    assert!(alert.contains(expected), "{alert}");
    assert!(refused.form("Submit").chosen().unwrap().starts_with("Danube"));
    assert_eq!(missing(&refused, "Kékes Systems Zrt."), ["Suspended", "DAP expired"]);
    watch.app.stop().await;
}

/// `docs/domain.md` rule 25.
#[actix_web::test]
async fn whoever_is_no_contact_at_all_is_refused() {
    let watch = Watch::new().await;
    let database = &watch.app.database;
    let form = watch.danube.get(&watch.path).await.form("Submit");
    let before = database.dump().await;
    let alfold = database.partner(crate::support::arrange::ALFOLD).await;
    let customer = database.customer(ALMASKERT).await;
    let strangers = [alfold, customer, uuid::Uuid::nil()].map(|id| id.to_string());
    for contact in strangers.iter().map(String::as_str).chain(["", "Kékes", "4902211", "'"]) {
        let refused = watch.danube.submit(&form.clone().with("contact", contact)).await.expect(422);
        assert!(refused.alert().contains("Choose who gives technical support"), "{contact}");
    }
    for mpn_id in [MECSEK, crate::support::arrange::BAKONY] {
        let contact = database.partner(mpn_id).await.to_string();
        let refused =
            watch.danube.submit(&form.clone().with("contact", &contact)).await.expect(422);
        assert!(refused.alert().contains("cannot be chosen: No "), "{}", refused.alert());
    }
    assert_eq!(database.dump().await, before, "nothing is saved");
    // Tisza may be chosen here: so the form itself was good.
    let tisza = database.partner(TISZA).await.to_string();
    watch.danube.submit(&form.with("contact", &tisza)).await.expect(303);
    watch.app.stop().await;
}
