//! Asking one reseller for a partnership.

use super::{ASK_RESELLER, MAKE, agent, made, requests};
use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALFOLD, ALMASKERT, BAKONY, DANUBE, TISZA},
};

async fn ask(browser: &Browser, mpn_id: &str, name: &str) -> Reply {
    let form = browser.get(ASK_RESELLER).await.expect(200).form(MAKE);
    browser.submit(&form.fill("Partner ID", mpn_id).fill("Name of the reseller", name)).await
}

/// `docs/domain.md` rules 7 and 16: what is shown is what was typed, whether the portal knows the partner ID or not.
#[actix_web::test]
async fn a_provider_asks_a_reseller_by_its_partner_id() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let partners = app.database.count("partners").await;
    let known = made(&browser, ask(&browser, BAKONY, "Bakony, as we say").await).await;
    assert_eq!(known.heading(), "Request for a partnership: Bakony, as we say");
    assert!(!known.body.contains("Bakony Services"));
    assert_eq!(app.database.count("partners").await, partners);

    made(&browser, ask(&browser, "6000001", "Új Partner Kft.").await).await;
    let new = "SELECT name || ' ' || kind || ' ' || country || ' ' || time_zone FROM partners \
               WHERE mpn_id = '6000001'";
    assert_eq!(
        app.database.texts(new).await,
        ["Új Partner Kft. indirect_reseller HU Europe/Budapest"]
    );
    let to_nobody = "SELECT COUNT(*) FROM requests WHERE to_partner IS NULL";
    assert_eq!(app.database.number(to_nobody).await, 0, "each claims a row");

    // Another provider that asks the same one leaves the row as it is.
    let alfold = app.signed_in("global.admin@alfold.example").await;
    made(&alfold, ask(&alfold, "6000001", "Somebody Else").await).await;
    assert_eq!(app.database.count("partners").await, partners + 1);
    assert_eq!(app.database.texts(new).await[0].split(" indirect").next(), Some("Új Partner Kft."));
    app.stop().await;
}

/// `docs/domain.md` rules 8 and 16.
#[actix_web::test]
async fn who_cannot_be_asked_is_refused_with_the_reason() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    for (mpn_id, reason) in [
        (DANUBE, "This is your own partner ID."),
        (ALFOLD, "Nobody with this partner ID can be your reseller."),
        (TISZA, "You have an active partnership with this reseller already."),
        ("12", "Partner ID: write 4 to 10 digits"),
    ] {
        let refused = ask(&browser, mpn_id, "Some Partner").await.expect(422);
        assert!(refused.alert().contains(reason), "{mpn_id}: {}", refused.alert());
        assert!(refused.title().starts_with("Error:"));
        assert_eq!(refused.form(MAKE).value("name"), Some("Some Partner"));
    }
    assert_eq!(requests(&app).await, 0);

    app.database.set_partnership(DANUBE, TISZA, "state = 'ended', ended_at = since").await;
    let page = made(&browser, ask(&browser, TISZA, "Tisza").await).await;
    let again = ask(&browser, TISZA, "Tisza").await.expect(409);
    assert_eq!(again.link("Show the request that waits"), page.path);
    app.stop().await;
}

/// `docs/domain.md` rule 16.
#[actix_web::test]
async fn an_expired_request_makes_way_for_a_new_one() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let old = made(&browser, ask(&browser, BAKONY, "Bakony").await).await;
    app.clock.advance(time::Duration::days(30));
    let browser = agent(&app).await;
    let page = browser.get(&old.path).await.expect(200);
    let form = browser.click(&page, "Ask again").await.expect(200).form(MAKE);
    assert_eq!((form.value("mpn_id"), form.value("name")), (Some(BAKONY), Some("Bakony")));
    made(&browser, browser.submit(&form).await).await;
    let states = app.database.texts("SELECT state FROM requests ORDER BY id").await;
    assert_eq!(states, ["revoked", "open"]);
    app.stop().await;
}

/// `docs/domain.md` rule 21: a subscription of its own.
#[actix_web::test]
async fn it_remembers_a_subscription_of_its_own() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
    let path = format!("{ASK_RESELLER}?mpn_id={BAKONY}&name=Bakony&subscription={azure}");
    let form = browser.get(&path).await.form(MAKE);
    assert_eq!(form.value("mpn_id"), Some(BAKONY));
    let visio = app.database.subscription(ALMASKERT, "Visio Plan 2").await;
    let foreign = form.clone().with("subscription", &visio.to_string());
    browser.submit(&foreign).await.expect(404);
    assert_eq!(requests(&app).await, 0);
    let page = made(&browser, browser.submit(&form).await).await;
    assert!(page.main().contains("Azure plan"), "{}", page.main());
    app.stop().await;
}

/// `docs/domain.md` rule 4.
#[actix_web::test]
async fn only_providers_ask_resellers() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    tisza.get(ASK_RESELLER).await.expect(403);
    let list = tisza.get("/partner/relationships").await;
    assert!(!list.main().contains("Request a partnership"));
    app.stop().await;
}
