//! A provider ends the partnership with one of its resellers (`docs/domain.md` rule 11).

use super::{CHANGED, END, danube, end_with_reseller, exchange_and_intune, third_of_tisza};
use crate::support::{
    TestApp,
    arrange::{ALMASKERT, BAKONY, CONTOSO, DANUBE, KEKES, MECSEK, TISZA},
    database::difference,
};

/// `docs/domain.md` rule 11: the consequences by number and by name.
#[actix_web::test]
async fn the_page_says_first_what_will_happen() {
    let app = TestApp::spawn().await;
    third_of_tisza(&app).await;
    let danube = danube(&app).await;
    let address = end_with_reseller(&app, TISZA).await;
    let page = danube.get(&address).await.expect(200);
    assert_eq!(page.heading(), END);
    assert_eq!(page.title(), "End the partnership – Tisza IT Kft. – Danube Distribution");
    let will = page.first("section:has(#will)").unwrap();
    assert!(
        will.contains("3 live subscriptions of 2 customers name it as support contact."),
        "{will}"
    );
    assert!(will.contains("delegated admin privileges stay as they are"), "{will}");
    assert_eq!(
        page.all("section:has(#concerned) tbody tr"),
        [
            "Exchange Online , Almáskert Logisztika Kft. Almáskert Logisztika Kft.",
            "Intune , Almáskert Logisztika Kft. Almáskert Logisztika Kft.",
            "Exchange Online , Contoso Bútor Kft. Contoso Bútor Kft.",
        ]
    );
    let file = danube.click(&page, "All 3 as a file (CSV)").await.expect(200);
    assert_eq!(file.body.lines().count(), 4);
    assert!(
        file.body.contains("Almáskert Logisztika Kft.,almaskert.example,Intune,"),
        "{}",
        file.body
    );
    app.stop().await;
}

/// A list of hundreds stands on no page.
#[actix_web::test]
async fn fifty_are_named_and_the_file_has_all() {
    let app = TestApp::spawn().await;
    for _ in 0..60 {
        let id = app.database.sell("Intune", DANUBE, ALMASKERT).await;
        let tisza =
            format!("support_reseller_id = (SELECT id FROM partners WHERE mpn_id = '{TISZA}')");
        app.database.set_subscription(id, &tisza).await;
    }
    let danube = danube(&app).await;
    let page = danube.get(&end_with_reseller(&app, TISZA).await).await.expect(200);
    assert_eq!(page.all("section:has(#concerned) tbody tr").len(), 50);
    assert!(
        page.main().contains("12 more are not named here; the file has all."),
        "{}",
        page.main()
    );
    let file = danube.click(&page, "All 62 as a file (CSV)").await.expect(200);
    assert_eq!(file.body.lines().count(), 63);
    app.stop().await;
}

/// `docs/domain.md` rules 11 and 34.
#[actix_web::test]
async fn every_subscription_goes_back_with_its_own_change_and_nothing_else_changes() {
    let app = TestApp::spawn().await;
    let third = third_of_tisza(&app).await;
    let [exchange, intune] = exchange_and_intune(&app).await;
    // What is not live any more keeps the name that it had.
    let expired = app.designate(CONTOSO, "Project Plan 3", TISZA).await;
    let danube = danube(&app).await;
    let page = danube.get(&end_with_reseller(&app, TISZA).await).await.expect(200);
    let changes = app.database.count("changes").await;
    let after = danube.follow(&danube.submit(&page.form(END)).await).await.expect(200);
    assert_eq!(
        after.news(),
        "The partnership has ended. 3 subscriptions went back to their provider."
    );
    for subscription in [exchange, intune, third] {
        assert_eq!(app.contact_of(subscription).await, "");
        assert_eq!(
            app.latest(subscription).await,
            "partnership_ended: Tisza IT Kft. → Danube Distribution"
        );
    }
    assert_eq!(app.contact_of(expired).await, TISZA);
    assert_eq!(app.database.count("changes").await, changes + 3);
    for domain in [ALMASKERT, CONTOSO] {
        assert_eq!(app.state_of_relationship(TISZA, domain).await, "active with DAP");
        assert_eq!(app.state_of_relationship(DANUBE, domain).await, "active with DAP");
    }
    let told = app.arguments_of_latest("partnership_ended").await;
    assert_eq!((&told["reseller"], &told["subscriptions"]), (&"Tisza IT Kft.".into(), &3.into()));
    app.assert_nobody_is_named_who_has_left().await;

    // The customer calls the provider now, and Tisza is not to be chosen any more.
    let customer = app.signed_in("user@almaskert.example").await;
    assert!(!customer.get("/admin/support").await.main().contains("Tisza"));
    let form = danube.get(&app.database.path_of(ALMASKERT, "Intune").await).await.form("Submit");
    assert!(!form.choices().iter().any(|choice| choice.starts_with("Tisza")));
    app.stop().await;
}

/// `docs/domain.md` rule 14: what was asked for on its behalf goes with the partnership; what others asked stays.
#[actix_web::test]
async fn what_the_provider_has_asked_on_its_behalf_is_revoked() {
    let app = TestApp::spawn().await;
    let database = &app.database;
    database.request_for("delegated_admin", DANUBE, MECSEK, ALMASKERT).await;
    database.request_for("relationship", DANUBE, MECSEK, CONTOSO).await;
    database.request_by("relationship", MECSEK, CONTOSO).await;
    database.request_for("relationship", DANUBE, KEKES, CONTOSO).await;
    let danube = danube(&app).await;
    let page = danube.get(&end_with_reseller(&app, MECSEK).await).await.expect(200);
    danube.submit(&page.form(END)).await.expect(303);
    let revoked = database.number("SELECT COUNT(*) FROM requests WHERE state = 'revoked'").await;
    let open = database.number("SELECT COUNT(*) FROM requests WHERE state = 'open'").await;
    assert_eq!((revoked, open), (2, 2));
    app.stop().await;
}

/// What was confirmed is what is done: another number is shown first.
#[actix_web::test]
async fn another_number_than_was_shown_is_a_conflict() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let form = danube.get(&end_with_reseller(&app, TISZA).await).await.form(END);
    third_of_tisza(&app).await;
    let before = app.database.dump().await;
    let reply = danube.submit(&form).await.expect(409);
    assert!(reply.alert().contains(CHANGED), "{}", reply.alert());
    assert!(reply.title().starts_with("Error:"));
    assert!(reply.main().contains("3 live subscriptions of 2 customers"), "{}", reply.main());
    for nonsense in ["", "x", "-1", "2.0"] {
        danube.submit(&form.clone().with("subscriptions", nonsense)).await.expect(409);
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    danube.submit(&reply.form(END)).await.expect(303);
    app.stop().await;
}

#[actix_web::test]
async fn what_has_ended_already_is_said() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let address = end_with_reseller(&app, KEKES).await;
    let form = danube.get(&address).await.form(END);
    danube.submit(&form).await.expect(303);
    let before = app.database.dump().await;
    let again = danube.follow(&danube.submit(&form).await).await.expect(200);
    assert_eq!(again.news(), "Nothing has changed: the partnership had ended already.");
    let page = danube.get(&address).await.expect(200);
    assert!(!page.has_button(END) && page.main().contains("This partnership has ended already."));
    assert!(difference(&before, &app.database.dump().await).is_empty());
    app.stop().await;
}

/// `docs/domain.md` rules 4 and 40.
#[actix_web::test]
async fn nobody_else_ends_it() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in("admin.agent@danube.example").await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let danube = danube(&app).await;
    let (kekes, bakony) =
        (end_with_reseller(&app, KEKES).await, end_with_reseller(&app, BAKONY).await);
    let own = app.database.partner(DANUBE).await;
    let instead = format!("{own}:0");
    let before = app.database.dump().await;
    for (browser, address, status) in
        [(&danube, &bakony, 404), (&alfold, &kekes, 404), (&agent, &kekes, 403)]
    {
        browser.get(address).await.expect(status);
        browser.get(&format!("{address}.csv")).await.expect(status);
        let fields = [("subscriptions", "0"), ("instead", instead.as_str())];
        browser.post(address, &fields).await.expect(status);
    }
    assert!(difference(&before, &app.database.dump().await).is_empty());
    app.stop().await;
}

#[actix_web::test]
async fn it_speaks_hungarian() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await.in_language("hu");
    let page = danube.get(&end_with_reseller(&app, TISZA).await).await.expect(200);
    assert_eq!(page.heading(), "Partnerség megszüntetése");
    let text = page.main();
    assert!(text.contains("1 ügyfél 2 élő előfizetésének támogatási kapcsolattartója."), "{text}");
    let after = danube.follow(&danube.submit(&page.form("Partnerség megszüntetése")).await).await;
    assert_eq!(after.news(), "A partnerség megszűnt. 2 előfizetés visszakerült a szolgáltatóhoz.");
    app.stop().await;
}
