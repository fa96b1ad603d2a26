//! A customer's first admin, and another one where all of them have left (`docs/domain.md` rule 17).

mod racing;
mod several;

use time::Duration;

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALFOLD, ALMASKERT, CONTOSO, DANUBE, ORSEG},
};

const INVITE: &str = "Invite";
const NEW: &str = "hegyalja.example";

async fn manager(app: &TestApp) -> Browser {
    app.signed_in("user.admin@danube.example").await
}

/// A customer to whom Danube sells something and for whom nobody can sign in.
async fn customer(app: &TestApp) -> String {
    app.database.add_customer("Hegyalja Bor Kft.", NEW, DANUBE).await;
    app.database.sell("Intune", DANUBE, NEW).await;
    path(app, NEW).await
}

async fn path(app: &TestApp, domain: &str) -> String {
    format!("/partner/customers/{}/admin", app.database.customer(domain).await)
}

async fn invite(browser: &Browser, path: &str, email: &str) -> Reply {
    let form = browser.get(path).await.expect(200).form(INVITE);
    browser.submit(&form.fill("Name of the person", "Bíró Nóra").fill("Email", email)).await
}

/// The path of the link that is shown.
fn link(page: &Reply) -> String {
    let html = scraper::Html::parse_document(&page.body);
    let field = scraper::Selector::parse("#made-link-address").unwrap();
    let address = html.select(&field).next().expect("no link is shown").attr("value").unwrap();
    format!("/setup/{}", address.split("/setup/").nth(1).unwrap())
}

const PASSWORD: &str = "seven grey herons over the marsh";

/// Somebody who has no account yet follows a link.
async fn join(browser: &Browser, link: &str) -> Reply {
    browser.post(&format!("{link}/join"), &[("name", "Nóra"), ("password", PASSWORD)]).await
}

/// The customer, with a second provider that sells to it; how the managers of both invite.
async fn two_providers(app: &TestApp) -> ([Browser; 2], String) {
    let path = customer(app).await;
    app.database.add_relationship(ALFOLD, NEW, false).await;
    app.database.sell("Visio Plan 2", ALFOLD, NEW).await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    ([manager(app).await, alfold], path)
}

/// The path of the link that comes of inviting.
async fn invited(browser: &Browser, path: &str, email: &str) -> String {
    let reply = invite(browser, path, email).await.expect(303);
    link(&browser.follow(&reply).await)
}

/// From when on the invitation can be accepted.
async fn valid_from(app: &TestApp) -> time::OffsetDateTime {
    let sql = "SELECT valid_from FROM one_time_links WHERE purpose = 'invitation'";
    app.database.rows(sql).await[0].try_get_by_index(0).unwrap()
}

/// `docs/domain.md` rule 17.
#[actix_web::test]
async fn who_sells_to_a_customer_that_nobody_signs_in_for_invites_its_first_admin() {
    let app = TestApp::spawn().await;
    let manager = manager(&app).await;
    let path = customer(&app).await;
    let list = manager.get("/partner/customers").await;
    let list = manager.click(&list, "Nobody can sign in").await.expect(200);
    assert_eq!(list.all("tbody th").len(), 1, "{:?}", list.all("tbody th"));
    let form = manager.click(&list, "Invite : Hegyalja Bor Kft.").await.expect(200);
    assert_eq!(form.heading(), "Invite its first admin");
    let reply = invite(&manager, &path, "nora@hegyalja.example").await.expect_redirect(&path);
    let page = manager.follow(&reply).await.expect(200);
    assert!(page.main().contains("Invited: nora@hegyalja.example"), "{}", page.main());
    assert!(link(&page).len() > "/setup/".len());
    assert_eq!(valid_from(&app).await, app.clock.now(), "it works at once");
    app.stop().await;
}

/// `docs/security.md` A2: neither a stranger's customer nor one that a partner merely serves.
#[actix_web::test]
async fn who_neither_added_a_customer_nor_sells_to_it_invites_nobody() {
    let app = TestApp::spawn().await;
    let path = customer(&app).await;
    app.database.add_relationship("4847383", NEW, true).await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let page = tisza.get(&path).await.expect(200);
    assert!(page.main().contains("Only a partner that has added the customer"), "{}", page.main());
    let fields = [("name", "Bíró Nóra"), ("email", "nora@hegyalja.example")];
    tisza.post(&path, &fields).await.expect(422);
    let alfold = app.signed_in("global.admin@alfold.example").await;
    alfold.get(&path).await.expect(404);
    alfold.post(&path, &fields).await.expect(404);
    assert_eq!(app.database.count("one_time_links").await, 0);
    app.stop().await;
}

/// A reseller that has added a customer lets its first admin in.
#[actix_web::test]
async fn who_added_a_customer_invites_its_first_admin() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let form = tisza.get("/partner/customers/new").await.form("Add a customer");
    let form = form.fill("Domain of the customer", NEW).fill("Name of the customer", "Hegyalja");
    let page = tisza.follow(&tisza.submit(&form).await).await;
    let page = tisza.click(&page, "Invite its first admin").await.expect(200);
    let form = page.form(INVITE).fill("Name of the person", "Nóra").fill("Email", "n@x.example");
    tisza.submit(&form).await.expect(303);
    app.stop().await;
}

/// `docs/domain.md` rule 17: those who are there learn of it and have time to say no.
#[actix_web::test]
async fn another_admin_waits_while_those_who_are_there_have_been_seen_lately() {
    let app = TestApp::spawn().await;
    let manager = manager(&app).await;
    let path = path(&app, ALMASKERT).await;
    let admin = app.signed_in("admin@almaskert.example").await;
    let page = manager.get(&path).await;
    assert_eq!(page.heading(), "Invite another admin");
    assert!(page.main().contains("only after 72 hours"), "{}", page.main());
    let reply = invite(&manager, &path, "nora@almaskert.example").await;
    let token = link(&manager.follow(&reply).await);
    assert_eq!(valid_from(&app).await, app.clock.now() + Duration::hours(72));
    app.browser().get(&token).await.expect(404);
    let home = admin.get("/home").await;
    let told =
        "Danube Distribution has invited an admin for your organisation: nora@almaskert.example";
    assert!(home.main().contains(told), "{}", home.main());
    let user = app.signed_in("user@almaskert.example").await;
    assert!(!user.get("/home").await.main().contains("has invited"), "who manages nobody");
    let other = app.signed_in("admin@contoso-butor.example").await;
    assert!(!other.get("/home").await.main().contains("has invited"), "another customer");

    let page = manager.get(&path).await;
    let reply = manager.submit(&page.form("Withdraw the invitation")).await;
    let page = manager.follow(&reply).await;
    assert_eq!(page.news(), "Invitation withdrawn.");
    assert!(!page.body.contains(&token), "its link is not to be passed on");
    assert!(!admin.get("/home").await.main().contains("has invited"));
    app.stop().await;
}

/// `docs/domain.md` rule 17: nobody has been seen for 90 days.
#[actix_web::test]
async fn another_admin_is_let_in_at_once_where_all_have_gone_quiet() {
    let app = TestApp::spawn().await;
    app.signed_in("admin@contoso-butor.example").await;
    app.clock.advance(Duration::days(91));
    let manager = manager(&app).await;
    let path = path(&app, CONTOSO).await;
    invite(&manager, &path, "nora@contoso-butor.example").await.expect(303);
    assert_eq!(valid_from(&app).await, app.clock.now());
    app.stop().await;
}

/// Nobody learns who belongs to a customer, but that an address cannot be invited.
#[actix_web::test]
async fn a_member_is_not_invited_once_more() {
    let app = TestApp::spawn().await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let refused = invite(&alfold, &path(&app, ORSEG).await, "admin@orseg.example").await;
    let refused = refused.expect(422);
    assert!(refused.alert().contains("cannot be invited"), "{}", refused.alert());
    app.stop().await;
}
