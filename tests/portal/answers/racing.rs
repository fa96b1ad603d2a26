//! Several people at the same moment: exactly one outcome (`docs/domain.md` rules 16, 17 and 19, `docs/security.md` F).

use std::{num::NonZeroUsize, time::Duration};

use actix_web::rt::time::sleep;
use futures_util::future::join_all;

use super::*;
use crate::support::{
    arrange::{ALMASKERT, BAKONY},
    requests::PARTNERSHIP,
};

async fn app() -> TestApp {
    TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await
}

/// How often each status came back.
async fn at_once(browser: &Browser, path: &str, bodies: &[Vec<(&str, &str)>]) -> (usize, usize) {
    let statuses = join_all(bodies.iter().map(|fields| {
        let browser = browser.clone();
        async move { browser.post(path, fields).await.status }
    }))
    .await;
    let count = |status| statuses.iter().filter(|found| **found == status).count();
    assert_eq!(count(303) + count(409), statuses.len(), "{statuses:?}");
    (count(303), count(409))
}

/// `docs/security.md` F.
#[actix_web::test]
async fn of_fifty_who_accept_exactly_one_does() {
    let app = app().await;
    let request = app.database.ask(FOR_KEKES).await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    let yes = vec![("answer", "accept"), ("delegated_admin", "1")];
    assert_eq!(at_once(&admin, &at_customer(request), &vec![yes; 50]).await, (1, 49));
    assert_eq!(app.database.relationship(KEKES, CONTOSO).await, ["active dap"]);
    assert_eq!(logged(&app, "relationship_accepted").await.len(), 1);

    let request = app.database.ask(Asked { of: BAKONY, ..PARTNERSHIP }).await;
    let bakony = app.signed_in("global.admin@bakony.example").await;
    let yes = vec![("answer", "accept"), ("confirmed", "1")];
    assert_eq!(at_once(&bakony, &at_reseller(request), &vec![yes; 50]).await, (1, 49));
    assert_eq!(logged(&app, "partnership_authorized").await.len(), 1);
    app.stop().await;
}

/// `docs/domain.md` rule 17.
#[actix_web::test]
async fn of_those_who_accept_and_those_who_decline_exactly_one_wins() {
    let app = app().await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    for round in 0..5 {
        let request = app.database.ask(FOR_KEKES).await;
        let answers = ["accept", "decline"].map(|answer| vec![("answer", answer)]);
        let answers: Vec<_> = answers.into_iter().cycle().take(8).collect();
        assert_eq!(at_once(&admin, &at_customer(request), &answers).await, (1, 7), "{round}");
    }
    let answered = logged(&app, "relationship_accepted").await.len()
        + logged(&app, "relationship_declined").await.len();
    assert_eq!(answered, 5);
    app.stop().await;
}

/// `docs/domain.md` rule 14: two requests for the same relationship, both accepted at once, make one row.
#[actix_web::test]
async fn two_requests_for_one_relationship_are_accepted_at_once() {
    let app = app().await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    for _ in 0..5 {
        app.database.run("DELETE FROM requests").await;
        app.database
            .run(&format!(
                "DELETE FROM relationships WHERE partner_id = (SELECT id FROM partners WHERE mpn_id = '{KEKES}') \
                 AND customer_id = (SELECT id FROM customers WHERE domain = '{CONTOSO}')"
            ))
            .await;
        let with = app.database.ask(FOR_KEKES).await;
        let own = Asked { from: KEKES, reseller: None, delegated_admin: false, ..FOR_KEKES };
        let without = app.database.ask(own).await;
        let one = admin.clone();
        let accept = |browser: Browser, id: Uuid, dap: &'static str| async move {
            let fields = [("answer", "accept"), ("delegated_admin", dap)];
            browser.post(&at_customer(id), &fields).await.status
        };
        let both = tokio::join!(accept(one, with, "1"), accept(admin.clone(), without, ""));
        assert_eq!(both, (303, 303));
        assert_eq!(app.database.relationship(KEKES, CONTOSO).await, ["active dap"]);
    }
    app.stop().await;
}

/// `docs/domain.md` rule 16: revoked, by SQL as its asker does it, in the moment in which it is accepted.
#[actix_web::test]
async fn a_request_is_accepted_or_revoked_and_never_both() {
    let app = app().await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    let (mut accepted, mut revoked) = (0, 0);
    // Whoever loses gets a head start, so that both come to win however fast the machine is.
    let mut wait = Duration::from_millis(4);
    for round in 0..60 {
        let request = app.database.ask(FOR_KEKES).await;
        let id = app.database.literal(request);
        let revoke =
            format!("UPDATE requests SET state = 'revoked' WHERE id = {id} AND state = 'open'");
        let revoking = async {
            sleep(wait).await;
            app.database.run(&revoke).await
        };
        let fields = [("answer", "accept")];
        let path = at_customer(request);
        let (reply, was_revoked) = tokio::join!(admin.post(&path, &fields), revoking);
        let outcome = (reply.status, was_revoked, app.database.state_of(request).await);
        match (outcome.0, outcome.1, outcome.2.as_str()) {
            (303, 0, "accepted") => {
                accepted += 1;
                wait = wait * 3 / 4;
            }
            (409, 1, "revoked") => {
                revoked += 1;
                wait = wait * 4 / 3 + Duration::from_micros(100);
            }
            _ => panic!("round {round}: {outcome:?}"),
        }
    }
    assert_eq!(logged(&app, "relationship_accepted").await.len(), accepted);
    assert!(accepted > 0 && revoked > 0, "{accepted} accepted, {revoked} revoked: no race");
    app.stop().await;
}

/// `docs/domain.md` rules 19 and 25: ended while its provider designates it. Whoever is second finds out.
#[actix_web::test]
async fn nobody_is_designated_whose_relationship_had_ended() {
    let app = app().await;
    let admin = app.signed_in(ALMASKERT_ADMIN).await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
    let assign = format!("/partner/subscriptions/{azure}/support-contact");
    let kekes = app.database.partner(KEKES).await.to_string();
    let end = format!("/admin/partner-relationships/{kekes}");
    let (mut before, mut after) = (0, 0);
    let mut wait = Duration::from_millis(4);
    for round in 0..60 {
        let version = app.database.version(azure).await.to_string();
        let choice = [("contact", kekes.as_str()), ("version", &version)];
        let ending = async {
            sleep(wait).await;
            admin.post(&end, &[("action", "end")]).await.status
        };
        let (assigned, ended) = tokio::join!(danube.post(&assign, &choice), ending);
        assert_eq!(ended, 303, "round {round}");
        match assigned.status {
            303 => {
                before += 1;
                wait = wait * 3 / 4;
            }
            422 => {
                after += 1;
                wait = wait * 4 / 3 + Duration::from_micros(100);
            }
            status => panic!("round {round}: {status}"),
        }
        let orphans = "SELECT COUNT(*) FROM subscriptions s JOIN relationships r \
                       ON r.partner_id = s.support_reseller_id AND r.customer_id = s.customer_id \
                       WHERE r.state = 'ended'";
        assert_eq!(app.database.number(orphans).await, 0, "round {round}");
        let versions = "SELECT COUNT(*) FROM subscriptions s WHERE s.version <> \
                        (SELECT MAX(c.version) FROM changes c WHERE c.subscription_id = s.id)";
        assert_eq!(app.database.number(versions).await, 0, "round {round}");
        let anew =
            "state = 'active', delegated_admin = true, ended_at = NULL, ended_by_customer = false";
        app.database.set_relationship(KEKES, ALMASKERT, anew).await;
    }
    assert!(before > 0 && after > 0, "{before} before, {after} after: no race");
    app.stop().await;
}
