//! A new password by a link (`docs/security.md` B1, B3 and F).

use futures_util::future::join_all;
use reqwest::Method;
use time::Duration;

use crate::support::{Browser, PASSWORD, Reply, TestApp};

const AGENT: &str = "admin.agent@danube.example";
const COLLEAGUE: &str = "sales.agent@danube.example";
const NEW: &str = "seven grey herons over the marsh";
const BUTTON: &str = "Set password and sign in";
const GONE: &str = "This link is no longer valid";

async fn sign_in(app: &TestApp, email: &str, password: &str) -> Reply {
    app.browser().post("/sign-in", &[("email", email), ("password", password)]).await
}

async fn set(browser: &Browser, link: &str, password: &str) -> Reply {
    browser.post(link, &[("password", password)]).await
}

#[actix_web::test]
async fn the_link_sets_a_password_signs_in_and_signs_everybody_else_out() {
    let app = TestApp::spawn().await;
    let (elsewhere, colleague) = (app.signed_in(AGENT).await, app.signed_in(COLLEAGUE).await);
    let link = app.account_link("reset", AGENT).await;
    let sign_in_link = app.account_link("sign_in", AGENT).await;
    let browser = app.browser();
    let page = browser.get(&link).await.expect(200);
    assert_eq!(page.heading(), "Set a new password");
    assert!(page.body.contains(AGENT), "{}", page.main());
    assert!(!page.main().contains("is signed in now"), "{}", page.main());
    assert!(colleague.get(&link).await.main().contains("is signed in now"));

    let reply = browser.submit(&page.form(BUTTON).fill("New password", NEW)).await;
    let home = browser.follow(&reply.expect_redirect("/home")).await.expect(200);
    assert!(home.news().starts_with("Your new password is set."), "{}", home.news());
    assert!(home.title().ends_with("Danube Distribution"), "{}", home.title());
    let kinds =
        "SELECT kind FROM activity WHERE kind IN ('password_reset', 'signed_in') ORDER BY id";
    assert_eq!(app.database.texts(kinds).await, ["signed_in", "signed_in", "password_reset"]);

    assert!(elsewhere.get("/home").await.asks_to_sign_in());
    colleague.get("/home").await.expect(200);
    // What else would have opened the account is void.
    app.browser().get(&sign_in_link).await.expect(404);
    sign_in(&app, AGENT, PASSWORD).await.expect(422);
    sign_in(&app, AGENT, NEW).await.expect_redirect("/home");
    app.stop().await;
}

/// `docs/security.md` B3: what strangers have done to the account is over.
#[actix_web::test]
async fn a_new_password_lifts_the_hard_stop_of_its_account_alone() {
    let app = TestApp::spawn().await;
    for email in [AGENT, COLLEAGUE] {
        sign_in(&app, email, "wrong").await.expect(422);
    }
    app.database.run("UPDATE sign_in_attempts SET failures = 100").await;
    let link = app.account_link("reset", AGENT).await;
    set(&app.browser(), &link, NEW).await.expect(303);
    sign_in(&app, AGENT, NEW).await.expect(303);
    sign_in(&app, COLLEAGUE, PASSWORD).await.expect(422);
    app.stop().await;
}

/// `docs/security.md` F.
#[actix_web::test]
async fn a_link_that_is_not_good_says_nothing_about_why() {
    let app = TestApp::spawn().await;
    let used = app.account_link("reset", AGENT).await;
    let expired = app.account_link("reset", COLLEAGUE).await;
    set(&app.browser(), &used, NEW).await.expect(303);
    app.clock.advance(Duration::minutes(30) - Duration::SECOND);
    app.browser().get(&expired).await.expect(200);
    app.clock.advance(Duration::SECOND);
    let disabled = app.account_link("reset", "helpdesk.agent@danube.example").await;
    let left = app.account_link("reset", "billing.admin@danube.example").await;
    let of_sign_in = app.account_link("sign_in", AGENT).await.replace("/sign-in/link/", "/reset/");
    let of_user = |email| format!("WHERE user_id = (SELECT id FROM users WHERE email = '{email}')");
    let run = async |sql: String| assert_eq!(app.database.run(&sql).await, 1, "{sql}");
    run("UPDATE users SET active = false WHERE email = 'helpdesk.agent@danube.example'".to_owned())
        .await;
    let membership = of_user("billing.admin@danube.example");
    run(format!("UPDATE memberships SET active = false {membership}")).await;

    let before = app.database.dump().await;
    let unknown = format!("/reset/{}", "0".repeat(64));
    let mut answers = Vec::new();
    for link in [&unknown, &used, &expired, &disabled, &left, &of_sign_in] {
        for reply in [app.browser().get(link).await, set(&app.browser(), link, NEW).await] {
            let reply = reply.expect(404);
            assert_eq!(reply.heading(), GONE);
            let (status, headers, body) = reply.without_request();
            answers.push((status, headers, body.replace(link, "LINK")));
        }
    }
    for answer in &answers {
        assert_eq!(answer, &answers[0]);
    }
    assert_eq!(app.database.dump().await, before);
    for made_up in ["/reset/x", "/reset/%00", "/reset/liaison"] {
        app.browser().get(made_up).await.expect(404);
    }
    app.stop().await;
}

/// `docs/security.md` D2 and F: looking at a link does not use it up.
#[actix_web::test]
async fn a_link_may_be_looked_at_as_often_as_one_likes() {
    let app = TestApp::spawn().await;
    let links =
        [app.account_link("reset", AGENT).await, app.account_link("sign_in", COLLEAGUE).await];
    let before = app.database.dump().await;
    for link in &links {
        for method in [Method::GET, Method::HEAD, Method::GET] {
            let reply = app.browser().send(method, link, &[], None).await.expect(200);
            assert_eq!(reply.only_header("referrer-policy"), Some("strict-origin"));
            assert!(!reply.title().contains(link.rsplit('/').next().unwrap()));
        }
    }
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

/// `docs/security.md` F.
#[actix_web::test]
async fn of_several_at_once_one_wins() {
    let app = TestApp::spawn().await;
    let link = app.account_link("reset", AGENT).await;
    let passwords: Vec<_> = (0..4).map(|nth| format!("{NEW} {nth}")).collect();
    let browsers: Vec<_> = (0..4).map(|_| app.browser()).collect();
    let attempts = browsers.iter().zip(&passwords);
    let replies = join_all(attempts.map(|(browser, new)| set(browser, &link, new))).await;
    let mut statuses: Vec<_> = replies.iter().map(|reply| reply.status).collect();
    let winner = statuses.iter().position(|status| *status == 303).unwrap();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404, 404, 404]);
    sign_in(&app, AGENT, &passwords[winner]).await.expect(303);
    assert_eq!(app.database.count("sessions").await, 2);
    app.stop().await;
}

/// `docs/security.md` B1: the table of cases.
#[actix_web::test]
async fn a_password_counts_to_its_last_character_however_it_is_written() {
    let app = TestApp::spawn().await;
    let of = |length: usize| "v7#kQ2!xP9@mZ4wé".chars().cycle().take(length).collect::<String>();
    // Four bytes each.
    let four = |length| {
        "🦀🐘🦊🐳🦉🐝🦋🐙🦔🐢🦁🐼🦄🐞🦜🐫".chars().cycle().take(length).collect::<String>()
    };
    let seventy_two = &"v7#kQ2!xP9@mZ4w%".repeat(5)[..72];
    for (password, message) in [
        (of(14), Some("at least 15 characters")),
        (of(15), None),
        (of(128), None),
        (of(129), Some("at most 128 characters")),
        (four(14), Some("at least 15 characters")),
        (four(15), None),
        (four(128), None),
        (four(129), Some("at most 128 characters")),
        (format!("{seventy_two}a tail"), None),
        (format!(" {} ", of(15)), None),
        ("passwordpassword".to_owned(), Some("among the first")),
        ("danube distribution 26".to_owned(), Some("can be guessed from your name")),
    ] {
        let link = app.account_link("reset", AGENT).await;
        let reply = set(&app.browser(), &link, &password).await;
        if let Some(message) = message {
            let reply = reply.expect(422);
            assert!(reply.title().starts_with("Error: Set a new password"), "{}", reply.title());
            assert!(reply.alert().contains(message), "{password}: {}", reply.alert());
            assert!(reply.body.contains(r##"<a href="#password">"##), "{password}");
            assert!(!reply.body.contains(&password), "{password} is shown");
            continue;
        }
        reply.expect(303);
        sign_in(&app, AGENT, &password).await.expect(303);
        let cut = password.strip_suffix(|_: char| true).unwrap();
        let another = format!("{cut}?");
        for wrong in [cut, &another, password.trim_end_matches("tail"), seventy_two] {
            if wrong != password {
                sign_in(&app, AGENT, wrong).await.expect(422);
            }
        }
        app.clock.advance(Duration::hours(1));
    }
    app.stop().await;
}

/// `docs/domain.md` rule 1.
#[actix_web::test]
async fn a_member_of_two_organisations_then_chooses() {
    let app = TestApp::spawn().await;
    let link = app.account_link("reset", "anna.kovacs@liaison.example").await;
    let browser = app.browser();
    set(&browser, &link, NEW).await.expect_redirect("/organisation");
    assert_eq!(browser.get("/organisation").await.form("Continue").choices().len(), 2);
    let line = "FROM activity WHERE kind = 'password_reset' AND partner_id IS NULL";
    let count = app.database.number(&format!("SELECT COUNT(*) {line}")).await;
    assert_eq!(count, 1, "none of her organisations reads of the other");
    app.stop().await;
}

/// `docs/security.md` B7: a link is one factor.
#[actix_web::test]
async fn whoever_has_a_second_factor_is_asked_for_it() {
    let app = TestApp::spawn().await;
    let secret = app.database.bytes(b"a secret of twenty b");
    app.database
        .run(&format!("UPDATE users SET totp_secret = {secret} WHERE email = '{AGENT}'"))
        .await;
    for purpose in ["reset", "sign_in"] {
        let link = app.account_link(purpose, AGENT).await;
        let browser = app.browser();
        let fields: &[_] = if purpose == "reset" { &[("password", NEW)] } else { &[] };
        browser.post(&link, fields).await.expect_redirect("/sign-in/second-factor");
        assert!(browser.get("/home").await.asks_to_sign_in(), "{purpose}");
        assert_eq!(app.database.count("sessions").await, 0, "{purpose}");
    }
    app.stop().await;
}
