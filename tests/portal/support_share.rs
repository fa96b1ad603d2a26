//! The support contacts behind a link, without sign-in (`docs/security.md` F).

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{DANUBE, TISZA},
    database::difference,
};

const SHARE: &str = "/admin/support/share";
const ADMIN: &str = "admin@almaskert.example";

/// Makes the link if there is none, and tells its path.
async fn shared(admin: &Browser) -> String {
    let page = admin.get(SHARE).await.expect(200);
    if page.has_button("Make a link") {
        admin.submit(&page.form("Make a link")).await.expect_redirect(SHARE);
    }
    let link = admin.get(SHARE).await.link("Open the page");
    format!("/shared/{}", link.split("/shared/").nth(1).unwrap())
}

/// The answer without what was asked for.
fn plain(reply: &Reply) -> (u16, Vec<(String, String)>, String) {
    let (status, mut headers, body) = reply.without_request();
    // The longer the address, the longer the body that repeats it for the language's form.
    headers.retain(|(name, _)| name != "content-length");
    (status, headers, body.replace(&reply.path, "ASKED FOR"))
}

#[actix_web::test]
async fn nothing_is_shared_until_an_admin_says_so_and_again_once_it_is_revoked() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(ADMIN).await;
    let page = admin.get(SHARE).await.expect(200);
    assert!(page.main().contains("Nothing is shared."), "{}", page.main());
    assert_eq!(app.database.count("support_shares").await, 0);

    let path = shared(&admin).await;
    let page = admin.get(SHARE).await;
    assert!(page.main().contains("made by Péter Nagy, 22 November 2026, 10:41"), "{}", page.main());
    let stranger = app.browser();
    let support = stranger.get(&path).await.expect(200);
    assert_eq!(support.heading(), "Support contacts");
    assert_eq!(support.title(), "Support contacts – Almáskert Logisztika Kft. – Liaison");
    for part in ["+36 1 555 0199", "+36 52 555 0111", "Azure plan", "Times are in Europe/Budapest"]
    {
        assert!(support.main().contains(part), "{part}: {}", support.main());
    }
    // As it is now, not as it was.
    app.database.set_profile(DANUBE, "telephone = '+36 1 555 0777'").await;
    assert!(stranger.get(&path).await.main().contains("+36 1 555 0777"));

    let reply = admin.submit(&admin.get(SHARE).await.form("Revoke")).await.expect_redirect(SHARE);
    assert!(admin.follow(&reply).await.news().starts_with("Revoked."));
    stranger.get(&path).await.expect(404);
    let again = shared(&admin).await;
    assert_ne!(again, path);
    stranger.get(&path).await.expect(404);
    stranger.get(&again).await.expect(200);
    app.stop().await;
}

/// `docs/security.md` F and A2: whoever tries learns nothing.
#[actix_web::test]
async fn unknown_revoked_and_forged_links_look_the_same() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(ADMIN).await;
    let revoked = shared(&admin).await;
    admin.submit(&admin.get(SHARE).await.form("Revoke")).await.expect(303);
    let good = shared(&admin).await;
    let token = good.strip_prefix("/shared/support/").unwrap();
    let (id, code) = token.split_at(32);
    let of_other = app.signed_in("admin@contoso-butor.example").await;
    let other = shared(&of_other).await;
    let other_id = &other.strip_prefix("/shared/support/").unwrap()[..32];
    let stranger = app.browser();
    let unknown = stranger.get(&format!("/shared/support/{}", "0".repeat(96))).await.expect(404);
    for wrong in [
        revoked,
        format!("/shared/support/{id}{}", "0".repeat(64)),
        format!("/shared/support/{id}"),
        format!("/shared/support/{other_id}{code}"),
        format!("/shared/support/{token}00"),
        "/shared/support/x".to_owned(),
        "/shared/support/%C3%A9%00".to_owned(),
    ] {
        let reply = stranger.get(&wrong).await.expect(404);
        assert_eq!(plain(&reply), plain(&unknown), "{wrong}");
    }
    // A good one opens for everybody, whoever they are signed in as, and always the same customer's.
    for browser in [&stranger, &of_other, &app.signed_in("global.admin@tisza.example").await] {
        let page = browser.get(&good).await.expect(200);
        assert!(page.main().contains("Almáskert Logisztika Kft."));
        assert!(!page.main().contains("Contoso"));
    }
    app.stop().await;
}

/// No person, no way to change anything, nothing for search engines, no token outside of its own address.
#[actix_web::test]
async fn the_shared_page_names_nobody_and_is_unlisted() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(ADMIN).await;
    let path = shared(&admin).await;
    for reply in [app.browser().get(&path).await, app.browser().get("/shared/support/x").await] {
        assert_eq!(reply.only_header("x-robots-tag"), Some("noindex, nofollow"));
        assert!(reply.body.contains(r#"<meta name="robots" content="noindex, nofollow">"#));
        assert_eq!(reply.only_header("referrer-policy"), Some("strict-origin"));
        let token = reply.path.rsplit('/').next().unwrap();
        assert!(token == "x" || !reply.title().contains(token), "{}", reply.title());
    }
    let page = app.browser().get(&path).await;
    for person in app.database.texts("SELECT name FROM users").await {
        assert!(!page.body.contains(&person), "{person}");
    }
    for table in ["users", "customers", "partners", "changes"] {
        for id in app.database.ids(&format!("SELECT id FROM {table}")).await {
            assert!(!page.body.contains(&id.to_string()), "an id of {table}");
        }
    }
    assert_eq!(page.all("main form").len(), 0);
    // It is read in the browser's language.
    let hungarian = app.browser().in_language("hu").get(&path).await;
    assert_eq!(hungarian.heading(), "Támogatási kapcsolattartók");
    assert!(hungarian.main().contains("Az időpontok időzónája: Europe/Budapest."));
    // Reading changes nothing.
    let before = app.database.dump().await;
    app.browser().get(&path).await.expect(200);
    assert!(difference(&before, &app.database.dump().await).is_empty());
    let arguments = app.database.texts("SELECT kind FROM activity ORDER BY id").await;
    assert_eq!(arguments.last().map(String::as_str), Some("support_shared"));
    app.stop().await;
}

/// `docs/domain.md` rule 5: the customer's global admins only.
#[actix_web::test]
async fn only_a_global_admin_shares() {
    let app = TestApp::spawn().await;
    let user = app.signed_in("user@almaskert.example").await;
    assert!(!user.get("/admin/support").await.links().contains(&SHARE.to_owned()));
    user.get(SHARE).await.expect(403);
    user.post(SHARE, &[("link", "make")]).await.expect(403);
    assert_eq!(app.database.count("support_shares").await, 0);
    let admin = app.signed_in(ADMIN).await;
    assert_eq!(admin.get("/admin/support").await.link("Share"), SHARE);
    app.stop().await;
}

/// Two at once make one link; what is revoked by one is not revoked by another's form of yesterday.
#[actix_web::test]
async fn there_is_one_link_at_most() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(ADMIN).await;
    let form = admin.get(SHARE).await.form("Make a link");
    let many: Vec<_> = (0..8).map(|_| (admin.clone(), form.clone())).collect();
    let all = many.iter().map(|(browser, form)| browser.submit(form));
    for reply in futures_util::future::join_all(all).await {
        reply.expect(303);
    }
    assert_eq!(app.database.count("support_shares").await, 1);
    let lines = "SELECT COUNT(*) FROM activity WHERE kind = 'support_shared'";
    assert_eq!(app.database.number(lines).await, 1);
    app.stop().await;
}

/// The card says the numbers themselves, whatever the hour, and the code leads to the link.
#[actix_web::test]
async fn the_card_for_the_pocket_bears_numbers_and_a_code() {
    let app = TestApp::configured(|config| {
        config.public_url = Some("https://portal.example".parse().unwrap());
    })
    .await;
    app.database.set_profile(TISZA, "urgent_telephone = '+36 52 555 0999'").await;
    let admin = app.signed_in(ADMIN).await;
    shared(&admin).await;
    let page = admin.get(SHARE).await;
    let card = page.first(".pocket").unwrap();
    for part in ["+36 1 555 0100", "Urgent telephone +36 52 555 0999", "Almáskert", "Intune"] {
        assert!(card.contains(part), "{part}: {card}");
    }
    assert!(page.body.contains("https://portal.example/shared/support/"));
    assert!(!page.main().contains("public_url"));
    assert_eq!(page.all("svg.qr path").len(), 1);
    assert!(!page.body.contains("style="), "the policy allows no inline style");
    app.stop().await;
}
