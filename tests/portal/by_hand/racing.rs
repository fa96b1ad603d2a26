//! Two at the same moment, and one thing with its opposite (`docs/domain.md` rules 29 and 32).

use futures_util::future::{join, join_all};

use super::{add_customer, sale, sales};
use crate::support::{
    TestApp,
    arrange::{ALMASKERT, CONTOSO, DANUBE},
};

const EDITED: &str = "SELECT COUNT(*) FROM activity WHERE kind = 'subscription_edited'";

#[actix_web::test]
async fn of_many_who_edit_the_same_one_saves_and_the_others_choose() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    add_customer(&sales, "hegyalja.example", "Hegyalja").await.expect(303);
    let customer = app.database.customer("hegyalja.example").await;
    let subscription = app.database.subscription(CONTOSO, "Exchange Online").await;
    for (path, field) in [
        (format!("/partner/customers/{customer}/edit"), "Your customer number (optional)"),
        (format!("/partner/subscriptions/{subscription}/edit"), "Nickname (optional)"),
    ] {
        let form = sales.get(&path).await.expect(200).form("Save");
        let all = ["A1", "B2", "C3", "D4"].map(|value| form.clone().fill(field, value));
        let replies = join_all(all.iter().map(|form| sales.submit(form))).await;
        let mut statuses: Vec<_> = replies.iter().map(|reply| reply.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409, 409, 409], "{path}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn of_two_with_the_same_number_one_is_added() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let form = sale(&sales, CONTOSO, "Intune").await;
    let form = form.fill("Subscription ID at the vendor (optional)", "V-1");
    let (one, other) = join(sales.submit(&form), sales.submit(&form)).await;
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
    let added = "SELECT COUNT(*) FROM activity WHERE kind = 'subscription_added'";
    assert_eq!(app.database.number(added).await, 1);
    app.stop().await;
}

/// What is removed has been saved before, or is not saved any more.
#[actix_web::test]
async fn a_subscription_is_saved_or_removed_by_who_is_first() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let subscription = app.database.subscription(ALMASKERT, "Intune").await;
    let path = format!("/partner/subscriptions/{subscription}/edit");
    let page = sales.get(&path).await.expect(200);
    let (save, remove) = (page.form("Save").fill("Nickname (optional)", "X"), page.form("Remove"));
    let remove = remove.tick("Remove it for good");
    let (saved, removed) = join(sales.submit(&save), sales.submit(&remove)).await;
    let outcome = (saved.status, removed.status);
    assert!([(303, 409), (404, 303)].contains(&outcome), "{outcome:?}");
    assert_eq!(app.database.number(EDITED).await, 1);
    app.stop().await;
}

/// An assignment is made while it is there, and none once it is gone.
#[actix_web::test]
async fn who_removes_and_who_assigns_at_once_come_one_after_the_other() {
    let app = TestApp::spawn().await;
    let sales = sales(&app).await;
    let subscription = app.database.subscription(ALMASKERT, "Azure plan").await;
    let path = format!("/partner/subscriptions/{subscription}");
    let assign = sales.get(&path).await.form("Submit").choose("Tisza");
    let remove = sales.get(&format!("{path}/edit")).await.form("Remove");
    let remove = remove.tick("Remove it for good");
    let (assigned, removed) = join(sales.submit(&assign), sales.submit(&remove)).await;
    removed.expect(303);
    assert!([303, 404].contains(&assigned.status), "{}", assigned.status);
    let id = app.database.literal(subscription);
    let changes = format!("SELECT COUNT(*) FROM changes WHERE subscription_id = {id}");
    let expected = if assigned.status == 303 { 2 } else { 1 };
    assert_eq!(app.database.number(&changes).await, expected);
    sales.get(&path).await.expect(404);
    app.stop().await;
}

/// `docs/domain.md` rules 18 and 29: nothing lives where its provider does not serve.
#[actix_web::test]
async fn a_relationship_ends_or_its_subscription_lives_again() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in("global.admin@danube.example").await;
    let customer = app.database.customer(CONTOSO).await;
    let live = app.database.subscription(CONTOSO, "Exchange Online").await;
    app.database.set_subscription(live, "status = 'cancelled'").await;
    let expired = app.database.subscription(CONTOSO, "Project Plan 3").await;
    let edit = admin.get(&format!("/partner/subscriptions/{expired}/edit")).await.form("Save");
    let edit = edit.with("status", "active");
    let end = admin.get(&format!("/partner/relationships/{customer}/end")).await;
    let end = end.form("End the relationship");
    let (revived, ended) = join(admin.submit(&edit), admin.submit(&end)).await;
    let outcome = (revived.status, ended.status);
    assert!([(303, 422), (422, 303)].contains(&outcome), "{outcome:?}");
    let lost = format!(
        "SELECT COUNT(*) FROM subscriptions s JOIN relationships r \
         ON r.customer_id = s.customer_id AND r.partner_id = s.provider_id \
         JOIN partners p ON p.id = s.provider_id \
         WHERE p.mpn_id = '{DANUBE}' AND r.state = 'ended' AND s.status = 'active'"
    );
    assert_eq!(app.database.number(&lost).await, 0);
    app.stop().await;
}

/// `docs/domain.md` rule 13: what all see is edited before somebody of the customer comes in, or not at all.
#[actix_web::test]
async fn a_customer_is_renamed_before_its_first_admin_comes_in_or_not_at_all() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in("global.admin@danube.example").await;
    for nth in 0..3 {
        let domain = format!("h{nth}.example");
        add_customer(&admin, &domain, "Hegyalja").await.expect(303);
        let path = format!("/partner/customers/{}", app.database.customer(&domain).await);
        let email = format!("nora@{domain}");
        let fields = [("name", "Nóra"), ("email", email.as_str())];
        let reply = admin.post(&format!("{path}/admin"), &fields).await.expect(303);
        let link = crate::support::invitations::made_link(&admin.follow(&reply).await);
        let form = admin.get(&format!("{path}/edit")).await.form("Save");
        let form = form.fill("Name of the customer", "Zala");
        let password = ("password", "seven grey herons over the marsh");
        let (browser, join_path) = (app.browser(), format!("{link}/join"));
        let joined = [("name", "Nóra"), password];
        let (renamed, came) = join(admin.submit(&form), browser.post(&join_path, &joined)).await;
        came.expect(303);
        let name = browser.get("/admin/organisation").await.form("Save");
        let expected = if renamed.status == 303 { "Zala" } else { "Hegyalja" };
        assert_eq!(name.value("name"), Some(expected), "{}", renamed.status);
    }
    app.stop().await;
}
