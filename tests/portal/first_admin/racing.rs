//! Two at the same moment.

use futures_util::future::join as both;

use super::{
    ALFOLD, DANUBE, NEW, customer, invite, invited, join, manager, two_providers, valid_from,
};
use crate::support::TestApp;

fn sorted(one: u16, other: u16) -> [u16; 2] {
    [one.min(other), one.max(other)]
}

#[actix_web::test]
async fn of_two_colleagues_one_invites() {
    let app = TestApp::spawn().await;
    let path = customer(&app).await;
    let one = manager(&app).await;
    let other = app.signed_in("global.admin@danube.example").await;
    let to = |email| [("name", "Nóra"), ("email", email)];
    let (a, b) = (to("a@x.example"), to("b@x.example"));
    let (first, second) = both(one.post(&path, &a), other.post(&path, &b)).await;
    assert_eq!(sorted(first.status, second.status), [303, 409]);
    assert_eq!(app.database.count("one_time_links").await, 1);
    app.stop().await;
}

/// The one who comes second finds somebody who has to be told first.
#[actix_web::test]
async fn of_two_who_were_invited_by_two_partners_one_comes_in_at_once() {
    let app = TestApp::spawn().await;
    let ([danube, alfold], path) = two_providers(&app).await;
    let nora = invited(&danube, &path, "nora@x.example").await;
    let bela = invited(&alfold, &path, "bela@x.example").await;
    let (one, other) = (app.browser(), app.browser());
    let (first, second) = both(join(&one, &nora), join(&other, &bela)).await;
    assert_eq!(sorted(first.status, second.status), [303, 404]);
    app.stop().await;
}

/// Whoever is first: the invitation that is left does not open anything before its 72 hours.
#[actix_web::test]
async fn who_is_invited_while_somebody_comes_in_waits() {
    let app = TestApp::spawn().await;
    let ([danube, alfold], path) = two_providers(&app).await;
    let nora = invited(&danube, &path, "nora@x.example").await;
    let browser = app.browser();
    let (came, asked) = both(join(&browser, &nora), invite(&alfold, &path, "bela@x.example")).await;
    came.expect(303);
    asked.expect(303);
    app.database.run("DELETE FROM one_time_links WHERE used_at IS NOT NULL").await;
    assert_eq!(valid_from(&app).await, app.clock.now() + time::Duration::hours(72));
    app.stop().await;
}

#[actix_web::test]
async fn an_invitation_is_accepted_or_withdrawn_and_never_both() {
    let app = TestApp::spawn().await;
    let manager = manager(&app).await;
    for nth in 0..4 {
        let domain = format!("{nth}.{NEW}");
        app.database.add_customer("Hegyalja", &domain, DANUBE).await;
        app.database.sell("Intune", DANUBE, &domain).await;
        let path = super::path(&app, &domain).await;
        let email = format!("nora@{domain}");
        let link = invited(&manager, &path, &email).await;
        let browser = app.browser();
        let withdraw = [("action", "withdraw")];
        let (came, withdrawn) = both(join(&browser, &link), manager.post(&path, &withdraw)).await;
        withdrawn.expect(303);
        let users = format!("SELECT COUNT(*) FROM users WHERE email = '{email}'");
        let (left, status) = (app.database.number(&users).await, came.status);
        assert!([(1, 303), (0, 404)].contains(&(left, status)), "{left} {status}");
    }
    app.stop().await;
}

/// A person whom nobody had known is forgotten with one invitation while another organisation makes its own.
#[actix_web::test]
async fn who_is_forgotten_and_invited_at_once_is_invited() {
    let app = TestApp::spawn().await;
    let path = customer(&app).await;
    let manager = manager(&app).await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    for nth in 0..6 {
        let email = format!("nora{nth}@x.example");
        invited(&manager, &path, &email).await;
        let fields = [("name", "N"), ("email", email.as_str()), ("role", "sales_agent")];
        let withdraw = [("action", "withdraw")];
        let (withdrawn, own) =
            both(manager.post(&path, &withdraw), alfold.post("/partner/users/new", &fields)).await;
        withdrawn.expect(303);
        own.expect(303);
    }
    let waiting = format!(
        "SELECT COUNT(*) FROM memberships m JOIN partners p ON p.id = m.partner_id \
         WHERE p.mpn_id = '{ALFOLD}' AND m.invited_at IS NOT NULL"
    );
    assert_eq!(app.database.number(&waiting).await, 6);
    app.stop().await;
}
