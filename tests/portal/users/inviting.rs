//! Inviting one, and many at once.

use super::{
    BILLING, CUSTOMER, CUSTOMER_USERS, DANUBE, PARTNER_USERS, PLAIN, USER_ADMIN, act, join,
};
use crate::support::{
    TestApp,
    database::difference,
    invitations::{invite, made_link},
};

/// `docs/security.md` F: what was typed is all that the inviter sees, whether or not there is an account.
#[actix_web::test]
async fn inviting_somebody_with_an_account_elsewhere_looks_like_inviting_somebody_new() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let seen = async |email: &str| {
        let page = invite(&danube, PARTNER_USERS, "Varga Ágnes", email, "sales_agent").await;
        let link = made_link(&page);
        let offered = app.browser().get(&link).await.expect(200);
        let here = page.form("Make another link").action;
        let plain = |text: String| {
            let text = text.replace(email, "EMAIL").replace(&here, "HERE");
            text.replace(&email.replace('@', "%40"), "EMAIL").replace(&link, "LINK")
        };
        let listed = danube.get(&format!("{PARTNER_USERS}?q={email}")).await.expect(200);
        [plain(page.main()), plain(offered.main()), plain(listed.first("tbody").unwrap())]
    };
    assert_eq!(seen("new@nobody.example").await, seen(PLAIN).await);
    // Their own name is theirs to tell.
    let listed = danube.get(PARTNER_USERS).await;
    let own = app.database.texts(&format!("SELECT name FROM users WHERE email = '{PLAIN}'")).await;
    assert!(!listed.body.contains(&own[0]), "{}", listed.main());
    app.stop().await;
}

/// `docs/domain.md` rule 4.
#[actix_web::test]
async fn whoever_is_no_global_admin_is_not_offered_one_to_give_and_cannot_give_one() {
    let app = TestApp::spawn().await;
    let manager = app.signed_in(USER_ADMIN).await;
    let page = manager.get("/partner/users/new").await.expect(200);
    assert!(!page.main().contains("makes other global admins"), "{}", page.main());
    let fields = [("name", "Éva"), ("email", "eva@new.example"), ("role", "global_admin")];
    let before = app.database.dump().await;
    let refused = manager.post("/partner/users/new", &fields).await.expect(422);
    assert!(refused.title().starts_with("Error: "), "{}", refused.title());
    assert!(refused.alert().contains("Only a global admin"), "{}", refused.alert());
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.signed_in(DANUBE).await.post("/partner/users/new", &fields).await.expect(303);
    app.stop().await;
}

#[actix_web::test]
async fn whoever_is_here_already_is_not_invited_and_their_page_is_offered() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let path = super::page_of(&app, BILLING).await;
    let fields =
        [("name", "B"), ("email", "Billing.Admin@Danube.example"), ("role", "sales_agent")];
    let refused = danube.post("/partner/users/new", &fields).await.expect(422);
    assert!(refused.alert().contains("a user of your organisation already"), "{}", refused.alert());
    assert_eq!(refused.link("Open this person’s page"), path);
    act(&danube, &path, "disable").await.expect(303);
    let refused = danube.post("/partner/users/new", &fields).await.expect(422);
    assert!(refused.alert().contains("Enable them again"), "{}", refused.alert());
    app.stop().await;
}

#[actix_web::test]
async fn many_are_checked_first_and_their_links_stand_in_the_answer() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    let page = danube.get("/partner/users/new").await;
    let lines = format!(
        "eva@new.example; =Éva; admin agent, sales agent\nede@new.example;Ede;helpdesk agent\n{BILLING};B;sales agent"
    );
    let form = page.form("Check the list").with("lines", &lines).with("step", "check");
    let before = app.database.dump().await;
    let check = danube.submit(&form).await.expect(200);
    assert_eq!(app.database.dump().await, before, "checking makes nothing");
    let outcomes = check.all("tbody .state");
    assert_eq!(outcomes[0], "will be invited");
    assert!(outcomes[2].contains("already"), "{outcomes:?}");
    let make = check.form("Make 2 invitations").with("step", "make");
    let made = danube.submit(&make).await.expect(200);
    assert_eq!(made.heading(), "2 invitations made");
    let links = made.all("tbody td:last-child");
    assert_eq!(links.len(), 2, "{links:?}");
    // The file is in the page: a spreadsheet takes no cell for a formula.
    assert!(made.body.contains("data:text/csv") && made.body.contains("%27%3D%C3%89va"));
    let link = links[0].split_once("/setup/").unwrap().1.trim();
    let eva = app.browser();
    let reply = join(&eva, &format!("/setup/{link}"), "Kiss Éva").await.expect_redirect("/home");
    let home = eva.follow(&reply).await;
    assert!(home.main().contains("admin agent, sales agent"), "{}", home.main());
    let log = danube.get("/partner/activity?kind=people").await.main();
    assert!(log.contains("Colleagues invited") && log.contains("2 users"), "{log}");
    app.stop().await;
}

/// What was checked is what is done: with a faulty line nobody is invited.
#[actix_web::test]
async fn a_faulty_line_stops_all_of_them() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(CUSTOMER).await;
    let lines = "eva@new.example;Éva;user\nede@new.example;Ede;sales agent";
    let before = app.database.dump().await;
    for step in ["check", "make"] {
        let fields = [("lines", lines), ("step", step)];
        let refused = admin.post("/admin/users/new", &fields).await.expect(422);
        assert!(refused.main().contains("no such role: sales agent"), "{}", refused.main());
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    let many = "x@new.example;X;user\n".repeat(201);
    admin.post("/admin/users/new", &[("lines", &many), ("step", "check")]).await.expect(413);
    admin.get(CUSTOMER_USERS).await.expect(200);
    app.stop().await;
}

/// The example that stands beside the field is one that such an organisation can use.
#[actix_web::test]
async fn the_example_of_pasted_lines_has_roles_of_ones_own_kind() {
    let app = TestApp::spawn().await;
    for (email, list) in [(DANUBE, PARTNER_USERS), (CUSTOMER, CUSTOMER_USERS)] {
        let browser = app.signed_in(email).await;
        let new = format!("{list}/new");
        let line = browser.get(&new).await.expect(200).first("#lines-hint .id").unwrap();
        let fields = [("lines", line.as_str()), ("step", "check")];
        let check = browser.post(&new, &fields).await.expect(200);
        assert!(check.main().contains("will be invited"), "{}", check.main());
    }
    app.stop().await;
}

#[actix_web::test]
async fn withdrawing_an_invitation_leaves_the_link_of_another_shown() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in(DANUBE).await;
    invite(&danube, PARTNER_USERS, "Ödön", "odon@new.example", "sales_agent").await;
    let odon = super::page_of(&app, "odon@new.example").await;
    let page = invite(&danube, PARTNER_USERS, "Éva", "eva@new.example", "sales_agent").await;
    let link = made_link(&page);
    act(&danube, &odon, "withdraw").await.expect(303);
    danube.get(&odon).await.expect(404);
    let eva = super::page_of(&app, "eva@new.example").await;
    assert_eq!(made_link(&danube.get(&eva).await), link);
    app.stop().await;
}
