//! Keeping people out, letting them in again, their roles, and the links that they asked for.

use futures_util::future::join;
use liaison::store::operator::{CannotLink, LastAdminOf, Switched};

use super::*;
use crate::support::{Browser, PASSWORD, arrange::DANUBE};

const HELPDESK: &str = "helpdesk.agent@danube.example";
const ADMIN: &str = "global.admin@danube.example";
const IN_BOTH: &str = "anna.kovacs@liaison.example";

async fn newest_line(browser: &Browser) -> String {
    browser.get(LOG).await.expect(200).all("tbody tr").swap_remove(0)
}

#[actix_web::test]
async fn whoever_is_kept_out_is_gone_at_the_next_request_and_comes_back_with_their_roles() {
    let app = TestApp::spawn().await;
    let (agent, admin) = (app.signed_in(HELPDESK).await, app.signed_in(ADMIN).await);
    let disabled = operator(&app).disable(&email(HELPDESK), false).await.unwrap();
    assert_eq!(disabled, Some(Ok(Switched::Changed)));
    assert!(agent.get("/home").await.asks_to_sign_in());
    let line = newest_line(&admin).await;
    assert!(line.contains(BY_OPERATOR) && line.contains("disabled"), "{line}");

    let again = operator(&app).disable(&email(HELPDESK), false).await.unwrap();
    assert_eq!(again, Some(Ok(Switched::AlreadySo)));
    let form = agent.get("/sign-in").await.form("Sign in");
    let form = form.fill("Email", HELPDESK).fill("Password", PASSWORD);
    agent.submit(&form).await.expect(422);

    let enabled = operator(&app).enable(&email(HELPDESK)).await.unwrap();
    assert_eq!(enabled, Some(Switched::Changed));
    app.sign_in(&agent, HELPDESK).await;
    let form = agent.get(&app.database.path_of("almaskert.example", "Intune").await).await;
    assert!(form.has_button("Submit"), "the role is lost");
    let nobody = operator(&app).disable(&email("nobody@danube.example"), false).await.unwrap();
    assert_eq!(nobody, None);
    app.stop().await;
}

/// `docs/domain.md` rule 4: the last global admin stays.
#[actix_web::test]
async fn the_last_global_admin_is_kept_out_only_by_saying_so() {
    let app = TestApp::spawn().await;
    let danube = partner(&app, DANUBE).await;
    let before = app.database.dump().await;
    let last = Some(Err(LastAdminOf(vec!["Danube Distribution".to_owned()])));
    assert_eq!(operator(&app).disable(&email(ADMIN), false).await.unwrap(), last);
    let plain = roles(danube, &["billing_admin"]);
    let demoted = operator(&app).grant(&email(ADMIN), danube, &plain, true).await.unwrap();
    assert!(matches!(demoted, Some(Err(_))), "{demoted:?}");
    assert_eq!(app.database.dump().await, before);

    let admins = roles(danube, &["global_admin"]);
    operator(&app).grant(&email(HELPDESK), danube, &admins, false).await.unwrap().unwrap().unwrap();
    let disabled = operator(&app).disable(&email(ADMIN), false).await.unwrap();
    assert_eq!(disabled, Some(Ok(Switched::Changed)));
    // Somebody who is kept out is no admin that anybody could turn to.
    let last = operator(&app).disable(&email(HELPDESK), false).await.unwrap();
    assert!(matches!(last, Some(Err(_))), "{last:?}");
    let disabled = operator(&app).disable(&email(HELPDESK), true).await.unwrap();
    assert_eq!(disabled, Some(Ok(Switched::Changed)));
    app.stop().await;
}

/// Of two global admins who are kept out at the same moment, one stays.
#[actix_web::test]
async fn two_admins_at_once_do_not_count_on_each_other() {
    let app = TestApp::spawn().await;
    let danube = partner(&app, DANUBE).await;
    let admins = roles(danube, &["global_admin"]);
    operator(&app).grant(&email(HELPDESK), danube, &admins, false).await.unwrap().unwrap().unwrap();
    let (one, other) = (operator(&app), operator(&app));
    let (first, second) = (email(ADMIN), email(HELPDESK));
    let (one, other) = join(one.disable(&first, false), other.disable(&second, false)).await;
    let refused =
        [one.unwrap(), other.unwrap()].iter().flatten().filter(|one| one.is_err()).count();
    assert_eq!(refused, 1);
    app.stop().await;
}

#[actix_web::test]
async fn granted_roles_hold_at_the_next_request_and_in_one_organisation_only() {
    let app = TestApp::spawn().await;
    let (admin, other) =
        (app.signed_in(ADMIN).await, app.signed_in("global.admin@alfold.example").await);
    let danube = partner(&app, DANUBE).await;
    let before = app.database.number("SELECT COUNT(*) FROM membership_roles").await;
    let wanted = roles(danube, &["global_admin"]);
    let granted = operator(&app).grant(&email(IN_BOTH), danube, &wanted, false).await.unwrap();
    let granted = granted.unwrap().unwrap();
    assert_eq!(granted.before, roles(danube, &["helpdesk_agent"]));
    assert_eq!(granted.after, roles(danube, &["global_admin", "helpdesk_agent"]));
    assert_eq!(app.database.number("SELECT COUNT(*) FROM membership_roles").await, before + 1);
    let line = newest_line(&admin).await;
    assert!(line.contains(BY_OPERATOR) && line.contains("Roles changed"), "{line}");
    let log = other.get(LOG).await.expect(200);
    assert!(!log.text().contains(BY_OPERATOR), "{}", log.text());

    // What stands already is not recorded.
    let lines = app.database.count("activity").await;
    let again = operator(&app).grant(&email(IN_BOTH), danube, &wanted, false).await.unwrap();
    assert_eq!(again.unwrap().unwrap().before, granted.after);
    assert_eq!(app.database.count("activity").await, lines);
    let only = operator(&app).grant(&email(IN_BOTH), danube, &granted.before, true).await.unwrap();
    assert_eq!(only.unwrap().unwrap().after, granted.before);
    let stranger = email("global.admin@alfold.example");
    assert_eq!(operator(&app).grant(&stranger, danube, &wanted, false).await.unwrap(), None);
    app.stop().await;
}

/// Somebody who belongs to two organisations has no admin who may do it (`docs/security.md` B7 and B8).
#[actix_web::test]
async fn a_lost_second_factor_is_taken_off_and_what_was_open_with_it_is_closed() {
    let app = TestApp::spawn().await;
    let (admin, other) =
        (app.signed_in(ADMIN).await, app.signed_in("global.admin@alfold.example").await);
    let nothing = operator(&app).take_off_second_factor(&email(IN_BOTH)).await.unwrap();
    assert_eq!(nothing, Some(Switched::AlreadySo));
    let nobody = email("nobody@danube.example");
    assert_eq!(operator(&app).take_off_second_factor(&nobody).await.unwrap(), None);

    let person = app.secured(IN_BOTH).await.browser;
    let lines = app.database.count("activity").await;
    let taken = operator(&app).take_off_second_factor(&email(IN_BOTH)).await.unwrap();
    assert_eq!(taken, Some(Switched::Changed));
    assert!(person.get("/home").await.asks_to_sign_in());
    for reader in [&admin, &other] {
        let line = newest_line(reader).await;
        assert!(line.contains(BY_OPERATOR) && line.contains("Second factor taken off"), "{line}");
    }
    assert_eq!(app.database.count("recovery_codes").await, 0);
    assert_eq!(app.database.count("activity").await, lines + 2, "one line for each organisation");
    // The password alone lets them in.
    app.sign_in(&person, IN_BOTH).await;
    app.stop().await;
}

/// An organisation's admin makes none for somebody who belongs elsewhere, too; the operator does.
#[actix_web::test]
async fn links_are_made_for_whoever_can_use_them() {
    let app = TestApp::spawn().await;
    let (admin, other) =
        (app.signed_in(ADMIN).await, app.signed_in("global.admin@alfold.example").await);
    let made = operator(&app).make_reset_link(&email(IN_BOTH)).await.unwrap().unwrap().unwrap();
    assert_eq!(made.to, IN_BOTH);
    // Both organisations read that it was made; neither log holds it.
    for reader in [&admin, &other] {
        let line = newest_line(reader).await;
        assert!(line.contains(BY_OPERATOR), "{line}");
        assert!(!line.contains(made.token.as_str()), "{line}");
    }
    let newer = operator(&app).make_reset_link(&email(IN_BOTH)).await.unwrap().unwrap().unwrap();
    assert_ne!(made.token.as_str(), newer.token.as_str());
    let waiting = "SELECT COUNT(*) FROM one_time_links WHERE used_at IS NULL AND purpose = 'reset'";
    assert_eq!(app.database.number(waiting).await, 1, "the earlier link is still good");

    let nothing = operator(&app).make_confirm_link(&email(IN_BOTH)).await.unwrap().unwrap();
    assert_eq!(nothing.unwrap_err(), CannotLink::NothingAsked);
    operator(&app).disable(&email(IN_BOTH), false).await.unwrap().unwrap().unwrap();
    let refused = operator(&app).make_sign_in_link(&email(IN_BOTH)).await.unwrap().unwrap();
    assert_eq!(refused.unwrap_err(), CannotLink::Disabled);
    assert_eq!(app.database.number(waiting).await, 0, "keeping somebody out leaves a way in");
    app.stop().await;
}

#[actix_web::test]
async fn a_link_for_a_new_address_goes_there_and_fulfils_the_wish() {
    let app = TestApp::spawn().await;
    let ask = |address: &str| {
        format!(
            "INSERT INTO asked_links (user_id, purpose, email, asked_at) SELECT id, 'new_email', '{address}', \
             '2026-11-22T09:41:00Z' FROM users WHERE email = '{HELPDESK}'"
        )
    };
    app.database.run(&ask(ADMIN)).await;
    let taken = operator(&app).make_confirm_link(&email(HELPDESK)).await.unwrap().unwrap();
    assert_eq!(taken.unwrap_err(), CannotLink::EmailInUse);
    app.database.run("DELETE FROM asked_links").await;
    app.database.run(&ask("zsofia@danube.example")).await;
    let made = operator(&app).make_confirm_link(&email(HELPDESK)).await.unwrap().unwrap().unwrap();
    assert_eq!(made.to, "zsofia@danube.example");
    assert_eq!(app.database.count("asked_links").await, 0);
    app.stop().await;
}
