//! What the operator of the portal says about it, on every page: `[site]` in the settings.

use std::{fs, io::Write};

use super::support::app::TestApp;

/// Pages for everybody, errors among them; each shows the same frame.
const PAGES: [&str; 5] = ["/sign-in", "/help", "/accessibility", "/no/such/page", "/test/error"];
const LOGO: &str = r#"<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>"#;

fn logo(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

#[actix_web::test]
async fn imprint_and_privacy_are_linked_from_every_page_where_they_are_set() {
    let app = TestApp::configured(|config| {
        config.site.imprint_url = Some("https://www.danube.example/imprint".parse().unwrap());
        config.site.privacy_url = Some("https://www.danube.example/privacy".parse().unwrap());
    })
    .await;
    let signed_in = app.signed_in("admin@almaskert.example").await;
    for path in [&PAGES[..], &["/home"]].concat() {
        let reply = signed_in.get(path).await;
        app.expect_logged_errors_of(&reply);
        assert_eq!(reply.link("Imprint"), "https://www.danube.example/imprint", "{path}");
        assert_eq!(reply.link("Privacy"), "https://www.danube.example/privacy", "{path}");
    }
    let hungarian = app.browser().in_language("hu").get("/sign-in").await.expect(200);
    assert_eq!(hungarian.link("Impresszum"), "https://www.danube.example/imprint");
    assert_eq!(hungarian.link("Adatvédelem"), "https://www.danube.example/privacy");
    app.stop().await;

    let plain = TestApp::spawn().await;
    let reply = plain.browser().get("/sign-in").await.expect(200);
    assert!(!reply.text().contains("Imprint") && !reply.text().contains("Privacy"));
    plain.stop().await;
}

#[actix_web::test]
async fn a_logo_stands_in_the_place_of_the_name_and_bears_it() {
    let file = logo(LOGO.as_bytes());
    let app = TestApp::configured(|config| {
        config.site.name = "Danube Care".to_owned();
        config.site.logo = Some(file.path().to_str().unwrap().parse().unwrap());
    })
    .await;
    // It was read at start.
    fs::remove_file(file.path()).unwrap();
    let browser = app.browser();
    for path in PAGES {
        let reply = browser.get(path).await;
        app.expect_logged_errors_of(&reply);
        assert_eq!(reply.all(".brand img[alt='Danube Care']").len(), 1, "{path}");
        assert!(reply.title().ends_with("– Danube Care"), "{path}");
    }
    let page = browser.get("/sign-in").await.expect(200);
    let address = page.body.split("src=\"").find(|rest| rest.starts_with("/static/logo.")).unwrap();
    let address = address.split('"').next().unwrap();
    let picture = browser.get(address).await.expect(200);
    assert_eq!(picture.body, LOGO);
    assert_eq!(picture.only_header("content-type"), Some("image/svg+xml"));
    let caching = picture.only_header("cache-control");
    assert_eq!(caching, Some("public, max-age=31536000, immutable"));
    browser.get("/static/logo.00000000.svg").await.expect(404);
    app.stop().await;
}

#[actix_web::test]
async fn another_picture_has_another_address() {
    let mut addresses = Vec::new();
    for content in [LOGO, "<svg/>", LOGO] {
        let file = logo(content.as_bytes());
        let logo = file.path().to_str().unwrap().parse().unwrap();
        let app = TestApp::configured(|config| config.site.logo = Some(logo)).await;
        let page = app.browser().get("/sign-in").await.expect(200);
        let address = page.body.split('"').find(|part| part.starts_with("/static/logo."));
        addresses.push(address.unwrap().to_owned());
        app.stop().await;
    }
    assert_eq!(addresses[0], addresses[2]);
    assert_ne!(addresses[0], addresses[1]);
}

#[actix_web::test]
async fn without_a_logo_the_name_stands_there() {
    let app = TestApp::configured(|config| config.site.name = "Danube Care".to_owned()).await;
    let page = app.browser().get("/sign-in").await.expect(200);
    assert_eq!(page.first(".brand"), Some("Danube Care".to_owned()));
    app.stop().await;
}
