//! What a customer sees: whom to call for each product (`docs/domain.md` rules 10 and 35 to 39).

use time::Duration;

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALFOLD, ALMASKERT, CONTOSO, DANUBE, MECSEK, TISZA},
};

const SUPPORT: &str = "/admin/support";

async fn user(app: &TestApp) -> Browser {
    app.signed_in("user@almaskert.example").await
}

/// The card of one contact, as text.
fn card(page: &Reply, contact: &str) -> String {
    let cards = page.all("article.call");
    let card = cards.into_iter().find(|card| card.starts_with(contact));
    card.unwrap_or_else(|| panic!("no card of {contact}: {}", page.main()))
}

/// The contacts, in the order of their cards.
fn contacts(page: &Reply) -> Vec<String> {
    page.all("article.call > header :is(h2, h3)")
}

#[track_caller]
fn assert_parts(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

/// A provider's user gives one of Almáskert's products a contact.
async fn assign(app: &TestApp, email: &str, product: &str, name: &str) {
    let browser = app.signed_in(email).await;
    let path = app.database.path_of(ALMASKERT, product).await;
    browser.submit(&browser.get(&path).await.form("Submit").choose(name)).await.expect(303);
}

/// `docs/domain.md` rules 35 and 37.
#[actix_web::test]
async fn every_live_product_stands_under_its_contact_whoever_sold_it() {
    let app = TestApp::spawn().await;
    let page = user(&app).await.get(SUPPORT).await.expect(200);
    assert_eq!(contacts(&page), ["Danube Distribution", "Tisza IT Kft.", "Alföld Cloud Zrt."]);
    assert_parts(
        &card(&page, "Danube Distribution"),
        &[
            "+36 1 555 0100",
            "support@danube.example",
            "danube.example/help",
            "Hours: Mon–Fri 8:00–18:00",
            "Languages: Hungarian, English, German",
            "Almáskert Logisztika Kft., almaskert.example, and the subscription ID:",
            "Azure plan since 2 Feb 2026 , by default",
            "c8d8fbab-6a62-4f0e-9d51-2b7e0a4c11f3",
            "Office 365 Business Standard since 2 Feb 2026 , by default",
        ],
    );
    assert_parts(
        &card(&page, "Tisza IT Kft."),
        &[
            "Open now",
            "+36 52 555 0111",
            "Hours: around the clock",
            "Exchange Online since 14 Sep 2026 , assigned by Danube Distribution",
            "Intune since 14 Sep 2026 , assigned by Danube Distribution",
        ],
    );
    assert_parts(
        &card(&page, "Alföld Cloud Zrt."),
        &["Visio Plan 2 since 18 May 2026 , by default"],
    );
    app.stop().await;
}

/// `docs/domain.md` rule 5: a plain user reads it like the global admin does.
#[actix_web::test]
async fn a_plain_user_and_the_global_admin_see_the_same() {
    let app = TestApp::spawn().await;
    let (user, admin) = (user(&app).await, app.signed_in("admin@almaskert.example").await);
    for path in ["/home", "/admin", SUPPORT] {
        let (one, other) = (user.get(path).await.expect(200), admin.get(path).await.expect(200));
        // Whatever else the Admin page offers, and to share the Support page, is for the global admin.
        let css = if path == "/admin" { "section[aria-labelledby=support]" } else { "main" };
        let others = other.first(css).map(|text| text.replacen(" Share ", " ", 1));
        assert!(one.first(css).is_some());
        assert_eq!(one.first(css), others, "{path}");
        assert_eq!(other.first(css) != others, path == SUPPORT, "{path}");
        assert_eq!(contacts(&one).len(), 3, "{path}");
        assert_parts(&one.main(), &["+36 52 555 0111", "+36 1 555 0199"]);
    }
    app.stop().await;
}

/// `docs/domain.md` rule 39.
#[actix_web::test]
async fn a_customer_sees_its_own_products_and_no_person_of_a_partner() {
    let app = TestApp::spawn().await;
    let contoso = app.signed_in("admin@contoso-butor.example").await;
    for path in ["/home", "/admin", SUPPORT] {
        let page = contoso.get(path).await.expect(200);
        assert_eq!(contacts(&page), ["Danube Distribution"], "{path}");
        for other in ["Intune", "Visio", "Alföld", "Tisza", "Almáskert"] {
            assert!(!page.text().contains(other), "{other} on {path}");
        }
    }
    let page = user(&app).await.get(SUPPORT).await;
    for person in ["Gábor", "Szűcs", "admin.agent", "Ágnes"] {
        assert!(!page.text().contains(person), "{person}");
    }
    // Nobody else reads it.
    for email in ["global.admin@danube.example", "global.admin@tisza.example"] {
        app.signed_in(email).await.get(SUPPORT).await.expect(403);
    }
    app.stop().await;
}

/// `docs/domain.md` rule 37: since, by whom and the fallback belong to the product's line.
#[actix_web::test]
async fn what_two_providers_gave_to_one_contact_stands_on_one_card() {
    let app = TestApp::spawn().await;
    assign(&app, "global.admin@alfold.example", "Visio Plan 2", "Tisza").await;
    let page = user(&app).await.get(SUPPORT).await;
    assert_eq!(contacts(&page), ["Danube Distribution", "Tisza IT Kft."]);
    let tisza = card(&page, "Tisza IT Kft.");
    assert_parts(
        &tisza,
        &[
            "Exchange Online since 14 Sep 2026 , assigned by Danube Distribution",
            "Visio Plan 2 since 22 Nov 2026 , assigned by Alföld Cloud Zrt.",
        ],
    );
    assert_eq!(tisza.matches("No answer?").count(), 3, "each product has its own: {tisza}");
    let line = tisza.split("Visio Plan 2").nth(1).unwrap();
    assert_parts(line, &["Alföld Cloud Zrt. sold you this product", "+36 66 555 0144"]);
    app.stop().await;
}

/// `docs/domain.md` rules 31 and 35.
#[actix_web::test]
async fn a_confirmed_contact_says_by_whom() {
    let app = TestApp::spawn().await;
    assign(&app, "sales.agent@danube.example", "Azure plan", "Danube").await;
    let page = user(&app).await.get(SUPPORT).await;
    let line = "Azure plan since 22 Nov 2026 , confirmed by Danube Distribution";
    assert_parts(&card(&page, "Danube Distribution"), &[line]);
    app.stop().await;
}

/// `docs/domain.md` rule 38.
#[actix_web::test]
async fn no_answer_always_offers_the_provider() {
    let app = TestApp::spawn().await;
    let page = user(&app).await.get(SUPPORT).await;
    let sold =
        "No answer? Danube Distribution sold you these products and helps as well: +36 1 555 0199";
    assert_parts(&card(&page, "Tisza IT Kft."), &[sold]);
    let itself = "No answer? Write to your provider, Danube Distribution: support@danube.example";
    assert_parts(&card(&page, "Danube Distribution"), &[itself]);
    // A provider that has said nothing: then the contract.
    app.database.delete_profile(DANUBE).await;
    let page = user(&app).await.get(SUPPORT).await;
    let danube = card(&page, "Danube Distribution");
    assert_parts(&danube, &["Danube Distribution has not said yet how to reach it", "No answer?"]);
    assert_parts(
        &card(&page, "Tisza IT Kft."),
        &["No answer?", "contract with Danube Distribution"],
    );
    app.stop().await;
}

/// `docs/domain.md` rule 38.
#[actix_web::test]
async fn where_the_contact_has_no_profile_the_providers_details_stand_in_its_place() {
    let app = TestApp::spawn().await;
    app.database.set_relationship(MECSEK, ALMASKERT, "delegated_admin = true").await;
    assign(&app, "admin.agent@danube.example", "Azure plan", "Mecsek").await;
    for path in ["/home", "/admin", SUPPORT] {
        let page = user(&app).await.get(path).await;
        let mecsek = card(&page, "Mecsek Support");
        let sentence = "Mecsek Support has not said yet how to reach it. Danube Distribution, your \
                        provider, helps instead.";
        assert_parts(&mecsek, &[sentence, "+36 1 555 0199", "Azure plan"]);
    }
    app.stop().await;
}

/// `docs/domain.md` rule 10.
#[actix_web::test]
async fn a_suspended_contact_is_currently_unavailable_and_the_provider_stands_in() {
    let app = TestApp::spawn().await;
    app.database.suspend(DANUBE, TISZA).await;
    let browser = user(&app).await;
    for path in ["/home", "/admin", SUPPORT] {
        let tisza = card(&browser.get(path).await, "Tisza IT Kft.");
        assert!(tisza.starts_with("Tisza IT Kft. currently unavailable"), "{path}: {tisza}");
        assert_parts(
            &tisza,
            &["Meanwhile Danube Distribution, your provider, helps.", "+36 1 555 0199"],
        );
        assert!(!tisza.contains("+36 52 555 0111"), "{path}: {tisza}");
    }
    // Suspended by one provider, it still answers for the other.
    assign(&app, "global.admin@alfold.example", "Visio Plan 2", "Tisza").await;
    let page = browser.get(SUPPORT).await;
    let names = ["Danube Distribution", "Tisza IT Kft.", "Tisza IT Kft."];
    assert_eq!(contacts(&page), names);
    assert!(page.all("article.call")[2].contains("+36 52 555 0111"));
    // And resumed, for both.
    app.database.set_partnership(DANUBE, TISZA, "suspended_at = NULL").await;
    app.database.suspend(ALFOLD, TISZA).await;
    let page = browser.get(SUPPORT).await;
    assert_parts(&card(&page, "Tisza IT Kft."), &["+36 52 555 0111", "Intune"]);
    app.stop().await;
}

/// `docs/domain.md` rule 35: for 30 days.
#[actix_web::test]
async fn what_has_ended_stands_under_earlier_products_for_30_days() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in("admin@contoso-butor.example").await;
    let earlier = async || browser.get(SUPPORT).await.expect(200).all("section.earlier li");
    let line = "Project Plan 3 expired supported by Danube Distribution, +36 1 555 0199";
    assert_eq!(earlier().await, [line]);
    let subscription = app.database.subscription(CONTOSO, "Project Plan 3").await;
    for (columns, is_shown) in [
        ("ends_on = '2026-10-23'", true),
        ("ends_on = '2026-10-22'", false),
        ("status = 'cancelled', ends_on = '2026-11-22'", true),
        ("status = 'removed'", false),
    ] {
        app.database.set_subscription(subscription, columns).await;
        assert_eq!(!earlier().await.is_empty(), is_shown, "{columns}");
    }
    app.stop().await;
}

/// `docs/domain.md` rule 35: pending and suspended ones are live.
#[actix_web::test]
async fn a_live_product_that_is_not_active_says_so() {
    let app = TestApp::spawn().await;
    let intune = app.database.subscription(ALMASKERT, "Intune").await;
    let browser = user(&app).await;
    for status in ["pending", "suspended"] {
        app.database.set_subscription(intune, &format!("status = '{status}'")).await;
        let tisza = card(&browser.get(SUPPORT).await, "Tisza IT Kft.");
        assert_parts(&tisza, &[&format!("Intune {status} since 14 Sep 2026")]);
    }
    app.stop().await;
}

#[actix_web::test]
async fn a_customer_without_products_is_told_what_to_do() {
    let app = TestApp::spawn().await;
    app.database.run("UPDATE subscriptions SET status = 'removed'").await;
    let browser = user(&app).await;
    for path in ["/home", "/admin", SUPPORT] {
        let page = browser.get(path).await.expect(200);
        assert!(contacts(&page).is_empty());
        assert_parts(&page.main(), &["There are no products here yet", "ask the provider"]);
    }
    app.stop().await;
}

/// `docs/demo.md`, *Support*: by the contact's weekly hours; when closed, the urgent line or the open fallback first.
#[actix_web::test]
async fn open_or_closed_follows_the_hours_of_the_contact() {
    let app = TestApp::spawn().await;
    assign(&app, "admin.agent@danube.example", "Azure plan", "Kékes").await;
    let page = user(&app).await.get(SUPPORT).await;
    let kekes = card(&page, "Kékes Systems Zrt.");
    // A Sunday: the provider's urgent line is answered, so it stands before the contact's own.
    assert_parts(&kekes, &["Closed, opens Monday 9:00", "+36 1 555 0199"]);
    assert!(kekes.find("+36 1 555 0199") < kekes.find("+36 37 555 0122"), "{kekes}");
    for (hours, state) in [
        // Monday 8:59, 9:00, 16:59, 17:00 in Budapest; Friday 17:00.
        (22 * 60 + 18, "Closed, opens Monday 9:00"),
        (1, "Open now"),
        (7 * 60 + 59, "Open now"),
        (1, "Closed, opens Tuesday 9:00"),
        (4 * 24 * 60, "Closed, opens Monday 9:00"),
    ] {
        app.clock.advance(Duration::minutes(hours));
        let page = user(&app).await.get(SUPPORT).await;
        assert_parts(&card(&page, "Kékes Systems Zrt."), &[state]);
        assert_parts(&card(&page, "Tisza IT Kft."), &["Open now"]);
    }
    app.stop().await;
}
