//! An organisation that is new to the portal is set up by the link of a request (`docs/domain.md` rule 17).

use super::*;
use crate::support::{
    arrange::{ALFOLD, DANUBE},
    database::difference,
    page::Form,
    requests::{DELEGATED_ADMIN, PARTNERSHIP},
};

const BUTTON: &str = "Set up and read the request";
const PHRASE: &str = "seven grey herons over the marsh";
/// A customer that nobody has heard of.
const NEW: Asked = Asked {
    of: "hegyalja.example",
    named: Some("Hegyalja Bor"),
    found: false,
    reseller: Some(KEKES),
    delegated_admin: true,
    ..RELATIONSHIP
};

fn filled(page: &Reply) -> Form {
    page.form(BUTTON)
        .fill("Your name", "Nóra Bíró")
        .fill("Email", "Nora.Biro@Hegyalja.example")
        .fill("Password", PHRASE)
}

/// `docs/domain.md` rule 17.
#[actix_web::test]
async fn a_new_customer_is_set_up_and_reads_the_request() {
    let app = TestApp::spawn().await;
    let request = app.database.ask(NEW).await;
    let other = app.database.ask(Asked { from: ALFOLD, reseller: None, ..NEW }).await;
    let browser = app.browser();
    let link = app.link(request).await;
    let page = browser.get(&link).await.expect(200);
    assert_eq!(page.heading(), "Set up your organisation");
    for part in [
        "between Kékes Systems Zrt. and your organisation.",
        "partner ID 4391507, Hungary",
        "hegyalja.example",
        "Nothing is accepted by that.",
    ] {
        assert!(page.main().contains(part), "{part} is not in {}", page.main());
    }
    let form = filled(&page);
    assert_eq!(form.value("name"), Some("Hegyalja Bor"));
    let form = form.fill("Name of the organisation", "Hegyalja Bor Kft.").fill("Country", "hu");
    let reply = browser.submit(&form).await.expect_redirect(&at_customer(request));
    let page = browser.follow(&reply).await.expect(200);
    assert!(page.title().ends_with("Hegyalja Bor Kft."), "{}", page.title());
    assert_eq!(app.database.state_of(request).await, "open");
    assert_eq!(logged(&app, "organisation_set_up").await, ["- - hegyalja.example"]);
    assert_eq!(
        app.database.texts("SELECT country FROM customers WHERE domain = 'hegyalja.example'").await,
        ["HU"]
    );
    // Whatever else waited for the domain has found it.
    assert_eq!(browser.get("/admin/requests").await.all("tbody th").len(), 2);
    browser.get(&at_customer(other)).await.expect(200);
    accept(&browser, &at_customer(request)).await.expect(303);
    assert_eq!(app.database.relationship(KEKES, "hegyalja.example").await, ["active dap"]);
    // The list of the partner is in the order of names.
    let sorted = "SELECT COUNT(*) FROM relationships WHERE sort_key IS NULL";
    assert_eq!(app.database.number(sorted).await, 0);

    // Now somebody signs in for it: nobody sets it up a second time.
    assert!(app.browser().get(&app.link(other).await).await.asks_to_sign_in());
    app.stop().await;
}

/// `docs/domain.md` rule 17: the asker has fixed name and partner ID.
#[actix_web::test]
async fn a_reseller_claims_the_row_that_was_made_for_it() {
    for found in [true, false] {
        let app = TestApp::spawn().await;
        if found {
            app.database.add_reseller("Zemplén IT Kft.", "5551112").await;
        }
        let named = Some("Zemplén IT Kft.");
        let request = app.database.ask(Asked { of: "5551112", named, found, ..PARTNERSHIP }).await;
        let browser = app.browser();
        let page = browser.get(&app.link(request).await).await.expect(200);
        assert!(
            page.main().contains("Danube Distribution asks your organisation for a partnership.")
        );
        assert!(page.main().contains("Zemplén IT Kft., 5551112"), "{}", page.main());
        assert!(!page.main().contains("Name of the organisation"));
        let form = filled(&page).fill("Country", "SK").fill("Time zone", "Europe/Bratislava");
        let form = form.with("name", "Somebody Else");
        let reply = browser.submit(&form).await.expect_redirect(&at_reseller(request));
        let page = browser.follow(&reply).await.expect(200);
        let form = page.form("Authorize").tick("we want to be its reseller");
        browser.submit(&form).await.expect(303);
        let row = "SELECT name || ' ' || kind || ' ' || country || ' ' || time_zone FROM partners \
                   WHERE mpn_id = '5551112'";
        assert_eq!(
            app.database.texts(row).await,
            ["Zemplén IT Kft. indirect_reseller SK Europe/Bratislava"]
        );
        assert_eq!(logged(&app, "partnership_authorized").await, [format!("{DANUBE} 5551112 -")]);
        app.stop().await;
    }
}

/// `docs/domain.md` rule 17: nobody but the asker has anything to do with it.
#[actix_web::test]
async fn the_askers_own_customer_is_claimed_with_its_name() {
    let app = TestApp::spawn().await;
    app.database.add_customer("Hegyalja Bor Kft.", "hegyalja.example", DANUBE).await;
    app.database.sell("Intune", DANUBE, "hegyalja.example").await;
    let request = app.database.ask(Asked { of: "hegyalja.example", ..DELEGATED_ADMIN }).await;
    let browser = app.browser();
    let page = browser.get(&app.link(request).await).await.expect(200);
    assert!(page.main().contains("Hegyalja Bor Kft., hegyalja.example"), "{}", page.main());
    browser.submit(&filled(&page)).await.expect_redirect(&at_customer(request));
    assert!(browser.get("/admin/support").await.expect(200).main().contains("Intune"));
    app.stop().await;
}

/// `docs/domain.md` rule 17 and `docs/security.md` B1.
#[actix_web::test]
async fn what_is_wrong_is_said_beside_its_field_and_nothing_is_made() {
    let app = TestApp::spawn().await;
    let request = app.database.ask(NEW).await;
    let browser = app.browser();
    let page = browser.get(&app.link(request).await).await;
    let before = app.database.dump().await;
    for (label, field, value, message) in [
        ("Name of the organisation", "name", "", "Fill in this field"),
        ("Country", "country", "Hungary", "write two letters"),
        ("Time zone", "time_zone", "Budapest", "write a name such as"),
        ("Your name", "admin_name", " ", "Fill in this field"),
        ("Email", "email", "nora", "write one address"),
        ("Email", "email", CONTOSO_ADMIN, "There is an account with this address already."),
        ("Password", "password", "hegyalja.example 1", "can be guessed"),
    ] {
        let refused = browser.submit(&filled(&page).fill(label, value)).await.expect(422);
        assert!(refused.title().starts_with("Error:"), "{label}");
        let error = refused.first(&format!("#{field}-error")).unwrap_or_default();
        assert!(error.contains(message), "{label}: {error}");
        assert!(!refused.body.contains(PHRASE));
    }
    assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);
    browser.submit(&filled(&page)).await.expect(303);
    app.stop().await;
}

/// `docs/domain.md` rules 16 and 17: an answered, revoked or expired link sets nothing up, and neither does somebody who
/// has signed in for another organisation.
#[actix_web::test]
async fn a_link_that_is_void_sets_nothing_up() {
    let app = TestApp::spawn().await;
    let request = app.database.ask(NEW).await;
    let link = app.link(request).await;
    let browser = app.browser();
    let form = filled(&browser.get(&link).await);
    let other = app.signed_in(ALMASKERT_ADMIN).await;
    let before = app.database.dump().await;
    other.submit(&form).await.expect(404);
    for columns in ["state = 'revoked'", "state = 'open', expires_at = created_at"] {
        app.database.set_request(request, columns).await;
        browser.submit(&form).await.expect(404);
    }
    app.database.set_request(request, "state = 'open', expires_at = '2026-12-20T09:41:00Z'").await;
    assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);
    app.stop().await;
}

/// `docs/security.md` F and I.
#[actix_web::test]
async fn of_many_who_set_it_up_at_once_one_wins() {
    let app = TestApp::configured(|config| config.workers = std::num::NonZeroUsize::new(4)).await;
    for named in ["hegyalja.example", "5551112"] {
        let kind = if named == "5551112" { "partnership" } else { "relationship" };
        let asked = Asked { of: named, kind, reseller: None, ..NEW };
        let link = app.link(app.database.ask(asked).await).await;
        let page = app.browser().get(&link).await;
        let attempts = (0..4).map(|nth| {
            let form = filled(&page).fill("Email", &format!("admin{nth}@x{named}.example"));
            let browser = app.browser();
            async move { browser.submit(&form).await.status }
        });
        let mut statuses = futures_util::future::join_all(attempts).await;
        statuses.sort_unstable();
        assert_eq!(statuses[0], 303);
        assert!(statuses[1..].iter().all(|status| [303, 409].contains(status)), "{statuses:?}");
        let people = format!("SELECT COUNT(*) FROM users WHERE email LIKE '%@x{named}.example'");
        assert_eq!(app.database.number(&people).await, 1, "{statuses:?}");
    }
    app.stop().await;
}
