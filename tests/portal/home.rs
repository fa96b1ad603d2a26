//! A partner's Home: what waits, and the list behind each number (`docs/domain.md` rules 21, 23 and 27).

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALMASKERT, BAKONY, DANUBE, MECSEK, TISZA},
};

const AGENT: &str = "admin.agent@danube.example";

/// The rows of the list behind a line of the work list, which are as many as the line counts.
async fn behind(browser: &Browser, home: &Reply, line: &str) -> Vec<String> {
    let list = browser.click(home, line).await.expect(200);
    let rows = list.all("tbody tr, .told > li");
    let count: usize = line.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(rows.len(), count, "{line}: {}", list.main());
    rows
}

fn lines(home: &Reply) -> Vec<String> {
    home.all(".work > li > a:not(.btn), .work .what")
}

async fn home(browser: &Browser) -> Reply {
    browser.get("/home").await.expect(200)
}

/// `docs/domain.md` rules 15 and 27.
#[actix_web::test]
async fn lost_and_ending_privileges_are_counted_by_the_customers_clock() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(AGENT).await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    assert_eq!(lines(&home(&danube).await), ["3 subscriptions are not decided yet"]);
    let zone = async |name: &str| {
        let customer =
            format!("UPDATE customers SET time_zone = '{name}' WHERE domain = '{ALMASKERT}'");
        app.database.run(&customer).await;
    };
    let until = async |day: &str| {
        let columns = format!("delegated_admin = true, delegated_admin_until = {day}");
        app.database.set_relationship(TISZA, ALMASKERT, &columns).await;
    };
    let (lost, ends) = (
        "2 subscriptions have a contact without delegated admin privileges",
        "2 subscriptions have a contact whose delegated admin privileges end within 30 days",
    );
    // It is 22 November, 9:41 in UTC: late on the 22nd in Kiritimati, and still the 21st in Pago Pago.
    for (name, day, expected) in [
        ("Europe/Budapest", "'2026-11-21'", Some(lost)),
        ("Europe/Budapest", "'2026-11-22'", Some(ends)),
        ("Europe/Budapest", "'2026-12-22'", Some(ends)),
        ("Europe/Budapest", "'2026-12-23'", None),
        ("Pacific/Kiritimati", "'2026-11-22'", Some(ends)),
        ("Pacific/Pago_Pago", "'2026-11-21'", Some(ends)),
        ("no/such/zone", "'2026-11-21'", Some(lost)),
        ("Europe/Budapest", "NULL", None),
    ] {
        zone(name).await;
        until(day).await;
        for browser in [&danube, &tisza] {
            let home = home(browser).await;
            let found: Vec<_> =
                lines(&home).into_iter().filter(|line| line.contains("privileges")).collect();
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{name} {day}");
            if let Some(line) = expected {
                let rows = behind(browser, &home, line).await;
                assert!(rows[0].starts_with("Exchange Online") && rows[1].starts_with("Intune"));
            }
        }
    }
    // 11:00 UTC: the 23rd in Kiritimati (UTC+14), the 22nd at midnight in Pago Pago (UTC-11).
    app.clock.advance(time::Duration::minutes(79));
    app.sign_in(&danube, AGENT).await;
    for (name, day, expected) in [
        ("Pacific/Kiritimati", "'2026-11-22'", lost),
        ("Pacific/Pago_Pago", "'2026-11-21'", lost),
        ("Pacific/Pago_Pago", "'2026-11-22'", ends),
    ] {
        zone(name).await;
        until(day).await;
        assert!(lines(&home(&danube).await).contains(&expected.to_owned()), "{name} {day}");
    }
    // The form judges alike: the contact can only be kept.
    zone("Pacific/Kiritimati").await;
    until("'2026-11-22'").await;
    let page = danube.get(&app.database.path_of(ALMASKERT, "Intune").await).await;
    assert!(page.main().contains("DAP expired"), "{}", page.main());
    app.database.set_relationship(TISZA, ALMASKERT, "delegated_admin = false").await;
    behind(&danube, &home(&danube).await, lost).await;
    app.stop().await;
}

/// `docs/domain.md` rule 23: where nobody needs privileges, nothing is said about them.
#[actix_web::test]
async fn privileges_are_no_matter_where_nobody_needs_them() {
    let app = TestApp::configured(|config| config.policy.available_needs_dap = false).await;
    app.database.set_relationship(TISZA, ALMASKERT, "delegated_admin = false").await;
    let danube = app.signed_in(AGENT).await;
    assert_eq!(lines(&home(&danube).await), ["3 subscriptions are not decided yet"]);
    let list = danube.get("/partner/subscriptions").await.expect(200);
    assert!(!list.main().contains("DAP"), "{}", list.main());
    let list = danube.get("/partner/subscriptions?contact=without-dap").await.expect(200);
    assert!(list.main().contains("Part of the address could not be understood"));
    app.stop().await;
}

/// `docs/domain.md` rules 11 and 19: what an ending leaves behind waits for its provider until somebody decides.
#[actix_web::test]
async fn what_came_back_is_listed_until_somebody_decides() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(AGENT).await;
    let admin = app.signed_in("global.admin@tisza.example").await;
    let customer = app.database.customer(ALMASKERT).await;
    let end = admin.get(&format!("/partner/relationships/{customer}/end")).await.expect(200);
    admin.submit(&end.form("End the relationship")).await.expect(303);

    let page = home(&danube).await;
    let rows = behind(&danube, &page, "2 subscriptions came back to you").await;
    assert!(rows[0].contains("Exchange Online") && rows[1].contains("Intune"), "{rows:?}");
    behind(&danube, &page, "5 subscriptions are not decided yet").await;
    let intune = danube.get(&app.database.path_of(ALMASKERT, "Intune").await).await;
    danube.submit(&intune.form("We support this ourselves")).await.expect(303);
    let exchange = danube.get(&app.database.path_of(ALMASKERT, "Exchange Online").await).await;
    danube.submit(&exchange.form("Submit").choose("Kékes")).await.expect(303);
    let page = home(&danube).await;
    assert_eq!(lines(&page), ["3 subscriptions are not decided yet"]);
    let list = danube.get("/partner/subscriptions?contact=returned").await.expect(200);
    assert!(list.main().contains("No subscription that came back waits for a decision."));
    // The other provider of the same customer is not concerned, nor is a reseller.
    let alfold = app.signed_in("global.admin@alfold.example").await;
    for browser in [&alfold, &admin] {
        assert!(!home(browser).await.main().contains("came back"));
    }
    app.stop().await;
}

#[actix_web::test]
async fn reports_wait_on_home() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(AGENT).await;
    let exchange = app.database.subscription(ALMASKERT, "Exchange Online").await;
    app.database.add_report(exchange, "wrong_contact", ALMASKERT).await;
    app.database.add_report_by(exchange, TISZA).await;
    let page = home(&danube).await;
    behind(&danube, &page, "2 reports wait to be settled").await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    assert!(!home(&alfold).await.main().contains("reports wait"));
    let billing = app.signed_in("billing.admin@danube.example").await;
    let page = home(&billing).await;
    assert!(page.all(".work .btn").is_empty(), "who may only read has no button");
    app.stop().await;
}

/// Only who supports something matters: Mecsek's profile is empty, but it supports nothing.
#[actix_web::test]
async fn resellers_without_a_profile_are_counted_where_they_support_something() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(AGENT).await;
    assert!(!home(&danube).await.main().contains("support profile"));
    app.database.set_profile(TISZA, "hours = NULL").await;
    let page = home(&danube).await;
    let line = "1 reseller that supports something has an incomplete support profile";
    let rows = behind(&danube, &page, line).await;
    assert!(rows[0].starts_with("Tisza IT Kft."), "{rows:?}");
    app.database.delete_profile(TISZA).await;
    behind(&danube, &home(&danube).await, line).await;
    let file = danube.get("/partner/resellers.csv?profile=incomplete").await.expect(200);
    assert_eq!(file.body.lines().count(), 2);
    let alfold = app.signed_in("global.admin@alfold.example").await;
    assert!(
        !home(&alfold).await.main().contains("incomplete"),
        "Tisza supports nothing of Alföld’s"
    );
    app.stop().await;
}

/// An accepted request of Danube's that remembers a subscription.
async fn accept(app: &TestApp, kind: &str, reseller: &str, domain: &str, product: &str) {
    let database = &app.database;
    if kind == "partnership" {
        database.request_partnership(DANUBE, reseller).await;
    } else {
        database.request_for(kind, DANUBE, reseller, domain).await;
    }
    let subscription = database.literal(database.subscription(domain, product).await);
    database
        .run(&format!(
            "UPDATE requests SET state = 'accepted', answered_at = '2026-11-21T09:00:00Z', \
             for_subscription = {subscription} WHERE state = 'open'"
        ))
        .await;
}

/// `docs/domain.md` rule 21.
#[actix_web::test]
async fn a_reseller_that_was_asked_for_can_be_assigned_now() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(AGENT).await;
    accept(&app, "delegated_admin", MECSEK, ALMASKERT, "Intune").await;
    // Accepted without the privileges that are needed: it is not available yet (rule 23).
    assert!(!home(&danube).await.main().contains("Assign now"));
    app.database.set_relationship(MECSEK, ALMASKERT, "delegated_admin = true").await;
    accept(&app, "relationship", MECSEK, ALMASKERT, "Intune").await;
    let page = home(&danube).await;
    assert_eq!(lines(&page)[0], "Mecsek Support can be chosen now");
    assert_eq!(page.all(".work .what").len(), 1, "two requests for one thing are one line");
    let link = "Assign now : Intune, Almáskert Logisztika Kft., Mecsek Support";
    let form = danube.click(&page, link).await.expect(200).form("Submit");
    assert!(form.chosen().unwrap().starts_with("Mecsek Support"));

    // Not for who may not assign, nor for another provider.
    for other in ["billing.admin@danube.example", "global.admin@alfold.example"] {
        assert!(!home(&app.signed_in(other).await).await.main().contains("Assign now"), "{other}");
    }
    app.database.suspend(DANUBE, MECSEK).await;
    assert!(!home(&danube).await.main().contains("Assign now"));
    app.database.set_partnership(DANUBE, MECSEK, "suspended_at = NULL").await;
    danube.submit(&form).await.expect(303);
    assert!(!home(&danube).await.main().contains("Assign now"), "done");
    app.stop().await;
}

/// Who decided otherwise after the answer is not asked again.
#[actix_web::test]
async fn assign_now_goes_when_somebody_has_decided() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(AGENT).await;
    app.database.add_partnership(DANUBE, BAKONY).await;
    accept(&app, "partnership", BAKONY, ALMASKERT, "Intune").await;
    assert!(home(&danube).await.main().contains("Bakony Services can be chosen now"));
    let page = danube.get(&app.database.path_of(ALMASKERT, "Intune").await).await;
    danube.submit(&page.form("Submit").choose("Kékes")).await.expect(303);
    assert!(!home(&danube).await.main().contains("Assign now"));
    app.stop().await;
}

/// `docs/domain.md` rule 7.
#[actix_web::test]
async fn a_reseller_sees_who_asks_for_a_partnership() {
    let app = TestApp::spawn().await;
    let bakony = app.signed_in("global.admin@bakony.example").await;
    assert!(!home(&bakony).await.main().contains("asks for a partnership"));
    app.database.request_partnership(DANUBE, BAKONY).await;
    assert_eq!(lines(&home(&bakony).await), ["Danube Distribution asks for a partnership"]);
    for other in ["global.admin@kekes.example", AGENT] {
        let page = home(&app.signed_in(other).await).await;
        assert!(!page.main().contains("asks for a partnership"), "{other}");
    }
    app.database.run("UPDATE requests SET expires_at = '2026-11-22T09:41:00Z'").await;
    assert!(!home(&bakony).await.main().contains("asks for a partnership"), "expired");
    app.stop().await;
}

/// A reseller's own list: what it supports, of every provider, and where it is reseller of record only.
#[actix_web::test]
async fn a_reseller_sees_what_it_supports_and_what_it_does_not() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let id = app.database.literal(app.database.partner(TISZA).await);
    let visio = app.database.subscription(ALMASKERT, "Visio Plan 2").await;
    app.database.set_subscription(visio, &format!("support_reseller_id = {id}")).await;
    let list = tisza.get("/partner/subscriptions").await.expect(200);
    let supported = tisza.click(&list, "We support").await.expect(200).all("tbody tr");
    assert_eq!(supported.len(), 3, "{supported:?}");
    assert!(supported.iter().any(|row| row.contains("Visio") && row.contains("Alföld Cloud Zrt.")));
    assert!(
        supported.iter().any(|row| row.contains("Intune") && row.contains("Danube Distribution"))
    );
    let of_record = tisza.click(&list, "Reseller of record only").await.expect(200).all("tbody tr");
    assert!(!of_record.is_empty());
    for row in &of_record {
        assert!(row.contains("Reseller of record only"), "{row}");
    }
    assert!(supported.iter().all(|row| !row.contains("Reseller of record only")));
    let kekes = app.signed_in("global.admin@kekes.example").await;
    let page = kekes.get("/partner/subscriptions?contact=of-record").await.expect(200);
    assert!(page.all("tbody tr").is_empty());
    // What a provider would look for is nothing for a reseller, and the other way round.
    let danube = app.signed_in(AGENT).await;
    for (browser, filter) in [(&tisza, "undecided"), (&tisza, "returned"), (&danube, "of-record")] {
        let page = browser.get(&format!("/partner/subscriptions?contact={filter}")).await;
        assert!(page.main().contains("Part of the address could not be understood"), "{filter}");
    }
    app.stop().await;
}

/// Requests that nobody has answered for a week, also those that have expired meanwhile.
#[actix_web::test]
async fn requests_without_an_answer_are_counted_after_a_week() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(AGENT).await;
    app.database.request_for("delegated_admin", DANUBE, MECSEK, ALMASKERT).await;
    app.database.request_partnership(DANUBE, BAKONY).await;
    assert!(!home(&danube).await.main().contains("waited for an answer"));
    let asked = async |at: &str| {
        app.database
            .run(&format!("UPDATE requests SET created_at = '{at}' WHERE kind = 'partnership'"))
            .await;
    };
    asked("2026-11-15T09:41:01Z").await;
    assert!(!home(&danube).await.main().contains("waited for an answer"), "a second less");
    asked("2026-11-15T09:41:00Z").await;
    let line = "1 request of yours has waited for an answer for a week";
    behind(&danube, &home(&danube).await, line).await;
    app.database.run("UPDATE requests SET expires_at = '2026-11-20T09:41:00Z'").await;
    behind(&danube, &home(&danube).await, line).await;
    // Whoever was asked has other lines, and others have none.
    for other in ["global.admin@bakony.example", "global.admin@alfold.example"] {
        let page = home(&app.signed_in(other).await).await;
        assert!(!page.main().contains("waited for an answer"), "{other}");
    }
    app.database.run("UPDATE requests SET state = 'revoked'").await;
    assert!(!home(&danube).await.main().contains("waited for an answer"));
    app.stop().await;
}

/// An empty portal says where to begin, each only to who may.
#[actix_web::test]
async fn an_empty_portal_shows_the_first_steps() {
    let app = TestApp::empty().await;
    let token = app.store.make_set_up_link().await.unwrap().unwrap();
    let browser = app.browser();
    let form = browser.get(&format!("/setup/{}", token.as_str())).await.form("Set up and sign in");
    let form = form
        .fill("Name of the organisation", "Duna Disztribúció Zrt.")
        .fill("Partner ID", "4391507")
        .fill("Your name", "Horváth Katalin")
        .fill("Email", "katalin@duna.example")
        .fill("Password", "a good long phrase for nobody else");
    browser.submit(&form).await.expect_redirect("/home");
    let page = home(&browser).await;
    assert_eq!(lines(&page), ["Your support profile is incomplete"]);
    let steps = page.all("section[aria-labelledby=steps] a");
    assert_eq!(
        steps,
        [
            "Say how your customers reach you",
            "Invite your colleagues",
            "Add a customer",
            "Request a relationship with a customer",
            "Request a partnership with your resellers",
        ]
    );
    for step in &steps {
        browser.click(&page, step).await.expect(200);
    }
    browser.click(&page, "Fill it in").await.expect(200);
    let demo = TestApp::spawn().await;
    let danube = demo.signed_in(AGENT).await;
    assert!(!home(&danube).await.main().contains("First steps"));
    demo.stop().await;
    app.stop().await;
}
