//! *A reseller is not in this list?* (`docs/domain.md` rule 26).

use super::{agent, missing};
use crate::support::{
    TestApp,
    arrange::{ALMASKERT, BAKONY, CONTOSO, DANUBE, KEKES, MECSEK, ORSEG, TISZA},
};

/// `docs/domain.md` rule 26: *known* = a partnership row, an open request for one, or any relationship row.
#[actix_web::test]
async fn the_known_ones_are_named_and_those_tied_to_the_customer_come_first() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let page = danube.get(&path).await;
    assert_eq!(page.all(".why li b"), ["Bakony Services", "Mecsek Support"]);
    assert_eq!(missing(&page, "Bakony Services"), ["No partnership"]);
    assert_eq!(missing(&page, "Mecsek Support"), ["No DAP"]);

    let path = app.database.path_of(CONTOSO, "Exchange Online").await;
    let page = danube.get(&path).await;
    assert_eq!(
        page.all(".why li b"),
        ["Kékes Systems Zrt.", "Mecsek Support"],
        "Bakony is unknown"
    );
    app.database.request_partnership(DANUBE, BAKONY).await;
    let page = danube.get(&path).await;
    let reasons = ["Partnership requested", "No relationship with the customer"];
    assert_eq!(missing(&page, "Bakony Services"), reasons);
    app.database.add_relationship("4977310", CONTOSO, false).await;
    let page = danube.get(&path).await;
    assert_eq!(
        page.all(".why li b"),
        ["Mecsek Support", "Bakony Services", "Kékes Systems Zrt."],
        "who serves this customer comes first"
    );
    app.stop().await;
}

/// `docs/demo.md`: when no reseller is available it stands open.
#[actix_web::test]
async fn it_stands_open_where_no_reseller_can_be_chosen() {
    let app = TestApp::spawn().await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let orseg = alfold.get(&app.database.path_of(ORSEG, "Exchange Online").await).await;
    assert!(orseg.first("#missing[open]").is_some());
    assert_eq!(missing(&orseg, "Tisza IT Kft."), ["No relationship with the customer"]);
    let visio = alfold.get(&app.database.path_of(ALMASKERT, "Visio Plan 2").await).await;
    assert!(visio.first("#missing[open]").is_none());
    assert!(visio.first("#missing").unwrap().starts_with("A reseller is not in this list?"));
    app.stop().await;
}

/// `docs/demo.md`, *Find a reseller*.
#[actix_web::test]
async fn a_reseller_is_found_by_name_or_partner_id() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let form = danube.get(&path).await.form("Find");
    for typed in ["bakony", "BAKÓNY  services", "5003127", "0312"] {
        let page = danube.submit(&form.clone().fill("Find a reseller", typed)).await.expect(200);
        assert_eq!(page.all(".why li b"), ["Bakony Services"], "{typed}");
        assert!(page.first("#missing[open]").is_some());
    }
    // One that can be chosen is named too, with the way to choose it.
    let page = danube.submit(&form.clone().fill("Find a reseller", "kekes")).await;
    assert_eq!(page.all(".why li b"), ["Kékes Systems Zrt."]);
    let chosen = danube.click(&page, "Choose : Kékes Systems Zrt.").await.expect(200);
    assert!(chosen.form("Submit").chosen().unwrap().starts_with("Kékes"));
    for typed in ["Nobody & Sons", "%", "_", "4391507", "Alföld"] {
        let page = danube.submit(&form.clone().fill("Find a reseller", typed)).await.expect(200);
        let none = format!("matches “{typed}”");
        assert!(page.first("#missing").unwrap().contains(&none), "{typed}: {}", page.main());
    }
    app.stop().await;
}

/// A refused form stands at the address that it was sent to.
#[actix_web::test]
async fn a_reseller_is_found_from_a_refused_form_too() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let refused = danube.post(&format!("{path}/support-contact"), &[]).await.expect(422);
    let form = refused.form("Find").fill("Find a reseller", "bakony");
    let page = danube.submit(&form).await.expect(200);
    assert_eq!(page.all(".why li b"), ["Bakony Services"]);
    app.stop().await;
}

/// `docs/demo.md`: at most 8.
#[actix_web::test]
async fn at_most_eight_are_named_and_the_others_are_found() {
    let app = TestApp::spawn().await;
    for nth in 10..20 {
        let (name, mpn_id) = (format!("Reseller {nth}"), format!("60000{nth}"));
        app.database.add_reseller(&name, &mpn_id).await;
        app.database.add_partnership(DANUBE, &mpn_id).await;
    }
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let page = danube.get(&path).await;
    let named = page.all(".why li b");
    assert_eq!(named.len(), 8);
    assert_eq!(&named[..3], ["Bakony Services", "Mecsek Support", "Reseller 10"]);
    let found = danube.submit(&page.form("Find").fill("Find a reseller", "Reseller 19")).await;
    assert_eq!(found.all(".why li b"), ["Reseller 19"]);
    app.stop().await;
}

/// The contact has a card of its own, whatever its state (`docs/domain.md` rule 27).
#[actix_web::test]
async fn the_contact_itself_is_not_missing() {
    let app = TestApp::spawn().await;
    app.database.set_relationship(TISZA, ALMASKERT, "delegated_admin = false").await;
    let danube = agent(&app).await;
    let page = danube.get(&app.database.path_of(ALMASKERT, "Intune").await).await;
    assert!(missing(&page, "Tisza IT Kft.").is_empty());
    let page = danube.get(&app.database.path_of(ALMASKERT, "Azure plan").await).await;
    assert_eq!(missing(&page, "Tisza IT Kft."), ["No DAP"]);
    app.stop().await;
}

/// `docs/domain.md` rule 26: the button belongs to the first reason, and leads to what mends it.
#[actix_web::test]
async fn the_first_reason_has_the_button_that_begins_to_mend_it() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in("global.admin@danube.example").await;
    let database = &app.database;
    let subscription = database.subscription(ALMASKERT, "Azure plan").await;
    let path = format!("/partner/subscriptions/{subscription}");
    let customer = database.customer(ALMASKERT).await;
    let (mecsek, kekes) = (database.partner(MECSEK).await, database.partner(KEKES).await);
    let link = async |text: &str| admin.get(&path).await.expect(200).link(text);

    let partnership = link("Request a partnership : Bakony Services").await;
    assert_eq!(
        partnership,
        format!("/partner/resellers/new?mpn_id={BAKONY}&subscription={subscription}")
    );
    let form = admin.get(&partnership).await.expect(200).body;
    assert!(form.contains(BAKONY) && form.contains(&subscription.to_string()));

    let privileges = link("Request DAP : Mecsek Support").await;
    let expected = format!(
        "/partner/relationships/new?kind=delegated_admin&customer={customer}&reseller={mecsek}\
         &subscription={subscription}"
    );
    assert_eq!(privileges, expected);
    let form = admin.get(&privileges).await.expect(200).body;
    assert!(form.contains(MECSEK) && form.contains(ALMASKERT));

    database.end_relationship(KEKES, ALMASKERT).await;
    let relationship = link("Request a relationship : Kékes Systems Zrt.").await;
    let expected = format!(
        "/partner/relationships/new?customer={customer}&reseller={kekes}&subscription={subscription}"
    );
    assert_eq!(relationship, expected);
    admin.get(&relationship).await.expect(200);

    // Suspended comes first, whatever else is missing.
    database.suspend(DANUBE, KEKES).await;
    let reseller = link("Resume : Kékes Systems Zrt.").await;
    assert_eq!(reseller, format!("/partner/resellers/{kekes}"));
    assert!(admin.get(&reseller).await.expect(200).has_button("Resume"));
    app.stop().await;
}

/// What was asked for is shown to the asker, and to nobody else (`docs/domain.md` rules 26 and 40).
#[actix_web::test]
async fn what_is_requested_is_shown_to_its_asker() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let database = &app.database;
    let path = database.path_of(ALMASKERT, "Azure plan").await;
    database.request_for("delegated_admin", DANUBE, MECSEK, ALMASKERT).await;
    let request = database.id("SELECT id FROM requests").await;
    let page = danube.get(&path).await.expect(200);
    assert_eq!(missing(&page, "Mecsek Support")[0], "DAP requested");
    let shown = danube.click(&page, "Show the request : Mecsek Support").await.expect(200);
    assert_eq!(shown.path, format!("/partner/requests/{request}"));

    // What the reseller has asked for itself is its own: only the reason is told.
    let mecsek = database.literal(database.partner(MECSEK).await);
    database
        .run(&format!("UPDATE requests SET from_partner = {mecsek}, for_reseller = NULL"))
        .await;
    let page = danube.get(&path).await.expect(200);
    assert_eq!(missing(&page, "Mecsek Support")[0], "DAP requested");
    assert!(!page.main().contains("Show the request"));
    app.stop().await;
}

/// `docs/domain.md` rules 4 and 26: who may not is told which roles can.
#[actix_web::test]
async fn who_may_not_begin_it_reads_who_can() {
    let app = TestApp::spawn().await;
    app.database.suspend(DANUBE, KEKES).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let helpdesk = app.signed_in("helpdesk.agent@danube.example").await;
    let page = helpdesk.get(&path).await.expect(200);
    let why = page.all(".why li");
    let of = |name: &str| why.iter().find(|line| line.contains(name)).unwrap();
    let can = |roles: &str| format!("In your organisation these roles can: {roles}.");
    assert!(of("Kékes").ends_with(&can("global admin")), "{why:?}");
    assert!(of("Mecsek").ends_with(&can("global admin, admin agent, sales agent")), "{why:?}");
    assert!(page.all(".why a").is_empty());
    assert!(!page.main().contains("Next steps"));
    app.stop().await;
}

#[actix_web::test]
async fn next_steps_stand_under_the_form() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in("global.admin@danube.example").await;
    let customer = app.database.customer(ALMASKERT).await;
    let page = admin.get(&app.database.path_of(ALMASKERT, "Azure plan").await).await.expect(200);
    let request = admin.click(&page, "Request a relationship with this customer").await.expect(200);
    assert_eq!(request.path, format!("/partner/relationships/new?customer={customer}"));
    let end = admin.click(&page, "End the relationship with this customer").await.expect(200);
    assert_eq!(end.path, format!("/partner/relationships/{customer}/end"));
    app.stop().await;
}

/// The reasons speak to whoever reads them: here the reseller itself, which is reseller of record only.
#[actix_web::test]
async fn a_reseller_reads_its_own_reasons() {
    let app = TestApp::spawn().await;
    app.database.suspend(DANUBE, TISZA).await;
    app.database.set_relationship(TISZA, ALMASKERT, "delegated_admin = false").await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let page = tisza.get(&app.database.path_of(ALMASKERT, "Azure plan").await).await.expect(200);
    assert_eq!(
        page.all(".why li"),
        [
            "Suspended The provider has suspended you for now. Ask it to resume.",
            "No DAP You or the provider can request delegated admin privileges; a global admin of the \
             customer grants them.",
        ]
    );
    app.stop().await;
}
