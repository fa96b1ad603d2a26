//! A partner ends its relationship with a customer (`docs/domain.md` rules 18 and 19).

use super::{CHANGED, danube, end_with_customer, exchange_and_intune};
use crate::support::{
    TestApp,
    arrange::{ALMASKERT, CONTOSO, DANUBE, KEKES, ORSEG, TISZA},
    database::difference,
};

const END: &str = "End the relationship";

/// `docs/domain.md` rule 18.
#[actix_web::test]
async fn a_provider_of_live_subscriptions_is_shown_what_stands_in_the_way() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let address = end_with_customer(&app, ALMASKERT).await;
    let page = danube.get(&address).await.expect(200);
    assert!(!page.has_button(END));
    assert_eq!(
        page.all("section:has(#blocked) tbody th"),
        ["Azure plan", "Exchange Online", "Intune", "Office 365 Business Standard"]
    );
    let intune = danube.click(&page, "Intune").await.expect(200);
    assert_eq!(intune.heading(), "Intune");

    let before = app.database.dump().await;
    let refused = danube.post(&address, &[("subscriptions", "0")]).await.expect(422);
    assert!(
        refused.alert().contains("You are the provider of live subscriptions"),
        "{}",
        refused.alert()
    );
    assert!(refused.title().starts_with("Error:"));
    assert!(difference(&before, &app.database.dump().await).is_empty());

    // What has ended stands in nobody's way.
    let over = "UPDATE subscriptions SET status = 'cancelled' WHERE customer_id = \
                (SELECT id FROM customers WHERE domain = 'almaskert.example') AND provider_id = \
                (SELECT id FROM partners WHERE mpn_id = '4391507')";
    assert_eq!(app.database.run(over).await, 4);
    let page = danube.get(&address).await.expect(200);
    danube.submit(&page.form(END)).await.expect(303);
    assert_eq!(app.state_of_relationship(DANUBE, ALMASKERT).await, "ended");
    app.stop().await;
}

/// `docs/domain.md` rule 19: whoever sold them gets them back; only their providers choose the next contact.
#[actix_web::test]
async fn what_a_reseller_leaves_goes_back_to_each_of_its_providers() {
    let app = TestApp::spawn().await;
    let visio = app.designate(ALMASKERT, "Visio Plan 2", TISZA).await;
    let contoso = app.designate(CONTOSO, "Exchange Online", TISZA).await;
    let azure = app.designate(ALMASKERT, "Azure plan", KEKES).await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let customer = format!("/partner/customers/{}", app.database.customer(ALMASKERT).await);
    let page = tisza.click(&tisza.get(&customer).await, END).await.expect(200);
    let will = page.first("section:has(#will)").unwrap();
    assert!(
        will.contains("3 live subscriptions of this customer name you as support contact."),
        "{will}"
    );
    assert!(will.contains("Your delegated admin privileges on this customer end."), "{will}");
    let rows = page.all("section:has(#concerned) tbody tr");
    assert_eq!(rows.len(), 3);
    assert!(
        rows.iter()
            .any(|row| row.starts_with("Visio Plan 2") && row.ends_with("Alföld Cloud Zrt."))
    );
    let file = tisza.click(&page, "All 3 as a file (CSV)").await.expect(200);
    assert_eq!(file.body.lines().count(), 4);

    let after = tisza.follow(&tisza.submit(&page.form(END)).await).await.expect(200);
    assert_eq!(
        after.news(),
        "The relationship has ended. 3 subscriptions went back to their providers."
    );
    assert!(after.main().contains("Relationship ended"), "{}", after.main());
    for subscription in exchange_and_intune(&app).await {
        let change = "relationship_ended: Tisza IT Kft. → Danube Distribution";
        assert_eq!(app.latest(subscription).await, change);
    }
    let change = "relationship_ended: Tisza IT Kft. → Alföld Cloud Zrt.";
    assert_eq!(app.latest(visio).await, change);
    assert_eq!(
        (app.contact_of(azure).await, app.contact_of(contoso).await),
        (KEKES.into(), TISZA.into())
    );
    assert_eq!(app.state_of_relationship(TISZA, ALMASKERT).await, "ended");
    assert_eq!(app.state_of_relationship(TISZA, CONTOSO).await, "active with DAP");
    let told = app.arguments_of_latest("relationship_ended").await;
    assert_eq!((&told["partner"], &told["subscriptions"]), (&"Tisza IT Kft.".into(), &3.into()));
    app.assert_nobody_is_named_who_has_left().await;
    app.stop().await;
}

#[actix_web::test]
async fn another_number_than_was_shown_is_a_conflict_and_what_has_ended_is_said() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let address = end_with_customer(&app, ALMASKERT).await;
    let form = tisza.get(&address).await.form(END);
    app.designate(ALMASKERT, "Azure plan", TISZA).await;
    let before = app.database.dump().await;
    let reply = tisza.submit(&form).await.expect(409);
    assert!(reply.alert().contains(CHANGED), "{}", reply.alert());
    tisza.submit(&form.clone().with("subscriptions", "x")).await.expect(409);
    assert!(difference(&before, &app.database.dump().await).is_empty());
    let form = reply.form(END);
    tisza.submit(&form).await.expect(303);
    let again = tisza.follow(&tisza.submit(&form).await).await.expect(200);
    assert_eq!(again.news(), "Nothing has changed: the relationship had ended already.");
    let page = tisza.get(&address).await.expect(200);
    assert!(!page.has_button(END) && page.main().contains("has ended already."), "{}", page.main());
    app.stop().await;
}

/// `docs/domain.md` rules 4 and 40.
#[actix_web::test]
async fn nobody_else_ends_it() {
    let app = TestApp::spawn().await;
    let helpdesk = app.signed_in("helpdesk.agent@tisza.example").await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let danube = danube(&app).await;
    let (almaskert, orseg) =
        (end_with_customer(&app, ALMASKERT).await, end_with_customer(&app, ORSEG).await);
    let before = app.database.dump().await;
    for (browser, address, status) in
        [(&helpdesk, &almaskert, 403), (&tisza, &orseg, 404), (&danube, &orseg, 404)]
    {
        browser.get(address).await.expect(status);
        browser.get(&format!("{address}.csv")).await.expect(status);
        browser.post(address, &[("subscriptions", "0")]).await.expect(status);
    }
    assert!(difference(&before, &app.database.dump().await).is_empty());
    app.stop().await;
}

#[actix_web::test]
async fn it_speaks_hungarian() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await.in_language("hu");
    let page = tisza.get(&end_with_customer(&app, ALMASKERT).await).await.expect(200);
    let text = page.main();
    assert!(
        text.contains("Az ügyfél 2 élő előfizetésének Önök a támogatási kapcsolattartói."),
        "{text}"
    );
    assert!(page.has_button("Ügyfélkapcsolat megszüntetése"));
    app.stop().await;
}
