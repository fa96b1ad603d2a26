//! *I forgot my password* (`docs/security.md` B4 and F).

use liaison::config::Config;
use time::Duration;

use crate::support::{Reply, TestApp, database::difference};

const AGENT: &str = "admin.agent@danube.example";
const USER: &str = "user@almaskert.example";
const BUTTON: &str = "Ask for a link";

async fn ask(app: &TestApp, email: &str, help: &str) -> Reply {
    let browser = app.browser().coming_from("203.0.113.7");
    browser.post("/forgot", &[("email", email), ("help", help)]).await
}

/// Who waits for which link.
async fn asked(app: &TestApp) -> Vec<String> {
    let rows = "SELECT users.email || ' ' || purpose FROM asked_links JOIN users ON users.id = user_id ORDER BY 1";
    app.database.texts(rows).await
}

#[actix_web::test]
async fn what_is_asked_for_is_noted_for_those_who_make_the_link() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    let page = browser.click(&browser.get("/sign-in").await, "I forgot my password").await;
    assert_eq!(page.heading(), "Forgotten password");
    let form = page.form(BUTTON).fill("Email", &AGENT.to_uppercase());
    let noted = browser.follow(&browser.submit(&form).await.expect(303)).await.expect(200);
    assert_eq!(noted.heading(), "Your request is noted");
    assert!(noted.main().contains("those who manage users"), "{}", noted.main());
    assert_eq!(asked(&app).await, ["admin.agent@danube.example reset"]);

    let form = page.form(BUTTON).fill("Email", USER).choose("A link that signs me in once");
    browser.submit(&form).await.expect(303);
    // Whoever works for a partner sets a new password, whatever they asked for.
    ask(&app, "sales.agent@danube.example", "link").await.expect(303);
    let expected = [
        "admin.agent@danube.example reset",
        "sales.agent@danube.example reset",
        "user@almaskert.example sign_in",
    ];
    assert_eq!(asked(&app).await, expected);
    app.stop().await;
}

/// `docs/security.md` B4.
#[actix_web::test]
async fn nobody_learns_whether_there_is_such_an_account() {
    let app = TestApp::spawn().await;
    let run = async |sql: &str| assert_eq!(app.database.run(sql).await, 1, "{sql}");
    run("UPDATE users SET active = false WHERE email = 'helpdesk.agent@danube.example'").await;
    run("UPDATE memberships SET active = false WHERE user_id = \
         (SELECT id FROM users WHERE email = 'billing.admin@danube.example')")
    .await;
    let mut answers = Vec::new();
    for email in [
        AGENT,
        "nobody@danube.example",
        "helpdesk.agent@danube.example",
        "billing.admin@danube.example",
    ] {
        let reply = ask(&app, email, "new_password").await.expect_redirect("/forgot?asked=1");
        answers.push(reply.without_request());
    }
    for answer in &answers {
        assert_eq!(answer, &answers[0]);
    }
    assert_eq!(asked(&app).await.len(), 1);
    app.stop().await;
}

/// `docs/security.md` G.
#[actix_web::test]
async fn asking_again_is_no_news() {
    let app = TestApp::spawn().await;
    ask(&app, AGENT, "new_password").await.expect(303);
    let before = app.database.dump().await;
    app.clock.advance(Duration::minutes(1));
    ask(&app, AGENT, "new_password").await.expect(303);
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.iter().all(|row| row.contains(" sign_in_attempts: ")), "{changed:#?}");
    let line = "FROM activity WHERE kind = 'sign_in_help_asked'";
    assert_eq!(app.database.number(&format!("SELECT COUNT(*) {line}")).await, 1);
    let partner = app.database.ids(&format!("SELECT partner_id {line}")).await;
    assert_eq!(partner, [app.database.partner("4391507").await]);
    app.stop().await;
}

/// `docs/security.md` B3.
#[actix_web::test]
async fn from_one_address_thirty_may_ask_and_then_one_in_six_seconds() {
    let proxied = |config: &mut Config| config.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
    let app = TestApp::configured(proxied).await;
    for nth in 0..30 {
        ask(&app, &format!("nobody{nth}@danube.example"), "link").await.expect(303);
    }
    let refused = ask(&app, AGENT, "new_password").await.expect(429);
    assert_eq!(
        (refused.heading(), refused.header("retry-after")),
        ("Too many tries".to_owned(), "6")
    );
    assert!(asked(&app).await.is_empty());
    let elsewhere = app.browser().coming_from("203.0.113.8");
    let wish = [("email", AGENT), ("help", "new_password")];
    elsewhere.post("/forgot", &wish).await.expect(303);
    app.clock.advance(Duration::seconds(6));
    ask(&app, USER, "link").await.expect(303);
    assert_eq!(asked(&app).await.len(), 2);
    // Who asks for help may still sign in.
    let signs_in = app.browser().coming_from("203.0.113.7");
    app.sign_in(&signs_in, AGENT).await;
    app.stop().await;
}

/// Whichever link an admin makes, nobody waits for another one any more.
#[actix_web::test]
async fn any_link_that_lets_in_answers_who_asked() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in("admin@almaskert.example").await;
    ask(&app, USER, "link").await.expect(303);
    ask(&app, USER, "new_password").await.expect(303);
    assert_eq!(asked(&app).await.len(), 2);
    let path = format!("/admin/users/{}", app.database.membership(USER).await);
    let form = admin.get(&path).await.form("Make a link for a new password");
    admin.submit(&form).await.expect(303);
    assert_eq!(asked(&app).await, Vec::<String>::new());
    assert!(!admin.get("/home").await.main().contains("asks for help"));
    app.stop().await;
}

#[actix_web::test]
async fn what_is_no_address_is_said_beside_the_field() {
    let app = TestApp::spawn().await;
    let before = app.database.dump().await;
    for (email, help, field) in [
        ("", "link", "email"),
        ("nora", "link", "email"),
        (AGENT, "", "help-1"),
        (AGENT, "x", "help-1"),
    ] {
        let refused = ask(&app, email, help).await.expect(422);
        assert!(refused.title().starts_with("Error: Forgotten password"), "{}", refused.title());
        assert!(refused.body.contains(&format!(r##"<a href="#{field}">"##)), "{email} {help}");
        assert_eq!(refused.form(BUTTON).value("email"), Some(email));
    }
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

#[actix_web::test]
async fn whoever_has_nobody_to_ask_is_told_whom_to_ask() {
    let app = TestApp::configured(|config| {
        config.site.support_line = Some("portal@danube.example".to_owned());
    })
    .await;
    let page = app.browser().get("/forgot?asked=1").await.expect(200);
    assert!(page.main().contains("Whoever runs this portal can: portal@danube.example"));
    app.stop().await;
}
