//! What is of no more use goes, and nothing else.

use liaison::store::{Ages, Swept};
use time::Duration;

use crate::support::{TestApp, app::NOW, database::time};

const AGENT: &str = "admin.agent@danube.example";

const AGES: Ages =
    Ages { sessions: Duration::days(7), links: Duration::days(90), attempts: Duration::days(30) };

/// Some bytes as they stand in SQL.
fn bytes(app: &TestApp, number: usize) -> String {
    if app.database.is_sqlite() { format!("X'{number:08x}'") } else { format!("'\\x{number:08x}'") }
}

async fn keep_house(app: &TestApp) -> Swept {
    app.store.keep_house(AGES).await.unwrap()
}

#[actix_web::test]
async fn sessions_go_a_week_after_they_have_ended() {
    let app = TestApp::spawn().await;
    app.signed_in(AGENT).await;
    for (pass, gone) in [
        (Duration::ZERO, 0),
        // Nobody used it for an hour, and that is a week ago.
        (Duration::days(7) + Duration::minutes(60), 0),
        (Duration::seconds(1), 1),
        (Duration::days(1), 0),
    ] {
        app.clock.advance(pass);
        assert_eq!(keep_house(&app).await, Swept { sessions: gone, ..Swept::default() }, "{pass}");
    }
    let still_in = app.signed_in(AGENT).await;
    assert_eq!(keep_house(&app).await, Swept::default());
    still_in.get("/home").await.expect(200);
    app.stop().await;
}

#[actix_web::test]
async fn links_and_wishes_go_after_three_months() {
    let app = TestApp::empty().await;
    app.store.make_set_up_link().await.unwrap().unwrap();
    app.clock.advance(Duration::days(91));
    assert_eq!(keep_house(&app).await, Swept::default(), "it had been good for a day");
    app.clock.advance(Duration::seconds(1));
    assert_eq!(keep_house(&app).await, Swept { links: 1, ..Swept::default() });
    app.stop().await;

    let app = TestApp::spawn().await;
    let user = app
        .database
        .literal(app.database.id(&format!("SELECT id FROM users WHERE email = '{AGENT}'")).await);
    let at = time(NOW);
    app.database
        .run(&format!(
            "INSERT INTO asked_links (user_id, purpose, asked_at) VALUES ({user}, 'reset', {at})"
        ))
        .await;
    app.clock.advance(Duration::days(90));
    assert_eq!(keep_house(&app).await, Swept::default());
    app.clock.advance(Duration::seconds(1));
    assert_eq!(keep_house(&app).await, Swept { asked_links: 1, ..Swept::default() });
    app.stop().await;
}

/// Whoever sent it is shown that it was in vain, until they withdraw it.
#[actix_web::test]
async fn an_invitation_that_has_expired_stays_while_it_is_not_withdrawn() {
    let app = TestApp::spawn().await;
    let (one, other) = (bytes(&app, 1), bytes(&app, 2));
    let memberships = app.database.ids("SELECT id FROM memberships ORDER BY id LIMIT 2").await;
    let [invited, member] = memberships[..] else { panic!("{memberships:?}") };
    let (invited, member) = (app.database.literal(invited), app.database.literal(member));
    let at = time(NOW);
    app.database
        .run(&format!(
            "UPDATE memberships SET invited_at = {at}, active = FALSE WHERE id = {invited}"
        ))
        .await;
    for (token, membership) in [(one, &invited), (other, &member)] {
        app.database
            .run(&format!(
                "INSERT INTO one_time_links (token_hash, purpose, membership_id, valid_from, expires_at) \
                 VALUES ({token}, 'invitation', {membership}, {at}, {at})"
            ))
            .await;
    }
    app.clock.advance(Duration::days(1000));
    assert_eq!(keep_house(&app).await, Swept { links: 1, ..Swept::default() });
    let left = format!("SELECT COUNT(*) FROM one_time_links WHERE membership_id = {invited}");
    assert_eq!(app.database.number(&left).await, 1);
    app.database
        .run(&format!("UPDATE memberships SET invited_at = NULL WHERE id = {invited}"))
        .await;
    assert_eq!(keep_house(&app).await, Swept { links: 1, ..Swept::default() });
    app.stop().await;
}

#[actix_web::test]
async fn attempts_and_names_go_when_their_time_has_passed() {
    let app = TestApp::spawn().await;
    let partner = app.database.literal(app.database.partner("4391507").await);
    let id = app.database.literal("00000000-0000-0000-0000-000000000001".parse().unwrap());
    let at = time(NOW);
    app.database
        .run(&format!(
            "INSERT INTO sign_in_attempts (key, failures, refused_until) VALUES ('somebody', 7, {at}), \
             ('stopped', 100, {at})"
        ))
        .await;
    app.database
        .run(&format!(
            "INSERT INTO former_names (id, partner_id, name, search_key, until) \
             VALUES ({id}, {partner}, 'Duna Kft.', 'duna kft.', {at})"
        ))
        .await;
    assert_eq!(keep_house(&app).await, Swept::default());
    app.clock.advance(Duration::seconds(1));
    assert_eq!(keep_house(&app).await, Swept { former_names: 1, ..Swept::default() });
    app.clock.advance(Duration::days(30));
    assert_eq!(keep_house(&app).await, Swept { attempts: 1, ..Swept::default() });
    app.stop().await;
}

/// Several instances share one database.
#[actix_web::test]
async fn two_at_once_share_the_work() {
    let app = TestApp::spawn().await;
    let user = app
        .database
        .literal(app.database.id(&format!("SELECT id FROM users WHERE email = '{AGENT}'")).await);
    let at = time(NOW);
    let rows: Vec<_> = (0..1200)
        .map(|nth| format!("({}, {user}, 0, {at}, {at}, {at})", bytes(&app, nth)))
        .collect();
    app.database
        .run(&format!(
            "INSERT INTO sessions (token_hash, user_id, epoch, created_at, last_seen_at, expires_at) VALUES {}",
            rows.join(", ")
        ))
        .await;
    app.clock.advance(Duration::days(8));
    let (one, other) = tokio::join!(keep_house(&app), keep_house(&app));
    assert_eq!(one.sessions + other.sessions, 1200, "{one:?} {other:?}");
    assert_eq!(app.database.count("sessions").await, 0);
    app.stop().await;
}
