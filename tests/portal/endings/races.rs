//! Ending or suspending while somebody assigns: exactly one outcome, and never a designation of somebody who had already
//! left when it was made (`docs/domain.md` rules 11, 19 and 25).

use std::{num::NonZeroUsize, time::Duration};

use actix_web::rt::time::sleep;

use super::{danube, end_with_customer, end_with_provider, end_with_reseller};
use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALMASKERT, DANUBE, KEKES},
};

const ROUNDS: u64 = 60;

async fn app() -> TestApp {
    TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await
}

/// Kékes as the contact of the Azure plan, which has the provider when a round begins.
async fn assign(app: &TestApp, browser: &Browser) -> Reply {
    let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
    let kekes = app.database.partner(KEKES).await.to_string();
    let version = app.database.version(azure).await.to_string();
    let path = format!("/partner/subscriptions/{azure}/support-contact");
    browser.post(&path, &[("contact", &kekes), ("version", &version)]).await
}

/// As everything stood before the first round; changes stay, as they always do.
async fn as_before(app: &TestApp) {
    let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
    app.database.set_subscription(azure, "support_reseller_id = NULL").await;
    let active = "state = 'active', ended_at = NULL, suspended_at = NULL";
    app.database.set_partnership(DANUBE, KEKES, active).await;
    let active = "state = 'active', ended_at = NULL, delegated_admin = true";
    app.database.set_relationship(KEKES, ALMASKERT, active).await;
}

/// The moments are spread over the time that a request takes, now before and now after.
async fn both<A, B>(
    round: u64,
    one: impl Future<Output = A>,
    other: impl Future<Output = B>,
) -> (A, B) {
    let step = 700 * (round % 15);
    let (first, second) = if round.is_multiple_of(2) { (0, step) } else { (step, 0) };
    let one = async {
        sleep(Duration::from_micros(first)).await;
        one.await
    };
    let other = async {
        sleep(Duration::from_micros(second)).await;
        other.await
    };
    tokio::join!(one, other)
}

/// Each of the two has won some rounds, and nobody is named who has left.
async fn one_of_two_wins(app: &TestApp, who_ends: &Browser, path: &str, fields: &[(&str, &str)]) {
    let agent = app.signed_in("admin.agent@danube.example").await;
    let (mut assigned, mut ended) = (0, 0);
    for round in 0..ROUNDS {
        let (assignment, ending) =
            both(round, assign(app, &agent), who_ends.post(path, fields)).await;
        match (assignment.status, ending.status) {
            // Who ends had been shown that nobody would have to move.
            (303, 409) => assigned += 1,
            (422, 303) => ended += 1,
            other => panic!("round {round}: {other:?}"),
        }
        app.assert_nobody_is_named_who_has_left().await;
        as_before(app).await;
    }
    assert!(assigned > 0 && ended > 0, "{assigned} assigned, {ended} ended: nothing has raced");
}

/// `docs/domain.md` rules 11 and 25.
#[actix_web::test]
async fn a_provider_ends_a_partnership_while_its_agent_assigns() {
    let app = app().await;
    let path = end_with_reseller(&app, KEKES).await;
    let instead = format!("{}:0", app.database.partner(DANUBE).await);
    let fields = [("subscriptions", "0"), ("instead", instead.as_str())];
    one_of_two_wins(&app, &danube(&app).await, &path, &fields).await;
    app.stop().await;
}

/// `docs/domain.md` rules 11 and 25.
#[actix_web::test]
async fn a_reseller_ends_its_partnership_while_the_provider_assigns() {
    let app = app().await;
    let path = end_with_provider(&app, DANUBE).await;
    let kekes = app.signed_in("global.admin@kekes.example").await;
    one_of_two_wins(&app, &kekes, &path, &[("subscriptions", "0")]).await;
    app.stop().await;
}

/// `docs/domain.md` rules 19 and 25.
#[actix_web::test]
async fn a_reseller_ends_its_relationship_while_the_provider_assigns() {
    let app = app().await;
    let path = end_with_customer(&app, ALMASKERT).await;
    let kekes = app.signed_in("global.admin@kekes.example").await;
    one_of_two_wins(&app, &kekes, &path, &[("subscriptions", "0")]).await;
    app.stop().await;
}

/// `docs/domain.md` rules 10 and 25: suspending never fails; an assignment beside it is made before it or not at all.
#[actix_web::test]
async fn a_provider_suspends_while_its_agent_assigns() {
    let app = app().await;
    let (danube, agent) = (danube(&app).await, app.signed_in("admin.agent@danube.example").await);
    let reseller = app.database.partner(KEKES).await;
    let path = format!("/partner/resellers/{reseller}/suspend");
    let (mut assigned, mut refused) = (0, 0);
    for round in 0..ROUNDS {
        let (assignment, suspension) =
            both(round, assign(&app, &agent), danube.post(&path, &[])).await;
        assert_eq!(suspension.status, 303, "round {round}: {}", suspension.text());
        match assignment.status {
            303 => {
                assigned += 1;
                // Ids rise with time, and each line is written after its locks were taken.
                let newest = "SELECT kind FROM activity ORDER BY id DESC LIMIT 2";
                assert_eq!(
                    app.database.texts(newest).await,
                    ["reseller_suspended", "contact_assigned"]
                );
            }
            422 => refused += 1,
            status => panic!("round {round}: {status}"),
        }
        as_before(&app).await;
    }
    assert!(
        assigned > 0 && refused > 0,
        "{assigned} assigned, {refused} refused: nothing has raced"
    );
    app.stop().await;
}

/// `docs/domain.md` rule 11: both sides end it at once, and it ends once.
#[actix_web::test]
async fn both_sides_end_a_partnership_at_once() {
    let app = app().await;
    let (danube, kekes) = (danube(&app).await, app.signed_in("global.admin@kekes.example").await);
    let (one, other) =
        (end_with_reseller(&app, KEKES).await, end_with_provider(&app, DANUBE).await);
    let instead = format!("{}:0", app.database.partner(DANUBE).await);
    let fields = [("subscriptions", "0"), ("instead", instead.as_str())];
    let lines = "SELECT COUNT(*) FROM activity WHERE kind = 'partnership_ended'";
    for round in 0..20 {
        let ended = both(round, danube.post(&one, &fields), kekes.post(&other, &fields[..1])).await;
        assert_eq!((ended.0.status, ended.1.status), (303, 303), "round {round}");
        assert_eq!(app.database.number(lines).await, i64::try_from(round).unwrap() + 1);
        as_before(&app).await;
    }
    app.stop().await;
}

/// `docs/domain.md` rule 11: two end two partnerships, each in favour of the other reseller: one of them is too late, and
/// neither waits for ever.
#[actix_web::test]
async fn two_endings_in_favour_of_each_other_do_not_lock_each_other_out() {
    let app = app().await;
    let danube = danube(&app).await;
    let azure = app.designate(ALMASKERT, "Azure plan", KEKES).await;
    let ids = [app.database.partner(KEKES).await, app.database.partner("4847383").await];
    let (one, other) =
        (end_with_reseller(&app, KEKES).await, end_with_reseller(&app, "4847383").await);
    let (to_tisza, to_kekes) = (format!("{}:1", ids[1]), format!("{}:2", ids[0]));
    let kekes_ends = [("subscriptions", "1"), ("instead", to_tisza.as_str())];
    let tisza_ends = [("subscriptions", "2"), ("instead", to_kekes.as_str())];
    let (one, other) =
        tokio::join!(danube.post(&one, &kekes_ends), danube.post(&other, &tisza_ends));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_ne!(app.contact_of(azure).await, "");
    app.assert_nobody_is_named_who_has_left().await;
    app.stop().await;
}
