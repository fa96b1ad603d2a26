//! Whom a link leads where (`docs/domain.md` rule 17, `docs/security.md` F).

use super::*;
use crate::support::{arrange::BAKONY, database::difference, requests::PARTNERSHIP};

/// The answer without what differs between any two, and without what was asked for.
async fn plain(browser: &Browser, link: &str) -> (u16, Vec<(String, String)>, String) {
    let reply = browser.clone().get(link).await;
    let token = link.rsplit('/').next().unwrap();
    let (status, mut headers, body) = reply.without_request();
    // The cookie is encrypted anew each time.
    headers.retain(|(name, _)| name != "set-cookie");
    (status, headers, body.replace(token, "TOKEN"))
}

/// `docs/domain.md` rule 17: the token leaves the address bar at once.
#[actix_web::test]
async fn whoever_it_was_meant_for_is_led_to_the_answer() {
    let app = TestApp::spawn().await;
    let to_customer = app.database.ask(FOR_KEKES).await;
    let to_partner = app.database.ask(Asked { of: BAKONY, ..PARTNERSHIP }).await;
    for (email, request, path) in [
        (CONTOSO_ADMIN, to_customer, at_customer(to_customer)),
        ("global.admin@bakony.example", to_partner, at_reseller(to_partner)),
    ] {
        let link = app.link(request).await;
        app.signed_in(email).await.get(&link).await.expect_redirect(&path);

        // Signed out, the way leads through signing in and back.
        let browser = app.browser();
        assert!(browser.get(&link).await.asks_to_sign_in());
        let back = app.sign_in(&browser, email).await.expect_redirect(&link);
        browser.follow(&back).await.expect_redirect(&path);

        // So it does afterwards, for the outcome.
        app.database.set_request(request, "state = 'declined'").await;
        app.signed_in(email).await.get(&link).await.expect_redirect(&path);
    }
    app.stop().await;
}

/// `docs/security.md` F: to everybody else unknown, used, revoked, replaced and expired look the same.
#[actix_web::test]
async fn to_everybody_else_all_links_look_the_same() {
    let app = TestApp::spawn().await;
    let anna = app.signed_in("anna.kovacs@liaison.example").await;
    let readers = [
        app.browser(),
        anna,
        app.signed_in(ALMASKERT_ADMIN).await,
        // Not even to the asker, or to the reseller that it is about: it was meant for neither.
        app.signed_in("admin.agent@danube.example").await,
        app.signed_in("global.admin@kekes.example").await,
    ];
    let request = app.database.ask(FOR_KEKES).await;
    let link = app.link(request).await;
    let unknown = format!("/requests/{}", "0".repeat(96));
    let spoilt = format!("{}0", &link[..link.len() - 1]);
    let spoilt = if spoilt == link { format!("{}1", &link[..link.len() - 1]) } else { spoilt };
    let before = app.database.dump().await;
    let mut compared = 0;
    for (nth, reader) in readers.iter().enumerate() {
        let expected = plain(reader, &unknown).await;
        assert_eq!(expected.0, 404);
        assert!(expected.2.contains("This link leads no further here"), "{}", expected.2);
        for short in ["/requests/x", "/requests/%00", "/requests/0"] {
            let answer = plain(reader, short).await;
            assert_eq!(answer.0, 404);
            assert!(answer.2.contains("This link leads no further here"), "{short}");
        }
        assert_eq!(plain(reader, &spoilt).await, expected);
        for columns in [
            "state = 'open'",
            "state = 'accepted', answered_at = created_at",
            "state = 'declined'",
            "state = 'revoked'",
            "state = 'open', expires_at = created_at",
        ] {
            app.database.set_request(request, columns).await;
            // Signed out, an open one asks to sign in.
            if nth > 0 || columns != "state = 'open'" {
                assert_eq!(plain(reader, &link).await, expected, "{nth}: {columns}");
                compared += 1;
            }
        }
        app.database
            .set_request(
                request,
                "state = 'open', expires_at = '2026-12-20T09:41:00Z', answered_at = NULL",
            )
            .await;
    }
    assert_eq!(compared, 24);
    // With another number the link is another one.
    app.database.set_request(request, "link_number = 2").await;
    assert_eq!(plain(&readers[0], &link).await, plain(&readers[0], &unknown).await);
    app.database.set_request(request, "link_number = 1").await;
    let changed = difference(&before, &app.database.dump().await);
    assert_eq!(changed, [""; 0], "reading changes nothing");
    app.stop().await;
}

/// `docs/domain.md` rule 17: it says what to do next, and who switches comes back.
#[actix_web::test]
async fn the_page_for_others_says_what_to_do_next() {
    let app = TestApp::spawn().await;
    let request = app.database.ask(FOR_KEKES).await;
    let link = app.link(request).await;
    let wrong = app.signed_in(ALMASKERT_ADMIN).await.get(&link).await.expect(404);
    assert!(
        wrong.main().contains("ask whoever sent you the link for a new one"),
        "{}",
        wrong.main()
    );
    assert!(wrong.has_button("Sign out"));
    assert!(!wrong.title().contains(link.rsplit('/').next().unwrap()));

    // Somebody of two organisations, one of which was asked.
    let member = "INSERT INTO memberships (id, user_id, partner_id, customer_id, active) SELECT {id}, u.id, NULL, c.id, \
                  TRUE FROM users u, customers c WHERE u.email = 'admin@almaskert.example' \
                  AND c.domain = 'contoso-butor.example'";
    let id = Uuid::from_bytes(rand::random());
    app.database.run(&member.replace("{id}", &app.database.literal(id))).await;
    app.database
        .run(&format!(
            "INSERT INTO membership_roles (membership_id, role) VALUES ({}, 'global_admin')",
            app.database.literal(id)
        ))
        .await;
    let both = app.browser();
    let organisations = app.sign_in(&both, ALMASKERT_ADMIN).await;
    let choose = both.follow(&organisations).await.form("Continue").choose("Almáskert");
    both.submit(&choose).await.expect(303);
    let page = both.get(&link).await.expect(404);
    let switch = both.click(&page, "Switch organisation").await.form("Continue").choose("Contoso");
    let back = both.submit(&switch).await.expect_redirect(&link);
    both.follow(&back).await.expect_redirect(&at_customer(request));
    app.stop().await;
}

/// `docs/domain.md` rule 17: known to others, and nobody signs in for it.
#[actix_web::test]
async fn an_organisation_that_others_know_needs_an_invitation() {
    let app = TestApp::spawn().await;
    app.database.add_customer("Hegyalja Bor Kft.", "hegyalja.example", KEKES).await;
    let asked = Asked { of: "hegyalja.example", ..RELATIONSHIP };
    let link = app.link(app.database.ask(asked).await).await;
    let browser = app.browser();
    let page = browser.get(&link).await.expect(200);
    assert_eq!(page.heading(), "Your organisation needs an invitation");
    assert!(!page.text().contains("Hegyalja"), "{}", page.text());
    let before = app.database.dump().await;
    let fields = [
        ("country", "HU"),
        ("time_zone", "Europe/Budapest"),
        ("admin_name", "Nóra Bíró"),
        ("email", "nora@hegyalja.example"),
        ("password", "seven grey herons over the marsh"),
    ];
    browser.post(&link, &fields).await.expect_redirect(&link);
    assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);
    // A reseller that serves somebody's customer already is as good as theirs.
    app.database.add_reseller("Zemplén IT", "5551112").await;
    app.database.add_relationship("5551112", CONTOSO, false).await;
    let link = app.link(app.database.ask(Asked { of: "5551112", ..PARTNERSHIP }).await).await;
    assert_eq!(browser.get(&link).await.heading(), "Your organisation needs an invitation");
    app.stop().await;
}
