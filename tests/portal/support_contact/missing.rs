//! *A reseller is not in this list?* (`docs/domain.md` rule 26).

use super::{agent, missing};
use crate::support::{
    TestApp,
    arrange::{ALMASKERT, BAKONY, CONTOSO, DANUBE, ORSEG, TISZA},
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

/// `docs/pages.md`: when no reseller is available it stands open.
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

/// `docs/pages.md`, *Find a reseller*.
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

/// `docs/pages.md`: at most 8.
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
