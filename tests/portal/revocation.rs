//! A right that is taken away is gone at the next request, and at the same moment (`docs/security.md` A5 and A6).

use std::time::Duration;

use actix_web::rt::time::sleep;
use uuid::Uuid;

use crate::support::{Browser, Reply, TestApp};

const HELPDESK: &str = "helpdesk.agent@danube.example";
const ROLE_OF_HELPDESK: &str = "membership_id IN (SELECT m.id FROM memberships m \
     JOIN users u ON u.id = m.user_id WHERE u.email = 'helpdesk.agent@danube.example')";

async fn assign(app: &TestApp, browser: &Browser, subscription: Uuid, mpn_id: &str) -> Reply {
    let contact = app.database.partner(mpn_id).await.to_string();
    let path = format!("/partner/subscriptions/{subscription}/support-contact");
    let version = app.database.version(subscription).await.to_string();
    browser.post(&path, &[("contact", &contact), ("version", &version)]).await
}

/// `docs/security.md` A5: what is taken away, by SQL, and what the person with a live session meets next.
#[actix_web::test]
async fn what_is_taken_away_is_gone_at_the_next_request() {
    let in_organisation =
        "user_id = (SELECT id FROM users WHERE email = 'helpdesk.agent@danube.example')";
    let cases = [
        (format!("DELETE FROM membership_roles WHERE {ROLE_OF_HELPDESK}"), Next::Forbidden),
        (
            format!("UPDATE membership_roles SET role = 'billing_admin' WHERE {ROLE_OF_HELPDESK}"),
            Next::Forbidden,
        ),
        (format!("UPDATE memberships SET active = FALSE WHERE {in_organisation}"), Next::SignIn),
        (format!("UPDATE users SET active = FALSE WHERE email = '{HELPDESK}'"), Next::SignIn),
        (format!("UPDATE users SET epoch = epoch + 1 WHERE email = '{HELPDESK}'"), Next::SignIn),
        (format!("DELETE FROM sessions WHERE {in_organisation}"), Next::SignIn),
    ];
    for (taken_away, next) in cases {
        let app = TestApp::spawn().await;
        let browser = app.signed_in(HELPDESK).await;
        let subscription = app.database.subscription("almaskert.example", "Azure plan").await;
        assign(&app, &browser, subscription, "4902211").await.expect(303);
        let changes = app.database.count("changes").await;

        assert!(app.database.run(&taken_away).await > 0, "{taken_away}");
        let reply = assign(&app, &browser, subscription, "4847383").await;
        let page = browser.get(&format!("/partner/subscriptions/{subscription}")).await;
        match next {
            Next::Forbidden => {
                assert_eq!((reply.status, page.status), (403, 200), "{taken_away}");
                assert!(!page.has_button("Submit"), "{taken_away}");
            }
            Next::SignIn => {
                assert!(reply.asks_to_sign_in() && page.asks_to_sign_in(), "{taken_away}");
            }
        }
        assert_eq!(app.database.count("changes").await, changes, "{taken_away}");
        app.stop().await;
    }
}

enum Next {
    Forbidden,
    SignIn,
}

/// `docs/security.md` A5, `docs/domain.md` rule 23: relationships between organisations act at once as well.
#[actix_web::test]
async fn a_reseller_that_is_no_longer_available_cannot_be_chosen_any_more() {
    let kekes = "(SELECT id FROM partners WHERE mpn_id = '4902211')";
    let cases = [
        format!("UPDATE partnerships SET suspended_at = since WHERE reseller_id = {kekes}"),
        format!(
            "UPDATE partnerships SET state = 'ended', ended_at = since WHERE reseller_id = {kekes}"
        ),
        format!("UPDATE relationships SET delegated_admin = FALSE WHERE partner_id = {kekes}"),
        format!(
            "UPDATE relationships SET delegated_admin_until = '2026-11-21' WHERE partner_id = {kekes}"
        ),
        format!(
            "UPDATE relationships SET state = 'ended', ended_at = since, delegated_admin = FALSE \
             WHERE partner_id = {kekes}"
        ),
    ];
    for ended in cases {
        let app = TestApp::spawn().await;
        let browser = app.signed_in(HELPDESK).await;
        let subscription = app.database.subscription("almaskert.example", "Azure plan").await;
        let page = browser.get(&format!("/partner/subscriptions/{subscription}")).await;
        let form = page.form("Submit").choose("Kékes");
        app.database.run(&ended).await;
        let before = app.database.dump().await;
        let reply = browser.submit(&form).await.expect(422);
        assert!(reply.alert().contains("Kékes Systems Zrt. cannot be chosen"), "{}", reply.alert());
        assert_eq!(app.database.dump().await, before);
        app.stop().await;
    }
}

/// `docs/security.md` A6: permission check and write are one transaction, so a change is either committed before the role
/// is gone or it is never recorded.
#[actix_web::test]
async fn nothing_is_recorded_after_the_role_was_revoked() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(HELPDESK).await;
    let subscription = app.database.subscription("almaskert.example", "Azure plan").await;
    let id = app.database.literal(subscription);
    let changes = format!("SELECT COUNT(*) FROM changes WHERE subscription_id = {id}");
    let revoke = format!("DELETE FROM membership_roles WHERE {ROLE_OF_HELPDESK}");
    app.database
        .run(&format!(
            "CREATE TABLE kept AS SELECT * FROM membership_roles WHERE {ROLE_OF_HELPDESK}"
        ))
        .await;
    let rounds: u64 = 500;
    let (mut before, mut after) = (0, 0);
    for round in 0..rounds {
        let recorded = app.database.number(&changes).await;
        let contact = if round % 2 == 0 { "4902211" } else { "4847383" };
        let revoking = async {
            // The moments are spread over the time that the request takes.
            sleep(Duration::from_micros(500 * (round % 50))).await;
            app.database.run(&revoke).await;
            app.database.number(&changes).await
        };
        let (reply, when_revoked) =
            tokio::join!(assign(&app, &browser, subscription, contact), revoking);
        let in_the_end = app.database.number(&changes).await;
        assert_eq!(in_the_end, when_revoked, "round {round}: recorded after the revocation");
        match reply.status {
            303 => {
                before += 1;
                let news = in_the_end - recorded;
                assert!(
                    news == 1 || reply.location().starts_with("/partner/subscriptions"),
                    "{news}"
                );
            }
            403 => {
                after += 1;
                assert_eq!(in_the_end, recorded, "round {round}: refused and recorded");
            }
            status => panic!("round {round}: {status}"),
        }
        app.database.run("INSERT INTO membership_roles SELECT * FROM kept").await;
    }
    assert!(before > 0 && after > 0, "{before} before, {after} after: nothing has raced");
    app.stop().await;
}
