//! Adding a customer, and editing what one knows of it.

use super::{add_customer, sales};
use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALMASKERT, CONTOSO, DANUBE, ORSEG, TISZA},
    database::difference,
};

const NEW: &str = "/partner/customers/new";

async fn edit_page(app: &TestApp, browser: &Browser, domain: &str) -> Reply {
    let id = app.database.customer(domain).await;
    browser.get(&format!("/partner/customers/{id}/edit")).await.expect(200)
}

/// `docs/domain.md` rule 13a.
#[actix_web::test]
async fn an_added_customer_has_a_relationship_with_who_added_it_and_with_nobody_else() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let list = sales.get("/partner/customers").await;
    let form = sales.click(&list, "Add a customer").await.expect(200).form("Add a customer");
    assert_eq!(form.value("time_zone"), Some("Europe/Budapest"), "its own, as a first guess");
    let form = form
        .fill("Domain of the customer", " Hegyalja.EXAMPLE ")
        .fill("Name of the customer", "Hegyalja Bor Kft.")
        .fill("Country (optional)", "hu")
        .fill("Your customer number (optional)", "D-1007");
    let reply = sales.submit(&form).await.expect(303);
    let page = sales.follow(&reply).await.expect(200);
    assert_eq!(page.heading(), "Hegyalja Bor Kft.");
    assert!(page.news().starts_with("Customer added."), "{}", page.news());
    for fact in ["hegyalja.example", "Hungary", "22 November 2026", "D-1007", "Not given"] {
        assert!(page.main().contains(fact), "{fact} in {}", page.main());
    }
    assert_eq!(app.database.relationship(DANUBE, "hegyalja.example").await, ["active"]);
    let found = sales.get("/partner/customers?q=hegyalja").await;
    assert_eq!(found.all("tbody th"), ["Hegyalja Bor Kft."]);

    let alfold = app.signed_in("global.admin@alfold.example").await;
    alfold.get(reply.location()).await.expect(404);
    assert!(alfold.get("/partner/customers?q=hegyalja").await.all("tbody th").is_empty());
    app.stop().await;
}

/// `docs/domain.md` rule 13: a reseller adds customers, too, before any provider does.
#[actix_web::test]
async fn a_reseller_adds_a_customer_as_well() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    add_customer(&tisza, "hegyalja.example", "Hegyalja Bor Kft.").await.expect(303);
    assert_eq!(app.database.relationship(TISZA, "hegyalja.example").await, ["active"]);
    app.stop().await;
}

/// `docs/security.md` A4, `docs/domain.md` rule 13: of a customer that others know nothing is shown.
#[actix_web::test]
async fn a_customer_that_the_portal_knows_is_asked_instead() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let before = app.database.dump().await;
    let refused = add_customer(&sales, "ORSEG.example", "What I call it").await.expect(422);
    assert!(refused.title().starts_with("Error:"), "{}", refused.title());
    assert!(refused.alert().contains("The portal knows this domain already"));
    assert_eq!(refused.form("Add a customer").value("name"), Some("What I call it"));
    assert!(!refused.body.contains("Panzió"), "{}", refused.main());
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    let ask = sales.click(&refused, "Request a relationship with this domain").await.expect(200);
    assert_eq!(ask.form("Make the request").value("domain"), Some(ORSEG));
    assert!(!ask.body.contains("Panzió"), "{}", ask.main());

    let own = add_customer(&sales, CONTOSO, "Contoso").await.expect(422);
    assert!(own.alert().contains("belongs to a customer of yours"), "{}", own.alert());
    assert_eq!(sales.click(&own, "Open that customer").await.heading(), "Contoso Bútor Kft.");

    // What has ended is not brought back by adding.
    app.database.end_relationship(TISZA, CONTOSO).await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let ended = add_customer(&tisza, CONTOSO, "Contoso").await.expect(422);
    assert!(ended.alert().contains("request a relationship"), "{}", ended.alert());
    app.stop().await;
}

#[actix_web::test]
async fn wrong_input_comes_back_with_what_is_wrong() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let form = sales.get(NEW).await.form("Add a customer");
    let form = form
        .fill("Domain of the customer", "no domain")
        .fill("Name of the customer", "")
        .fill("Country (optional)", "Hungary")
        .fill("Time zone", "Budapest");
    let refused = sales.submit(&form).await.expect(422);
    assert_eq!(refused.all("[role=alert] li").len(), 4, "{}", refused.alert());
    assert_eq!(refused.form("Add a customer").value("country"), Some("Hungary"));
    app.stop().await;
}

#[actix_web::test]
async fn of_two_who_add_the_same_customer_one_wins() {
    let app = TestApp::spawn().await;
    let danube = sales(&app).await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let (one, other) = tokio::join!(
        add_customer(&danube, "hegyalja.example", "Hegyalja"),
        add_customer(&alfold, "hegyalja.example", "Hegyalja"),
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
    let rows = "SELECT COUNT(*) FROM relationships r JOIN customers c ON c.id = r.customer_id \
                WHERE c.domain = 'hegyalja.example'";
    assert_eq!(app.database.number(rows).await, 1);
    app.stop().await;
}

/// `docs/domain.md` rule 13: what all see is edited while one alone sees it.
#[actix_web::test]
async fn who_alone_knows_a_customer_edits_all_of_it() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let reply = add_customer(&sales, "hegyalja.example", "Hegyalja Bor Kft.").await;
    let page = sales.follow(&reply).await;
    let form = sales.click(&page, "Edit the customer").await.expect(200).form("Save");
    let form = form.fill("Name of the customer", "Aszú Zrt.").fill("Time zone", "Europe/London");
    let saved = sales.follow(&sales.submit(&form).await).await;
    assert_eq!((saved.heading().as_str(), saved.news().as_str()), ("Aszú Zrt.", "Customer saved."));
    // The lists go by the new name.
    let list = sales.get("/partner/customers").await.all("tbody th");
    assert!(list.iter().position(|name| name == "Aszú Zrt.") < Some(2), "{list:?}");
    let log = sales.get("/partner/activity?kind=customers").await;
    assert!(log.main().contains("name: Hegyalja Bor Kft. → Aszú Zrt."), "{}", log.main());

    // Another partner comes to know it: the same form is good no more.
    let form = edit_page(&app, &sales, "hegyalja.example").await.form("Save");
    app.database.add_relationship(TISZA, "hegyalja.example", false).await;
    let before = app.database.dump().await;
    let refused = sales.submit(&form.fill("Name of the customer", "Mine Kft.")).await.expect(422);
    assert!(refused.alert().contains("no longer yours alone"), "{}", refused.alert());
    assert!(!refused.body.contains("Tisza"), "which partner is not told: {}", refused.main());
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

/// `docs/domain.md` rules 13 and 39: only the own number, which nobody else reads.
#[actix_web::test]
async fn of_a_customer_that_others_rely_on_only_the_own_number_is_edited() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let page = edit_page(&app, &sales, ALMASKERT).await;
    assert!(page.main().contains("no longer yours alone"), "{}", page.main());
    let form = page.form("Save");
    assert_eq!(form.value("name"), None);
    let reply = sales.submit(&form.fill("Your customer number (optional)", "SECRET-7")).await;
    assert!(sales.follow(&reply).await.main().contains("SECRET-7"));
    for (email, paths) in [
        ("global.admin@tisza.example", ["/partner/activity", "/partner/customers"]),
        ("global.admin@alfold.example", ["/partner/activity", "/partner/customers"]),
        ("admin@almaskert.example", ["/admin/activity", "/admin/partner-relationships"]),
    ] {
        let other = app.signed_in(email).await;
        for path in paths {
            let seen = other.get(path).await.expect(200);
            assert!(!seen.body.contains("SECRET-7"), "{email} at {path}");
            assert!(!seen.main().contains("Customer edited"), "{email} at {path}");
        }
    }
    // A name that no form of this page asked for.
    let id = app.database.customer(ALMASKERT).await;
    let fields = [("name", "Mine Kft."), ("time_zone", "UTC"), ("seen", "")];
    sales.post(&format!("/partner/customers/{id}/edit"), &fields).await.expect(409);
    app.stop().await;
}

/// `docs/domain.md` rule 32, for customers.
#[actix_web::test]
async fn the_second_of_two_sees_what_the_first_has_saved() {
    let app = TestApp::spawn().await;
    let (first, second) = (sales(&app).await, app.signed_in("admin.agent@danube.example").await);
    let number = "Your customer number (optional)";
    let theirs = edit_page(&app, &first, CONTOSO).await.form("Save").fill(number, "D-1");
    let mine = edit_page(&app, &second, CONTOSO).await.form("Save").fill(number, "D-2");
    first.submit(&theirs).await.expect(303);
    let both = second.submit(&mine).await.expect(409);
    assert!(both.title().starts_with("Error:"));
    assert_eq!(both.all("tbody tr"), ["Your customer number D-1 D-2"]);
    second.submit(&both.form("Use mine")).await.expect(303);
    let numbers = "SELECT customer_number FROM relationships WHERE customer_number IS NOT NULL";
    assert_eq!(app.database.texts(numbers).await, ["D-2"]);
    app.stop().await;
}
