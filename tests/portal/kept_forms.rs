//! A form that was sent after its session had ended (`docs/security.md` C, `docs/domain.md` rule 30).

use liaison::store::limits;

use crate::support::{Browser, PASSWORD, Reply, TestApp, browser::encoded};

const AGENT: &str = "admin.agent@danube.example";

/// A browser that has sent the form for Exchange Online, with Kékes chosen, after its session had ended.
async fn sent_too_late(app: &TestApp) -> (Browser, String) {
    let browser = app.signed_in(AGENT).await;
    let subscription = app.database.subscription("almaskert.example", "Exchange Online").await;
    let path = format!("/partner/subscriptions/{subscription}");
    let form = browser.get(&path).await.form("Submit").choose("Kékes");
    app.clock.advance(limits::IDLE);
    browser.submit(&form).await.expect_redirect("/sign-in");
    (browser, path)
}

async fn chosen(app: &TestApp, page: &Reply) -> String {
    let id = page.form("Submit").value("contact").unwrap().parse().unwrap();
    let id = app.database.literal(id);
    app.database.texts(&format!("SELECT name FROM partners WHERE id = {id}")).await.remove(0)
}

/// `docs/security.md` C.
#[actix_web::test]
async fn the_same_person_gets_the_form_back_as_it_was() {
    let app = TestApp::spawn().await;
    let (browser, path) = sent_too_late(&app).await;
    let news = browser.get("/sign-in").await.news();
    assert_eq!(news, "Your session had ended. Sign in again: what you had chosen comes back.");
    let changes = app.database.count("changes").await;

    let reply = app.sign_in(&browser, AGENT).await;
    let reply = browser.follow(&reply.expect_redirect(&format!("{path}/support-contact"))).await;
    let page = browser.follow(&reply.expect_redirect(&path)).await;
    assert_eq!(chosen(&app, &page).await, "Kékes Systems Zrt.");
    assert_eq!(app.database.count("changes").await, changes, "nothing is sent by itself");

    browser.submit(&page.form("Submit")).await.expect(303);
    assert_eq!(app.database.count("changes").await, changes + 1);
    app.stop().await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn the_form_comes_back_once() {
    let app = TestApp::spawn().await;
    let (browser, path) = sent_too_late(&app).await;
    app.sign_in(&browser, AGENT).await;
    assert_eq!(chosen(&app, &browser.get(&path).await).await, "Kékes Systems Zrt.");
    assert_eq!(chosen(&app, &browser.get(&path).await).await, "Tisza IT Kft.");
    app.stop().await;
}

/// `docs/security.md` C.
#[actix_web::test]
async fn somebody_else_does_not_get_the_form() {
    let app = TestApp::spawn().await;
    let (browser, path) = sent_too_late(&app).await;
    app.sign_in(&browser, "global.admin@danube.example").await;
    assert_eq!(chosen(&app, &browser.get(&path).await).await, "Tisza IT Kft.");

    // Nor does the first person later, in a session after that.
    app.sign_in(&browser, AGENT).await;
    assert_eq!(chosen(&app, &browser.get(&path).await).await, "Tisza IT Kft.");
    app.stop().await;
}

/// A choice of which the customer's other subscriptions are part, too: `docs/security.md` C.
#[actix_web::test]
async fn the_ticked_boxes_come_back() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let subscription = app.database.subscription("almaskert.example", "Exchange Online").await;
    let change = app.database.latest_change(subscription).await;
    let path = format!("/partner/changes/{change}");
    let form = browser.get(&path).await.form("Assign to the ticked subscriptions");
    let form = form.tick("Tick Azure plan").tick("Tick Office 365");
    app.clock.advance(limits::IDLE);
    browser.submit(&form).await.expect_redirect("/sign-in");
    app.sign_in(&browser, AGENT).await;

    let again = browser.get(&path).await.form("Assign to the ticked subscriptions");
    let sorted = |mut fields: Vec<(String, String)>| {
        fields.sort();
        fields
    };
    assert_eq!(sorted(again.fields), sorted(form.fields));
    app.stop().await;
}

/// `docs/architecture.md`, *Sessions and forms*: a browser keeps about 4,096 bytes of a cookie, name and attributes included.
#[actix_web::test]
async fn no_form_is_too_much_for_the_cookie() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let signed_in = browser.cookies();
    let subscription = app.database.subscription("almaskert.example", "Exchange Online").await;
    let change = app.database.latest_change(subscription).await;
    app.clock.advance(limits::IDLE);
    let mut longest = 0;
    for (length, character) in
        [(1, "x"), (10, "x"), (1000, "x"), (10, "\""), (1000, "\""), (100, "ű"), (10, "\u{1}")]
    {
        let value = character.repeat(length);
        for times in 1..80 {
            let fields = vec![("subscription", value.as_str()); times];
            if encoded(&fields).len() > 4000 {
                break;
            }
            browser.set_cookies(signed_in.clone());
            let reply = browser.post(&format!("/partner/changes/{change}/repeat"), &fields).await;
            let cookie = reply.expect_redirect("/sign-in").header("set-cookie").len();
            assert!(cookie < 3900, "{times} times {length} {character:?}: {cookie} bytes");
            longest = longest.max(cookie);
        }
    }
    assert!(longest > 3300, "as much as there is room for is kept: {longest} bytes");
    app.stop().await;
}

/// `docs/domain.md` rule 32: what was chosen then is not saved over what somebody else has saved since.
#[actix_web::test]
async fn a_form_that_comes_back_remembers_what_its_author_had_seen() {
    let app = TestApp::spawn().await;
    let (browser, path) = sent_too_late(&app).await;
    let colleague = app.signed_in("sales.agent@danube.example").await;
    let form = colleague.get(&path).await.form("Submit").choose("Danube");
    colleague.submit(&form).await.expect(303);

    app.sign_in(&browser, AGENT).await;
    let page = browser.get(&path).await;
    assert_eq!(chosen(&app, &page).await, "Kékes Systems Zrt.");
    let conflict = browser.submit(&page.form("Submit")).await.expect(409);
    assert!(conflict.main().contains("Danube Distribution"), "{}", conflict.main());
    app.stop().await;
}

/// Nothing is promised that does not come back: passwords are typed anew.
#[actix_web::test]
async fn a_form_of_secrets_alone_is_not_kept() {
    let app = TestApp::spawn().await;
    let secrets = [("password", PASSWORD), ("code", "123456")];
    let passwords = [("current_password", PASSWORD), ("new_password", PASSWORD)];
    for (path, fields) in [("/me/password", passwords), ("/me/second-factor/codes", secrets)] {
        let browser = app.signed_in(AGENT).await;
        app.clock.advance(limits::IDLE);
        browser.post(path, &fields).await.expect_redirect("/sign-in");
        assert_eq!(browser.get("/sign-in").await.news(), "Sign in to see this page.", "{path}");
        app.sign_in(&browser, AGENT).await.expect_redirect(path);
    }
    app.stop().await;
}
