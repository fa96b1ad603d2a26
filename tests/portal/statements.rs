//! How many statements a page costs: each is two thread wake-ups on SQLite and a round trip on PostgreSQL, so more of them
//! is a decision, and one for each row is a mistake.

use crate::support::{
    Browser, TestApp,
    arrange::{ALMASKERT, DANUBE, TISZA},
    requests::{Asked, DELEGATED_ADMIN, PARTNERSHIP},
};

/// The statements of one request.
async fn cost(app: &TestApp, browser: &Browser, path: &str) -> u64 {
    let before = app.store.statements();
    browser.get(path).await.expect(200);
    app.store.statements() - before
}

/// The first is always the session with its user, membership and roles.
#[actix_web::test]
async fn a_customers_pages_cost_what_they_are_known_to() {
    let app = TestApp::spawn().await;
    let customer = app.signed_in("admin@almaskert.example").await;
    let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
    let report = format!("/admin/support/{azure}/report");
    for (path, expected) in [
        // With the number of requests that wait for an answer, of colleagues who wait for a link, and whom partners have
        // let in.
        ("/home", 5),
        ("/admin", 3),
        // With what its people have told about the contacts.
        ("/admin/support", 3),
        ("/admin/support.vcf", 2),
        (report.as_str(), 2),
        ("/admin/activity", 3),
        ("/admin/activity.csv", 2),
        // Who is meant is looked up.
        ("/admin/activity?person=a", 4),
    ] {
        assert_eq!(cost(&app, &customer, path).await, expected, "{path}");
    }
    let admin = customer;
    assert_eq!(cost(&app, &admin, "/admin/support/share").await, 3);
    admin.post("/admin/support/share", &[("link", "make")]).await.expect(303);
    // The key is read once.
    admin.get("/admin/support/share").await;
    assert_eq!(cost(&app, &admin, "/admin/support/share").await, 3);
    let link = admin.get("/admin/support/share").await.link("Open the page");
    let shared = format!("/shared/{}", link.split("/shared/").nth(1).unwrap());
    assert_eq!(cost(&app, &app.browser(), &shared).await, 2, "the shared page");
    app.stop().await;
}

/// Whoever answers requests is told how many wait; whoever does not, whom to ask.
#[actix_web::test]
async fn the_pages_of_answers_cost_what_they_are_known_to() {
    let app = TestApp::spawn().await;
    let database = &app.database;
    let admin = app.signed_in("admin@almaskert.example").await;
    let user = app.signed_in("user@almaskert.example").await;
    let helpdesk = app.signed_in("helpdesk.agent@tisza.example").await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let request = database.ask(Asked { of: ALMASKERT, from: "4977310", ..DELEGATED_ADMIN }).await;
    let partnership = database.ask(Asked { of: "4847383", ..PARTNERSHIP }).await;
    let request = format!("/admin/requests/{request}");
    let partnership = format!("/partner/requests/{partnership}/answer");
    let partner = format!("/admin/partner-relationships/{}", database.partner("4847383").await);
    for (browser, path, expected) in [
        (&admin, "/home", 5),
        (&admin, "/admin", 3),
        (&admin, "/admin/requests", 3),
        (&admin, "/admin/requests?show=answered", 3),
        (&admin, request.as_str(), 3),
        (&user, request.as_str(), 4),
        (&admin, "/admin/partner-relationships", 3),
        (&admin, partner.as_str(), 4),
        (&user, partner.as_str(), 5),
        (&tisza, partnership.as_str(), 2),
        (&helpdesk, partnership.as_str(), 3),
    ] {
        assert_eq!(cost(&app, browser, path).await, expected, "{path}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn a_partners_pages_cost_what_they_are_known_to() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    let customer = format!("/partner/customers/{}", app.database.customer(ALMASKERT).await);
    let subscription = app.database.path_of(ALMASKERT, "Intune").await;
    let change = app.database.subscription(ALMASKERT, "Intune").await;
    let review = format!("/partner/changes/{}", app.database.latest_change(change).await);
    let kekes = format!("/partner/resellers/{}/profile", app.database.partner("4902211").await);
    app.database.request_for("delegated_admin", DANUBE, "4977310", ALMASKERT).await;
    let request = app.database.id("SELECT id FROM requests").await;
    let request = format!("/partner/requests/{request}");
    let billing = app.signed_in("billing.admin@danube.example").await;
    for (browser, path, expected) in [
        (&danube, "/home", 4),
        (&danube, "/partner/customers", 4),
        (&danube, "/partner/subscriptions", 3),
        (&danube, "/partner/reports", 3),
        (&danube, "/partner/relationships", 3),
        (&danube, "/partner/relationships?show=active", 3),
        (&danube, "/partner/relationships?show=ended&q=x", 3),
        (&danube, "/partner/relationships/new", 1),
        (&danube, "/partner/resellers/new", 1),
        // Whether the customer is one's own decides about a link to it.
        (&danube, request.as_str(), 3),
        // The last one finds the changes that its lines speak of.
        (&danube, "/partner/activity", 4),
        (&danube, "/partner/activity.csv", 2),
        (&danube, customer.as_str(), 4),
        (&danube, "/partner/customers/new", 1),
        // The products that it has sold.
        (&danube, "/partner/subscriptions/new", 2),
        // Both rows in one, and who else relies on the customer.
        (&danube, &format!("{customer}/edit"), 4),
        // Found, its customer and product, and the row itself.
        (&danube, &format!("{subscription}/edit"), 5),
        (&danube, "/partner/profile", 2),
        (&danube, kekes.as_str(), 5),
        (&danube, subscription.as_str(), 4),
        // Who may assign many is shown the customer's other subscriptions.
        (&danube, review.as_str(), 4),
        (&billing, review.as_str(), 2),
        // And who may not assign is shown who may.
        (&billing, subscription.as_str(), 4),
    ] {
        assert_eq!(cost(&app, browser, path).await, expected, "{path}");
    }
    let manager = app.signed_in("global.admin@danube.example").await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let intune = cost(&app, &tisza, &subscription).await;
    assert_eq!(intune, 3, "a reseller's page of a subscription, with what it has told about it");
    let report = cost(&app, &tisza, &format!("{subscription}/report")).await;
    assert_eq!(report, 2, "where a reseller says that a subscription is not its own");
    let of_tisza = format!("/partner/resellers/{}", app.database.partner(TISZA).await);
    let of_danube = format!("/partner/providers/{}", app.database.partner(DANUBE).await);
    let ending = format!("/partner/relationships/{}/end", app.database.customer(ALMASKERT).await);
    for (browser, path, expected) in [
        // The rows, how many there are, and two counts for all of the page's rows.
        (&danube, "/partner/resellers", 5),
        (&danube, "/partner/resellers.csv", 4),
        // The partnership, two counts, and where it can be chosen.
        (&danube, of_tisza.as_str(), 5),
        // Two counts and the first fifty; for the provider, who could take over.
        (&manager, &format!("{of_tisza}/end"), 7),
        (&manager, &format!("{of_tisza}/end.csv"), 5),
        (&tisza, "/partner/providers", 5),
        (&tisza, of_danube.as_str(), 4),
        (&tisza, &format!("{of_danube}/end"), 6),
        (&tisza, &format!("{of_danube}/end.csv"), 5),
        (&tisza, ending.as_str(), 5),
        (&tisza, &format!("{ending}.csv"), 3),
        (&manager, ending.as_str(), 5),
        // Memberships with their users, roles, and the links that they wait for.
        (&manager, "/partner/users", 4),
        // Everybody with whether they have one, and what stands.
        (&manager, "/partner/users/second-factor", 3),
        // Oneself, and which of one’s organisations require it.
        (&manager, "/me/second-factor", 3),
        (&manager, "/partner/users/new", 1),
    ] {
        assert_eq!(cost(&app, browser, path).await, expected, "{path}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn pages_for_nobody_in_particular_cost_nothing() {
    let app = TestApp::spawn().await;
    let nobody = app.browser();
    for path in ["/sign-in", "/forgot", "/forgot?asked=1", "/help", "/accessibility", "/healthz"] {
        assert_eq!(cost(&app, &nobody, path).await, 0, "{path}");
    }
    app.stop().await;
}

/// A list costs the same for one row and for fifty, and so does every page around it.
#[actix_web::test]
async fn more_rows_cost_no_more_statements() {
    const LISTS: [&str; 10] = [
        "/partner/relationships",
        "/partner/relationships?show=active",
        "/home",
        "/partner/customers",
        "/partner/subscriptions",
        "/partner/subscriptions?contact=undecided",
        "/partner/customers?q=kft",
        "/partner/reports",
        "/partner/activity",
        "/partner/activity?customer=kft&person=a",
    ];
    let small = TestApp::spawn().await;
    let large = TestApp::empty().await;
    assert!(large.store.fill_demo(60).await.unwrap());
    for nth in 100..150 {
        large
            .database
            .add_available_reseller(&format!("R {nth}"), &format!("7000{nth}"), DANUBE, ALMASKERT)
            .await;
        large.database.sell("Intune", DANUBE, ALMASKERT).await;
    }
    let mut costs = Vec::new();
    for app in [&small, &large] {
        let danube = app.signed_in("admin.agent@danube.example").await;
        let user = app.signed_in("user@almaskert.example").await;
        let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
        let review = app.database.latest_change(azure).await;
        let own = [
            format!("/partner/customers/{}", app.database.customer(ALMASKERT).await),
            format!("/partner/subscriptions/{azure}"),
            format!("/partner/changes/{review}"),
        ];
        let mut of_app = Vec::new();
        let manager = app.signed_in("global.admin@danube.example").await;
        let of_tisza = format!("/partner/resellers/{}", app.database.partner(TISZA).await);
        for path in ["", "/end", "/end.csv"] {
            of_app.push(cost(app, &manager, &format!("{of_tisza}{path}")).await);
        }
        for path in ["/partner/resellers", "/partner/resellers.csv"] {
            of_app.push(cost(app, &manager, path).await);
        }
        for path in LISTS.into_iter().chain(own.iter().map(String::as_str)) {
            of_app.push(cost(app, &danube, path).await);
        }
        for path in ["/admin/support", "/admin/requests", "/admin/partner-relationships"] {
            of_app.push(cost(app, &user, path).await);
        }
        costs.push(of_app);
    }
    assert_eq!(costs[0], costs[1]);
    small.stop().await;
    large.stop().await;
}
