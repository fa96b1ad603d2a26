//! More than twelve resellers that may be chosen (`docs/demo.md`).

use super::{agent, assign, names};
use crate::support::{
    Reply, TestApp,
    arrange::{ALMASKERT, DANUBE},
};

/// With Kékes and Tisza there are 17.
async fn with_fifteen_more() -> TestApp {
    let app = TestApp::spawn().await;
    for nth in 10..25 {
        let (name, mpn_id) = (format!("Árnyék Partner {nth}"), format!("60000{nth}"));
        app.database.add_available_reseller(&name, &mpn_id, DANUBE, ALMASKERT).await;
    }
    app
}

fn resellers(page: &Reply) -> Vec<String> {
    let mut names = names(page);
    assert_eq!(names.remove(0), "Danube Distribution");
    names
}

#[actix_web::test]
async fn the_first_twelve_are_shown_and_a_search_field_stands_above() {
    let app = with_fifteen_more().await;
    let danube = agent(&app).await;
    let page = danube.get(&app.database.path_of(ALMASKERT, "Azure plan").await).await;
    let expected: Vec<_> = (10..22).map(|nth| format!("Árnyék Partner {nth}")).collect();
    assert_eq!(resellers(&page), expected);
    assert!(page.main().contains("Search the 17 available resellers"), "{}", page.main());
    assert!(page.main().contains("5 more are not shown."), "{}", page.main());
    app.stop().await;
}

#[actix_web::test]
async fn the_current_one_and_the_chosen_one_are_always_shown() {
    let app = with_fifteen_more().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let page = danube.get(&path).await;
    assert_eq!(resellers(&page).len(), 13);
    assert_eq!(resellers(&page).last().unwrap(), "Tisza IT Kft.");
    assert!(page.form("Submit").chosen().unwrap().starts_with("Tisza"));
    assert!(page.main().contains("4 more are not shown."), "{}", page.main());

    let kekes = app.database.partner("4902211").await;
    let page = danube.get(&format!("{path}?contact={kekes}")).await;
    assert_eq!(resellers(&page)[12..], ["Kékes Systems Zrt.", "Tisza IT Kft."]);
    assert!(page.form("Submit").chosen().unwrap().starts_with("Kékes"));
    assert!(page.main().contains("3 more are not shown."), "{}", page.main());
    app.stop().await;
}

#[actix_web::test]
async fn the_search_narrows_them_by_name_or_partner_id_and_what_is_found_can_be_assigned() {
    let app = with_fifteen_more().await;
    let danube = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let form = danube.get(&path).await.form("Search");
    for (typed, expected) in [
        ("arnyek partner 24", &["Árnyék Partner 24"][..]),
        ("6000023", &["Árnyék Partner 23"]),
        ("kék", &["Kékes Systems Zrt."]),
        ("nobody", &[]),
    ] {
        let found = danube.submit(&form.clone().with("among", typed)).await.expect(200);
        assert_eq!(resellers(&found), expected, "{typed}");
        assert!(!found.main().contains("not shown"), "{typed}: {}", found.main());
    }
    let found = danube.submit(&form.with("among", "partner 24")).await;
    let reply = danube.submit(&found.form("Submit").choose("Árnyék Partner 24")).await;
    let review = danube.follow(&reply).await.expect(200);
    assert_eq!(review.all(".diff .name")[1], "Árnyék Partner 24");
    // What stands is shown whatever is searched for.
    let found = danube.get(&format!("{path}?among=tisza")).await;
    assert_eq!(resellers(&found), ["Árnyék Partner 24", "Tisza IT Kft."]);
    assign(&danube, &path, "Danube").await;
    app.stop().await;
}

#[actix_web::test]
async fn up_to_twelve_there_is_no_search_field() {
    let app = TestApp::spawn().await;
    for nth in 10..20 {
        let (name, mpn_id) = (format!("Partner {nth}"), format!("60000{nth}"));
        app.database.add_available_reseller(&name, &mpn_id, DANUBE, ALMASKERT).await;
    }
    let danube = agent(&app).await;
    let page = danube.get(&app.database.path_of(ALMASKERT, "Azure plan").await).await;
    assert_eq!(resellers(&page).len(), 12);
    assert!(!page.has_button("Search"));
    assert!(!page.main().contains("not shown"), "{}", page.main());
    app.stop().await;
}
