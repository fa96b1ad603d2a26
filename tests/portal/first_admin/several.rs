//! Several partners invite an admin for the same customer (`docs/domain.md` rules 17 and 40).

use time::Duration;

use super::{invite, invited, join, link, two_providers};
use crate::support::{Browser, TestApp};

const NORA: &str = "nora@hegyalja.example";
const BELA: &str = "bela@hegyalja.example";

async fn withdraw(browser: &Browser, path: &str) {
    let form = browser.get(path).await.expect(200).form("Withdraw the invitation");
    browser.submit(&form).await.expect(303);
}

/// Neither learns of the other; once somebody has come in, the other invitation waits until they have had time to object.
#[actix_web::test]
async fn whoever_comes_in_first_has_time_to_object_to_the_other_invitation() {
    let app = TestApp::spawn().await;
    let ([danube, alfold], path) = two_providers(&app).await;
    let nora = invited(&danube, &path, NORA).await;
    assert!(!alfold.get(&path).await.expect(200).main().contains(NORA));
    let bela = invited(&alfold, &path, BELA).await;
    assert!(!danube.get(&path).await.main().contains(BELA));
    app.browser().get(&bela).await.expect(200);

    let admin = app.browser();
    join(&admin, &nora).await.expect(303);
    app.browser().get(&bela).await.expect(404);
    let home = admin.get("/home").await.main();
    let told = format!("Alföld Cloud Zrt. has invited an admin for your organisation: {BELA}");
    assert!(home.contains(&told) && home.contains("can be accepted from"), "{home}");
    let page = alfold.get(&path).await;
    assert_eq!(page.heading(), "Invite another admin");
    assert!(page.main().contains("The link works from"), "{}", page.main());

    app.clock.advance(Duration::hours(72));
    join(&app.browser(), &bela).await.expect(303);
    let members = "SELECT COUNT(*) FROM memberships m JOIN customers c ON c.id = m.customer_id \
                   WHERE c.domain = 'hegyalja.example' AND m.active";
    assert_eq!(app.database.number(members).await, 2);
    app.stop().await;
}

/// Who comes in second finds somebody who has been told already: nobody waits once more.
#[actix_web::test]
async fn an_invitation_that_was_announced_is_not_put_off_again() {
    let app = TestApp::spawn().await;
    let ([danube, alfold], path) = two_providers(&app).await;
    let nora = invited(&danube, &path, NORA).await;
    let admin = app.browser();
    join(&admin, &nora).await.expect(303);
    let bela = invited(&alfold, &path, BELA).await;
    app.clock.advance(Duration::hours(71));
    let fields = [("name", "Kata"), ("email", "kata@hegyalja.example"), ("role", "global_admin")];
    let admin = app.browser();
    let sign_in = [("email", NORA), ("password", super::PASSWORD)];
    admin.post("/sign-in", &sign_in).await.expect(303);
    let reply = admin.post("/admin/users/new", &fields).await.expect(303);
    let kata = link(&admin.follow(&reply).await);
    join(&app.browser(), &kata).await.expect(303);
    app.clock.advance(Duration::hours(1));
    join(&app.browser(), &bela).await.expect(303);
    app.stop().await;
}

/// The partner reads in its log why nobody waits any more.
#[actix_web::test]
async fn the_customers_admin_withdraws_what_a_partner_has_offered() {
    let app = TestApp::spawn().await;
    let ([danube, alfold], path) = two_providers(&app).await;
    let nora = invited(&danube, &path, NORA).await;
    let bela = invited(&alfold, &path, BELA).await;
    let admin = app.browser();
    join(&admin, &nora).await.expect(303);
    let home = admin.get("/home").await;
    let page = admin.click(&home, "Look at the invitation").await.expect(200);
    admin.submit(&page.form("Withdraw the invitation")).await.expect(303);
    assert!(!admin.get("/home").await.main().contains("has invited"));
    assert!(alfold.get(&path).await.has_button("Invite"));
    app.clock.advance(Duration::hours(72));
    app.browser().get(&bela).await.expect(404);
    let sign_in = [("email", "global.admin@alfold.example"), ("password", "liaison-demo-only")];
    let alfold = app.browser();
    alfold.post("/sign-in", &sign_in).await.expect(303);
    let log = alfold.get("/partner/activity").await.main();
    assert!(log.contains("Hegyalja Bor Kft.") && log.contains("Invitation withdrawn"), "{log}");
    assert!(!log.contains("Nóra"), "persons are named in their own organisation only: {log}");
    let log = danube.get("/partner/activity").await.main();
    assert!(!log.contains("Invitation withdrawn"), "{log}");
    app.stop().await;
}

/// One may withdraw while the other's waits: nothing of it changes.
#[actix_web::test]
async fn withdrawing_ones_own_leaves_the_others_invitation() {
    let app = TestApp::spawn().await;
    let ([danube, alfold], path) = two_providers(&app).await;
    let nora = invited(&danube, &path, NORA).await;
    let bela = invited(&alfold, &path, BELA).await;
    assert!(danube.get(&path).await.body.contains(&nora), "the link is there to be passed on");
    withdraw(&danube, &path).await;
    assert!(!danube.get(&path).await.body.contains(&nora), "and is not any more");
    app.browser().get(&nora).await.expect(404);
    join(&app.browser(), &bela).await.expect(303);
    app.stop().await;
}

/// What nobody has followed in time stands in nobody's way.
#[actix_web::test]
async fn the_same_person_is_invited_by_another_partner_once_the_first_invitation_has_expired() {
    let app = TestApp::spawn().await;
    let ([danube, alfold], path) = two_providers(&app).await;
    let first = invited(&danube, &path, NORA).await;
    let refused = invite(&alfold, &path, NORA).await.expect(422);
    assert!(refused.alert().contains("may have a link or an account"), "{}", refused.alert());
    app.clock.advance(Duration::days(30));
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let second = invited(&alfold, &path, NORA).await;
    app.browser().get(&first).await.expect(404);
    let danube = app.signed_in("user.admin@danube.example").await;
    assert!(danube.get(&path).await.has_button("Invite"), "its own is gone");
    join(&app.browser(), &second).await.expect(303);
    app.stop().await;
}

/// The log of each reads as its own.
#[actix_web::test]
async fn both_logs_say_that_an_admin_was_invited() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in("admin@almaskert.example").await;
    let danube = app.signed_in("user.admin@danube.example").await;
    let path = super::path(&app, crate::support::arrange::ALMASKERT).await;
    invited(&danube, &path, "nora@almaskert.example").await;
    let own = danube.get("/partner/activity").await.all("tbody tr");
    assert!(own[0].contains("Admin invited Almáskert Logisztika Kft."), "{own:#?}");
    let theirs = admin.get("/admin/activity").await.all("tbody tr");
    let told = theirs[0].contains("Danube Distribution Admin invited Bíró Nóra");
    assert!(told, "{theirs:#?}");
    app.stop().await;
}

/// Whoever serves the customer no more lets nobody in.
#[actix_web::test]
async fn an_invitation_goes_with_the_relationship() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let form = tisza.get("/partner/customers/new").await.form("Add a customer");
    let form = form.fill("Domain of the customer", super::NEW).fill("Name of the customer", "H");
    tisza.submit(&form).await.expect(303);
    let path = super::path(&app, super::NEW).await;
    let nora = invited(&tisza, &path, NORA).await;
    let end = path.replace("customers", "relationships").replace("/admin", "/end");
    let form = tisza.get(&end).await.expect(200).form("End the relationship");
    tisza.submit(&form).await.expect(303);
    app.browser().get(&nora).await.expect(404);
    let people = format!("SELECT COUNT(*) FROM users WHERE email = '{NORA}'");
    assert_eq!(app.database.number(&people).await, 0, "who never came is forgotten");
    app.stop().await;
}
