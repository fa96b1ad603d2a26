//! Those who see the contact and do not choose it (`docs/domain.md` rules 4 to 6, 33 and 40).

use super::agent;
use crate::support::{
    TestApp,
    arrange::{ALFOLD, ALMASKERT, CONTOSO, DANUBE, TISZA},
};

/// `docs/domain.md` rule 4.
#[actix_web::test]
async fn a_billing_admin_reads_and_is_told_which_colleagues_can_change_it() {
    let app = TestApp::spawn().await;
    let path = app.database.path_of(ALMASKERT, "Exchange Online").await;
    let form = agent(&app).await.get(&path).await.form("Submit").choose("Kékes");
    let billing = app.signed_in("billing.admin@danube.example").await;
    let page = billing.get(&path).await.expect(200);
    assert!(page.all("h2").iter().any(|heading| heading == "Designated support contact"));
    let card = page.first(".card").unwrap();
    for part in ["Tisza IT Kft.", "partner ID 4847383", "+36 52 555 0111", "14 September 2026"] {
        assert!(card.contains(part), "{part} is not in {card}");
    }
    assert!(page.first("main input").is_none(), "there is nothing to fill in");
    assert_eq!(
        page.all(".people li"),
        [
            "Anna Kovács, anna.kovacs@liaison.example",
            "Éva Kiss, user.admin@danube.example",
            "Gábor Szűcs, admin.agent@danube.example",
            "Katalin Horváth, global.admin@danube.example",
            "Márton Varga, sales.agent@danube.example",
            "Zsófia Tóth, helpdesk.agent@danube.example",
        ]
    );
    let before = app.database.dump().await;
    billing.submit(&form).await.expect(403);
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

/// `docs/domain.md` rule 4.
#[actix_web::test]
async fn each_of_the_five_roles_assigns() {
    let app = TestApp::spawn().await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let roles = ["global.admin", "admin.agent", "helpdesk.agent", "sales.agent", "user.admin"];
    for (role, name) in roles.into_iter().zip(["Danube", "Kékes"].into_iter().cycle()) {
        let browser = app.signed_in(&format!("{role}@danube.example")).await;
        let review = super::assign(&browser, &path, name).await;
        assert!(review.all(".diff .name")[1].starts_with(name), "{role}");
    }
    app.stop().await;
}

/// `docs/domain.md` rule 6: the set is configuration.
#[actix_web::test]
async fn a_portal_may_let_fewer_roles_assign() {
    let app = TestApp::configured(|config| {
        use liaison::domain::role::{AssigningRoles, PartnerRole::*};
        config.policy.assigning_roles = AssigningRoles::of([AdminAgent]).unwrap();
    })
    .await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let form = agent(&app).await.get(&path).await.form("Submit").choose("Kékes");
    for role in ["global.admin", "helpdesk.agent", "sales.agent", "user.admin"] {
        let browser = app.signed_in(&format!("{role}@danube.example")).await;
        let page = browser.get(&path).await.expect(200);
        assert!(!page.has_button("Submit"), "{role}");
        assert_eq!(page.all(".people li"), ["Gábor Szűcs, admin.agent@danube.example"]);
        browser.submit(&form).await.expect(403);
    }
    agent(&app).await.submit(&form).await.expect(303);
    app.stop().await;
}

/// `docs/domain.md` rule 33.
#[actix_web::test]
async fn the_designated_reseller_sees_that_it_is_the_contact_and_does_not_choose() {
    let app = TestApp::spawn().await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let form = agent(&app).await.get(&path).await.form("Submit").choose("Danube");
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let page = tisza.get(&path).await.expect(200);
    let sentence = "You are the support contact of this product. It was bought from Danube Distribution, \
                    who chooses the contact.";
    assert!(page.main().contains(sentence), "{}", page.main());
    assert!(!page.has_button("Submit") && page.first(".people").is_none());
    // Persons are named only inside their own organisation (rule 39).
    assert!(!page.text().contains("Gábor Szűcs") && page.first(".log").is_none());
    let before = app.database.dump().await;
    tisza.submit(&form).await.expect(403);
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

/// `docs/domain.md` rule 33: where it is reseller of record but not the contact, it sees the reason of rule 26.
#[actix_web::test]
async fn a_reseller_of_record_sees_why_it_is_not_the_contact() {
    let app = TestApp::spawn().await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let tisza = app.signed_in("helpdesk.agent@tisza.example").await;
    let page = tisza.get(&path).await.expect(200);
    let sentence = "You are reseller of record of this product, and not its support contact. It was bought \
                    from Danube Distribution, who chooses the contact.";
    assert!(page.main().contains(sentence), "{}", page.main());
    assert!(page.main().contains("You could be chosen: ask the provider."), "{}", page.main());
    let reasons = async || tisza.get(&path).await.expect(200).all(".why .state");
    // Its other provider's suspension is none of Danube's.
    app.database.suspend(ALFOLD, TISZA).await;
    assert!(reasons().await.is_empty());
    app.database.suspend(DANUBE, TISZA).await;
    app.database.set_relationship(TISZA, ALMASKERT, "delegated_admin = false").await;
    assert_eq!(reasons().await, ["Suspended", "No DAP"]);
    app.stop().await;
}

/// `docs/domain.md` rule 40: a reseller sees what names it, and nothing else.
#[actix_web::test]
async fn a_reseller_that_is_not_named_finds_nothing() {
    let app = TestApp::spawn().await;
    let kekes = app.signed_in("global.admin@kekes.example").await;
    let intune = app.database.path_of(ALMASKERT, "Intune").await;
    kekes.get(&intune).await.expect(404);
    kekes.get(&format!("{intune}/support-contact")).await.expect(404);
    let contoso = app.database.path_of(CONTOSO, "Exchange Online").await;
    app.signed_in("global.admin@tisza.example").await.get(&contoso).await.expect(404);
    // Once it is named, it sees it; and it is gone again when it is not.
    let danube = agent(&app).await;
    super::assign(&danube, &intune, "Kékes").await;
    assert_eq!(kekes.get(&intune).await.expect(200).heading(), "Intune");
    super::assign(&danube, &intune, "Tisza").await;
    kekes.get(&intune).await.expect(404);
    app.stop().await;
}

/// `docs/domain.md` rule 29.
#[actix_web::test]
async fn what_is_not_live_shows_why_nobody_can_change_it() {
    let app = TestApp::spawn().await;
    let path = app.database.path_of(CONTOSO, "Project Plan 3").await;
    for person in ["admin.agent", "billing.admin"] {
        let page = app.signed_in(&format!("{person}@danube.example")).await.get(&path).await;
        let note = page.first("[role=note]").unwrap();
        assert!(note.contains("“Expired”"), "{note}");
        assert!(!page.has_button("Submit") && page.first(".people").is_none());
    }
    let customer = app.database.customer(CONTOSO).await;
    let page = agent(&app).await.get(&format!("/partner/customers/{customer}")).await;
    let row = page.all("tbody tr").into_iter().find(|row| row.starts_with("Project Plan 3"));
    let row = row.unwrap();
    assert!(row.contains("Expired") && !row.contains("Change"), "{row}");
    app.stop().await;
}
