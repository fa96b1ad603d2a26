//! What people type is shown as they typed it, and does nothing (`docs/security.md` E).

use scraper::Html;

use crate::support::{Reply, TestApp};

const PAYLOAD: &str = r#""><script>alert(1)</script><img src=x onerror=alert(2)>'{{7*7}}&lt;"#;

/// Every text that a page can show, of every tenant.
async fn fill_with_payload(app: &TestApp) {
    let payload = PAYLOAD.replace('\'', "''");
    for (table, columns) in [
        ("partners", &["name"][..]),
        ("customers", &["name"]),
        ("products", &["name"]),
        ("users", &["name"]),
        ("subscriptions", &["nickname"]),
        ("support_profiles", &["telephone", "urgent_telephone", "email", "note"]),
    ] {
        for column in columns {
            app.database.run(&format!("UPDATE {table} SET {column} = '{payload}'")).await;
        }
    }
    app.database.run("UPDATE support_profiles SET website = 'javascript:alert(3)'").await;
}

fn assert_is_inert(page: &Reply) {
    let document = Html::parse_document(&page.body);
    for element in document.root_element().descendent_elements() {
        let tag = element.value();
        let is_ours = tag.attr("src").is_some_and(|address| address.starts_with("/static/"));
        assert!(tag.name() != "script" || is_ours, "a script in {}", page.body);
        assert_ne!(tag.name(), "img", "{}", page.body);
        for (name, value) in tag.attrs() {
            assert!(!name.starts_with("on"), "{name} in {}", page.body);
            if matches!(name, "href" | "src" | "action") {
                let is_safe = ["/", "#", "?", "mailto:", "tel:", "https://"]
                    .iter()
                    .any(|start| value.starts_with(start));
                assert!(is_safe, "{name}={value}");
            }
        }
    }
}

#[actix_web::test]
async fn nothing_that_somebody_typed_runs_on_any_page() {
    let app = TestApp::spawn().await;
    let subscription = app.database.subscription("almaskert.example", "Intune").await;
    fill_with_payload(&app).await;
    let customer = app.database.customer("almaskert.example").await;
    let change = app.database.latest_change(subscription).await;
    app.database.request_by("relationship", "4391507", "orseg.example").await;
    app.database.request_by("relationship", "4847383", "orseg.example").await;
    let payload = PAYLOAD.replace('\'', "''");
    let typed = format!("typed_name = '{payload}', decline_reason = '{payload}'");
    app.database.run(&format!("UPDATE requests SET {typed}")).await;
    let pages_of_partners = [
        "/partner/relationships".to_owned(),
        "/partner/relationships?show=active".to_owned(),
        "/home".to_owned(),
        "/help".to_owned(),
        "/partner/customers".to_owned(),
        "/partner/customers?q=%22%3E%3Cscript%3Ealert(4)%3C/script%3E".to_owned(),
        "/partner/subscriptions".to_owned(),
        "/partner/profile".to_owned(),
        format!("/partner/customers/{customer}"),
        format!("/partner/subscriptions/{subscription}"),
        format!("/partner/subscriptions/{subscription}?reseller=%3Cimg%20src=x%3E"),
    ];
    for email in ["admin.agent@danube.example", "global.admin@tisza.example"] {
        let browser = app.signed_in(email).await;
        for path in &pages_of_partners {
            let page = browser.get(path).await.expect(200);
            assert_is_inert(&page);
            assert!(page.text().contains("<script>alert(1)</script>"), "shown as typed: {path}");
        }
    }
    let agent = app.signed_in("admin.agent@danube.example").await;
    assert_is_inert(&agent.get(&format!("/partner/changes/{change}")).await.expect(200));

    let customer = app.signed_in("admin@almaskert.example").await;
    let share = customer.get("/admin/support/share").await.form("Make a link");
    customer.submit(&share).await.expect(303);
    let shared = customer.get("/admin/support/share").await.link("Open the page");
    let shared = format!("/shared/{}", shared.split("/shared/").nth(1).unwrap());
    for path in ["/home", "/admin", "/admin/support", "/admin/support/share", &shared] {
        let page = customer.get(path).await.expect(200);
        assert_is_inert(&page);
        assert!(page.text().contains(PAYLOAD), "shown as typed: {path}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn what_was_typed_into_a_refused_form_comes_back_inert() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    let sign_in = browser.get("/sign-in").await;
    let form = sign_in.form("Sign in").fill("Email", PAYLOAD).fill("Password", PAYLOAD);
    let refused = browser.submit(&form).await.expect(422);
    assert_is_inert(&refused);
    assert_eq!(refused.form("Sign in").value("email"), Some(PAYLOAD));
    assert_eq!(refused.form("Sign in").value("password"), Some(""), "a password never comes back");
    app.stop().await;
}
