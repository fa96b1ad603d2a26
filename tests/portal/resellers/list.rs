//! The list of resellers and its file.

use super::{LIST, danube};
use crate::support::{
    TestApp,
    arrange::{DANUBE, KEKES, TISZA},
};

/// `docs/domain.md` rules 9 and 40.
#[actix_web::test]
async fn a_row_says_what_is_in_common_and_what_is_supported() {
    let app = TestApp::spawn().await;
    let page = danube(&app).await.get(LIST).await.expect(200);
    assert_eq!(
        page.all("tbody tr"),
        [
            "Kékes Systems Zrt. 4902211 Hungary complete 1 0",
            "Mecsek Support 4977310 Hungary incomplete 1 0",
            "Tisza IT Kft. 4847383 Hungary complete 2 2 Subscriptions, Tisza IT Kft.",
        ]
    );
    assert_eq!(page.title(), "Resellers – Danube Distribution");
    assert!(page.main().contains("3 resellers"));
    app.stop().await;
}

/// `docs/domain.md` rule 40: each provider sees its own.
#[actix_web::test]
async fn each_provider_sees_its_own_resellers() {
    let app = TestApp::spawn().await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let page = alfold.get(LIST).await.expect(200);
    // Tisza supports nothing that Alföld has sold, whatever it does for Danube.
    assert_eq!(page.all("tbody tr"), ["Tisza IT Kft. 4847383 Hungary complete 1 0"]);
    app.stop().await;
}

/// `docs/domain.md` rule 4: only indirect providers have resellers, and only resellers have providers.
#[actix_web::test]
async fn who_has_no_resellers_is_not_shown_the_list_nor_the_way_there() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    tisza.get(LIST).await.expect(403);
    assert!(!tisza.get("/home").await.all("nav a").contains(&"Resellers".to_owned()));
    let danube = danube(&app).await;
    danube.get("/partner/providers").await.expect(403);
    assert!(danube.get("/home").await.all("nav a").contains(&"Resellers".to_owned()));
    app.stop().await;
}

/// `docs/domain.md` rules 8 and 10: the state stands where it is not the usual one, and can be looked for.
#[actix_web::test]
async fn the_list_is_narrowed_by_words_and_by_state() {
    let app = TestApp::spawn().await;
    app.database.suspend(DANUBE, KEKES).await;
    app.database.end_partnership(DANUBE, "4977310").await;
    let danube = danube(&app).await;
    let names = async |query: &str| danube.get(&format!("{LIST}?{query}")).await.all("tbody th");
    assert_eq!(
        names("").await,
        ["Kékes Systems Zrt. Suspended", "Mecsek Support Ended", "Tisza IT Kft."]
    );
    assert_eq!(names("state=active").await, ["Tisza IT Kft."]);
    assert_eq!(names("state=suspended").await, ["Kékes Systems Zrt. Suspended"]);
    assert_eq!(names("state=ended").await, ["Mecsek Support Ended"]);
    assert_eq!(names("q=kekes+zrt").await, ["Kékes Systems Zrt. Suspended"]);
    assert_eq!(names("q=4847383").await, ["Tisza IT Kft."]);
    assert_eq!(names("state=nonsense").await.len(), 3);

    let nobody = danube.get(&format!("{LIST}?q=tisza&state=ended")).await.expect(200);
    assert!(nobody.main().contains("No reseller of yours is like that."), "{}", nobody.main());
    let chosen = danube.click(&nobody, "Ended , remove this filter").await.expect(200);
    assert_eq!(chosen.all("tbody th"), ["Tisza IT Kft."]);
    app.stop().await;
}

#[actix_web::test]
async fn a_provider_without_resellers_is_told_how_to_get_one() {
    let app = TestApp::spawn().await;
    let alfold = app.signed_in("sales.agent@danube.example").await;
    app.database.run("UPDATE subscriptions SET support_reseller_id = NULL").await;
    app.database.run("DELETE FROM partnerships").await;
    let page = alfold.get(LIST).await.expect(200);
    assert!(page.main().contains("You have no resellers here yet."), "{}", page.main());
    app.stop().await;
}

/// Page by page, each row once.
#[actix_web::test]
async fn a_long_list_is_read_page_by_page() {
    let app = TestApp::spawn().await;
    for nth in 100..160 {
        let (name, mpn_id) = (format!("Reseller {nth}"), format!("7000{nth}"));
        app.database.add_reseller(&name, &mpn_id).await;
        app.database.add_partnership(DANUBE, &mpn_id).await;
    }
    let danube = danube(&app).await;
    let first = danube.get(LIST).await.expect(200);
    let second = danube.click(&first, "Next").await.expect(200);
    let mut names = first.all("tbody th");
    assert_eq!(names.len(), 50);
    names.extend(second.all("tbody th"));
    assert_eq!(names.len(), 63);
    assert_eq!((names[0].as_str(), names[62].as_str()), ("Kékes Systems Zrt.", "Tisza IT Kft."));
    let back = danube.click(&second, "Previous").await.expect(200);
    assert_eq!(back.all("tbody th"), first.all("tbody th"));
    app.stop().await;
}

#[actix_web::test]
async fn the_file_has_the_same_rows_and_filters_in_the_readers_language() {
    let app = TestApp::spawn().await;
    app.database.set_partner(TISZA, "name = '=Tisza'").await;
    let danube = danube(&app).await;
    let page = danube.get(&format!("{LIST}?q=48")).await.expect(200);
    let file = danube.click(&page, "As a file (CSV)").await.expect(200);
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"resellers.csv\"");
    let lines: Vec<_> = file.body.lines().collect();
    assert_eq!(
        lines,
        [
            "\u{feff}Name,Partner ID,Country,State,Partner since,Customers in common,Subscriptions supported,\
             Support profile complete",
            "'=Tisza,4847383,Hungary,Active,2024-12-22,2,2,yes",
        ]
    );
    let hungarian =
        danube.clone().in_language("hu").get("/partner/resellers.csv").await.expect(200);
    assert!(
        hungarian.body.starts_with("\u{feff}Név,Partnerazonosító,Ország"),
        "{}",
        hungarian.body
    );
    app.stop().await;
}
