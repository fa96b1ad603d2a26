//! A reseller ends the partnership with one of its providers (`docs/domain.md` rule 11).

use super::{CHANGED, END, end_with_provider, exchange_and_intune, third_of_tisza};
use crate::support::{
    TestApp,
    arrange::{ALFOLD, ALMASKERT, DANUBE, KEKES, TISZA},
    database::difference,
};

/// `docs/domain.md` rules 9, 11 and 19: what another provider has given it stays.
#[actix_web::test]
async fn all_of_that_provider_go_back_to_it_and_none_of_another() {
    let app = TestApp::spawn().await;
    let visio = app.designate(ALMASKERT, "Visio Plan 2", TISZA).await;
    app.database.request_for("relationship", DANUBE, TISZA, "orseg.example").await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let address = end_with_provider(&app, DANUBE).await;
    let page = tisza.get(&address).await.expect(200);
    let will = page.first("section:has(#will)").unwrap();
    assert!(
        will.contains("2 live subscriptions of one customer name you as support contact."),
        "{will}"
    );
    // Whom they go to is for the provider to say.
    assert!(page.all(".choice").is_empty());
    assert_eq!(page.all("section:has(#concerned) tbody tr").len(), 2);
    let file = tisza.click(&page, "All 2 as a file (CSV)").await.expect(200);
    assert_eq!(file.body.lines().count(), 3);

    let after = tisza.follow(&tisza.submit(&page.form(END)).await).await.expect(200);
    assert_eq!(
        after.news(),
        "The partnership has ended. 2 subscriptions went back to their provider."
    );
    for subscription in exchange_and_intune(&app).await {
        assert_eq!(app.contact_of(subscription).await, "");
        let change = "partnership_ended: Tisza IT Kft. → Danube Distribution";
        assert_eq!(app.latest(subscription).await, change);
    }
    assert_eq!(app.contact_of(visio).await, TISZA);
    assert_eq!(app.state_of_relationship(TISZA, ALMASKERT).await, "active with DAP");
    let open = app.database.number("SELECT COUNT(*) FROM requests WHERE state = 'open'").await;
    assert_eq!(open, 0);
    let danube = app.signed_in("sales.agent@danube.example").await;
    let list = danube.get("/partner/resellers?state=ended").await.expect(200);
    assert_eq!(list.all("tbody th"), ["Tisza IT Kft. Ended"]);
    app.assert_nobody_is_named_who_has_left().await;
    app.stop().await;
}

#[actix_web::test]
async fn another_number_than_was_shown_is_a_conflict_and_what_has_ended_is_said() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let form = tisza.get(&end_with_provider(&app, DANUBE).await).await.form(END);
    third_of_tisza(&app).await;
    let before = app.database.dump().await;
    let reply = tisza.submit(&form).await.expect(409);
    assert!(reply.alert().contains(CHANGED), "{}", reply.alert());
    assert!(difference(&before, &app.database.dump().await).is_empty());
    let form = reply.form(END);
    tisza.submit(&form).await.expect(303);
    let again = tisza.follow(&tisza.submit(&form).await).await.expect(200);
    assert_eq!(again.news(), "Nothing has changed: the partnership had ended already.");
    app.stop().await;
}

/// `docs/domain.md` rules 4 and 40.
#[actix_web::test]
async fn nobody_else_ends_it() {
    let app = TestApp::spawn().await;
    let helpdesk = app.signed_in("helpdesk.agent@tisza.example").await;
    let kekes = app.signed_in("global.admin@kekes.example").await;
    let danube = app.signed_in("global.admin@danube.example").await;
    let (with_danube, with_alfold, with_kekes) = (
        end_with_provider(&app, DANUBE).await,
        end_with_provider(&app, ALFOLD).await,
        end_with_provider(&app, KEKES).await,
    );
    let before = app.database.dump().await;
    for (browser, address, status) in [
        (&helpdesk, &with_danube, 403),
        (&kekes, &with_alfold, 404),
        (&kekes, &with_kekes, 404),
        (&danube, &with_danube, 403),
    ] {
        browser.get(address).await.expect(status);
        browser.get(&format!("{address}.csv")).await.expect(status);
        browser.post(address, &[("subscriptions", "0")]).await.expect(status);
    }
    assert!(difference(&before, &app.database.dump().await).is_empty());
    app.stop().await;
}
