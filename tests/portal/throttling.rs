//! Guessing passwords (`docs/security.md` B3 and B4).

use std::time::Instant;

use futures_util::future::join_all;
use liaison::{
    config::Config,
    store::{Browser as StoreBrowser, CannotSignIn, Store},
};
use time::Duration;

use crate::support::{Browser, PASSWORD, Reply, TestApp};

const AGENT: &str = "admin.agent@danube.example";
const COLLEAGUE: &str = "sales.agent@danube.example";
const CUSTOMER: &str = "admin@almaskert.example";
const WRONG: &str = "not the right password";
const SECOND: Duration = Duration::seconds(1);

async fn attempt(browser: &Browser, email: &str, password: &str) -> Reply {
    browser.post("/sign-in", &[("email", email), ("password", password)]).await
}

async fn fail(browser: &Browser, email: &str, times: usize) {
    for _ in 0..times {
        attempt(browser, email, WRONG).await.expect(422);
    }
}

fn behind_a_proxy(config: &mut Config) {
    config.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
}

/// `docs/security.md` B3.
#[actix_web::test]
async fn who_keeps_failing_waits_longer_and_longer() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    fail(&browser, AGENT, 4).await;
    for seconds in [5, 15, 30, 60, 300, 900, 900] {
        fail(&browser, AGENT, 1).await;
        app.clock.advance(Duration::seconds(seconds) - SECOND);
        attempt(&browser, AGENT, PASSWORD).await.expect(422);
        app.clock.advance(SECOND);
    }
    attempt(&browser, AGENT, PASSWORD).await.expect_redirect("/home");
    app.stop().await;
}

/// `docs/security.md` B3: only failures count, and only those of that account.
#[actix_web::test]
async fn a_success_forgives_what_has_failed_before_and_others_are_not_held_up() {
    let app = TestApp::spawn().await;
    for _ in 0..3 {
        fail(&app.browser(), AGENT, 4).await;
        attempt(&app.browser(), AGENT, PASSWORD).await.expect(303);
    }
    for _ in 0..12 {
        attempt(&app.browser(), CUSTOMER, PASSWORD).await.expect(303);
    }
    fail(&app.browser(), AGENT, 5).await;
    attempt(&app.browser(), AGENT, PASSWORD).await.expect(422);
    for other in [COLLEAGUE, CUSTOMER] {
        attempt(&app.browser(), other, PASSWORD).await.expect(303);
    }
    app.stop().await;
}

/// `docs/security.md` B3.
#[actix_web::test]
async fn after_a_hundred_failures_no_waiting_helps() {
    let app = TestApp::spawn().await;
    fail(&app.browser(), AGENT, 1).await;
    app.database.run("UPDATE sign_in_attempts SET failures = 99").await;
    fail(&app.browser(), AGENT, 1).await;
    app.clock.advance(Duration::days(365));
    attempt(&app.browser(), AGENT, PASSWORD).await.expect(422);
    attempt(&app.browser(), COLLEAGUE, PASSWORD).await.expect(303);
    app.stop().await;
}

/// `docs/security.md` B3.
#[actix_web::test]
async fn a_browser_that_has_signed_in_before_is_not_held_up_by_strangers() {
    let app = TestApp::configured(behind_a_proxy).await;
    let own = app.signed_in(AGENT).await;
    let shared = app.signed_in(COLLEAGUE).await;
    app.sign_in(&shared, CUSTOMER).await;
    own.post("/sign-out", &[]).await.expect(303);
    // As many as make the address wait as well.
    for nth in 0..30 {
        fail(&app.browser(), &format!("nobody{nth}@danube.example"), 1).await;
    }
    for nth in 1..8 {
        let stranger = app.browser().coming_from(&format!("203.0.113.{nth}"));
        fail(&stranger, AGENT, 1).await;
        fail(&stranger, COLLEAGUE, 1).await;
    }
    let stranger = app.browser().coming_from("203.0.113.9");
    attempt(&stranger, AGENT, PASSWORD).await.expect(422);
    attempt(&own, AGENT, PASSWORD).await.expect_redirect("/home");
    // Several people used this one.
    attempt(&shared, COLLEAGUE, PASSWORD).await.expect_redirect("/home");
    // It is known to them alone.
    let foreign = own.clone().coming_from("203.0.113.10");
    attempt(&foreign, COLLEAGUE, PASSWORD).await.expect(422);
    app.stop().await;
}

/// `docs/security.md` B3: nor is it a way round.
#[actix_web::test]
async fn a_browser_that_is_known_waits_for_its_own_failures() {
    let app = TestApp::spawn().await;
    let (own, other) = (app.signed_in(AGENT).await, app.signed_in(AGENT).await);
    fail(&own, AGENT, 5).await;
    attempt(&own, AGENT, PASSWORD).await.expect(422);
    attempt(&other, AGENT, PASSWORD).await.expect(303);
    app.clock.advance(Duration::seconds(5));
    attempt(&own, AGENT, PASSWORD).await.expect(303);
    app.stop().await;
}

/// `docs/security.md` B3.
#[actix_web::test]
async fn a_made_up_mark_makes_no_browser_known() {
    let app = TestApp::spawn().await;
    let known = app.signed_in(AGENT).await.cookies()["known"].clone();
    let (number, token) = known.split_once('.').unwrap();
    let colleague = app.database.user(COLLEAGUE).await.simple().to_string();
    fail(&app.browser(), AGENT, 5).await;
    fail(&app.browser(), COLLEAGUE, 5).await;
    for (email, mark) in [
        (AGENT, format!("{number}.{}", &token[..token.len() - 2])),
        (AGENT, format!("7{number}.{token}")),
        (AGENT, format!(".{token}")),
        (COLLEAGUE, format!("{number}.{colleague}{}", &token[32..])),
        (COLLEAGUE, known.clone()),
        (AGENT, "~.~".to_owned()),
        (AGENT, "1.%ff%00~%".to_owned()),
    ] {
        let browser = app.browser();
        browser.set_cookies([("known".to_owned(), mark.clone())].into());
        attempt(&browser, email, PASSWORD).await.expect(422);
    }
    let browser = app.browser();
    browser.set_cookies([("known".to_owned(), known)].into());
    attempt(&browser, AGENT, PASSWORD).await.expect(303);
    app.stop().await;
}

/// `docs/security.md` B3.
#[actix_web::test]
async fn from_one_address_thirty_may_fail_and_then_one_in_six_seconds() {
    let app = TestApp::configured(behind_a_proxy).await;
    let browser = app.browser().coming_from("203.0.113.7");
    for nth in 0..30 {
        fail(&browser, &format!("somebody{nth}@danube.example"), 1).await;
    }
    // Whatever is tried, existing or not, right or wrong.
    for (email, password) in [(AGENT, PASSWORD), (AGENT, WRONG), ("nobody@danube.example", "x")] {
        let reply = attempt(&browser, email, password).await.expect(429);
        assert_eq!(reply.header("retry-after"), "6");
        assert_eq!(reply.heading(), "Too many tries");
        assert!(reply.main().contains("in 6 seconds"), "{}", reply.main());
    }
    app.clock.advance(Duration::seconds(5));
    let reply = attempt(&browser, AGENT, PASSWORD).await.expect(429);
    assert!(reply.main().contains("in a second"), "{}", reply.main());
    // From elsewhere nobody waits, and whoever only says to be elsewhere does.
    attempt(&app.browser().coming_from("203.0.113.8"), AGENT, PASSWORD).await.expect(303);
    let forged = app.browser().coming_from("203.0.113.8, 203.0.113.7");
    attempt(&forged, AGENT, PASSWORD).await.expect(429);
    app.clock.advance(SECOND);
    fail(&browser, "somebody@danube.example", 1).await;
    attempt(&browser, AGENT, PASSWORD).await.expect(429);
    app.clock.advance(Duration::seconds(6));
    attempt(&browser, AGENT, PASSWORD).await.expect(303);
    // A success is not counted.
    attempt(&browser, AGENT, PASSWORD).await.expect(303);
    app.stop().await;
}

/// `docs/security.md` B3: of many at once, each finds what the ones before it have left.
#[actix_web::test]
async fn trying_many_at_once_gains_nothing() {
    let app = TestApp::spawn().await;
    let browsers: Vec<_> = (0..12).map(|_| app.browser()).collect();
    let replies = join_all(browsers.iter().map(|browser| attempt(browser, AGENT, WRONG))).await;
    assert!(replies.iter().all(|reply| reply.status == 422));
    let counted = "SELECT CAST(MIN(failures) AS BIGINT) FROM sign_in_attempts";
    assert_eq!(app.database.number(counted).await, 5, "the others came while it waited");
    attempt(&app.browser(), AGENT, PASSWORD).await.expect(422);
    app.stop().await;
}

/// `docs/security.md` B3: nor does it for an address, however many accounts are tried at once.
#[actix_web::test]
async fn an_address_that_tries_many_accounts_at_once_gains_nothing() {
    let app = TestApp::spawn().await;
    for nth in 0..25 {
        fail(&app.browser(), &format!("nobody{nth}@danube.example"), 1).await;
    }
    let browsers: Vec<_> = (0..20).map(|_| app.browser()).collect();
    let emails: Vec<_> = (0..20).map(|nth| format!("somebody{nth}@danube.example")).collect();
    let attempts = browsers.iter().zip(&emails).map(|(one, email)| attempt(one, email, WRONG));
    let replies = join_all(attempts).await;
    let count = |status| replies.iter().filter(|reply| reply.status == status).count();
    assert_eq!((count(422), count(429)), (5, 15));
    app.stop().await;
}

/// `docs/security.md` B3.
#[actix_web::test]
async fn the_count_is_kept_in_the_database_for_all_instances() {
    let app = TestApp::spawn().await;
    fail(&app.browser(), AGENT, 5).await;
    let other =
        Store::open(&app.database.url, app.clock.clone(), Config::default().policy).await.unwrap();
    let refused = other.sign_in(AGENT, PASSWORD, &StoreBrowser::default()).await.unwrap();
    assert_eq!(refused.unwrap_err(), CannotSignIn::Refused);
    app.clock.advance(Duration::seconds(5));
    let entered = other.sign_in(AGENT, PASSWORD, &StoreBrowser::default()).await.unwrap();
    assert!(entered.is_ok());
    // Who has failed, and from where, is not to be read there.
    fail(&app.browser(), COLLEAGUE, 1).await;
    let rows = app.database.dump().await["sign_in_attempts"].join("\n");
    let colleague = app.database.user(COLLEAGUE).await;
    for secret in [COLLEAGUE, "127.0.0.1", &colleague.to_string(), &colleague.simple().to_string()]
    {
        assert!(!rows.contains(secret), "{rows}");
    }
    other.close().await.unwrap();
    app.stop().await;
}

/// `docs/security.md` B4.
#[actix_web::test]
async fn nobody_learns_why_a_sign_in_was_refused() {
    let app = TestApp::spawn().await;
    let database = &app.database;
    let of_agent = format!("WHERE email = '{AGENT}'");
    let of_agents_memberships = format!("WHERE user_id = (SELECT id FROM users {of_agent})");
    let run = async |sql: String| assert!(database.run(&sql).await > 0, "{sql}");
    let mut answers = Vec::new();
    let mut ask = async |password| {
        let before = app.store.statements();
        let reply = attempt(&app.browser(), AGENT, password).await.expect(422);
        let cost = app.store.statements() - before;
        assert!(reply.alert().contains("too many tries"), "{}", reply.alert());
        assert!(reply.title().starts_with("Error: "), "{}", reply.title());
        answers.push((reply.without_request(), cost));
    };
    ask(WRONG).await;
    run(format!("UPDATE users SET active = false {of_agent}")).await;
    ask(PASSWORD).await;
    run(format!("UPDATE users SET active = true {of_agent}")).await;
    run(format!("UPDATE users SET email = 'x' {of_agent}")).await;
    ask(PASSWORD).await;
    run(format!("UPDATE users SET email = '{AGENT}' WHERE email = 'x'")).await;
    run("UPDATE sign_in_attempts SET failures = 100".to_owned()).await;
    ask(PASSWORD).await;
    ask(WRONG).await;
    // Of an account without an organisation the password is looked at first; the answer is the same.
    run("DELETE FROM sign_in_attempts".to_owned()).await;
    run(format!("UPDATE memberships SET active = false {of_agents_memberships}")).await;
    ask(PASSWORD).await;
    // Nor is anybody asked for a second factor who may not come in.
    let key = database.bytes(b"what a key is made from");
    run(format!("UPDATE users SET totp_secret = {key} {of_agent}")).await;
    ask(PASSWORD).await;
    for (answer, _) in answers.split_off(answers.len() - 2) {
        assert_eq!(answer, answers[0].0);
    }
    for answer in &answers {
        assert_eq!(answer, &answers[0], "the answer, or what it costs");
    }
    app.stop().await;
}

/// `docs/security.md` B4: nor by the clock. Each answer costs one hash, which is most of its time.
#[actix_web::test]
async fn nobody_learns_from_the_time_it_takes_why_a_sign_in_was_refused() {
    const ROUNDS: usize = 11;
    const HELD_UP: &str = "helpdesk.agent@danube.example";
    let app = TestApp::spawn().await;
    app.database.run(&format!("UPDATE users SET active = false WHERE email = '{COLLEAGUE}'")).await;
    fail(&app.browser(), HELD_UP, 5).await;
    let tries = [
        (AGENT, WRONG),
        ("nobody@danube.example", WRONG),
        ("no address at all", WRONG),
        (COLLEAGUE, PASSWORD),
        (HELD_UP, PASSWORD),
    ];
    let mut times = tries.map(|_| Vec::new());
    for _ in 0..ROUNDS {
        // In turns, so that whatever else the machine does slows all of them.
        for ((email, password), times) in tries.iter().zip(&mut times) {
            let browser = app.browser();
            let began = Instant::now();
            attempt(&browser, email, password).await.expect(422);
            times.push(began.elapsed());
        }
        // The one that is held up stays so; the others have not failed yet.
        let others = "DELETE FROM sign_in_attempts WHERE failures < 5 OR key LIKE 'address:%'";
        app.database.run(others).await;
    }
    let medians = times.map(|mut times| {
        times.sort_unstable();
        times[ROUNDS / 2]
    });
    for (one, email) in medians.iter().zip(tries) {
        for other in &medians {
            assert!(*one < 2 * *other, "{email:?}: {medians:?}");
        }
    }
    app.stop().await;
}
