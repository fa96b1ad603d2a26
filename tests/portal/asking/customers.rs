//! Asking a customer for a relationship or for delegated admin.

use super::{ASK, MAKE, agent, ask_at, made, requests};
use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALFOLD, ALMASKERT, BAKONY, CONTOSO, DANUBE, KEKES, MECSEK, ORSEG, TISZA},
};

/// Danube asks for one of its resellers.
async fn ask_for(browser: &Browser, reseller: &str, domain: &str) -> Reply {
    let form = browser.get(ASK).await.form(MAKE).fill("Domain of the customer", domain);
    browser.submit(&form.fill("For one of your resellers (optional)", reseller)).await
}

/// `docs/domain.md` rules 14, 16 and 17.
#[actix_web::test]
async fn a_partner_asks_for_itself() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let list = tisza.get("/partner/relationships").await.expect(200);
    assert!(list.main().contains("You have not asked anybody"), "{}", list.main());
    let new = tisza.click(&list, "Request a relationship").await.expect(200);
    assert!(new.main().contains("Agree the terms of support with the customer first"));
    assert!(new.main().contains("What the customer will be asked"));
    let form = new.form(MAKE);
    assert_eq!(form.value("delegated_admin"), Some("1"), "included at first");
    assert_eq!(form.value("reseller"), None, "a reseller has no resellers");
    let form = form
        .fill("Domain of the customer", " Orseg.EXAMPLE ")
        .fill("Name of the customer (optional)", "Panzió az Őrségben")
        .fill("Last day of the privileges (optional)", "2026-12-24");
    let page = made(&tisza, tisza.submit(&form).await).await;
    assert_eq!(page.heading(), "Request for a relationship: Panzió az Őrségben");
    for fact in ["orseg.example", "Tisza IT Kft.", "Included, until 24 December 2026"] {
        assert!(page.main().contains(fact), "{fact} in {}", page.main());
    }
    // Tisza has no relationship with it: it reads what it has typed and no more.
    assert!(!page.body.contains("Bt."), "{}", page.main());
    let row = app.database.texts("SELECT typed_id FROM requests WHERE to_customer IS NOT NULL");
    assert_eq!(row.await, ["orseg.example"]);
    app.stop().await;
}

/// `docs/domain.md` rule 14: for a reseller of its own, suspended or not, and for nobody else's.
#[actix_web::test]
async fn a_provider_asks_for_its_own_resellers_only() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    for reseller in [BAKONY, ALFOLD, "9999999"] {
        let refused = ask_for(&browser, reseller, CONTOSO).await.expect(422);
        let reason = "None of your resellers with an active partnership has this partner ID.";
        assert!(refused.alert().contains(reason), "{}", refused.alert());
        assert!(refused.title().starts_with("Error:"));
    }
    app.database.set_partnership(DANUBE, MECSEK, "state = 'ended', ended_at = since").await;
    ask_for(&browser, MECSEK, CONTOSO).await.expect(422);
    assert_eq!(requests(&app).await, 0);

    app.database.suspend(DANUBE, KEKES).await;
    let page = made(&browser, ask_for(&browser, KEKES, CONTOSO).await).await;
    assert!(page.main().contains("Kékes Systems Zrt. partner ID 4902211"), "{}", page.main());
    app.stop().await;
}

/// `docs/domain.md` rule 16.
#[actix_web::test]
async fn what_waits_already_is_not_asked_twice() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let page = made(&browser, ask_at(&browser, ASK, ORSEG).await).await;
    let again = ask_at(&browser, ASK, ORSEG).await.expect(409);
    assert!(again.alert().contains("already waits for an answer"), "{}", again.alert());
    assert_eq!(again.link("Show the request that waits"), page.path);
    assert_eq!(requests(&app).await, 1);

    // For a reseller, of delegated admin, or by another asker, it is something else.
    made(&browser, ask_for(&browser, KEKES, ORSEG).await).await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    made(&tisza, ask_at(&tisza, ASK, ORSEG).await).await;
    assert_eq!(requests(&app).await, 3);
    app.stop().await;
}

/// `docs/domain.md` rule 16: in the same transaction.
#[actix_web::test]
async fn an_expired_request_makes_way_for_a_new_one() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let old = made(&browser, ask_at(&browser, ASK, "nobody.example").await).await;
    app.clock.advance(time::Duration::days(30));
    let browser = agent(&app).await;
    assert!(browser.get(&old.path).await.main().contains("Expired"));
    let new = ask_at(&browser, &format!("{ASK}?again={}", id_of(&old)), "nobody.example").await;
    let new = made(&browser, new).await;
    assert_ne!(new.path, old.path);
    let states = app.database.texts("SELECT state FROM requests ORDER BY id").await;
    assert_eq!(states, ["revoked", "open"]);
    assert!(browser.get(&old.path).await.main().contains("Revoked"));
    app.stop().await;
}

fn id_of(page: &Reply) -> String {
    page.path.rsplit('/').next().unwrap().to_owned()
}

/// `docs/domain.md` rules 13 and 15.
#[actix_web::test]
async fn a_relationship_that_stands_is_not_asked_for_but_its_delegated_admin_is() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let refused = ask_for(&browser, MECSEK, ALMASKERT).await.expect(422);
    assert!(refused.alert().contains("There is a relationship with this customer already."));
    let form = refused.form("Request delegated admin privileges instead");
    let page = made(&browser, browser.submit(&form).await).await;
    assert!(page.heading().starts_with("Request for delegated admin privileges"));
    let kinds = app.database.texts("SELECT kind FROM requests").await;
    assert_eq!(kinds, ["delegated_admin"]);

    // Tisza has them already, without an end; then nothing is offered.
    let refused = ask_for(&browser, TISZA, ALMASKERT).await.expect(422);
    assert!(!refused.has_button("Request delegated admin privileges instead"));
    let given = refused.form(MAKE).with("kind", "delegated_admin");
    let refused = browser.submit(&given).await.expect(422);
    assert!(refused.alert().contains("given already, without an end"), "{}", refused.alert());
    app.database.set_relationship(TISZA, ALMASKERT, "delegated_admin_until = '2026-11-30'").await;
    made(&browser, browser.submit(&given).await).await;
    app.stop().await;
}

/// `docs/domain.md` rule 15.
#[actix_web::test]
async fn delegated_admin_is_asked_for_only_where_a_relationship_stands() {
    let app = TestApp::spawn().await;
    app.database.end_relationship(MECSEK, ALMASKERT).await;
    let browser = agent(&app).await;
    let path =
        format!("{ASK}?kind=delegated_admin&reseller={}", app.database.partner(MECSEK).await);
    let form = browser.get(&path).await.expect(200).form(MAKE);
    assert_eq!(form.value("reseller"), Some(MECSEK));
    for domain in [ALMASKERT, "nobody.example"] {
        let form = form.clone().fill("Domain of the customer", domain);
        let refused = browser.submit(&form).await.expect(422);
        assert!(refused.alert().contains("Request a relationship first."), "{}", refused.alert());
        assert!(refused.has_button("Request a relationship instead"));
    }
    assert_eq!(requests(&app).await, 0);
    app.stop().await;
}

/// `docs/domain.md` rules 16 and 40: whether a reseller serves somebody who is no customer of the provider is not told.
#[actix_web::test]
async fn asking_at_a_strangers_tells_nothing() {
    let app = TestApp::spawn().await;
    app.database.add_relationship(KEKES, ORSEG, true).await;
    let browser = agent(&app).await;
    let mut pages = Vec::new();
    for domain in [ORSEG, "nowhere.example"] {
        let page = made(&browser, ask_for(&browser, KEKES, domain).await).await;
        let own = super::link(&page);
        let token = own.rsplit('/').next().unwrap();
        let body = page.body.replace(token, "TOKEN").replace(&id_of(&page), "ID");
        pages.push(body.replace(domain, "DOMAIN"));
    }
    assert_eq!(pages[0], pages[1]);

    let mut refusals = Vec::new();
    for domain in [ORSEG, "nowhere.example"] {
        let fields = [("kind", "delegated_admin"), ("domain", domain), ("reseller", KEKES)];
        let refused = browser.post(ASK, &fields).await.expect(422);
        refusals.push(refused.without_request().2.replace(domain, "DOMAIN"));
    }
    assert_eq!(refusals[0], refusals[1]);
    app.stop().await;
}

/// `docs/domain.md` rule 15: by the customer's own clock, where the asker knows the customer.
#[actix_web::test]
async fn a_last_day_is_not_over() {
    let app = TestApp::spawn().await;
    app.database.end_relationship(DANUBE, CONTOSO).await;
    // In Auckland the 23rd has begun.
    let zone = "UPDATE customers SET time_zone = 'Pacific/Auckland' WHERE domain = ";
    app.database.run(&format!("{zone} '{CONTOSO}'")).await;
    app.clock.advance(time::Duration::hours(3));
    let browser = agent(&app).await;
    let ask = async |domain: &str, day: &str| {
        let form = browser.get(ASK).await.form(MAKE).fill("Domain of the customer", domain);
        browser.submit(&form.fill("Last day of the privileges (optional)", day)).await
    };
    let refused = ask(CONTOSO, "2026-11-22").await.expect(422);
    assert!(refused.alert().contains("This day is over for the customer."), "{}", refused.alert());
    assert_eq!(refused.form(MAKE).value("last_day"), Some("2026-11-22"));
    ask(CONTOSO, "2026-11-23").await.expect(303);
    ask("nobody.example", "2026-11-21").await.expect(422);
    ask("nobody.example", "2026-11-22").await.expect(303);
    ask("other.example", "2026-02-30").await.expect(422);
    app.stop().await;
}

/// `docs/domain.md` rules 16 and 21: one of the asker's own, of the customer that is asked.
#[actix_web::test]
async fn a_request_remembers_a_subscription() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
    let bakony = app.database.partner(MECSEK).await;
    let path = format!("{ASK}?kind=delegated_admin&reseller={bakony}&subscription={azure}");
    let form = browser.get(&path).await.expect(200).form(MAKE);
    assert_eq!(form.value("domain"), Some(ALMASKERT), "its customer is filled in");
    let other = form.clone().fill("Domain of the customer", CONTOSO);
    let refused = browser.submit(&other).await.expect(422);
    assert!(refused.alert().contains("belongs to another customer"), "{}", refused.alert());
    let visio = app.database.subscription(ALMASKERT, "Visio Plan 2").await.to_string();
    for foreign in [visio.as_str(), "00000000-0000-0000-0000-000000000000", "x"] {
        browser.submit(&form.clone().with("subscription", foreign)).await.expect(404);
    }
    assert_eq!(requests(&app).await, 0);
    let page = made(&browser, browser.submit(&form).await).await;
    assert!(page.main().contains("For the subscription Azure plan"), "{}", page.main());
    app.stop().await;
}

/// The customer's page leads here, with the customer filled in.
#[actix_web::test]
async fn the_customers_page_leads_to_the_form() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let customer = format!("/partner/customers/{}", app.database.customer(CONTOSO).await);
    let page = browser.get(&customer).await;
    let form = browser.click(&page, "Request a relationship").await.expect(200).form(MAKE);
    assert_eq!(form.value("domain"), Some(CONTOSO));
    assert_eq!(form.value("name"), Some("Contoso Bútor Kft."));
    let helpdesk = app.signed_in("helpdesk.agent@danube.example").await;
    let page = helpdesk.get(&customer).await;
    assert!(!page.main().contains("Request a relationship"), "{}", page.main());
    helpdesk.get(ASK).await.expect(403);
    app.stop().await;
}

/// In Hungarian too.
#[actix_web::test]
async fn a_refusal_speaks_the_readers_language() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in("admin.agent@danube.example").await.in_language("hu");
    let form = browser.get(ASK).await.form("A kérés elkészítése");
    let refused = browser.submit(&form.fill("Az ügyfél tartománya", CONTOSO)).await.expect(422);
    assert!(refused.title().starts_with("Hiba:"));
    assert!(refused.alert().contains("Ezzel az ügyféllel már fennáll a kapcsolat."));
    app.stop().await;
}
