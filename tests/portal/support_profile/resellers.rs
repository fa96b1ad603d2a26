//! The profile of a reseller nobody signs in for, filled in by its provider (`docs/domain.md` rule 4).

use super::{AGENT, PROFILE, assert_parts, preview};
use crate::support::{
    TestApp,
    arrange::{ALFOLD, ALMASKERT, DANUBE, KEKES, TISZA},
    database::difference,
};

const HEGYALJA: &str = "5999001";

async fn with_hegyalja() -> (TestApp, String) {
    let app = TestApp::spawn().await;
    app.database.add_available_reseller("Hegyalja Support", HEGYALJA, DANUBE, ALMASKERT).await;
    let path = format!("/partner/resellers/{}/profile", app.database.partner(HEGYALJA).await);
    (app, path)
}

/// Somebody of the demo world becomes one of Hegyalja's people.
async fn let_somebody_sign_in(app: &TestApp) {
    let hegyalja = app.database.literal(app.database.partner(HEGYALJA).await);
    let moved = format!(
        "UPDATE memberships SET partner_id = {hegyalja} WHERE user_id = \
         (SELECT id FROM users WHERE email = 'global.admin@mecsek.example')"
    );
    assert_eq!(app.database.run(&moved).await, 1);
}

#[actix_web::test]
async fn a_provider_fills_it_in_until_somebody_signs_in() {
    let (app, path) = with_hegyalja().await;
    let agent = app.signed_in(AGENT).await;
    // The reseller's own page leads here.
    let reseller = agent.get(path.trim_end_matches("/profile")).await.expect(200);
    assert_eq!(reseller.link("Fill in its support profile"), path);
    let page = agent.get(&path).await.expect(200);
    assert_parts(&page.main(), &["How Hegyalja Support is reached by its customers"]);
    let filled = page.form("Save").fill("Telephone", "+36 47 555 0100").fill("Monday", "8-16");
    let reply = agent.submit(&filled).await.expect_redirect(&path);
    assert_parts(&preview(&agent.follow(&reply).await), &["+36 47 555 0100"]);

    // Its customers see by whom.
    let azure = app.database.path_of(ALMASKERT, "Azure plan").await;
    let chosen = agent.get(&azure).await.form("Submit").choose("Hegyalja");
    agent.submit(&chosen).await.expect(303);
    let user = app.signed_in("user@almaskert.example").await;
    let support = user.get("/admin/support").await.main();
    assert_parts(&support, &["+36 47 555 0100", "Entered by Danube Distribution"]);

    // From then on it is the reseller's own.
    let form = agent.get(&path).await.form("Save");
    let_somebody_sign_in(&app).await;
    let before = app.database.dump().await;
    let refused = agent.submit(&form.fill("Telephone", "112")).await.expect(422);
    assert!(refused.title().starts_with("Error:"));
    assert_parts(&refused.alert(), &["Somebody has already signed in for this reseller"]);
    let page = agent.get(&path).await.expect(200);
    assert!(!page.has_button("Save"));
    assert_parts(&page.main(), &["it keeps its support profile itself", "+36 47 555 0100"]);
    assert!(difference(&before, &app.database.dump().await).is_empty());

    let own = app.signed_in("global.admin@mecsek.example").await;
    let page = own.get(PROFILE).await.expect(200);
    assert_parts(&page.main(), &["Danube Distribution has filled this in"]);
    // Saved as it is, it changes hands.
    own.submit(&page.form("Save")).await.expect(303);
    assert!(!own.get(PROFILE).await.main().contains("has filled this in"));
    let support = user.get("/admin/support").await.main();
    assert_parts(&support, &["+36 47 555 0100"]);
    assert!(!support.contains("Entered by"), "{support}");
    app.stop().await;
}

/// `docs/domain.md` rule 16: of a reseller that others know an asker is shown nothing, not even its name.
#[actix_web::test]
async fn an_open_request_to_a_reseller_that_is_nobody_elses_is_enough_and_nothing_less() {
    let (app, path) = with_hegyalja().await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    alfold.get(&path).await.expect(404);
    alfold.post(&path, &[("time_zone", "Europe/Budapest")]).await.expect(404);
    app.database.request_partnership(ALFOLD, HEGYALJA).await;
    app.database.run("UPDATE requests SET typed_name = 'Hegyalja Support'").await;
    alfold.get(&path).await.expect(404);

    app.database.add_reseller("Bodrog Systems", "5999002").await;
    let bodrog = format!("/partner/resellers/{}/profile", app.database.partner("5999002").await);
    app.database.request_partnership(ALFOLD, "5999002").await;
    alfold.get(&bodrog).await.expect(404);
    let typed = "UPDATE requests SET typed_name = 'Bodrog Systems' WHERE typed_name IS NULL";
    app.database.run(typed).await;
    let form = alfold.get(&bodrog).await.expect(200).form("Save");
    alfold.submit(&form.fill("Telephone", "+36 66 555 0100")).await.expect_redirect(&bodrog);
    app.database.run("UPDATE requests SET state = 'revoked'").await;
    alfold.get(&bodrog).await.expect(404);

    // An ended partnership is none.
    let ended = "state = 'ended', ended_at = since";
    app.database.set_partnership(DANUBE, HEGYALJA, ended).await;
    app.signed_in(AGENT).await.get(&path).await.expect(404);
    app.stop().await;
}

/// What one provider has entered, another does not overwrite, and is not told whose it is (rule 40).
#[actix_web::test]
async fn another_providers_entry_stands() {
    let (app, path) = with_hegyalja().await;
    app.database.add_partnership(ALFOLD, HEGYALJA).await;
    let agent = app.signed_in(AGENT).await;
    let form = agent.get(&path).await.form("Save").fill("Telephone", "+36 47 555 0100");
    agent.submit(&form).await.expect(303);

    let alfold = app.signed_in("global.admin@alfold.example").await;
    let page = alfold.get(&path).await.expect(200);
    assert!(!page.has_button("Save") && !page.text().contains("Danube"), "{}", page.text());
    assert_parts(&page.main(), &["Another of its providers has filled this in"]);
    let before = app.database.dump().await;
    alfold.submit(&form.clone().fill("Telephone", "112")).await.expect(422);
    assert!(difference(&before, &app.database.dump().await).is_empty());
    // Whose partnership has ended has no say any more.
    app.database.set_partnership(DANUBE, HEGYALJA, "state = 'ended', ended_at = since").await;
    alfold.get(&path).await.expect(200).form("Save");
    app.stop().await;
}

/// Customers who have not bought from that provider are not told its name (rule 39).
#[actix_web::test]
async fn a_customer_is_told_the_name_of_its_own_provider_only() {
    let (app, path) = with_hegyalja().await;
    let agent = app.signed_in(AGENT).await;
    let form = agent.get(&path).await.form("Save").fill("Telephone", "+36 47 555 0100");
    agent.submit(&form).await.expect(303);
    app.database.add_partnership(ALFOLD, HEGYALJA).await;
    app.database.add_relationship(HEGYALJA, "orseg.example", true).await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let exchange = app.database.path_of("orseg.example", "Exchange Online").await;
    alfold.submit(&alfold.get(&exchange).await.form("Submit").choose("Hegyalja")).await.expect(303);
    let orseg = app.signed_in("admin@orseg.example").await.get("/admin/support").await.main();
    assert_parts(&orseg, &["+36 47 555 0100", "Entered by one of its providers"]);
    assert!(!orseg.contains("Danube"), "{orseg}");
    app.stop().await;
}

/// The other tenant: a reseller that others know is not there, nor is a provider.
#[actix_web::test]
async fn partners_that_are_no_reseller_of_ones_own_are_not_there() {
    let (app, path) = with_hegyalja().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let kekes = app.signed_in("global.admin@kekes.example").await;
    let agent = app.signed_in(AGENT).await;
    let before = app.database.dump().await;
    for browser in [tisza, kekes] {
        let of = |mpn_id| app.database.partner(mpn_id);
        for id in [of(TISZA).await, of(KEKES).await, of(DANUBE).await] {
            let path = format!("/partner/resellers/{id}/profile");
            // A reseller has no resellers to read about, and none to fill in for.
            browser.get(&path).await.expect(403);
            browser.post(&path, &[("time_zone", "Europe/Budapest")]).await.expect(404);
        }
        browser.get(&path).await.expect(403);
    }
    let danube = format!("/partner/resellers/{}/profile", app.database.partner(DANUBE).await);
    agent.get(&danube).await.expect(404);
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}
