//! Setting it up, switching it off, and recovery codes.

use time::Duration;

use super::{AGENT, ANY_CODE, CODE, CODES, CURRENT, OFF, OWN, SET_UP};
use crate::support::{
    Browser, PASSWORD, Reply, TestApp, authenticator::Authenticator, database::difference,
};

async fn send(browser: &Browser, path: &str, button: &str, code: &str, password: &str) -> Reply {
    let page = browser.get(path).await.expect(200);
    let label = if path == OWN { CODE } else { ANY_CODE };
    let form = page.form(button).fill(label, code).fill(CURRENT, password);
    browser.submit(&form).await
}

/// `docs/security.md` B6 and B7.
#[actix_web::test]
async fn it_is_set_up_with_the_password_and_a_code_and_ends_other_sessions() {
    let app = TestApp::spawn().await;
    let (browser, elsewhere) = (app.signed_in(AGENT).await, app.signed_in(AGENT).await);
    let thief = browser.clone();
    let page = browser.get(OWN).await.expect(200);
    assert_eq!(page.heading(), SET_UP);
    assert!(page.first("svg.qr").is_some());
    let app_of_agent = Authenticator::scan(&page);
    let code = app_of_agent.code(app.clock.now());
    let reply = send(&browser, OWN, SET_UP, &code, PASSWORD).await.expect_redirect(OWN);

    let page = browser.follow(&reply).await.expect(200);
    assert!(page.news().contains("Your second factor is set up"), "{}", page.news());
    let codes = page.all("#main ol .id");
    assert_eq!(codes.len(), 10);
    assert!(codes.iter().all(|code| code.replace(' ', "").len() == 24), "{codes:?}");
    for other in [&elsewhere, &thief] {
        assert!(other.get("/home").await.asks_to_sign_in());
    }
    browser.get("/home").await.expect(200);

    // Until they are written down, or ten minutes have passed.
    assert_eq!(browser.get(OWN).await.all("#main ol .id"), codes);
    browser.submit(&page.form("Done")).await.expect_redirect(OWN);
    let page = browser.get(OWN).await.expect(200);
    assert!(page.all("#main ol .id").is_empty());
    assert!(page.main().contains("10 recovery codes are left"), "{}", page.main());
    app.stop().await;
}

/// `docs/security.md` B7: what is at rest opens nothing by itself.
#[actix_web::test]
async fn neither_the_key_nor_the_codes_stand_in_the_database() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let page = browser.get(OWN).await;
    let key = page.link("Open in the app on this device");
    let key = key.split("secret=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let bytes = totp_rs::Secret::try_from_base32(&key).unwrap();
    let digits = bytes.as_bytes().iter().map(|byte| format!("{byte:02x}"));
    let digits = digits.collect::<Vec<_>>().concat();
    let code = Authenticator::scan(&page).code(app.clock.now());
    send(&browser, OWN, SET_UP, &code, PASSWORD).await.expect(303);
    let codes = browser.get(OWN).await.all("#main ol .id");
    let kept = format!("{:?}", app.database.dump().await).to_lowercase();
    assert!(kept.contains("recovery_codes"));
    let secrets = codes.iter().map(|code| code.replace(' ', "")).chain([key, digits]);
    for secret in secrets {
        assert!(!kept.contains(&secret.to_lowercase()), "{secret}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn recovery_codes_are_shown_for_ten_minutes_at_most() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    app.clock.advance(Duration::minutes(9));
    assert_eq!(secured.browser.get(OWN).await.all("#main ol .id"), secured.codes);
    app.clock.advance(Duration::minutes(1));
    assert!(secured.browser.get(OWN).await.all("#main ol .id").is_empty());
    app.stop().await;
}

#[actix_web::test]
async fn whatever_is_wrong_is_said_beside_its_field_and_changes_nothing() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let authenticator = Authenticator::scan(&browser.get(OWN).await);
    let now = app.clock.now();
    let good = authenticator.code(now);
    let early = authenticator.code(now - Duration::minutes(2));
    let recovery = "0".repeat(24);
    let before = app.database.dump().await;
    for (code, password, field, message) in [
        ("", PASSWORD, "code", "Write the six digits"),
        ("12345", PASSWORD, "code", "Write the six digits"),
        (&recovery, PASSWORD, "code", "Write the six digits"),
        (&early, PASSWORD, "code", "This code is not right"),
        (&good, "something else", "password", "This is not your current password"),
        (&good, "", "password", "This is not your current password"),
    ] {
        let refused = send(&browser, OWN, SET_UP, code, password).await.expect(422);
        let case = format!("{code} {password}");
        assert!(refused.title().starts_with("Error:"), "{case}");
        let error = refused.first(&format!("#{field}-error")).unwrap_or_default();
        assert!(error.contains(message), "{case}: {error}");
        assert!(refused.body.contains(&format!(r##"<a href="#{field}">"##)), "{case}");
        assert_eq!(refused.form(SET_UP).value("password"), Some(""), "{case}");
        assert_eq!(refused.form(SET_UP).value("code"), Some(code), "{case}");
        // The app need not scan anew.
        assert_eq!(Authenticator::scan(&refused).code(now), good, "{case}");
    }
    let mut after = app.database.dump().await;
    after.insert("sign_in_attempts".to_owned(), before["sign_in_attempts"].clone());
    assert_eq!(difference(&before, &after), Vec::<String>::new());
    app.stop().await;
}

/// Whoever looked at the page long ago does not know the key that is set up now.
#[actix_web::test]
async fn the_same_key_is_offered_for_half_an_hour_to_one_browser() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let now = app.clock.now();
    let code = async |browser: &Browser| Authenticator::scan(&browser.get(OWN).await).code(now);
    let first = code(&browser).await;
    assert_eq!(code(&browser).await, first);
    assert_ne!(code(&app.signed_in(AGENT).await).await, first);

    app.clock.advance(Duration::minutes(31));
    let fields = [("code", first.as_str()), ("password", PASSWORD)];
    let refused = browser.post(OWN, &fields).await.expect(422);
    assert!(refused.alert().contains("The key has changed"), "{}", refused.alert());
    assert_ne!(code(&browser).await, first);
    app.stop().await;
}

/// `docs/security.md` B6 and B7.
#[actix_web::test]
async fn it_is_switched_off_with_the_password_and_either_kind_of_code() {
    for by_recovery in [false, true] {
        let app = TestApp::spawn().await;
        let secured = app.secured(AGENT).await;
        let browser = secured.browser;
        let elsewhere = app.with_password(AGENT).await;
        let code = secured.authenticator.code(app.clock.now());
        app.with_code(&elsewhere, &code).await.expect_redirect("/home");
        app.clock.advance(Duration::seconds(30));

        let button = "Switch off the second factor";
        send(&browser, OFF, button, "123456", PASSWORD).await.expect(422);
        send(&browser, OFF, button, &secured.codes[0], "something else").await.expect(422);
        let code = secured.authenticator.code(app.clock.now());
        let code = if by_recovery { &secured.codes[0] } else { &code };
        send(&browser, OFF, button, code, PASSWORD).await.expect_redirect(OWN);

        assert_eq!(browser.get(OWN).await.expect(200).heading(), SET_UP);
        assert!(elsewhere.get("/home").await.asks_to_sign_in());
        assert_eq!(app.database.count("recovery_codes").await, 0);
        app.signed_in(AGENT).await.get("/home").await.expect(200);
        // There is nothing left to switch off.
        browser.get(OFF).await.expect_redirect(OWN);
        let again = [("code", secured.codes[1].as_str()), ("password", PASSWORD)];
        browser.post(OFF, &again).await.expect_redirect(OWN);
        app.stop().await;
    }
}

#[actix_web::test]
async fn new_recovery_codes_void_the_earlier_ones() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    let button = "Make new recovery codes";
    let used = &secured.codes[0];
    send(&secured.browser, CODES, button, used, "something else").await.expect(422);
    send(&secured.browser, CODES, button, used, PASSWORD).await.expect_redirect(OWN);
    let new = secured.browser.get(OWN).await.all("#main ol .id");
    assert_eq!(new.len(), 10);
    assert!(new.iter().all(|code| !secured.codes.contains(code)));

    let browser = app.with_password(AGENT).await;
    app.with_code(&browser, &secured.codes[1]).await.expect(422);
    app.with_code(&browser, &new[0]).await.expect_redirect("/home");
    app.stop().await;
}

/// Two windows: the second finds what the first one has done.
#[actix_web::test]
async fn it_is_set_up_once() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let page = browser.get(OWN).await;
    let code = Authenticator::scan(&page).code(app.clock.now());
    let form = page.form(SET_UP).fill(CODE, &code).fill(CURRENT, PASSWORD);
    browser.submit(&form).await.expect_redirect(OWN);
    let kept = app.database.dump().await;
    browser.get(OWN).await.expect(200);
    // The key that was offered is forgotten, so the old form does not fit any more.
    let again = browser.submit(&form).await;
    assert!(matches!(again.status, 303 | 422), "{}", again.status);
    assert_eq!(app.database.dump().await["users"], kept["users"]);
    assert_eq!(app.database.dump().await["recovery_codes"], kept["recovery_codes"]);
    app.stop().await;
}

/// Somebody who has not chosen an organisation has an account all the same.
#[actix_web::test]
async fn whoever_has_not_chosen_an_organisation_can_set_it_up() {
    let app = TestApp::spawn().await;
    let secured = app.secured("anna.kovacs@liaison.example").await;
    assert_eq!(secured.codes.len(), 10);
    let page = secured.browser.get("/organisation").await.expect(200);
    assert_eq!(page.all("[name=membership]").len(), 2);
    app.stop().await;
}
