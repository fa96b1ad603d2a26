//! Suspending and resuming (`docs/domain.md` rule 10).

use super::{address, danube, page};
use crate::support::{
    TestApp,
    arrange::{ALMASKERT, BAKONY, DANUBE, KEKES, TISZA},
    database::difference,
};

/// `docs/domain.md` rule 10.
#[actix_web::test]
async fn the_next_page_of_every_customer_shows_the_provider_until_it_is_resumed() {
    let app = TestApp::spawn().await;
    let customer = app.signed_in("user@almaskert.example").await;
    let usual = customer.get("/admin/support").await.main();
    assert!(!usual.contains("currently unavailable"));
    let danube = danube(&app).await;
    let tisza = page(&app, &danube, TISZA).await;
    assert!(
        tisza.main().contains(
            "2 subscriptions of one customer keep it as support contact. Customers see you in its place"
        ),
        "{}",
        tisza.main()
    );
    let designations = "SELECT COUNT(*) FROM subscriptions WHERE support_reseller_id IS NOT NULL";
    let designated = app.database.number(designations).await;
    let changes = app.database.count("changes").await;

    let suspended = danube.follow(&danube.submit(&tisza.form("Suspend")).await).await.expect(200);
    assert!(suspended.news().starts_with("Suspended."), "{}", suspended.news());
    let seen = customer.get("/admin/support").await.main();
    assert!(seen.contains("Tisza IT Kft. currently unavailable"), "{seen}");
    assert!(seen.contains("Meanwhile Danube Distribution, your provider, helps."), "{seen}");
    // Its designations stay.
    assert_eq!(app.database.number(designations).await, designated);
    assert_eq!(app.database.count("changes").await, changes);
    let form =
        danube.get(&app.database.path_of(ALMASKERT, "Azure plan").await).await.form("Submit");
    assert!(!form.choices().iter().any(|choice| choice.starts_with("Tisza")));

    let resumed = danube.follow(&danube.submit(&suspended.form("Resume")).await).await.expect(200);
    assert!(resumed.news().starts_with("Resumed."), "{}", resumed.news());
    assert_eq!(customer.get("/admin/support").await.main(), usual);
    app.stop().await;
}

/// `docs/domain.md` rule 10: one provider's suspension is not another's.
#[actix_web::test]
async fn another_provider_of_the_reseller_does_not_notice() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let tisza = page(&app, &danube, TISZA).await;
    danube.submit(&tisza.form("Suspend")).await.expect(303);
    let alfold = app.signed_in("global.admin@alfold.example").await;
    assert!(page(&app, &alfold, TISZA).await.has_button("Suspend"));
    let form = alfold.get(&app.database.path_of(ALMASKERT, "Visio Plan 2").await).await;
    assert!(form.form("Submit").choices().iter().any(|choice| choice.starts_with("Tisza")));
    app.stop().await;
}

#[actix_web::test]
async fn what_is_so_already_is_said_and_changes_nothing() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let form = page(&app, &danube, KEKES).await.form("Suspend");
    danube.submit(&form).await.expect(303);
    let before = app.database.dump().await;
    let again = danube.follow(&danube.submit(&form).await).await.expect(200);
    assert_eq!(again.news(), "Nothing has changed: it was suspended already.");
    danube.submit(&again.form("Resume")).await.expect(303);
    let twice = danube.follow(&danube.submit(&again.form("Resume")).await).await.expect(200);
    assert_eq!(twice.news(), "Nothing has changed: it was not suspended.");
    let lines = |dump: &crate::support::database::Dump| dump["activity"].len();
    assert_eq!(lines(&app.database.dump().await), lines(&before) + 1);

    // Whoever ended it first is told of.
    app.database.end_partnership(DANUBE, KEKES).await;
    let before = app.database.dump().await;
    let late = danube.submit(&form).await.expect(409);
    assert!(late.alert().contains("This partnership has ended already."), "{}", late.alert());
    assert!(difference(&before, &app.database.dump().await).is_empty());
    app.stop().await;
}

/// `docs/domain.md` rules 4 and 40: a stranger gets 404, a role that may not gets 403, and nothing changes.
#[actix_web::test]
async fn nobody_else_suspends() {
    let app = TestApp::spawn().await;
    let (danube, agent) = (danube(&app).await, app.signed_in("admin.agent@danube.example").await);
    let (alfold, tisza) = (
        app.signed_in("global.admin@alfold.example").await,
        app.signed_in("global.admin@tisza.example").await,
    );
    let (kekes, bakony) = (address(&app, KEKES).await, address(&app, BAKONY).await);
    let before = app.database.dump().await;
    for (browser, reseller, status) in [
        (&danube, &bakony, 404),
        (&alfold, &kekes, 404),
        (&agent, &kekes, 403),
        (&tisza, &kekes, 403),
    ] {
        for verb in ["suspend", "resume"] {
            browser.post(&format!("{reseller}/{verb}"), &[]).await.expect(status);
        }
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    // The addresses take only POST.
    danube.get(&format!("{kekes}/suspend")).await.expect_redirect(&kekes);
    danube.get(&format!("{bakony}/resume")).await.expect(404);
    app.stop().await;
}
