//! *Something wrong with this contact?*, *I would like another contact*, *This is not ours*: each becomes one line on the
//! provider's work list (`docs/domain.md` rules 4, 5, 39 and 40).

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALMASKERT, TISZA},
};

const LIST: &str = "/partner/reports";
const WRONG: &str = "Something wrong with this contact?";
const ANOTHER: &str = "I would like another contact";

async fn danube(app: &TestApp) -> Browser {
    app.signed_in("helpdesk.agent@danube.example").await
}

/// What stands on the work list.
async fn listed(browser: &Browser) -> Vec<String> {
    browser.get(LIST).await.expect(200).all(".told > li .line")
}

/// The customer's form for one product, by its link on the Support page.
async fn form_for(browser: &Browser, link: &str) -> Reply {
    let page = browser.get("/admin/support").await.expect(200);
    browser.click(&page, link).await.expect(200)
}

/// `docs/domain.md` rule 5: a plain user may tell, and rule 39: the provider does not learn who it was.
#[actix_web::test]
async fn a_customer_tells_its_provider_that_a_contact_is_wrong() {
    let app = TestApp::spawn().await;
    let user = app.signed_in("user@almaskert.example").await;
    let page = form_for(&user, &format!("{WRONG} Exchange Online")).await;
    assert_eq!(page.heading(), "Tell Danube Distribution");
    let form = page.form("Send");
    assert_eq!(form.chosen(), Some("Something is wrong with this contact"));
    let form = form.fill("In your own words (optional)", "It rings.\r\nNobody answers.");
    let sent = user.submit(&form).await.expect_redirect("/admin/support");
    let support = user.follow(&sent).await;
    assert_eq!(support.news(), "Danube Distribution has been told.");
    let told = "Reported: something is wrong with this contact 22 Nov 2026, not settled yet";
    assert!(support.main().contains(told), "{}", support.main());

    let danube = danube(&app).await;
    let list = danube.get(LIST).await.expect(200);
    let lines = listed(&danube).await;
    assert_eq!(lines, ["Almáskert Logisztika Kft. something is wrong with this contact"]);
    assert_eq!(list.all(".said"), ["It rings. Nobody answers."]);
    assert!(!list.text().contains("user@almaskert.example"));
    let person =
        app.database.texts("SELECT name FROM users WHERE email = 'user@almaskert.example'");
    assert!(!list.text().contains(&person.await[0]));
    let subscription = app.database.path_of(ALMASKERT, "Exchange Online").await;
    let fix = list.link("Choose a contact : Exchange Online, Almáskert Logisztika Kft.");
    assert_eq!(fix, subscription);
    app.stop().await;
}

#[actix_web::test]
async fn the_same_is_told_once_until_it_is_settled() {
    let app = TestApp::spawn().await;
    let user = app.signed_in("user@almaskert.example").await;
    let admin = app.signed_in("admin@almaskert.example").await;
    let form = form_for(&user, &format!("{WRONG} Azure plan")).await.form("Send");
    user.submit(&form).await.expect(303);
    // Somebody else of the same customer, or the same form twice.
    for browser in [&user, &admin] {
        let again = browser.submit(&form).await.expect_redirect("/admin/support");
        let news = browser.follow(&again).await.news();
        assert!(news.starts_with("Danube Distribution has been told this already"), "{news}");
    }
    let other = form_for(&user, &format!("{ANOTHER} : Azure plan")).await.form("Send");
    assert_eq!(other.chosen(), Some("I would like another contact"));
    user.submit(&other).await.expect(303);
    let danube = danube(&app).await;
    assert_eq!(listed(&danube).await.len(), 2);

    let settle = "Settle the report about Azure plan, Almáskert Logisztika Kft.";
    let form_to_settle = danube.get(LIST).await.form(settle);
    let settled = danube.submit(&form_to_settle).await.expect_redirect(LIST);
    assert_eq!(danube.follow(&settled).await.news(), "Settled. Whoever told you sees that it was.");
    let again = danube.submit(&form_to_settle).await.expect_redirect(LIST);
    assert_eq!(danube.follow(&again).await.news(), "Somebody had settled this report already.");
    assert_eq!(
        listed(&danube).await,
        ["Almáskert Logisztika Kft. would like another contact"],
        "the oldest came first"
    );
    let support = user.get("/admin/support").await.main();
    let told =
        "Reported: something is wrong with this contact settled by the provider on 22 Nov 2026";
    assert!(support.contains(told), "{support}");

    // Now it is told anew.
    user.submit(&form).await.expect(303);
    assert_eq!(listed(&danube).await.len(), 2);
    // And what was settled is not shown for ever.
    app.clock.advance(time::Duration::days(31));
    app.sign_in(&user, "user@almaskert.example").await;
    assert!(!user.get("/admin/support").await.main().contains("settled by the provider"));
    app.stop().await;
}

/// `docs/domain.md` rule 4: only the designated contact says that it is not theirs, and rule 40: nobody else hears of it.
#[actix_web::test]
async fn a_reseller_gives_back_what_is_not_its_own() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("helpdesk.agent@tisza.example").await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let page = tisza.get(&path).await.expect(200);
    let form = tisza.click(&page, "This is not ours").await.expect(200).form("Tell the provider");
    let sent = tisza.submit(&form).await.expect_redirect(&path);
    let page = tisza.follow(&sent).await;
    assert_eq!(page.news(), "Danube Distribution has been told.");
    assert!(page.main().contains("Reported: this is not yours 22 Nov 2026, not settled yet"));
    assert!(!page.main().contains("This is not ours"), "once is enough");
    let again = tisza.submit(&form).await.expect_redirect(&path);
    let news = tisza.follow(&again).await.news();
    assert!(news.starts_with("Danube Distribution has been told this already"), "{news}");

    let danube = danube(&app).await;
    assert_eq!(listed(&danube).await, ["Tisza IT Kft. says: this is not ours"]);
    let admin = app.signed_in("admin@almaskert.example").await;
    for path in ["/admin/support", "/admin/activity"] {
        assert!(!admin.get(path).await.expect(200).main().contains("eported"), "{path}");
    }
    let settle = "Settle the report about Intune, Almáskert Logisztika Kft.";
    danube.submit(&danube.get(LIST).await.form(settle)).await.expect(303);
    let page = tisza.get(&path).await.main();
    assert!(page.contains("settled by the provider on 22 Nov 2026"), "{page}");
    assert!(!admin.get("/admin/activity").await.main().contains("settled"));
    app.stop().await;
}

/// What is not the reader's own any more is not reported; who never was the contact has no button.
#[actix_web::test]
async fn only_the_contact_can_give_it_back() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let subscription = app.database.subscription(ALMASKERT, "Intune").await;
    let path = format!("/partner/subscriptions/{subscription}");
    let form = tisza.get(&format!("{path}/report")).await.form("Tell the provider");
    app.database.set_subscription(subscription, "support_reseller_id = NULL").await;
    let tisza_id = app.database.literal(app.database.partner(TISZA).await);
    let of_record = format!("reseller_of_record = {tisza_id}");
    app.database.set_subscription(subscription, &of_record).await;
    tisza.get(&format!("{path}/report")).await.expect_redirect(&path);
    assert!(!tisza.get(&path).await.expect(200).main().contains("This is not ours"));
    let late = tisza.submit(&form).await.expect_redirect(&path);
    let news = tisza.follow(&late).await.news();
    assert!(news.starts_with("Nothing was told"), "{news}");
    assert_eq!(app.database.count("reports").await, 0);
    app.stop().await;
}

/// `docs/security.md` A2: a customer tells only about what it has; an ended product has no contact to tell about.
#[actix_web::test]
async fn nothing_is_told_about_what_is_not_there() {
    let app = TestApp::spawn().await;
    let contoso = app.signed_in("admin@contoso-butor.example").await;
    let foreign = app.database.subscription(ALMASKERT, "Azure plan").await;
    let ended = app.database.subscription("contoso-butor.example", "Exchange Online").await;
    app.database.set_subscription(ended, "status = 'expired'").await;
    for id in [foreign, ended, uuid::Uuid::max()] {
        let path = format!("/admin/support/{id}/report");
        contoso.get(&path).await.expect(404);
        contoso.post(&path, &[("kind", "wrong_contact")]).await.expect(404);
    }
    assert_eq!(app.database.count("reports").await, 0);
    app.stop().await;
}

#[actix_web::test]
async fn a_refused_report_comes_back_as_it_was() {
    let app = TestApp::spawn().await;
    let user = app.signed_in("user@almaskert.example").await;
    let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
    let path = format!("/admin/support/{azure}/report");
    let form = user.get(&path).await.expect(200).form("Send");
    assert_eq!(form.chosen(), None);
    let form = form.fill("In your own words (optional)", &"x".repeat(501));
    let refused = user.submit(&form).await.expect(422);
    assert!(refused.title().starts_with("Error: Tell Danube Distribution"), "{}", refused.title());
    assert_eq!(
        refused.alert(),
        "There is a problem Choose what you want to tell \
         In your own words (optional): at most 500 characters"
    );
    // What is a reseller's to tell is not a customer's.
    let not_theirs = [("kind", "not_ours"), ("note", "")];
    user.post(&path, &not_theirs).await.expect(422);
    let ignored = user.get(&format!("{path}?kind=nonsense")).await.expect(200);
    assert!(ignored.main().contains("Part of the address could not be understood"));
    app.stop().await;
}

/// Pressed twice at the same moment, on both databases: one line.
#[actix_web::test]
async fn two_of_the_same_at_once_are_one() {
    let app = TestApp::spawn().await;
    let user = app.signed_in("user@almaskert.example").await;
    let azure = app.database.subscription(ALMASKERT, "Azure plan").await;
    let path = format!("/admin/support/{azure}/report");
    let fields = [("kind", "wrong_contact")];
    for _ in 0..20 {
        let (one, other) = (user.clone(), user.clone());
        let both = tokio::join!(one.post(&path, &fields), other.post(&path, &fields));
        assert_eq!((both.0.status, both.1.status), (303, 303));
    }
    assert_eq!(app.database.count("reports").await, 1);
    let lines = "SELECT COUNT(*) FROM activity WHERE kind = 'contact_reported'";
    assert_eq!(app.database.number(lines).await, 1);
    app.stop().await;
}

/// `docs/demo.md`, *What every page keeps*: an empty list says what would be there.
#[actix_web::test]
async fn an_empty_work_list_says_what_would_stand_there() {
    let app = TestApp::spawn().await;
    let page = danube(&app).await.get(LIST).await.expect(200);
    assert!(page.main().contains("No report waits for you."));
    let reseller = app.signed_in("global.admin@tisza.example").await;
    reseller.get(LIST).await.expect(404);
    app.stop().await;
}
