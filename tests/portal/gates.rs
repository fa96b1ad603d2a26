//! What a browser may be made to do (`docs/security.md` D1 and D2), and what every answer bears (D3).

use liaison::{config::Config, web::routes};
use reqwest::Method;

use crate::support::{Browser, Reply, TestApp, crawl::crawl, database::difference};

const AGENT: &str = "global.admin@danube.example";
const FORM: &str = "application/x-www-form-urlencoded";

async fn post(browser: &Browser, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
    browser.send(Method::POST, path, headers, Some((FORM, body.as_bytes().to_vec()))).await
}

/// Headers that another site can make a browser send.
fn foreign(own: &str) -> Vec<Vec<(&'static str, String)>> {
    let port = own.rsplit(':').next().unwrap();
    let origins = [
        "null".to_owned(),
        String::new(),
        "https://evil.example".to_owned(),
        "http://127.0.0.1".to_owned(),
        "http://127.0.0.1:1".to_owned(),
        format!("{own}0"),
        own.replace("http:", "https:"),
        own.replace("http:", "HTTP:"),
        format!("{own}.evil.example"),
        format!("http://127.0.0.1.evil.example:{port}"),
        format!("{own}@evil.example"),
        format!("http://evil.example#{own}"),
        format!("{own}/"),
        format!("{own}, https://evil.example"),
        format!("http://127.0.0.2:{port}"),
        format!("http://127.1:{port}"),
    ];
    let site = |value: &str| ("sec-fetch-site", value.to_owned());
    let origin = |value: &str| ("origin", value.to_owned());
    let mut foreign: Vec<_> = origins.iter().map(|value| vec![origin(value)]).collect();
    for value in ["cross-site", "same-site", "null", "", "SAME-ORIGIN", "same-origin, cross-site"] {
        foreign.push(vec![site(value)]);
        foreign.push(vec![site(value), origin(own)]);
    }
    foreign.push(vec![origin(own), origin(own)]);
    foreign.push(vec![origin(own), origin("https://evil.example")]);
    foreign.push(vec![site("same-origin"), site("cross-site")]);
    foreign.push(vec![site("same-origin"), site("same-origin")]);
    foreign.push(vec![("referer", format!("{own}/home"))]);
    foreign.push(Vec::new());
    foreign
}

/// `docs/security.md` D1.
#[actix_web::test]
async fn nothing_changes_for_a_request_that_another_site_has_made() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let own = format!("http://{}", app.address);
    let subscription = app.database.subscription("almaskert.example", "Azure plan").await;
    let change = app.database.subscription("almaskert.example", "Exchange Online").await;
    let change = app.database.latest_change(change).await.to_string();
    let kekes = app.database.partner("4902211").await;
    let before = app.database.dump().await;
    let mut paths = Vec::new();
    for endpoint in routes::all().iter().filter(|endpoint| endpoint.method == "POST") {
        let path = endpoint.path.replace("{subscription}", &subscription.to_string());
        paths.push(path.replace("{change}", &change).replace("{token}", "0"));
    }
    assert!(paths.len() >= 7);
    paths.push("/no/such/page".to_owned());
    for path in paths {
        let body = if path.ends_with("support-contact") {
            format!("contact={kekes}&version=1")
        } else if path == "/language" {
            "language=hu&return_to=/".to_owned()
        } else {
            String::new()
        };
        for headers in foreign(&own) {
            let headers: Vec<_> =
                headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let reply = post(&browser.clone(), &path, &headers, &body).await;
            assert_eq!(reply.status, 403, "{path} {headers:?}");
            assert_eq!(reply.header("set-cookie"), "", "{path} {headers:?}");
        }
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

/// `docs/security.md` D1.
#[actix_web::test]
async fn our_own_pages_are_heard() {
    let app = TestApp::spawn().await;
    let own = format!("http://{}", app.address);
    let local = format!("http://localhost:{}", app.address.port());
    for headers in [
        &[("sec-fetch-site", "same-origin")][..],
        &[("sec-fetch-site", "none")],
        &[("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")],
        &[("origin", own.as_str())],
        &[("origin", local.as_str())],
    ] {
        post(&app.browser(), "/sign-out", headers, "").await.expect_redirect("/sign-in");
    }
    app.stop().await;
}

/// `docs/security.md` D1: methods that no page uses are no way round.
#[actix_web::test]
async fn other_methods_that_change_things_are_held_up_as_well() {
    let app = TestApp::spawn().await;
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        for path in ["/language", "/partner/customers", "/no/such/page"] {
            app.browser().send(method.clone(), path, &[], None).await.expect(403);
        }
    }
    app.stop().await;
}

/// `docs/security.md` D1, behind https: only the public address counts, and the loopback's own.
#[actix_web::test]
async fn behind_https_the_public_address_is_our_own() {
    let app = TestApp::configured(behind_https).await;
    let browser = app.browser();
    for (origin, status) in [
        ("https://portal.example", 303),
        ("https://portal.example:443", 403),
        ("http://portal.example", 403),
        ("https://portal.example.evil.example", 403),
        ("https://evil-portal.example", 403),
        ("https://sub.portal.example", 403),
    ] {
        let reply = post(&browser, "/sign-out", &[("origin", origin)], "").await;
        assert_eq!(reply.status, status, "{origin}");
    }
    app.stop().await;
}

/// A portal that is set up for https but opened another way says so, instead of losing whoever signs in.
#[actix_web::test]
async fn whoever_comes_over_plain_http_is_told_the_right_address() {
    let app = TestApp::configured(behind_https).await;
    let browser = app.browser();
    let plain = [("x-forwarded-proto", "http")];
    let page = browser.send(Method::GET, "/sign-in", &plain, None).await.expect(200);
    assert!(page.main().contains("This portal is at https://portal.example."), "{}", page.main());
    assert_eq!(page.link("Open https://portal.example"), "https://portal.example/sign-in");
    let page = browser.get("/sign-in").await.expect(200);
    assert!(!page.main().contains("https://portal.example"), "{}", page.main());

    let refused = post(&browser, "/sign-in", &[("origin", "http://portal.example")], "").await;
    assert!(refused.main().contains("come from a page at https://portal.example;"));
    assert_eq!(refused.link("Go to the home page"), "https://portal.example/");
    app.stop().await;

    let app = TestApp::spawn().await;
    let refused = app.browser().named("portal.example").get("/sign-in").await.expect(400);
    let own = format!("http://{}", app.address);
    assert!(refused.main().contains(&format!("It is at {own}.")), "{}", refused.main());
    assert!(refused.main().contains("set public_url"), "{}", refused.main());
    let page = app.browser().send(Method::GET, "/sign-in", &plain, None).await.expect(200);
    assert!(!page.main().contains("This portal is at"), "{}", page.main());
    app.stop().await;
}

fn behind_https(config: &mut Config) {
    config.public_url = Some("https://portal.example".parse().unwrap());
}

/// `docs/security.md` D2.
#[actix_web::test]
async fn looking_changes_nothing() {
    let app = TestApp::spawn().await;
    let mut browsers = vec![app.browser()];
    for email in [
        AGENT,
        "billing.admin@danube.example",
        "global.admin@tisza.example",
        "admin@almaskert.example",
        "anna.kovacs@liaison.example",
    ] {
        browsers.push(app.signed_in(email).await);
    }
    // Long enough ago for a visit to be noted.
    app.clock.advance(time::Duration::minutes(10));
    let starts = starts(&app).await;
    let before = app.database.dump().await;
    let mut visited = 0;
    for browser in &browsers {
        for _ in 0..2 {
            visited += crawl(browser, starts.clone()).await.len();
        }
    }
    assert!(visited > 500, "{visited} pages");
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

/// Every address that answers GET, with every id there is.
async fn starts(app: &TestApp) -> Vec<String> {
    let mut starts = Vec::new();
    for endpoint in routes::all().iter().filter(|endpoint| endpoint.method == "GET") {
        let (name, table) = match endpoint.path.split_once('{').map(|(_, rest)| rest) {
            None => {
                starts.push(endpoint.path.to_owned());
                continue;
            }
            Some(rest) if rest.starts_with("customer}") => ("{customer}", "customers"),
            Some(rest) if rest.starts_with("subscription}") => ("{subscription}", "subscriptions"),
            Some(rest) if rest.starts_with("change}") => ("{change}", "changes"),
            // Set-up links are in a test of their own; files hold no state.
            Some(_) => continue,
        };
        let ids = app.database.ids(&format!("SELECT id FROM {table}")).await;
        starts.extend(ids.iter().map(|id| endpoint.path.replace(name, &id.to_string())));
    }
    starts
}

/// `docs/security.md` D2 and F: looking at a link does not use it up.
#[actix_web::test]
async fn a_set_up_link_may_be_looked_at_as_often_as_one_likes() {
    let app = TestApp::empty().await;
    let token = app.store.make_set_up_link().await.unwrap().unwrap();
    let path = format!("/setup/{}", token.as_str());
    let before = app.database.dump().await;
    for method in [Method::GET, Method::HEAD, Method::GET] {
        app.browser().send(method, &path, &[], None).await.expect(200);
    }
    assert_eq!(app.database.dump().await, before);
    let page = app.browser().get(&path).await.expect(200);
    assert!(page.has_button("Set up and sign in"));
    app.stop().await;
}

/// `docs/security.md` D3: the test browser itself insists on the headers, so it is enough to go everywhere.
#[actix_web::test]
async fn every_kind_of_answer_bears_the_headers() {
    for change in [|_: &mut Config| (), behind_https] {
        let app = TestApp::configured(change).await;
        let browser = app.browser();
        let page = browser.get("/sign-in").await.expect(200);
        for path in
            ["/", "/healthz", "/help", "/home", "/no/such/page", "/partner/customers/x", "/setup/0"]
        {
            browser.get(path).await;
            browser.send(Method::HEAD, path, &[], None).await;
            browser.send(Method::OPTIONS, path, &[], None).await;
            post(&browser, path, &[], "").await;
        }
        for path in ["/test/panic", "/test/error", "/test/middleware-error"] {
            let reply = browser.get(path).await;
            app.expect_logged_errors_of(&reply);
        }
        let style =
            page.body.split("href=\"").find(|rest| rest.starts_with("/static/app")).unwrap();
        let style = browser.get(style.split('"').next().unwrap()).await.expect(200);
        assert!(
            style.header("cache-control").contains("immutable"),
            "{}",
            style.header("cache-control")
        );
        browser.get("/static/no-such-file.css").await.expect(404);
        app.stop().await;
    }
}

/// `docs/security.md` D3: a page is compressed, an error page readable by whoever asks.
#[actix_web::test]
async fn compressed_answers_bear_the_headers_too() {
    let app = TestApp::spawn().await;
    for encoding in ["br", "gzip"] {
        let accept = [("accept-encoding", encoding)];
        let page = app.browser().send(Method::GET, "/help", &accept, None).await.expect(200);
        assert_eq!(page.only_header("content-encoding"), Some(encoding));
        assert!(page.header("vary").to_lowercase().contains("accept-encoding"));
        let error = app.browser().send(Method::GET, "/no/such/page", &accept, None).await;
        let is_plain = error.only_header("content-encoding").is_none();
        assert_eq!((error.status, is_plain), (404, true));
        assert_eq!(error.heading(), "There is no such page");
    }
    app.stop().await;
}
