//! A customer takes back what it has given (`docs/domain.md` rules 15, 19, 20 and 27).

use super::*;
use crate::support::{
    arrange::{ALMASKERT, DANUBE, KEKES, TISZA},
    database::difference,
    requests::DELEGATED_ADMIN,
};

async fn path(app: &TestApp, mpn_id: &str) -> String {
    format!("/admin/partner-relationships/{}", app.database.partner(mpn_id).await)
}

/// The support contact of each of Almáskert's products, and why.
async fn contacts(app: &TestApp) -> Vec<String> {
    app.database
        .texts(
            "SELECT p.name || ' ' || COALESCE(r.mpn_id, '-') || ' ' || c.cause || CASE WHEN s.decided THEN ' decided' \
             ELSE '' END || CASE WHEN c.by_customer IS NULL THEN '' ELSE ' by customer' END \
             FROM subscriptions s JOIN products p ON p.id = s.product_id \
             JOIN customers k ON k.id = s.customer_id JOIN changes c ON c.subscription_id = s.id \
             AND c.version = s.version LEFT JOIN partners r ON r.id = s.support_reseller_id \
             WHERE k.domain = 'almaskert.example' ORDER BY p.name",
        )
        .await
}

/// `docs/domain.md` rules 15 and 27.
#[actix_web::test]
async fn delegated_admin_is_revoked_and_the_designation_stays() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(ALMASKERT_ADMIN).await;
    let before = contacts(&app).await;
    let page = admin.get(&path(&app, TISZA).await).await;
    let form = page.form("Revoke delegated admin");
    let page = admin.follow(&admin.submit(&form).await.expect(303)).await.expect(200);
    assert_eq!(page.news(), "Revoked. The relationship stays, and so does every support contact.");
    assert!(!page.has_button("Revoke delegated admin"));
    assert_eq!(contacts(&app).await, before);
    assert_eq!(app.database.relationship(TISZA, ALMASKERT).await, ["active"]);
    assert_eq!(logged(&app, "delegated_admin_revoked").await, [format!("{TISZA} - {ALMASKERT}")]);
    // Its provider is warned, and the customer still sees the contact.
    let danube = app.signed_in("admin.agent@danube.example").await;
    let page = danube.get(&app.database.path_of(ALMASKERT, "Intune").await).await;
    assert!(page.main().contains("No DAP") && page.main().contains("can only be kept"));
    assert!(admin.get("/admin/support").await.main().contains("Tisza IT Kft."));
    // Once more records nothing.
    let before = app.database.dump().await;
    admin.submit(&form).await.expect(303);
    assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);
    app.stop().await;
}

/// `docs/domain.md` rules 19 and 20.
#[actix_web::test]
async fn ending_hands_every_product_back_to_who_sold_it() {
    let app = TestApp::spawn().await;
    let database = &app.database;
    let visio = database.subscription(ALMASKERT, "Visio Plan 2").await;
    let tisza = "support_reseller_id = (SELECT id FROM partners WHERE mpn_id = '4847383')";
    database.set_subscription(visio, tisza).await;
    let asked = Asked { of: ALMASKERT, ..DELEGATED_ADMIN };
    let for_tisza = database.ask(Asked { reseller: Some(TISZA), ..asked }).await;
    let by_tisza = database.ask(Asked { from: TISZA, ..asked }).await;
    let for_kekes = database.ask(Asked { reseller: Some(KEKES), ..asked }).await;
    let admin = app.signed_in(ALMASKERT_ADMIN).await;
    let page = admin.get(&path(&app, TISZA).await).await;
    assert!(page.main().contains("Visio Plan 2 Alföld Cloud Zrt."), "{}", page.main());
    let form = page.form("End the relationship");
    let page = admin.follow(&admin.submit(&form).await.expect(303)).await.expect(200);
    assert_eq!(
        page.news(),
        "The relationship has ended. 3 products have gone back to the provider that sold each."
    );
    assert!(page.main().contains("Ended by you"), "{}", page.main());
    assert_eq!(database.relationship(TISZA, ALMASKERT).await, ["ended over by customer"]);
    assert_eq!(
        contacts(&app).await,
        [
            "Azure plan - default",
            "Exchange Online - relationship_ended by customer",
            "Intune - relationship_ended by customer",
            "Office 365 Business Standard - default",
            "Visio Plan 2 - relationship_ended by customer",
        ]
    );
    for (request, state) in [(for_tisza, "revoked"), (by_tisza, "revoked"), (for_kekes, "open")] {
        assert_eq!(database.state_of(request).await, state);
    }
    assert_eq!(logged(&app, "relationship_ended").await, [format!("{TISZA} - {ALMASKERT}")]);
    // The other customer's is its own.
    assert_eq!(database.relationship(TISZA, CONTOSO).await, ["active dap"]);
    let before = app.database.dump().await;
    admin.submit(&form).await.expect(303);
    assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);
    app.stop().await;
}

/// `docs/domain.md` rule 20.
#[actix_web::test]
async fn the_provider_of_a_live_subscription_cannot_be_parted_with() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    let danube = path(&app, DANUBE).await;
    let before = app.database.dump().await;
    let refused = admin.post(&danube, &[("action", "end")]).await.expect(422);
    assert!(refused.alert().contains("subscriptions that are still live"), "{}", refused.alert());
    assert!(refused.title().starts_with("Error:"), "{}", refused.title());
    assert!(refused.main().contains("Exchange Online"), "{}", refused.main());
    assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);
    // What is not live any more keeps nobody.
    let exchange = app.database.subscription(CONTOSO, "Exchange Online").await;
    app.database.set_subscription(exchange, "status = 'cancelled'").await;
    admin.post(&danube, &[("action", "end")]).await.expect(303);
    assert_eq!(app.database.relationship(DANUBE, CONTOSO).await, ["ended over by customer"]);
    app.stop().await;
}

/// More products cost no more statements, but for a chunk of a thousand.
#[actix_web::test]
async fn ending_costs_the_same_for_two_products_and_for_sixty() {
    let mut costs = Vec::new();
    for more in [0, 58] {
        let app = TestApp::spawn().await;
        for _ in 0..more {
            let sold = app.database.sell("Intune", DANUBE, ALMASKERT).await;
            let tisza = "support_reseller_id = (SELECT id FROM partners WHERE mpn_id = '4847383')";
            app.database.set_subscription(sold, tisza).await;
        }
        let admin = app.signed_in(ALMASKERT_ADMIN).await;
        let page = admin.get(&path(&app, TISZA).await).await;
        assert_eq!(page.all("tbody tr").len(), if more == 0 { 2 } else { 50 });
        if more > 0 {
            assert!(page.main().contains("and 10 more"), "{}", page.main());
        }
        let before = app.store.statements();
        admin.submit(&page.form("End the relationship")).await.expect(303);
        costs.push(app.store.statements() - before);
        app.stop().await;
    }
    assert_eq!(costs[0], costs[1]);
}
