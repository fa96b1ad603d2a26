//! Where a browser is sent, and by which name it has asked (`docs/security.md` D4 and D5).

use std::net::{IpAddr, Ipv4Addr};

use reqwest::Url;

use crate::support::{PASSWORD, TestApp, browser::encoded, raw};

const AGENT: &str = "admin.agent@danube.example";

/// `docs/security.md` D4.
#[actix_web::test]
async fn nobody_is_sent_to_another_site() {
    let app = TestApp::spawn().await;
    let slashes =
        ["//", "///", "/\\", "\\/", "\\\\", "/\t/", "/\n/", "\t//", " //", "/%09/", "/\u{0}/"];
    let schemes =
        ["", "http:", "https:", "HTTPS:", "javascript:", "data:", "x:", "\u{0}https:", " https:"];
    let mut payloads: Vec<String> = schemes
        .iter()
        .flat_map(|scheme| {
            slashes.iter().map(move |slash| format!("{scheme}{slash}evil.example/x"))
        })
        .filter(|payload| payload != "/%09/evil.example/x")
        .collect();
    payloads.extend(
        [
            "evil.example",
            "@evil.example",
            ".evil.example",
            ":80",
            "?x",
            "#x",
            "",
            "home",
            "javascript:alert(1)",
            "/\r\nLocation: https://evil.example",
            "/\r\n\r\n<script>",
            "/\u{2028}",
            "/á",
            "/a b",
            "/\\evil.example",
            "http:evil.example",
            "https:/evil.example",
            "/\u{fffd}",
            "／／evil.example",
            "/\u{a0}/evil.example",
        ]
        .map(str::to_owned),
    );
    payloads.push(format!("/{}", "x".repeat(2000)));
    assert!(payloads.len() > 60);
    for payload in &payloads {
        let fields = [("language", "hu"), ("return_to", payload.as_str())];
        let reply = app.browser().post("/language", &fields).await;
        assert_eq!((reply.status, reply.location()), (303, "/"), "{payload:?}");
    }
    for own in [
        "/home",
        "/partner/customers?q=a%20b&after=x",
        "/%09/evil.example/x",
        "/@evil.example",
        "/a//b",
    ] {
        let fields = [("language", "hu"), ("return_to", own)];
        let reply = app.browser().post("/language", &fields).await.expect_redirect(own);
        let base = Url::parse("http://portal.example").unwrap();
        let url = base.join(reply.location()).unwrap();
        assert_eq!(url.origin(), base.origin(), "{own}");
    }
    app.stop().await;
}

/// `docs/security.md` D4: nor by the address that somebody asked for before signing in.
#[actix_web::test]
async fn an_address_that_looks_like_another_site_is_not_come_back_to() {
    let app = TestApp::spawn().await;
    for path in ["//evil.example/home", "//evil.example", "/\\evil.example", "/%5C/evil.example"] {
        let browser = app.browser();
        let page = browser.get(path).await.expect(404);
        let form = page.form("Magyar");
        let back = form.value("return_to").unwrap();
        assert!(!back.starts_with("//") && !back.contains('\\'), "{path}: {back}");
        app.sign_in(&browser, AGENT).await.expect_redirect("/home");
    }
    app.stop().await;
}

async fn ask(app: &TestApp, head: &str) -> u16 {
    let head = head.replace("OWN", &app.address.to_string());
    raw::status(
        &raw::exchange(app.address, format!("{head}\r\nConnection: close\r\n\r\n").as_bytes())
            .await,
    )
}

/// `docs/security.md` D5.
#[actix_web::test]
async fn only_our_own_hosts_are_answered() {
    let app = TestApp::spawn().await;
    let port = app.address.port();
    let local = format!("GET /help HTTP/1.1\r\nHost: localhost:{port}");
    for head in ["GET /help HTTP/1.1\r\nHost: OWN", &local] {
        assert_eq!(ask(&app, head).await, 200, "{head}");
    }
    let other_port = format!("GET /help HTTP/1.1\r\nHost: 127.0.0.1:{}", port ^ 1);
    for head in [
        "GET /help HTTP/1.1\r\nHost: evil.example",
        "GET /help HTTP/1.1\r\nHost: OWN.evil.example",
        "GET /help HTTP/1.1\r\nHost: evil.example@OWN",
        "GET /help HTTP/1.1\r\nHost: 127.0.0.1",
        "GET /help HTTP/1.1\r\nHost: ",
        "GET /help HTTP/1.1\r\nHost: OWN, OWN",
        "GET /help HTTP/1.1\r\nHost: OWN\r\nHost: OWN",
        "GET /help HTTP/1.1\r\nHost: OWN\r\nHost: evil.example",
        "GET /help HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: OWN",
        "GET /help HTTP/1.1",
        "GET /help HTTP/1.0",
        &other_port,
    ] {
        assert_eq!(ask(&app, head).await, 400, "{head}");
    }
    // Whoever watches the portal knows its address, not its name.
    for head in [
        "GET /healthz HTTP/1.1\r\nHost: evil.example",
        "GET /healthz HTTP/1.0",
        "GET /readyz HTTP/1.1\r\nHost: evil.example",
        "GET /readyz HTTP/1.0",
    ] {
        assert_eq!(ask(&app, head).await, 200, "{head}");
    }
    app.stop().await;
}

/// `docs/security.md` D5: what a stranger says about the address is not repeated.
#[actix_web::test]
async fn a_forged_host_leaves_no_trace_in_the_answer() {
    let app = TestApp::spawn().await;
    let own = app.address;
    for head in [
        format!("GET http://evil.example/home HTTP/1.1\r\nHost: {own}"),
        format!(
            "GET / HTTP/1.1\r\nHost: {own}\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example"
        ),
        format!(
            "GET /sign-in HTTP/1.1\r\nHost: {own}\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https"
        ),
    ] {
        let request = format!("{head}\r\nConnection: close\r\n\r\n");
        let answer = raw::exchange(own, request.as_bytes()).await;
        assert!(!answer.contains("evil.example") && !answer.contains("Secure"), "{answer}");
    }
    app.stop().await;
}

/// `docs/security.md` D5.
#[actix_web::test]
async fn the_public_address_is_a_host_of_ours() {
    let app = TestApp::configured(|config| {
        config.public_url = Some("https://portal.example".parse().unwrap());
    })
    .await;
    for (host, status) in [
        ("portal.example", 200),
        ("PORTAL.EXAMPLE", 200),
        ("portal.example:443", 200),
        ("OWN", 200),
        ("portal.example:80", 400),
        ("sub.portal.example", 400),
        ("portal.example.", 400),
    ] {
        assert_eq!(
            ask(&app, &format!("GET /help HTTP/1.1\r\nHost: {host}")).await,
            status,
            "{host}"
        );
    }
    app.stop().await;
}

/// `docs/security.md` D5.
#[actix_web::test]
async fn forwarded_addresses_are_believed_only_from_trusted_proxies() {
    let forged = ["203.0.113.7", "1.1.1.1, 203.0.113.7", "1.1.1.1\r\nX-Forwarded-For: 203.0.113.7"];
    for (trusted, expected) in [(false, "127.0.0.1"), (true, "203.0.113.7")] {
        let app = TestApp::configured(|config| {
            config.trusted_proxies =
                if trusted { vec![IpAddr::V4(Ipv4Addr::LOCALHOST)] } else { Vec::new() };
        })
        .await;
        for forwarded in forged {
            let body = encoded(&[("email", AGENT), ("password", PASSWORD)]);
            let request = format!(
                "POST /sign-in HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
                 X-Forwarded-For: {forwarded}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
                 Content-Length: {}\r\n\r\n{body}",
                app.address,
                body.len()
            );
            assert_eq!(raw::status(&raw::exchange(app.address, request.as_bytes()).await), 303);
        }
        let noted = app.database.texts("SELECT DISTINCT address FROM sessions").await;
        assert_eq!(noted, [expected]);
        app.stop().await;
    }
}
