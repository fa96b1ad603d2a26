//! The second step of signing in.

use futures_util::future::join_all;
use time::Duration;

use super::AGENT;
use crate::support::{TestApp, authenticator::Authenticator};

/// Of another organisation.
const OTHER: &str = "admin@almaskert.example";

/// `docs/security.md` B7.
#[actix_web::test]
async fn the_password_alone_opens_nothing_any_more() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    let sessions = app.database.count("sessions").await;
    let browser = app.browser();
    assert!(browser.get("/partner/customers?q=orseg").await.asks_to_sign_in());
    let form = browser.get("/sign-in").await.form("Sign in");
    let form = form.fill("Email", AGENT).fill("Password", crate::support::PASSWORD);
    browser.submit(&form).await.expect_redirect("/sign-in/second-factor");
    assert!(browser.get("/home").await.asks_to_sign_in());
    assert_eq!(app.database.count("sessions").await, sessions);

    let code = secured.authenticator.code(app.clock.now());
    // To the page that was asked for last.
    app.with_code(&browser, &code).await.expect_redirect("/home");
    browser.get("/home").await.expect(200);
    assert_eq!(app.database.count("sessions").await, sessions + 1);
    browser.get("/sign-in/second-factor").await.expect_redirect("/sign-in");
    app.stop().await;
}

#[actix_web::test]
async fn the_page_that_was_asked_for_comes_after_the_second_step() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    let browser = app.browser();
    assert!(browser.get("/partner/customers?q=orseg").await.asks_to_sign_in());
    let form = browser.get("/sign-in").await.form("Sign in");
    let form = form.fill("Email", AGENT).fill("Password", crate::support::PASSWORD);
    browser.submit(&form).await.expect_redirect("/sign-in/second-factor");
    let code = secured.authenticator.code(app.clock.now());
    app.with_code(&browser, &code).await.expect_redirect("/partner/customers?q=orseg");
    app.stop().await;
}

/// `docs/security.md` B7.
#[actix_web::test]
async fn a_code_works_once() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let page = browser.get("/me/second-factor").await;
    let authenticator = Authenticator::scan(&page);
    let code = authenticator.code(app.clock.now());
    let form = page.form("Set up a second factor").fill("Code from the app", &code);
    browser.submit(&form.fill("Current password", crate::support::PASSWORD)).await.expect(303);

    // Not even the one that set it up.
    let browser = app.with_password(AGENT).await;
    let refused = app.with_code(&browser, &code).await.expect(422);
    assert!(refused.alert().contains("This code has been used"), "{}", refused.alert());
    assert!(refused.title().starts_with("Error:"));
    assert!(browser.get("/home").await.asks_to_sign_in());

    app.clock.advance(Duration::seconds(30));
    let next = authenticator.code(app.clock.now());
    app.with_code(&browser, &next).await.expect_redirect("/home");
    // Nor one that is older than the last one taken, although its time has not passed.
    let browser = app.with_password(AGENT).await;
    app.with_code(&browser, &next).await.expect(422);
    app.with_code(&browser, &code).await.expect(422);
    app.stop().await;
}

/// `docs/security.md` B7: also in parallel.
#[actix_web::test]
async fn of_many_who_send_the_same_code_at_once_one_comes_in() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    for code in [secured.authenticator.code(app.clock.now()), secured.codes[0].clone()] {
        let sessions = app.database.count("sessions").await;
        let browser = app.with_password(AGENT).await;
        let replies = join_all((0..8).map(|_| {
            let (browser, code) = (browser.clone(), code.clone());
            async move { browser.post("/sign-in/second-factor", &[("code", &code)]).await }
        }));
        let replies = replies.await;
        let inside = replies.iter().filter(|reply| reply.location() == "/home").count();
        assert_eq!(inside, 1);
        for reply in &replies {
            assert!(matches!(reply.status, 303 | 422), "{}", reply.status);
        }
        assert_eq!(app.database.count("sessions").await, sessions + 1);
    }
    app.stop().await;
}

/// `docs/security.md` B7: nor do several browsers that have come so far help.
#[actix_web::test]
async fn of_several_browsers_that_send_the_same_code_at_once_one_comes_in() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    for code in [secured.authenticator.code(app.clock.now()), secured.codes[0].clone()] {
        let sessions = app.database.count("sessions").await;
        let browsers = [
            app.with_password(AGENT).await,
            app.with_password(AGENT).await,
            app.with_password(AGENT).await,
        ];
        let fields = [("code", code.as_str())];
        let sent = browsers.iter().map(|one| one.post("/sign-in/second-factor", &fields));
        let replies = join_all(sent).await;
        let inside = replies.iter().filter(|reply| reply.location() == "/home").count();
        let told = replies.iter().filter(|reply| reply.status == 422);
        let told = told.filter(|reply| reply.alert().contains("This code has been used")).count();
        assert_eq!((inside, told), (1, 2));
        assert_eq!(app.database.count("sessions").await, sessions + 1);
    }
    app.stop().await;
}

/// Whoever knows the password and nothing else cannot keep its owner out by beginning again and again.
#[actix_web::test]
async fn somebody_else_who_begins_to_sign_in_stops_nobody() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    let browser = app.with_password(AGENT).await;
    let stranger = app.with_password(AGENT).await;
    let code = secured.authenticator.code(app.clock.now());
    app.with_code(&browser, &code).await.expect_redirect("/home");
    app.with_code(&stranger, &code).await.expect(422);
    app.stop().await;
}

/// `docs/security.md` B7, after the waits of B3.
#[actix_web::test]
async fn wrong_codes_are_counted_and_held_up() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    let mut browser = app.with_password(AGENT).await;
    let wrong = "0".repeat(24);
    for (seconds, wait) in [
        (0, ""),
        (0, ""),
        (0, ""),
        (0, ""),
        (5, "in 5 seconds"),
        (15, "in 15 seconds"),
        (30, "in 30 seconds"),
        (60, "in 60 seconds"),
        (300, "in 5 minutes"),
        (900, "in 15 minutes"),
    ] {
        let refused = app.with_code(&browser, &wrong).await.expect(422);
        assert!(refused.alert().contains("This code is not right"), "{}", refused.alert());
        if seconds > 0 {
            // Right or wrong, it is not looked at.
            let refused = app.with_code(&browser, &secured.codes[0]).await.expect(422);
            assert!(refused.alert().contains(wait), "{wait}: {}", refused.alert());
        }
        app.clock.advance(Duration::seconds(seconds));
        if seconds >= 300 {
            browser = app.with_password(AGENT).await;
        }
    }
    app.database.run("UPDATE sign_in_attempts SET failures = 100").await;
    let refused = app.with_code(&browser, &secured.codes[0]).await.expect(422);
    assert!(refused.alert().contains("Ask for a link for a new password"), "{}", refused.alert());

    let link = app.account_link("reset", AGENT).await;
    let new = [("password", "seven grey herons over the marsh")];
    browser.post(&link, &new).await.expect_redirect("/sign-in/second-factor");
    app.with_code(&browser, &secured.codes[0]).await.expect_redirect("/home");
    app.stop().await;
}

/// `docs/security.md` B6 and B7: the password was still right when it was typed.
#[actix_web::test]
async fn a_password_that_is_changed_while_it_is_looked_at_leads_no_further() {
    let app = TestApp::spawn().await;
    app.secured(AGENT).await;
    // Others are before it in the queue for hashes, so that it takes its time.
    let others: Vec<_> = (0..6).map(|_| app.browser()).collect();
    let nobody = [("email", "nobody@danube.example"), ("password", "nobody knows this one")];
    let queue = join_all(others.iter().map(|other| other.post("/sign-in", &nobody)));
    let late = app.browser();
    let fields = [("email", AGENT), ("password", crate::support::PASSWORD)];
    let change = async {
        actix_web::rt::time::sleep(std::time::Duration::from_millis(100)).await;
        let changed = "UPDATE users SET password_hash = 'another', epoch = epoch + 1";
        app.database.run(&format!("{changed} WHERE email = '{AGENT}'")).await;
    };
    let (_, reply, ()) = tokio::join!(queue, late.post("/sign-in", &fields), change);
    assert_eq!(reply.status, 422, "{}", reply.location());
    assert!(late.get("/sign-in/second-factor").await.location() == "/sign-in");
    app.stop().await;
}

/// `docs/security.md` B7: a code that is used for something else is used, too.
#[actix_web::test]
async fn a_code_is_good_for_one_thing_only() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    let browser = app.with_password(AGENT).await;
    let code = secured.authenticator.code(app.clock.now());
    let fields = [("code", code.as_str()), ("password", crate::support::PASSWORD)];
    let (codes, entered) = tokio::join!(
        secured.browser.post("/me/second-factor/codes", &fields),
        browser.post("/sign-in/second-factor", &fields[..1]),
    );
    let mut statuses = [codes.status, entered.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
    app.stop().await;
}

/// `docs/security.md` B7: one step either way.
#[actix_web::test]
async fn a_clock_may_be_wrong_by_one_step() {
    for (seconds, status) in [(-60, 422), (-30, 303), (30, 303), (60, 422)] {
        let app = TestApp::spawn().await;
        let secured = app.secured(AGENT).await;
        app.clock.advance(Duration::minutes(5));
        let browser = app.with_password(AGENT).await;
        let shown = app.clock.now() + Duration::seconds(seconds);
        let reply = app.with_code(&browser, &secured.authenticator.code(shown)).await;
        assert_eq!(reply.status, status, "{seconds} s");
        app.stop().await;
    }
}

/// `docs/security.md` B7.
#[actix_web::test]
async fn a_recovery_code_lets_in_once_and_the_last_ones_are_warned_of() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    for (nth, code) in secured.codes.iter().enumerate() {
        let browser = app.with_password(AGENT).await;
        let typed = code.replace(' ', "-").to_lowercase();
        let reply = app.with_code(&browser, &typed).await.expect_redirect("/home");
        let news = browser.follow(&reply).await.news();
        let left = 9 - nth;
        match left {
            0 => assert!(news.contains("your last recovery code"), "{news}"),
            1 => assert!(news.contains("one is left"), "{news}"),
            _ => assert!(news.contains(&format!("{left} are left")), "{news}"),
        }
        let page = browser.get("/me/second-factor").await;
        assert_eq!(page.main().to_lowercase().contains("make new ones"), left <= 3, "{left}");

        let browser = app.with_password(AGENT).await;
        let refused = app.with_code(&browser, code).await.expect(422);
        assert!(refused.alert().contains("This code has been used"), "{}", refused.alert());
    }
    app.stop().await;
}

#[actix_web::test]
async fn whoever_takes_longer_than_ten_minutes_begins_again() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    let browser = app.with_password(AGENT).await;
    app.clock.advance(Duration::minutes(10));
    let code = secured.authenticator.code(app.clock.now());
    app.with_code(&browser, &code).await.expect_redirect("/sign-in");
    let page = browser.get("/sign-in").await;
    assert!(page.news().contains("Sign in again"), "{}", page.news());
    browser.get("/sign-in/second-factor").await.expect_redirect("/sign-in");
    // The code was not used up.
    let browser = app.with_password(AGENT).await;
    app.with_code(&browser, &code).await.expect_redirect("/home");
    app.stop().await;
}

/// `docs/security.md` A2 and B7.
#[actix_web::test]
async fn codes_of_somebody_else_open_nothing() {
    let app = TestApp::spawn().await;
    let (own, other) = (app.secured(AGENT).await, app.secured(OTHER).await);
    let browser = app.with_password(AGENT).await;
    let now = app.clock.now();
    app.with_code(&browser, &other.authenticator.code(now)).await.expect(422);
    app.with_code(&browser, &other.codes[0]).await.expect(422);
    app.with_code(&browser, &own.codes[0]).await.expect_redirect("/home");
    // And nobody else's was used up.
    let browser = app.with_password(OTHER).await;
    app.with_code(&browser, &other.codes[0]).await.expect_redirect("/home");
    app.stop().await;
}

#[actix_web::test]
async fn who_is_disabled_between_the_steps_stays_outside() {
    let app = TestApp::spawn().await;
    let secured = app.secured(AGENT).await;
    let browser = app.with_password(AGENT).await;
    app.database.run(&format!("UPDATE users SET active = FALSE WHERE email = '{AGENT}'")).await;
    let code = secured.authenticator.code(app.clock.now());
    app.with_code(&browser, &code).await.expect_redirect("/sign-in");
    assert!(browser.get("/home").await.asks_to_sign_in());
    app.stop().await;
}
