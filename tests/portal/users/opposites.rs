//! What people do to one another's place at the same moment, and its opposite: one stands, and the log says which.

use futures_util::future::{join, join_all};

use super::{CUSTOMER_USERS, DANUBE, PARTNER_USERS, PASSWORD, USER_ADMIN, act, page_of};
use crate::support::{
    TestApp,
    invitations::{invite, made_link},
};

const HELPDESK: &str = "helpdesk.agent@danube.example";

async fn lines(app: &TestApp, kind: &str) -> i64 {
    app.database.number(&format!("SELECT COUNT(*) FROM activity WHERE kind = '{kind}'")).await
}

#[actix_web::test]
async fn an_invitation_is_accepted_or_withdrawn_and_never_both() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    for nth in 0..4 {
        let email = format!("eva{nth}@new.example");
        let page = invite(&danube, PARTNER_USERS, "Éva", &email, "sales_agent").await;
        let (link, path) = (format!("{}/join", made_link(&page)), page_of(&app, &email).await);
        let (browser, fields) = (app.browser(), [("name", "Éva"), ("password", PASSWORD)]);
        let (came, withdrawn) =
            join(browser.post(&link, &fields), act(&danube, &path, "withdraw")).await;
        let outcome = (came.status, withdrawn.status);
        assert!([(303, 422), (404, 303)].contains(&outcome), "{outcome:?}");
    }
    let (came, gone) =
        (lines(&app, "invitation_accepted").await, lines(&app, "invitation_withdrawn").await);
    assert_eq!(came + gone, 4);
    app.stop().await;
}

/// Only one of the links that are made at once works.
#[actix_web::test]
async fn of_many_links_that_are_made_at_once_the_last_one_works() {
    let app = TestApp::spawn().await;
    let (one, other) = (app.signed_in(DANUBE).await, app.signed_in(USER_ADMIN).await);
    let path = page_of(&app, HELPDESK).await;
    let all = [&one, &other, &one, &other].map(|by| act(by, &path, "reset"));
    for made in join_all(all).await {
        made.expect(303);
    }
    assert_eq!(app.database.count("one_time_links").await, 1);
    assert_eq!(lines(&app, "reset_link_made").await, 4);
    app.stop().await;
}

#[actix_web::test]
async fn of_many_who_disable_somebody_one_does_and_who_enables_them_comes_before_or_after() {
    let app = TestApp::spawn().await;
    let (one, other) = (app.signed_in(DANUBE).await, app.signed_in(USER_ADMIN).await);
    let path = page_of(&app, HELPDESK).await;
    let all = [&one, &other, &one, &other].map(|by| act(by, &path, "disable"));
    let mut statuses: Vec<_> = join_all(all).await.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422, 422, 422]);
    assert_eq!(lines(&app, "user_disabled").await, 1);

    let (enabled, disabled) = join(act(&one, &path, "enable"), act(&other, &path, "disable")).await;
    enabled.expect(303);
    assert!([303, 422].contains(&disabled.status), "{}", disabled.status);
    let is_active = app
        .database
        .number(&format!(
            "SELECT COUNT(*) FROM memberships m JOIN users u ON u.id = m.user_id \
             WHERE u.email = '{HELPDESK}' AND m.active"
        ))
        .await;
    assert_eq!(is_active, i64::from(disabled.status == 422));
    app.stop().await;
}

/// Each saves all of the roles: those of one of them stand, not a mixture.
#[actix_web::test]
async fn of_two_who_change_roles_one_is_the_last() {
    let app = TestApp::spawn().await;
    let (one, other) = (app.signed_in(DANUBE).await, app.signed_in(USER_ADMIN).await);
    let path = page_of(&app, HELPDESK).await;
    let sales = [("action", "roles"), ("role", "sales_agent"), ("role", "admin_agent")];
    let billing = [("action", "roles"), ("role", "billing_admin")];
    for _ in 0..3 {
        let (first, second) = join(one.post(&path, &sales), other.post(&path, &billing)).await;
        first.expect(303);
        second.expect(303);
        let roles = app
            .database
            .texts(&format!(
                "SELECT r.role FROM membership_roles r \
                 JOIN memberships m ON m.id = r.membership_id JOIN users u ON u.id = m.user_id \
                 WHERE u.email = '{HELPDESK}' ORDER BY r.role"
            ))
            .await;
        assert!(roles == ["admin_agent", "sales_agent"] || roles == ["billing_admin"], "{roles:?}");
    }
    app.stop().await;
}

/// The same people in pasted lines by two colleagues: each is invited once, and whoever comes second is shown why not.
#[actix_web::test]
async fn of_two_who_invite_the_same_many_one_does() {
    let app = TestApp::spawn().await;
    let (one, other) = (app.signed_in(DANUBE).await, app.signed_in(USER_ADMIN).await);
    let line = |nth| format!("p{nth}@new.example; P; sales agent\n");
    let lines: String = (0..5).map(line).collect();
    let back: String = (0..5).rev().map(line).collect();
    let new = format!("{PARTNER_USERS}/new");
    let (first, second) = join(
        one.post(&new, &[("lines", &lines), ("step", "make")]),
        other.post(&new, &[("lines", &back), ("step", "make")]),
    )
    .await;
    let (first, second) = (first.expect(200), second.expect(200));
    let titles = [first.heading(), second.heading()];
    assert!(titles.contains(&"5 invitations made".to_owned()), "{titles:?}");
    let (_, late) =
        if titles[0] == "5 invitations made" { (first, second) } else { (second, first) };
    assert_eq!(late.heading(), "Check the invitations");
    assert!(late.main().contains("has been invited already"), "{}", late.main());
    assert_eq!(app.database.count("one_time_links").await, 5);
    // A page that is loaded again sends the same once more.
    let again = one.post(&new, &[("lines", &lines), ("step", "make")]).await.expect(200);
    assert_eq!(again.heading(), "Check the invitations");
    assert!(app.signed_in(super::CUSTOMER).await.get(CUSTOMER_USERS).await.status == 200);
    app.stop().await;
}
