//! Two at the same moment.

use futures_util::future::{join, join_all};

use super::{CUSTOMER, CUSTOMER_USERS, DANUBE, PARTNER_USERS, PASSWORD, PLAIN};
use crate::support::{
    Browser, Reply, TestApp,
    invitations::{invite, made_link},
};

/// `docs/security.md` F.
#[actix_web::test]
async fn of_many_who_accept_at_once_one_wins() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let page = invite(&danube, PARTNER_USERS, "Éva", "eva@new.example", "sales_agent").await;
    let path = format!("{}/join", made_link(&page));
    let browsers: Vec<Browser> = (0..8).map(|_| app.browser()).collect();
    let fields = [("name", "Éva"), ("password", PASSWORD)];
    let attempts = browsers.iter().map(|browser| browser.post(&path, &fields));
    let mut statuses: Vec<_> =
        join_all(attempts).await.into_iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404, 404, 404, 404, 404, 404, 404]);
    let accepted = "SELECT COUNT(*) FROM activity WHERE kind = 'invitation_accepted'";
    assert_eq!(app.database.number(accepted).await, 1);
    app.stop().await;
}

#[actix_web::test]
async fn of_many_who_invite_the_same_person_one_does() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let customer = app.signed_in(CUSTOMER).await;
    let of_partner = [("name", "É"), ("email", "eva@new.example"), ("role", "sales_agent")];
    let of_customer = [("name", "É"), ("email", "eva@new.example"), ("role", "user")];
    let attempts = (0..4).map(|_| danube.post("/partner/users/new", &of_partner));
    let (own, other) =
        join(join_all(attempts), customer.post("/admin/users/new", &of_customer)).await;
    let mut statuses: Vec<_> = own.into_iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422, 422, 422]);
    // Another organisation's invitation has nothing to do with it.
    other.expect(303);
    let users = "SELECT COUNT(*) FROM users WHERE email = 'eva@new.example'";
    assert_eq!(app.database.number(users).await, 1);
    app.stop().await;
}

/// `docs/domain.md` rule 4: two global admins who give up at the same moment leave one.
#[actix_web::test]
async fn one_global_admin_is_left_whatever_happens_at_once() {
    let app = TestApp::spawn().await;
    let first = app.signed_in(CUSTOMER).await;
    let paths = [
        format!("{CUSTOMER_USERS}/{}", app.database.membership(CUSTOMER).await),
        format!("{CUSTOMER_USERS}/{}", app.database.membership(PLAIN).await),
    ];
    first.post(&paths[1], &[("action", "roles"), ("role", "global_admin")]).await.expect(303);
    let second = app.signed_in(PLAIN).await;
    let disable = [("action", "disable")];
    let (one, other) =
        join(first.post(&paths[1], &disable), second.post(&paths[0], &disable)).await;
    // Who is second may not any more, or has been signed out before asking.
    let is_refused = |reply: &Reply| reply.status == 403 || reply.asks_to_sign_in();
    let (refused, done): (Vec<_>, Vec<_>) = [one, other].into_iter().partition(is_refused);
    let statuses = |replies: &[Reply]| replies.iter().map(|reply| reply.status).collect::<Vec<_>>();
    assert_eq!(statuses(&done), [303], "refused: {:?}", statuses(&refused));
    let left = "SELECT COUNT(*) FROM memberships m JOIN membership_roles r ON r.membership_id = m.id \
                JOIN customers c ON c.id = m.customer_id WHERE m.active AND r.role = 'global_admin' \
                AND c.domain = 'almaskert.example'";
    assert_eq!(app.database.number(left).await, 1);
    app.stop().await;
}
