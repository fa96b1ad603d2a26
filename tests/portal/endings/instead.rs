//! Another reseller in place of the one that leaves (`docs/domain.md` rule 11).

use super::{CHANGED, END, danube, end_with_reseller, exchange_and_intune, third_of_tisza};
use crate::support::{
    TestApp,
    arrange::{ALFOLD, ALMASKERT, BAKONY, CONTOSO, DANUBE, KEKES, MECSEK, TISZA},
    database::difference,
};

/// `docs/domain.md` rules 11, 23 and 26: for how many another would do, and why not for the rest.
#[actix_web::test]
async fn each_card_says_for_how_many_it_works_and_why_not_for_the_rest() {
    let app = TestApp::spawn().await;
    third_of_tisza(&app).await;
    let page = danube(&app).await.get(&end_with_reseller(&app, TISZA).await).await.expect(200);
    assert_eq!(
        page.all(".choice"),
        [
            "Danube Distribution partner ID 4391507 Default All 3 return to you.",
            "Kékes Systems Zrt. partner ID 4902211 2 can go to it. 1 returns to you, because at its customer it \
             cannot be chosen: No relationship with the customer: 1",
        ]
    );
    assert!(page.form(END).chosen().unwrap().starts_with("Danube"));

    // Mecsek lacks delegated admin: it has no card, until it gets them.
    app.database.set_relationship(MECSEK, ALMASKERT, "delegated_admin = true").await;
    app.database.set_relationship(KEKES, ALMASKERT, "delegated_admin_until = '2026-11-21'").await;
    let page = danube(&app).await.get(&end_with_reseller(&app, TISZA).await).await.expect(200);
    assert_eq!(page.form(END).choices().len(), 2);
    assert!(
        page.all(".choice")[1].starts_with("Mecsek Support partner ID 4977310 2 can go to it.")
    );
    app.stop().await;
}

/// `docs/domain.md` rules 11 and 23.
#[actix_web::test]
async fn it_takes_over_where_it_can_be_chosen_and_the_rest_returns() {
    let app = TestApp::spawn().await;
    let third = third_of_tisza(&app).await;
    let danube = danube(&app).await;
    let form = danube.get(&end_with_reseller(&app, TISZA).await).await.form(END).choose("Kékes");
    let after = danube.follow(&danube.submit(&form).await).await.expect(200);
    assert_eq!(
        after.news(),
        "The partnership has ended. 2 subscriptions went to the reseller that you chose, and one went back to you."
    );
    for subscription in exchange_and_intune(&app).await {
        assert_eq!(app.contact_of(subscription).await, KEKES);
        let change = "partnership_ended: Tisza IT Kft. → Kékes Systems Zrt., decided";
        assert_eq!(app.latest(subscription).await, change);
    }
    assert_eq!(app.contact_of(third).await, "");
    let change = "partnership_ended: Tisza IT Kft. → Danube Distribution";
    assert_eq!(app.latest(third).await, change);
    let told = app.arguments_of_latest("partnership_ended").await;
    assert_eq!((&told["instead"], &told["to_instead"]), (&"Kékes Systems Zrt.".into(), &2.into()));
    app.assert_nobody_is_named_who_has_left().await;
    app.stop().await;
}

/// `docs/domain.md` rule 25: who could be chosen when the form was shown and cannot any more takes over nothing.
#[actix_web::test]
async fn who_cannot_be_chosen_any_more_takes_over_nothing() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let form = danube.get(&end_with_reseller(&app, TISZA).await).await.form(END).choose("Kékes");
    for (lost, regained) in [
        ("delegated_admin = false", "delegated_admin = true"),
        ("delegated_admin_until = '2026-11-21'", "delegated_admin_until = NULL"),
        ("state = 'ended', delegated_admin = false", "state = 'active', delegated_admin = true"),
    ] {
        app.database.set_relationship(KEKES, ALMASKERT, lost).await;
        let before = app.database.dump().await;
        let reply = danube.submit(&form).await.expect(409);
        assert!(reply.alert().contains(CHANGED), "{lost}: {}", reply.alert());
        assert!(difference(&before, &app.database.dump().await).is_empty(), "{lost}");
        app.database.set_relationship(KEKES, ALMASKERT, regained).await;
    }
    app.database.suspend(DANUBE, KEKES).await;
    danube.submit(&form).await.expect(409);
    app.database.end_partnership(DANUBE, KEKES).await;
    danube.submit(&form).await.expect(409);
    assert_eq!(
        app.database.number("SELECT COUNT(*) FROM partnerships WHERE state = 'ended'").await,
        1
    );
    app.stop().await;
}

/// `docs/security.md` A3: nobody who is not a reseller of this provider takes over, whatever the form says.
#[actix_web::test]
async fn a_stranger_takes_over_nothing() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let address = end_with_reseller(&app, TISZA).await;
    let form = danube.get(&address).await.form(END);
    let before = app.database.dump().await;
    for stranger in [BAKONY, ALFOLD, TISZA] {
        let id = app.database.partner(stranger).await;
        for works in [0, 2] {
            let reply =
                danube.submit(&form.clone().with("instead", &format!("{id}:{works}"))).await;
            assert_eq!(reply.status, 409, "{stranger}");
            assert!(!reply.main().contains("Bakony") && !reply.main().contains("Alföld"));
        }
    }
    for nonsense in ["", "x", "x:2", ":", &app.database.partner(KEKES).await.to_string()] {
        let reply = danube.submit(&form.clone().with("instead", nonsense)).await.expect(422);
        assert!(reply.alert().contains("Choose who takes over"), "{}", reply.alert());
    }
    assert!(difference(&before, &app.database.dump().await).is_empty());
    app.stop().await;
}

/// No page carries a list of hundreds: those that would do for most, and the others by name.
#[actix_web::test]
async fn of_many_the_best_are_shown_and_the_others_found() {
    let app = TestApp::spawn().await;
    third_of_tisza(&app).await;
    for nth in 10..22 {
        let (name, mpn_id) = (format!("Reseller {nth}"), format!("60000{nth}"));
        app.database.add_available_reseller(&name, &mpn_id, DANUBE, CONTOSO).await;
    }
    let danube = danube(&app).await;
    let address = end_with_reseller(&app, TISZA).await;
    let page = danube.get(&address).await.expect(200);
    let choices = page.form(END);
    assert_eq!(choices.choices().len(), 9);
    assert!(choices.choices()[1].starts_with("Kékes"), "two of three are more than one");
    assert!(page.main().contains("5 more are not shown."), "{}", page.main());
    let found = danube.submit(&page.form("Find").fill("Find a reseller", "reseller 21")).await;
    let form = found.expect(200).form(END).choose("Reseller 21");
    danube.submit(&form).await.expect(303);
    assert_eq!(
        app.contact_of(app.database.subscription(CONTOSO, "Exchange Online").await).await,
        "6000021"
    );
    app.stop().await;
}
