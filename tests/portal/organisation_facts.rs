//! What an organisation says of itself, and by which names it is found.

use time::Duration;

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALFOLD, ALMASKERT, CONTOSO, DANUBE, TISZA},
};

const PARTNER: &str = "/partner/organisation";
const CUSTOMER: &str = "/admin/organisation";

async fn rename(browser: &Browser, path: &str, name: &str) -> Reply {
    let form = browser.get(path).await.expect(200).form("Save").fill("Name", name);
    browser.submit(&form).await.expect_redirect(path)
}

async fn names(browser: &Browser, path: &str) -> Vec<String> {
    browser.get(path).await.expect(200).all("tbody th")
}

async fn edits(app: &TestApp) -> i64 {
    app.database.number("SELECT COUNT(*) FROM activity WHERE kind = 'organisation_edited'").await
}

/// `docs/domain.md` rule 4.
#[actix_web::test]
async fn a_partner_edits_its_name_country_and_zone_and_not_its_partner_id() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in("admin.agent@danube.example").await;
    let home = agent.get("/home").await;
    let page = agent.click(&home, "Organisation").await.expect(200);
    assert!(page.main().contains(DANUBE), "{}", page.main());
    assert!(page.main().contains("Only whoever runs this portal can change this."));
    let form = page.form("Save").fill("Name", "Duna Zrt.").fill("Country", "at");
    let saved = agent.submit(&form.fill("Time zone", "europe/vienna")).await;
    let page = agent.follow(&saved.expect_redirect(PARTNER)).await;
    assert_eq!(page.news(), "Saved.");
    assert_eq!(page.title(), "Organisation – Duna Zrt.");
    let form = page.form("Save");
    assert_eq!(form.value("country"), Some("AT"));
    assert_eq!(form.value("time_zone"), Some("Europe/Vienna"));
    assert!(page.main().contains("formerly Danube Distribution"), "{}", page.main());
    let log = agent.get("/partner/activity").await.main();
    for change in ["name: Danube Distribution → Duna Zrt.", "country: Hungary → Austria"] {
        assert!(log.contains(change), "{log}");
    }
    agent.post(PARTNER, &[("mpn_id", "1234567")]).await.expect(400);

    let again = agent.submit(&form).await.expect_redirect(PARTNER);
    assert!(agent.follow(&again).await.news().starts_with("Nothing has changed"));
    assert_eq!(edits(&app).await, 1);
    app.stop().await;
}

#[actix_web::test]
async fn whoever_may_not_edit_reads_it_and_sees_who_may() {
    let app = TestApp::spawn().await;
    let helpdesk = app.signed_in("helpdesk.agent@danube.example").await;
    let page = helpdesk.get(PARTNER).await.expect(200);
    assert!(!page.has_button("Save"));
    assert!(page.main().contains("admin.agent@danube.example"), "{}", page.main());
    assert!(!page.main().contains("sales.agent@danube.example"), "{}", page.main());

    let user = app.signed_in("user@almaskert.example").await;
    let page = user.get(CUSTOMER).await.expect(200);
    assert!(!page.has_button("Save") && page.main().contains("admin@almaskert.example"));
    let before = app.database.dump().await;
    let fields = [("name", "X"), ("country", "HU"), ("time_zone", "UTC"), ("seen", "")];
    helpdesk.post(PARTNER, &fields).await.expect(403);
    user.post(CUSTOMER, &fields).await.expect(403);
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

#[actix_web::test]
async fn a_refused_form_comes_back_filled() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in("admin.agent@danube.example").await;
    let admin = app.signed_in("admin@almaskert.example").await;
    for (browser, path) in [(&agent, PARTNER), (&admin, CUSTOMER)] {
        let form = browser.get(path).await.form("Save").fill("Name", "").fill("Country", "Hungary");
        let page = browser.submit(&form.fill("Time zone", "Mars")).await.expect(422);
        assert!(page.title().starts_with("Error: "), "{}", page.title());
        for field in ["#name", "#country", "#time_zone"] {
            assert!(page.body.contains(&format!("href=\"{field}\"")), "{field}");
        }
        let form = page.form("Save");
        assert_eq!(form.value("country"), Some("Hungary"));
        let mended = form.fill("Name", "X").fill("Country", "HU").fill("Time zone", "UTC");
        browser.submit(&mended).await.expect_redirect(path);
    }
    app.stop().await;
}

/// `docs/security.md` I: what somebody else has saved meanwhile is shown, not overwritten.
#[actix_web::test]
async fn the_second_of_two_editors_sees_what_stands_now_and_chooses() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in("admin.agent@danube.example").await;
    let other = app.signed_in("global.admin@danube.example").await;
    let form = other.get(PARTNER).await.form("Save").fill("Country", "SK");
    rename(&agent, PARTNER, "Duna Zrt.").await;
    let conflict = other.submit(&form).await.expect(409);
    let alert = conflict.alert();
    assert!(alert.contains("Duna Zrt., Hungary, Europe/Budapest"), "{alert}");
    assert_eq!(edits(&app).await, 1);
    let form = conflict.form("Save");
    assert_eq!(
        (form.value("name"), form.value("country")),
        (Some("Danube Distribution"), Some("SK"))
    );
    other.submit(&form.fill("Name", "Duna Zrt.")).await.expect_redirect(PARTNER);
    assert_eq!(edits(&app).await, 2);
    app.stop().await;
}

#[actix_web::test]
async fn a_customers_new_name_stands_in_its_place_in_every_list() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in("admin@almaskert.example").await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    let before =
        [names(&danube, "/partner/customers").await, names(&alfold, "/partner/customers").await];
    assert!(before[0][0].starts_with("Almáskert") && before[1][0].starts_with("Almáskert"));

    let page = admin.get("/admin").await;
    admin.click(&page, "Organisation").await.expect(200);
    rename(&admin, CUSTOMER, "Zala Logisztika Kft.").await;
    for browser in [&danube, &alfold] {
        for path in ["/partner/customers", "/partner/relationships?show=active"] {
            let last = names(browser, path).await.pop().unwrap();
            assert!(last.starts_with("Zala Logisztika Kft."), "{path}: {last}");
        }
        let list = browser.get("/partner/subscriptions").await.all("tbody tr");
        assert!(list.last().unwrap().contains("Zala Logisztika Kft."), "{list:#?}");
    }
    // Within one customer the products stay in their order.
    let of_zala = danube.get("/partner/subscriptions?q=zala").await.all("tbody tr");
    let products = ["Azure plan", "Exchange Online", "Intune", "Office 365"];
    for (row, product) in of_zala.iter().zip(products) {
        assert!(row.contains(product), "{of_zala:#?}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn a_former_name_is_shown_and_found_for_ninety_days() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in("admin@almaskert.example").await;
    let contoso = app.signed_in("admin@contoso-butor.example").await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    let contoso_before = contoso.get(CUSTOMER).await;
    rename(&admin, CUSTOMER, "Zala Kft.").await;
    let customer = format!("/partner/customers/{}", app.database.customer(ALMASKERT).await);
    let formerly = "formerly Almáskert Logisztika Kft.";
    assert!(danube.get(&customer).await.main().contains(formerly));
    for path in ["/partner/customers?q=almaskert%20logisz", "/partner/customers?q=zala"] {
        assert_eq!(names(&danube, path).await, [format!("Zala Kft. {formerly}")]);
    }
    for path in [
        "/partner/relationships?show=active&q=logisztika",
        "/partner/subscriptions?q=logisztika%20azure",
        "/partner/activity?customer=logisztika",
    ] {
        danube.get(path).await.expect(200);
    }
    assert_eq!(names(&danube, "/partner/relationships?show=active&q=logisztika").await.len(), 1);
    assert_eq!(names(&danube, "/partner/subscriptions?q=logisztika%20azure").await.len(), 1);
    // Nobody else has got another name.
    assert_eq!(contoso.get(CUSTOMER).await.main(), contoso_before.main());
    let other = format!("/partner/customers/{}", app.database.customer(CONTOSO).await);
    assert!(!danube.get(&other).await.main().contains("formerly"));

    app.clock.advance(Duration::days(90));
    let danube = app.signed_in("admin.agent@danube.example").await;
    assert!(!danube.get(&customer).await.main().contains("formerly"));
    assert_eq!(names(&danube, "/partner/customers?q=zala").await, ["Zala Kft."]);
    assert!(names(&danube, "/partner/customers?q=logisztika").await.is_empty());
    app.stop().await;
}

#[actix_web::test]
async fn of_several_former_names_the_last_is_shown_and_each_is_found() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in("admin@almaskert.example").await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    for name in ["First Kft.", "Second Kft.", "Third Kft."] {
        rename(&admin, CUSTOMER, name).await;
    }
    for q in ["almaskert%20logisz", "first", "second", "third"] {
        let found = names(&danube, &format!("/partner/customers?q={q}")).await;
        assert_eq!(found, ["Third Kft. formerly Second Kft."], "{q}");
    }
    // Who takes a name back has not had it before, and letters that a search does not tell apart make no other name.
    rename(&admin, CUSTOMER, "Second Kft.").await;
    let found = names(&danube, "/partner/customers?q=second").await;
    assert_eq!(found, ["Second Kft. formerly Third Kft."]);
    rename(&admin, CUSTOMER, "SECOND kft.").await;
    let found = names(&danube, "/partner/customers?q=second").await;
    assert_eq!(found, ["SECOND kft. formerly Third Kft."]);
    app.stop().await;
}

#[actix_web::test]
async fn a_partners_former_name_is_shown_to_those_who_know_it() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    let almaskert = app.signed_in("admin@almaskert.example").await;
    let formerly = "Maros IT Zrt. formerly Tisza IT Kft.";
    rename(&tisza, PARTNER, "Maros IT Zrt.").await;
    for q in ["maros", "tisza%20it", TISZA] {
        let found = names(&danube, &format!("/partner/resellers?q={q}")).await;
        assert_eq!(found, [formerly], "{q}");
    }
    let reseller = format!("/partner/resellers/{}", app.database.partner(TISZA).await);
    assert!(danube.get(&reseller).await.main().contains("formerly Tisza IT Kft."));
    let list = names(&almaskert, "/admin/partner-relationships").await;
    assert!(list.iter().any(|name| name.starts_with(formerly)), "{list:#?}");
    let partner = format!("/admin/partner-relationships/{}", app.database.partner(TISZA).await);
    assert!(almaskert.get(&partner).await.main().contains("formerly Tisza IT Kft."));

    let alfold = app.signed_in("global.admin@alfold.example").await;
    rename(&alfold, PARTNER, "Bükk Cloud Zrt.").await;
    let list = names(&tisza, "/partner/providers").await;
    assert!(list.iter().any(|name| name.starts_with("Bükk Cloud Zrt. formerly Alföld Cloud")));
    let provider = format!("/partner/providers/{}", app.database.partner(ALFOLD).await);
    assert!(tisza.get(&provider).await.main().contains("formerly Alföld Cloud Zrt."));
    app.stop().await;
}

/// `docs/security.md` A4: a former name finds nobody whom the reader does not know.
#[actix_web::test]
async fn a_former_name_finds_no_stranger() {
    let app = TestApp::spawn().await;
    let orseg = app.signed_in("admin@orseg.example").await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    rename(&orseg, CUSTOMER, "Göcsej Panzió Bt.").await;
    for q in ["panzio", "orseg", "gocsej"] {
        assert!(names(&danube, &format!("/partner/customers?q={q}")).await.is_empty(), "{q}");
        assert!(names(&danube, &format!("/partner/subscriptions?q={q}")).await.is_empty(), "{q}");
        assert!(names(&danube, &format!("/partner/resellers?q={q}")).await.is_empty(), "{q}");
    }
    app.stop().await;
}

/// A reseller that was set up by its own first admin is found by its partner ID as well.
#[actix_web::test]
async fn a_partner_is_found_by_its_partner_id_whatever_its_name_was() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    rename(&tisza, PARTNER, "Maros IT Zrt.").await;
    app.clock.advance(Duration::seconds(1));
    rename(&tisza, PARTNER, "Körös IT Zrt.").await;
    let found = names(&danube, &format!("/partner/resellers?q={TISZA}")).await;
    assert_eq!(found, ["Körös IT Zrt. formerly Maros IT Zrt."]);
    app.stop().await;
}
