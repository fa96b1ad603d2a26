//! The first organisation and its global admin (`docs/security.md` B1 and B5).

use liaison::store::limits::LinkPurpose;
use time::Duration;

use crate::support::{Browser, Reply, TestApp, page::Form};

const PASSWORD: &str = "seven grey herons over the marsh";
const BUTTON: &str = "Set up and sign in";

async fn link(app: &TestApp) -> String {
    format!("/setup/{}", app.store.make_set_up_link().await.unwrap().unwrap().as_str())
}

fn filled(page: &Reply) -> Form {
    page.form(BUTTON)
        .fill("Name of the organisation", "Bodrog Distribution")
        .choose("Indirect provider")
        .fill("Partner ID", "6001234")
        .fill("Country", "hu")
        .fill("Time zone", "Europe/Budapest")
        .fill("Your name", "Nóra Bíró")
        .fill("Email", "Nora.Biro@Bodrog.example")
        .fill("Password", PASSWORD)
}

/// `docs/security.md` B5.
#[actix_web::test]
async fn the_first_organisation_is_set_up_and_its_admin_is_signed_in() {
    let app = TestApp::empty().await;
    let browser = app.browser();
    let link = link(&app).await;
    let page = browser.get(&link).await.expect(200);
    assert_eq!(page.heading(), "Set up the portal");
    let form = filled(&page);
    let home =
        browser.follow(&browser.submit(&form).await.expect_redirect("/home")).await.expect(200);
    assert!(home.title().ends_with("Bodrog Distribution"), "{}", home.title());
    for part in ["Indirect provider", "partner ID 6001234", "your role: global admin"] {
        assert!(home.main().contains(part), "{part} is not in {}", home.main());
    }
    assert!(home.text().contains("Nóra Bíró") && home.text().contains("Europe/Budapest"));
    assert_eq!(app.database.texts("SELECT country FROM partners").await, ["HU"]);
    assert_eq!(app.database.texts("SELECT kind FROM activity").await[0], "organisation_set_up");

    // She can sign in again, however she writes her address.
    let again = app.browser();
    let form = again.get("/sign-in").await.form("Sign in");
    let form = form.fill("Email", "nora.biro@bodrog.EXAMPLE").fill("Password", PASSWORD);
    again.submit(&form).await.expect_redirect("/home");
    app.stop().await;
}

/// `docs/security.md` B5.
#[actix_web::test]
async fn a_link_works_once() {
    let app = TestApp::empty().await;
    let link = link(&app).await;
    let (first, second) = (app.browser(), app.browser());
    let form = filled(&second.get(&link).await);
    first.submit(&filled(&first.get(&link).await)).await.expect(303);
    let before = app.database.dump().await;
    for reply in [second.get(&link).await, second.submit(&form).await, first.get(&link).await] {
        let gone = reply.expect(404);
        assert_eq!(gone.heading(), "This link is no longer valid");
        assert!(gone.main().contains("liaison setup-link"), "{}", gone.main());
    }
    assert_eq!(app.database.dump().await, before);
    assert!(app.store.make_set_up_link().await.unwrap().is_none(), "there is no second first time");
    app.stop().await;
}

/// `docs/security.md` B5.
#[actix_web::test]
async fn of_two_at_once_one_wins() {
    let app = TestApp::empty().await;
    let link = link(&app).await;
    let browsers: Vec<Browser> = (0..4).map(|_| app.browser()).collect();
    let page = browsers[0].get(&link).await;
    let attempts = browsers.iter().zip(1..).map(|(browser, nth)| {
        let form = filled(&page).fill("Partner ID", &format!("600123{nth}"));
        let form = form.fill("Email", &format!("admin{nth}@bodrog.example"));
        async move { browser.submit(&form).await.status }
    });
    let mut statuses = futures_util::future::join_all(attempts).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404, 404, 404]);
    for table in ["partners", "users", "memberships", "sessions"] {
        assert_eq!(app.database.count(table).await, 1, "{table}");
    }
    app.stop().await;
}

/// `docs/security.md` B5.
#[actix_web::test]
async fn a_link_is_good_for_a_day_and_a_new_one_voids_it() {
    let app = TestApp::empty().await;
    let browser = app.browser();
    let old = link(&app).await;
    let new = link(&app).await;
    browser.get(&old).await.expect(404);
    app.clock.advance(LinkPurpose::SetUp.lasts() - Duration::seconds(1));
    let form = filled(&browser.get(&new).await.expect(200));
    app.clock.advance(Duration::seconds(1));
    browser.get(&new).await.expect(404);
    browser.submit(&form).await.expect(404);
    assert_eq!(app.database.count("partners").await, 0);
    for made_up in ["/setup/x", "/setup/%00", "/setup/liaison"] {
        browser.get(made_up).await.expect(404);
        browser.post(made_up, &[]).await.expect(404);
    }
    app.stop().await;
}

/// `docs/security.md` B1 for the password; each other field with its own reason.
#[actix_web::test]
async fn what_is_wrong_is_said_beside_its_field_and_nothing_is_made() {
    let app = TestApp::empty().await;
    let browser = app.browser();
    let link = link(&app).await;
    let page = browser.get(&link).await;
    let (long, longest) = ("x".repeat(101), "é ".repeat(65));
    let common = "Choose another password: this one is among the first";
    let own = "Choose another password: this one can be guessed from your name";
    for (label, field, value, message) in [
        ("Name of the organisation", "name", "", "Fill in this field: Name of the organisation"),
        ("Name of the organisation", "name", "  ", "Fill in this field"),
        ("Name of the organisation", "name", &long, "at most 100 characters"),
        ("Name of the organisation", "name", "a\u{202e}b", "characters that cannot be shown"),
        ("Partner ID", "mpn_id", "", "Fill in this field: Partner ID"),
        ("Partner ID", "mpn_id", "43915O7", "write 4 to 10 digits"),
        ("Partner ID", "mpn_id", "123", "write 4 to 10 digits"),
        ("Partner ID", "mpn_id", "12345678901", "at most 10 characters"),
        ("Country", "country", "Hungary", "write two letters"),
        ("Country", "country", "H1", "write two letters"),
        ("Time zone", "time_zone", "Budapest", "write a name such as Europe/Budapest"),
        ("Time zone", "time_zone", "", "Fill in this field: Time zone"),
        ("Your name", "admin_name", "", "Fill in this field: Your name"),
        ("Email", "email", "nora", "write one address"),
        ("Email", "email", "Nóra <nora@bodrog.example>", "write one address"),
        ("Password", "password", "", "Choose a password of at least 15 characters"),
        ("Password", "password", "fourteen chars", "at least 15 characters"),
        ("Password", "password", &longest, "at most 128 characters"),
        ("Password", "password", "passwordpassword", common),
        ("Password", "password", "111111111111111111", common),
        ("Password", "password", "bodrog distribution 2026", own),
        ("Password", "password", "nora.biro@bodrog.example", own),
    ] {
        let refused = browser.submit(&filled(&page).fill(label, value)).await.expect(422);
        let case = format!("{label}: {value:?}");
        assert!(refused.title().starts_with("Error: Set up"), "{case}");
        assert!(refused.alert().contains(message), "{case}: {}", refused.alert());
        let error = refused.first(&format!("#{field}-error")).unwrap_or_default();
        assert!(error.contains(message), "{case}: {error}");
        assert!(refused.body.contains(&format!(r##"<a href="#{field}">"##)), "{case}");
        // What was right is still there, but for the password.
        let form = refused.form(BUTTON);
        assert_eq!(form.value("password"), Some(""), "{case}");
        assert!(!refused.body.contains(PASSWORD), "{case}");
        let kept = if field == "admin_name" {
            ("mpn_id", "6001234")
        } else {
            ("admin_name", "Nóra Bíró")
        };
        assert_eq!(form.value(kept.0), Some(kept.1), "{case}");
    }
    assert_eq!(app.database.count("partners").await, 0);
    assert_eq!(app.database.count("users").await, 0);
    // The link is still good.
    browser.submit(&filled(&page)).await.expect(303);
    app.stop().await;
}

#[actix_web::test]
async fn everything_that_is_wrong_is_said_at_once() {
    let app = TestApp::empty().await;
    let browser = app.browser();
    let link = link(&app).await;
    let refused = browser.post(&link, &[]).await.expect(422);
    let problems = refused.all("[role=alert] li");
    assert_eq!(problems.len(), 8, "{problems:#?}");
    assert_eq!(problems[1], "Choose what kind of partner the organisation is");
    browser.post(&link, &[("kind", "vendor")]).await.expect(422);
    browser.post(&link, &[("role", "global_admin")]).await.expect(400);
    app.stop().await;
}

/// The three kinds of a partner.
#[actix_web::test]
async fn each_kind_of_partner_can_be_the_first() {
    for kind in ["Indirect provider", "Indirect reseller", "Direct partner"] {
        let app = TestApp::empty().await;
        let browser = app.browser();
        let page = browser.get(&link(&app).await).await;
        let reply = browser.submit(&filled(&page).choose(kind)).await;
        let home = browser.follow(&reply).await.expect(200);
        assert!(home.main().contains(kind), "{}", home.main());
        app.stop().await;
    }
}
