//! The list, and whose people are on it.

use super::{
    ANNA, BILLING, CUSTOMER, CUSTOMER_USERS, DANUBE, PARTNER_USERS, PLAIN, USER_ADMIN, act, page_of,
};
use crate::support::{TestApp, database::difference, invitations::invite};

#[actix_web::test]
async fn each_state_is_found_and_so_is_a_name() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    invite(&danube, PARTNER_USERS, "Őszi Ödön", "odon@new.example", "sales_agent").await;
    act(&danube, &page_of(&app, BILLING).await, "disable").await.expect(303);
    let list = async |query: &str| {
        let page = danube.get(&format!("{PARTNER_USERS}{query}")).await.expect(200);
        page.all("tbody tr")
    };
    let all = list("").await.len();
    assert_eq!(list("?state=invited").await.len(), 1);
    assert_eq!(list("?state=disabled").await.len(), 1);
    assert_eq!(list("?state=member").await.len(), all - 2);
    assert_eq!(list("?state=expired").await.len(), 0);
    // She has done something here; most of the others have not.
    let never = list("?state=never").await;
    assert!(never.len() > 1 && never.len() < all - 2, "{never:?}");
    assert!(never.iter().all(|row| !row.contains(DANUBE) && row.contains("has not signed in yet")));
    assert!(list("?q=oszi").await[0].contains("Őszi Ödön"));
    assert_eq!(list("?q=odon@new&state=invited").await.len(), 1);
    assert_eq!(list("?q=odon@new&state=member").await.len(), 0);
    let page = danube.get("/partner/users?state=king&after=x").await.expect(200);
    assert_eq!(page.all("tbody tr").len(), all);
    app.stop().await;
}

#[actix_web::test]
async fn a_long_list_has_pages() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let lines = (0..120).map(|nth| format!("u{nth}@new.example;User {nth:03};sales agent"));
    let lines = lines.collect::<Vec<_>>().join("\n");
    danube.post("/partner/users/new", &[("lines", &lines), ("step", "make")]).await.expect(200);
    let mut page = danube.get("/partner/users?q=user").await.expect(200);
    let mut seen = page.all("tbody th");
    while page.body.contains(r#"rel="next""#) {
        page = danube.click(&page, "Next").await.expect(200);
        seen.extend(page.all("tbody th"));
    }
    assert!(
        seen.len() >= 120 && seen.iter().filter(|name| name.starts_with("User 0")).count() == 100
    );
    let back = danube.click(&page, "Previous").await.expect(200);
    assert_eq!(back.all("tbody tr").len(), 50);
    app.stop().await;
}

/// `docs/domain.md` rule 39.
#[actix_web::test]
async fn nobody_of_another_organisation_is_seen_or_changed() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let customer = app.signed_in(CUSTOMER).await;
    let listed = danube.get(PARTNER_USERS).await.main();
    assert!(listed.contains(ANNA) && !listed.contains("almaskert") && !listed.contains("alfold"));
    let listed = customer.get(CUSTOMER_USERS).await.main();
    assert!(listed.contains(PLAIN) && !listed.contains("danube"), "{listed}");
    let before = app.database.dump().await;
    for id in app.database.ids("SELECT id FROM memberships WHERE customer_id IS NULL").await {
        let path = format!("{CUSTOMER_USERS}/{id}");
        customer.get(&path).await.expect(404);
        for action in ["roles", "disable", "enable", "reset", "sign_in", "withdraw", "invite"] {
            act(&customer, &path, action).await.expect(404);
        }
    }
    let foreign = "SELECT id FROM memberships WHERE partner_id IS NULL OR partner_id <> \
                   (SELECT id FROM partners WHERE mpn_id = '4391507')";
    for id in app.database.ids(foreign).await {
        let path = format!("{PARTNER_USERS}/{id}");
        danube.get(&path).await.expect(404);
        act(&danube, &path, "disable").await.expect(404);
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

#[actix_web::test]
async fn the_menu_leads_to_users_for_those_who_may_and_for_nobody_else() {
    let app = TestApp::spawn().await;
    for (email, link) in [
        (DANUBE, Some(PARTNER_USERS)),
        (USER_ADMIN, Some(PARTNER_USERS)),
        (BILLING, None),
        (CUSTOMER, Some(CUSTOMER_USERS)),
        (PLAIN, None),
    ] {
        let links = app.signed_in(email).await.get("/home").await.links();
        let found = [PARTNER_USERS, CUSTOMER_USERS]
            .into_iter()
            .find(|path| links.iter().any(|link| link == path));
        assert_eq!(found, link, "{email}");
    }
    app.stop().await;
}
