//! A reseller's indirect providers.

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALFOLD, DANUBE, KEKES, TISZA},
};

const LIST: &str = "/partner/providers";

async fn page(app: &TestApp, browser: &Browser, mpn_id: &str) -> Reply {
    browser.get(&format!("{LIST}/{}", app.database.partner(mpn_id).await)).await
}

/// `docs/domain.md` rules 9 and 40.
#[actix_web::test]
async fn a_reseller_sees_its_providers_and_how_many_subscriptions_of_each_name_it() {
    let app = TestApp::spawn().await;
    app.database.suspend(ALFOLD, TISZA).await;
    let tisza = app.signed_in("helpdesk.agent@tisza.example").await;
    let list = tisza.click(&tisza.get("/home").await, "Indirect providers").await.expect(200);
    assert_eq!(
        list.all("tbody tr"),
        [
            "Alföld Cloud Zrt. Suspended 5120044 22 Dec 2024 1 0",
            "Danube Distribution 4391507 22 Dec 2024 2 2",
        ]
    );
    let danube = page(&app, &tisza, DANUBE).await.expect(200);
    assert!(danube.main().contains("2 subscriptions of 1 customer"), "{}", danube.main());
    let alfold = page(&app, &tisza, ALFOLD).await.expect(200);
    assert!(alfold.main().contains("This provider has suspended you"), "{}", alfold.main());
    // A helpdesk agent does not end partnerships.
    assert!(!danube.main().contains("End the partnership"));
    app.stop().await;
}

/// `docs/domain.md` rule 40.
#[actix_web::test]
async fn a_provider_of_others_is_not_there() {
    let app = TestApp::spawn().await;
    let kekes = app.signed_in("global.admin@kekes.example").await;
    page(&app, &kekes, ALFOLD).await.expect(404);
    page(&app, &kekes, KEKES).await.expect(404);
    page(&app, &kekes, TISZA).await.expect(404);
    let bakony = app.signed_in("global.admin@bakony.example").await;
    let list = bakony.get(LIST).await.expect(200);
    assert!(list.main().contains("You have no indirect providers here yet."), "{}", list.main());
    page(&app, &bakony, DANUBE).await.expect(404);
    app.stop().await;
}

#[actix_web::test]
async fn it_speaks_hungarian() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await.in_language("hu");
    let list = tisza.get(LIST).await.expect(200);
    assert_eq!(list.heading(), "Közvetett szolgáltatók");
    assert!(list.main().contains("2 közvetett szolgáltató"), "{}", list.main());
    app.stop().await;
}
