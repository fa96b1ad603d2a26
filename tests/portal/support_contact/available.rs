//! Who may be chosen, and what their cards say.

use super::{agent, assign, card, names, stands};
use crate::support::{
    TestApp,
    arrange::{ALMASKERT, CONTOSO, DANUBE, KEKES, MECSEK, ORSEG, TISZA},
};

const ALL_OF_DANUBES: [&str; 3] = ["Danube Distribution", "Kékes Systems Zrt.", "Tisza IT Kft."];

/// `docs/domain.md` rule 23, as the table of `docs/demo.md` has it.
#[actix_web::test]
async fn those_who_may_be_chosen_are_those_of_the_table_and_the_provider_stands_first() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let with_tisza = ["Danube Distribution", "Tisza IT Kft."];
    for (browser, domain, product, expected) in [
        (&danube, ALMASKERT, "Office 365 Business Standard", &ALL_OF_DANUBES[..]),
        (&danube, ALMASKERT, "Exchange Online", &ALL_OF_DANUBES),
        (&danube, ALMASKERT, "Intune", &ALL_OF_DANUBES),
        (&danube, ALMASKERT, "Azure plan", &ALL_OF_DANUBES),
        (&danube, CONTOSO, "Exchange Online", &with_tisza),
        (&alfold, ALMASKERT, "Visio Plan 2", &["Alföld Cloud Zrt.", "Tisza IT Kft."]),
        (&alfold, ORSEG, "Exchange Online", &["Alföld Cloud Zrt."]),
    ] {
        let page = browser.get(&app.database.path_of(domain, product).await).await.expect(200);
        assert_eq!(names(&page), expected, "{product} of {domain}");
    }
    app.stop().await;
}

/// `docs/domain.md` rule 23.
#[actix_web::test]
async fn where_dap_is_not_needed_a_reseller_without_it_may_be_chosen() {
    let app = TestApp::configured(|config| config.policy.available_needs_dap = false).await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let page = danube.get(&path).await;
    let expected = ["Danube Distribution", "Kékes Systems Zrt.", "Mecsek Support", "Tisza IT Kft."];
    assert_eq!(names(&page), expected);
    // Bakony lacks its partnership; nothing is said about privileges.
    assert_eq!(super::missing(&page, "Bakony Services"), ["No partnership"]);
    assert!(!page.main().contains("DAP"), "{}", page.main());
    assign(&danube, &path, "Mecsek").await;
    assert!(stands(&danube, &path).await.starts_with("Mecsek Support"));

    app.database.set_relationship(KEKES, ALMASKERT, "delegated_admin_until = '2020-01-01'").await;
    app.database.set_relationship(TISZA, ALMASKERT, "delegated_admin = false").await;
    let page = danube.get(&path).await;
    assert_eq!(names(&page), expected, "lost privileges change nothing");
    assert!(!page.main().contains("DAP"), "{}", page.main());
    app.stop().await;
}

/// `docs/domain.md` rules 22 and 40.
#[actix_web::test]
async fn a_card_says_what_the_customer_will_see() {
    let app = TestApp::spawn().await;
    let page = agent(&app).await.get(&app.database.path_of(ALMASKERT, "Intune").await).await;
    let labels = page.form("Submit");
    assert_eq!(
        labels.choices(),
        [
            "Danube Distribution partner ID 4391507",
            "Kékes Systems Zrt. partner ID 4902211",
            "Tisza IT Kft. partner ID 4847383 Current",
        ]
    );
    assert_eq!(labels.chosen(), Some("Tisza IT Kft. partner ID 4847383 Current"));
    let tisza = card(&page, "Tisza IT Kft.");
    for part in [
        "supports 2 of this customer’s 4 products",
        "+36 52 555 0111",
        "help@tisza.example",
        "around the clock",
        "Hungarian, English",
    ] {
        assert!(tisza.contains(part), "{part} is not in {tisza}");
    }
    assert!(card(&page, "Kékes").contains("supports none of this customer’s 4 products"));
    // The description of the radio button is what stands below its label.
    for (nth, described) in page.all(".choice > div").iter().enumerate() {
        assert_eq!(page.first(&format!("#reach-{}", nth + 1)).as_ref(), Some(described));
    }
    app.stop().await;
}

/// `docs/domain.md` rule 22: a new subscription has its provider, shown as such and never as blank.
#[actix_web::test]
async fn what_nobody_has_decided_has_the_provider_as_default() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let default = "Danube Distribution partner ID 4391507 Default";
    assert_eq!(stands(&danube, &path).await, default);
    assign(&danube, &path, "Kékes").await;
    assert_eq!(stands(&danube, &path).await, "Kékes Systems Zrt. partner ID 4902211 Current");
    assign(&danube, &path, "Danube").await;
    assert_eq!(stands(&danube, &path).await, "Danube Distribution partner ID 4391507 Current");
    app.stop().await;
}

/// `docs/domain.md` rule 21 and `docs/demo.md`: *Assign now* leads here.
#[actix_web::test]
async fn an_address_may_bring_a_contact_that_is_chosen_already() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let chosen = |contact: String| {
        let (danube, path) = (&danube, &path);
        async move {
            let page = danube.get(&format!("{path}?contact={contact}")).await.expect(200);
            page.form("Submit").chosen().unwrap().to_owned()
        }
    };
    let kekes = app.database.partner(KEKES).await.to_string();
    assert!(chosen(kekes).await.starts_with("Kékes"));
    let danube_id = app.database.partner(DANUBE).await.to_string();
    assert!(chosen(danube_id).await.starts_with("Danube"));
    // Whoever cannot be chosen is not chosen, and what stands is checked.
    let mecsek = app.database.partner(MECSEK).await.to_string();
    for bad in [mecsek, uuid::Uuid::nil().to_string(), "nonsense".to_owned(), String::new()] {
        assert!(chosen(bad.clone()).await.starts_with("Tisza"), "{bad}");
    }
    assert_eq!(app.database.version(app.database.subscription(ALMASKERT, "Intune").await).await, 2);
    app.stop().await;
}

/// `docs/domain.md` rules 25 and 27.
#[actix_web::test]
async fn a_contact_that_has_lost_its_privileges_keeps_its_card_and_can_only_be_kept() {
    let app = TestApp::spawn().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    app.database.set_relationship(TISZA, ALMASKERT, "delegated_admin = false").await;
    let page = danube.get(&path).await;
    assert_eq!(names(&page), ["Danube Distribution", "Tisza IT Kft.", "Kékes Systems Zrt."]);
    assert!(page.form("Submit").chosen().unwrap().starts_with("Tisza"));
    let tisza = card(&page, "Tisza IT Kft.");
    for part in ["Current", "No DAP", "can only be kept"] {
        assert!(tisza.contains(part), "{part} is not in {tisza}");
    }
    // The customer still sees it (rule 27), and keeping it records nothing (rule 31).
    let customer = app.signed_in("user@almaskert.example").await;
    let support = customer.get("/admin/support").await;
    assert!(support.all("article.call").iter().any(|card| card.starts_with("Tisza IT Kft.")));
    let changes = app.database.count("changes").await;
    danube.submit(&page.form("Submit")).await.expect_redirect(&path);
    assert_eq!(app.database.count("changes").await, changes);

    // Once left, it cannot be chosen again.
    let back = page.form("Submit");
    assign(&danube, &path, "Kékes").await;
    let version = danube.get(&path).await.form("Submit").value("version").unwrap().to_owned();
    let refused = danube.submit(&back.with("version", &version)).await.expect(422);
    let alert = refused.alert();
    assert!(
        alert.contains("Tisza IT Kft. cannot be chosen: No DAP. Nothing was saved."),
        "{alert}"
    );
    assert_eq!(names(&refused), ["Danube Distribution", "Kékes Systems Zrt."]);
    app.stop().await;
}
