//! The page of one reseller.

use super::{address, danube, page};
use crate::support::{
    TestApp,
    arrange::{ALFOLD, BAKONY, DANUBE, KEKES, MECSEK, TISZA},
};

/// `docs/domain.md` rule 40.
#[actix_web::test]
async fn it_shows_the_profile_as_customers_see_it_and_what_is_between_the_two() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let tisza = page(&app, &danube, TISZA).await;
    assert_eq!(tisza.heading(), "Tisza IT Kft.");
    let profile = tisza.first("article").unwrap();
    assert!(
        profile.contains("+36 52 555 0111") && profile.contains("help@tisza.example"),
        "{profile}"
    );
    assert!(profile.contains("Open now"), "{profile}");
    let facts = tisza.first("aside").unwrap();
    assert!(facts.contains("Partner since 22 December 2024"), "{facts}");
    assert!(facts.contains("2 subscriptions of 1 customer"), "{facts}");
    assert!(facts.contains("Customers in common 2"), "{facts}");

    let list = danube.click(&tisza, "2 subscriptions of 1 customer").await.expect(200);
    assert_eq!(list.all("tbody th").len(), 2);
    assert!(list.main().contains("Contact: Tisza IT Kft."), "{}", list.main());
    app.stop().await;
}

/// `docs/domain.md` rule 38.
#[actix_web::test]
async fn an_empty_profile_says_what_customers_see_instead() {
    let app = TestApp::spawn().await;
    let mecsek = page(&app, &danube(&app).await, MECSEK).await;
    let profile = mecsek.first("article").unwrap();
    assert!(profile.contains("Customers see its provider’s details in its place."), "{profile}");
    app.stop().await;
}

/// `docs/domain.md` rules 8 and 40: without a partnership, and with somebody else's, there is nothing to see.
#[actix_web::test]
async fn a_stranger_is_not_there_and_an_ended_partnership_is() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    for stranger in [BAKONY, ALFOLD, DANUBE] {
        danube.get(&address(&app, stranger).await).await.expect(404);
    }
    let alfold = app.signed_in("global.admin@alfold.example").await;
    alfold.get(&address(&app, KEKES).await).await.expect(404);

    app.database.end_partnership(DANUBE, KEKES).await;
    let ended = page(&app, &danube, KEKES).await;
    assert!(ended.main().contains("Ended on"), "{}", ended.main());
    assert!(!ended.has_button("Suspend") && !ended.main().contains("End the partnership"));
    app.stop().await;
}

/// `docs/domain.md` rule 4: everybody reads, a global admin suspends and ends.
#[actix_web::test]
async fn only_a_global_admin_is_shown_the_buttons() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in("admin.agent@danube.example").await;
    let seen = page(&app, &agent, TISZA).await;
    assert!(!seen.has_button("Suspend") && !seen.main().contains("End the partnership"));
    let seen = page(&app, &danube(&app).await, TISZA).await;
    assert!(seen.has_button("Suspend") && seen.main().contains("End the partnership"));
    app.stop().await;
}

#[actix_web::test]
async fn it_speaks_hungarian() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await.in_language("hu");
    let tisza = page(&app, &danube, TISZA).await;
    assert!(tisza.has_button("Felfüggesztés"));
    let text = tisza.main();
    assert!(text.contains("Az Önök ügyfelei közül 2 ügyfélnél választható."), "{text}");
    assert!(text.contains("1 ügyfél 2 előfizetésének kapcsolattartója marad."), "{text}");
    app.stop().await;
}
