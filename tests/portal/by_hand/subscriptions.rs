//! Adding a subscription, editing and removing it.

use uuid::Uuid;

use super::{add_customer, sale, sales};
use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALMASKERT, CONTOSO, DANUBE, KEKES, ORSEG, TISZA},
    database::difference,
};

const ADD: &str = "Add a subscription";

async fn edit_page(browser: &Browser, subscription: Uuid) -> Reply {
    browser.get(&format!("/partner/subscriptions/{subscription}/edit")).await.expect(200)
}

/// Each change of a subscription, with its contact and its cause, the newest last.
async fn changes(app: &TestApp, subscription: Uuid) -> Vec<String> {
    let id = app.database.literal(subscription);
    let columns = "after_name || ' ' || cause";
    app.database
        .texts(&format!(
            "SELECT {columns} FROM changes WHERE subscription_id = {id} ORDER BY version"
        ))
        .await
}

/// `docs/domain.md` rules 22 and 29.
#[actix_web::test]
async fn a_new_subscription_has_its_provider_as_contact_and_the_customer_sees_it() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let contoso = app.database.customer(CONTOSO).await;
    let customer = sales.get(&format!("/partner/customers/{contoso}")).await;
    let form = sales.click(&customer, ADD).await.expect(200).form(ADD);
    assert_eq!(form.value("customer"), Some(CONTOSO), "it is filled in");
    let form = form
        .fill("Product", "intune")
        .fill("Nickname (optional)", "Workshop")
        .fill("Licences (optional)", "25")
        .fill("Subscription ID at the vendor (optional)", "V-77")
        .fill("Renews or ends on (optional)", "2027-03-31")
        .fill("Partner ID of the reseller of record (optional)", KEKES);
    let page = sales.follow(&sales.submit(&form).await).await.expect(200);
    // Its own name of the product, however it was typed.
    assert_eq!((page.heading().as_str(), page.news().as_str()), ("Intune", "Subscription added."));
    for fact in ["Workshop", "25", "V-77", "31 March 2027", "Kékes Systems Zrt.", "Default"] {
        assert!(page.main().contains(fact), "{fact} in {}", page.main());
    }
    let id = app.database.subscription(CONTOSO, "Intune").await;
    assert_eq!(changes(&app, id).await, ["Danube Distribution default"]);
    let admin = app.signed_in("admin@contoso-butor.example").await;
    assert!(admin.get("/admin/support").await.main().contains("Workshop"));
    // Rule 40: the reseller of record sees it, others do not.
    let path = format!("/partner/subscriptions/{id}");
    app.signed_in("global.admin@kekes.example").await.get(&path).await.expect(200);
    app.signed_in("global.admin@tisza.example").await.get(&path).await.expect(404);
    app.stop().await;
}

/// `docs/domain.md` rule 22: the customer's contact for new subscriptions, where it can be chosen.
#[actix_web::test]
async fn a_new_subscription_begins_with_the_contact_for_new_ones_if_that_one_is_available() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let default =
        format!("default_reseller_id = (SELECT id FROM partners WHERE mpn_id = '{TISZA}')");
    app.database.set_relationship(DANUBE, CONTOSO, &default).await;
    sales.submit(&sale(&sales, CONTOSO, "Intune").await).await.expect(303);
    let id = app.database.subscription(CONTOSO, "Intune").await;
    assert_eq!(changes(&app, id).await, ["Tisza IT Kft. default"]);

    app.database.suspend(DANUBE, TISZA).await;
    sales.submit(&sale(&sales, CONTOSO, "Azure plan").await).await.expect(303);
    let id = app.database.subscription(CONTOSO, "Azure plan").await;
    assert_eq!(changes(&app, id).await, ["Danube Distribution default"]);
    app.stop().await;
}

/// `docs/security.md` A3: of another's customer, or a reseller that is nobody's of its own, nothing is bound.
#[actix_web::test]
async fn a_subscription_is_bound_only_to_ones_own() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let before = app.database.dump().await;
    for nobody in [ORSEG, "Őrség Panzió Bt.", "nobody.example"] {
        let refused = sales.submit(&sale(&sales, nobody, "Intune").await).await.expect(422);
        assert!(refused.alert().contains("None of your customers"), "{}", refused.alert());
    }
    for stranger in ["5003127", "5120044", "9999999"] {
        let form = sale(&sales, CONTOSO, "Intune").await;
        let form = form.fill("Partner ID of the reseller of record (optional)", stranger);
        let refused = sales.submit(&form).await.expect(422);
        assert!(refused.alert().contains("None of your resellers"), "{}", refused.alert());
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

/// `docs/security.md` A4: what others sell is not offered, even where the names are the same.
#[actix_web::test]
async fn only_products_that_one_has_sold_are_offered() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let page = sales.get("/partner/subscriptions/new").await;
    assert!(page.body.contains("Azure plan") && !page.body.contains("Visio"), "{}", page.body);
    sales.submit(&sale(&sales, CONTOSO, "Visio Plan 2").await).await.expect(303);
    let rows = "SELECT COUNT(*) FROM products WHERE name = 'Visio Plan 2'";
    assert_eq!(app.database.number(rows).await, 1, "the same product");
    sales.submit(&sale(&sales, CONTOSO, "Our own backup").await).await.expect(303);
    assert!(sales.get("/partner/subscriptions/new").await.body.contains("Our own backup"));
    app.stop().await;
}

#[actix_web::test]
async fn a_customer_is_meant_by_its_domain_or_by_a_name_that_only_it_has() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    sales.submit(&sale(&sales, "contoso bútor KFT.", "Intune").await).await.expect(303);
    app.database.subscription(CONTOSO, "Intune").await;
    add_customer(&sales, "other.example", "Contoso Bútor Kft.").await.expect(303);
    let refused =
        sales.submit(&sale(&sales, "Contoso Bútor Kft.", "Intune").await).await.expect(422);
    assert!(refused.alert().contains("type the domain"), "{}", refused.alert());
    let part = sales.submit(&sale(&sales, "Contoso", "Intune").await).await.expect(422);
    assert!(part.alert().contains("None of your customers"), "{}", part.alert());
    app.stop().await;
}

#[actix_web::test]
async fn wrong_input_comes_back_with_what_is_wrong() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let form = sale(&sales, CONTOSO, "").await;
    let form = form
        .fill("Licences (optional)", "many")
        .fill("Renews or ends on (optional)", "tomorrow")
        .fill("Partner ID of the reseller of record (optional)", "Kékes");
    let refused = sales.submit(&form).await.expect(422);
    assert_eq!(refused.all("[role=alert] li").len(), 4, "{}", refused.alert());
    assert_eq!(refused.form(ADD).value("quantity"), Some("many"));
    let path = "/partner/subscriptions/new";
    let unknown = [("customer", CONTOSO), ("product", "Intune"), ("status", "removed")];
    sales.post(path, &unknown).await.expect(400);
    app.stop().await;
}

/// The vendor's number is one subscription's within a provider; another provider may have the same.
#[actix_web::test]
async fn a_number_is_given_once() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let number = "Subscription ID at the vendor (optional)";
    let form = sale(&sales, CONTOSO, "Intune").await.fill(number, "V-1");
    let again = sale(&sales, CONTOSO, "Azure plan").await.fill(number, "V-1");
    let (one, other) = tokio::join!(sales.submit(&form), sales.submit(&again));
    let refused = if one.status == 422 { one } else { other }.expect(422);
    assert!(refused.alert().contains("has this ID"), "{}", refused.alert());
    sales.click(&refused, "Open that subscription").await.expect(200);
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let form = sale(&alfold, ORSEG, "Intune").await.fill(number, "V-1");
    alfold.submit(&form).await.expect(303);
    app.stop().await;
}

#[actix_web::test]
async fn what_is_edited_is_saved_and_logged_and_the_second_of_two_chooses() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
    let page = sales.get(&format!("/partner/subscriptions/{azure}")).await;
    let form = sales.click(&page, "Edit the subscription").await.expect(200).form("Save");
    let mine = form.clone().fill("Nickname (optional)", "Mine").fill("State", "suspended");
    let theirs = form.clone().fill("Nickname (optional)", "Theirs");
    let saved = sales.follow(&sales.submit(&theirs).await).await;
    assert_eq!(saved.news(), "Subscription saved.");
    assert!(saved.main().contains("Theirs"), "{}", saved.main());
    let both = sales.submit(&mine).await.expect(409);
    assert!(
        both.all("tbody tr").contains(&"Nickname (optional) Theirs Mine".to_owned()),
        "{:?}",
        both.all("tbody tr")
    );
    sales.submit(&both.form("Use mine")).await.expect(303);
    let log = sales.get("/partner/activity?kind=customers").await.main();
    assert!(log.contains("nickname: Theirs → Mine"), "{log}");
    assert!(log.contains("state: Active → Suspended"), "{log}");
    // By the form that is open still: what stands already is no conflict.
    let again = sales.submit(&mine).await.expect(303);
    assert!(sales.follow(&again).await.news().contains("othing"), "nothing had to be done");
    app.stop().await;
}

/// `docs/domain.md` rule 39: who gets the incentive is not the customer's business.
#[actix_web::test]
async fn the_customers_log_leaves_the_reseller_of_record_out() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let exchange = app.database.subscription(CONTOSO, "Exchange Online").await;
    let form = edit_page(&sales, exchange).await.form("Save");
    let form = form
        .fill("Partner ID of the reseller of record (optional)", KEKES)
        .fill("Licences (optional)", "99");
    sales.submit(&form).await.expect(303);
    let admin = app.signed_in("admin@contoso-butor.example").await;
    let log = admin.get("/admin/activity").await.expect(200);
    assert!(log.main().contains("→ 99"), "{}", log.main());
    assert!(!log.body.contains("Kékes"), "{}", log.main());
    app.stop().await;
}

/// `docs/domain.md` rule 29.
#[actix_web::test]
async fn a_subscription_lives_again_only_while_its_provider_serves_the_customer() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let project = app.database.subscription(CONTOSO, "Project Plan 3").await;
    app.database.end_relationship(DANUBE, CONTOSO).await;
    let form = edit_page(&sales, project).await.form("Save").fill("State", "active");
    let refused = sales.submit(&form).await.expect(422);
    assert!(refused.alert().contains("has ended"), "{}", refused.alert());
    let contoso = app.database.customer(CONTOSO).await;
    let customer = sales.get(&format!("/partner/customers/{contoso}")).await;
    assert!(!customer.main().contains(ADD), "nor is one added: {}", customer.main());
    sales.submit(&sale(&sales, CONTOSO, "Intune").await).await.expect(422);

    app.database.set_relationship(DANUBE, CONTOSO, "state = 'active', ended_at = NULL").await;
    sales.submit(&form).await.expect(303);
    app.stop().await;
}

/// `docs/domain.md` rules 27 and 29: each by the ending that it has not seen.
#[actix_web::test]
async fn a_subscription_that_lives_again_goes_back_where_its_contact_has_left() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let exchange = app.database.subscription(ALMASKERT, "Exchange Online").await;
    let intune = app.database.subscription(ALMASKERT, "Intune").await;
    for subscription in [exchange, intune] {
        app.database.set_subscription(subscription, "status = 'expired'").await;
    }
    // Without privileges only, the contact stays (rule 27).
    app.database.set_relationship(TISZA, ALMASKERT, "delegated_admin = false").await;
    let form = edit_page(&sales, intune).await.form("Save").fill("State", "active");
    let saved = sales.follow(&sales.submit(&form).await).await;
    assert_eq!(saved.news(), "Subscription saved.");
    assert_eq!(changes(&app, intune).await.last().unwrap(), "Tisza IT Kft. assigned");

    app.database.end_relationship(TISZA, ALMASKERT).await;
    let form = edit_page(&sales, exchange).await.form("Save").fill("State", "pending");
    let saved = sales.follow(&sales.submit(&form).await).await;
    assert!(saved.news().contains("you are the contact again"), "{}", saved.news());
    let last = changes(&app, exchange).await.pop().unwrap();
    assert_eq!(last, "Danube Distribution relationship_ended");

    app.database.set_subscription(intune, "status = 'cancelled'").await;
    app.database.end_partnership(DANUBE, TISZA).await;
    let form = edit_page(&sales, intune).await.form("Save").fill("State", "suspended");
    sales.submit(&form).await.expect(303);
    let last = changes(&app, intune).await.pop().unwrap();
    assert_eq!(last, "Danube Distribution partnership_ended");
    app.stop().await;
}

/// What is removed is shown nowhere, and its number is free again.
#[actix_web::test]
async fn a_removed_subscription_is_gone_for_everybody() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let exchange = app.database.subscription(ALMASKERT, "Exchange Online").await;
    let page = edit_page(&sales, exchange).await;
    let refused = sales.submit(&page.form("Remove")).await.expect(422);
    assert!(refused.alert().contains("Tick that"), "{}", refused.alert());
    let number = page.form("Save").value("number").unwrap().to_owned();
    let reply = sales.submit(&page.form("Remove").tick("Remove it for good")).await;
    let customer = sales.follow(&reply).await.expect(200);
    assert_eq!(customer.news(), "Subscription removed. Nobody sees it any more.");
    assert!(!customer.main().contains("Exchange Online"), "{}", customer.main());
    let path = format!("/partner/subscriptions/{exchange}");
    for browser in [&sales, &tisza] {
        browser.get(&path).await.expect(404);
    }
    sales.get(&format!("{path}/edit")).await.expect(404);
    let admin = app.signed_in("admin@almaskert.example").await;
    assert!(!admin.get("/admin/support").await.main().contains("Exchange Online"));
    let form = sale(&sales, ALMASKERT, "Exchange Online").await;
    let form = form.fill("Subscription ID at the vendor (optional)", &number);
    sales.submit(&form).await.expect(303);
    app.stop().await;
}
