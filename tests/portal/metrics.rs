//! The numbers for whoever watches the portal: where they are, what they count, and that nobody can make them grow.

use std::{collections::BTreeSet, net::SocketAddr};

use reqwest::Method;

use crate::support::{PASSWORD, TestApp, raw};

const AGENT: &str = "admin.agent@danube.example";

async fn watched() -> TestApp {
    TestApp::configured(|config| {
        config.metrics_listen = Some(SocketAddr::from(([127, 0, 0, 1], 0)));
    })
    .await
}

async fn metrics(app: &TestApp) -> String {
    let answer =
        raw::exchange(app.metrics_address.unwrap(), b"GET /metrics HTTP/1.0\r\n\r\n").await;
    assert_eq!(raw::status(&answer), 200, "{answer}");
    assert!(answer.contains("content-type: application/openmetrics-text"), "{answer}");
    assert!(answer.trim_end().ends_with("# EOF"), "{answer}");
    answer
}

/// Zero for one that is not there yet.
fn value(metrics: &str, series: &str) -> f64 {
    let line = metrics.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
    line.map_or(0.0, |value| value.parse().unwrap())
}

fn assert_is(metrics: &str, series: &str, expected: u32) {
    let found = value(metrics, series);
    assert!((found - f64::from(expected)).abs() < 0.5, "{series} is {found}:\n{metrics}");
}

#[actix_web::test]
async fn requests_are_counted_by_the_pattern_of_their_address() {
    let app = watched().await;
    let agent = app.signed_in(AGENT).await;
    let customers = app.database.ids("SELECT id FROM customers").await;
    for customer in &customers {
        agent.get(&format!("/partner/customers/{customer}")).await;
    }
    for method in ["BREW", "EAT", "DRINK"] {
        app.browser()
            .send(Method::from_bytes(method.as_bytes()).unwrap(), "/help", &[], None)
            .await;
    }
    for nth in 0..3 {
        app.browser().get(&format!("/no/such/page/{nth}")).await.expect(404);
    }
    let metrics = metrics(&app).await;
    let shown: f64 = [200, 404]
        .iter()
        .map(|status| {
            let labels = format!(
                r#"route="/partner/customers/{{customer}}",method="GET",status="{status}""#
            );
            value(&metrics, &format!("liaison_requests_total{{{labels}}}"))
        })
        .sum();
    let expected = f64::from(u32::try_from(customers.len()).unwrap());
    assert!((shown - expected).abs() < 0.5, "{metrics}");
    assert_is(&metrics, r#"liaison_requests_total{route="/help",method="other",status="403"}"#, 3);
    assert_is(&metrics, r#"liaison_requests_total{route="none",method="GET",status="404"}"#, 3);
    assert_is(&metrics, r#"liaison_request_duration_seconds_count{route="none"}"#, 3);
    for typed in ["BREW", "/no/such/page", &customers[0].to_string(), AGENT] {
        assert!(!metrics.contains(typed), "{typed} is in {metrics}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn the_store_tells_what_it_has_done() {
    let app = watched().await;
    let agent = app.signed_in(AGENT).await;
    app.browser().post("/sign-in", &[("email", AGENT), ("password", "wrong")]).await.expect(422);
    let nobody = [("email", "nobody@danube.example"), ("password", PASSWORD)];
    app.browser().post("/sign-in", &nobody).await.expect(422);
    let azure = app.database.subscription("almaskert.example", "Azure plan").await;
    let kekes = app.database.partner("4902211").await.to_string();
    let form = format!("/partner/subscriptions/{azure}/support-contact");
    let version = app.database.version(azure).await.to_string();
    agent.post(&form, &[("contact", &kekes), ("version", &version)]).await.expect(303);
    let danube = app.database.partner("4391507").await.to_string();
    agent.post(&form, &[("contact", &danube), ("version", &version)]).await.expect(409);

    let metrics = metrics(&app).await;
    assert_is(&metrics, "liaison_failed_sign_ins_total", 2);
    assert_is(&metrics, r#"liaison_support_contact_changes_total{cause="assigned"}"#, 1);
    assert_is(&metrics, r#"liaison_support_contact_changes_total{cause="partnership_ended"}"#, 0);
    assert!(value(&metrics, "liaison_database_statements_total") > 5.0, "{metrics}");
    let version = env!("CARGO_PKG_VERSION");
    assert_is(&metrics, &format!(r#"liaison_build_info{{version="{version}"}}"#), 1);
    let pools = if app.database.is_sqlite() { &["readers", "writer"][..] } else { &["all"] };
    for pool in pools {
        let size = value(&metrics, &format!(r#"liaison_database_connections{{pool="{pool}"}}"#));
        let idle =
            value(&metrics, &format!(r#"liaison_database_connections_idle{{pool="{pool}"}}"#));
        assert!(size >= 1.0 && idle <= size, "{pool}: {idle} of {size}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn a_wrong_second_factor_is_a_sign_in_that_failed() {
    let app = watched().await;
    app.secured(AGENT).await;
    let browser = app.with_password(AGENT).await;
    app.with_code(&browser, &"0".repeat(24)).await.expect(422);
    assert_is(&metrics(&app).await, "liaison_failed_sign_ins_total", 1);
    app.stop().await;
}

/// A change that did not come to be is not counted: here the last subscription of many is refused by the database.
#[actix_web::test]
async fn what_is_rolled_back_has_not_happened() {
    let app = watched().await;
    let agent = app.signed_in("global.admin@danube.example").await;
    let azure = app.database.subscription("almaskert.example", "Azure plan").await;
    let kekes = app.database.partner("4902211").await.to_string();
    let version = app.database.version(azure).await.to_string();
    app.database.run("ALTER TABLE activity RENAME TO gone").await;
    let form = format!("/partner/subscriptions/{azure}/support-contact");
    let reply = agent.post(&form, &[("contact", &kekes), ("version", &version)]).await.expect(500);
    app.expect_logged_error(&reply);
    assert_is(
        &metrics(&app).await,
        r#"liaison_support_contact_changes_total{cause="assigned"}"#,
        0,
    );
    app.stop().await;
}

/// Each has a name, a kind and a help text of its own.
#[actix_web::test]
async fn every_metric_says_what_it_is() {
    let app = watched().await;
    app.browser().get("/help").await.expect(200);
    let metrics = metrics(&app).await;
    let named = |start: &str| -> BTreeSet<String> {
        let lines = metrics.lines().filter_map(|line| line.strip_prefix(start));
        lines.map(|line| line.split(' ').next().unwrap().to_owned()).collect()
    };
    let helped = named("# HELP ");
    assert_eq!(helped, named("# TYPE "));
    assert_eq!(helped.len(), 8, "{helped:?}");
    assert!(helped.iter().all(|name| name.starts_with("liaison_")), "{helped:?}");
    app.stop().await;
}

#[actix_web::test]
async fn there_are_no_metrics_where_nobody_wants_them_and_none_among_the_pages() {
    let app = TestApp::spawn().await;
    assert_eq!(app.metrics_address, None);
    app.browser().get("/metrics").await.expect(404);
    app.stop().await;
    let app = watched().await;
    app.browser().get("/metrics").await.expect(404);
    app.stop().await;
}
