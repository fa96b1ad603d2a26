//! Several people at the same moment (`docs/domain.md` rule 32): of those who change one version, one wins.

use std::num::NonZeroUsize;

use futures_util::future::join_all;

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALMASKERT, DANUBE},
    page::Form,
};

/// Sends all of them at once; the statuses in order.
async fn at_once(attempts: &[(&Browser, Form)]) -> Vec<u16> {
    let replies = attempts.iter().map(|(browser, form)| async {
        let reply: Reply = browser.submit(form).await;
        reply.status
    });
    let mut statuses = join_all(replies).await;
    statuses.sort_unstable();
    statuses
}

async fn agent(app: &TestApp) -> Browser {
    app.signed_in("admin.agent@danube.example").await
}

/// `docs/domain.md` rule 32.
#[actix_web::test]
async fn of_eight_who_want_one_of_two_one_is_saved_and_half_are_told_that_it_is_so() {
    let app = TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let subscription = app.database.subscription(ALMASKERT, "Intune").await;
    let agent = agent(&app).await;
    let browsers: Vec<_> = (0..8).map(|_| agent.clone()).collect();
    for _ in 0..3 {
        let page = agent.get(&path).await;
        let standing = page.form("Submit").chosen().unwrap().to_owned();
        // Half of them want one of the two that do not stand, half the other.
        let names = ["Danube", "Kékes", "Tisza"].into_iter();
        let wanted: Vec<_> = names.filter(|name| !standing.starts_with(name)).collect();
        let attempts: Vec<_> = browsers
            .iter()
            .zip(wanted.iter().cycle())
            .map(|(browser, name)| (browser, page.form("Submit").choose(name)))
            .collect();
        let before = app.database.version(subscription).await;
        let changes = app.database.count("changes").await;
        let statuses = at_once(&attempts).await;
        let won = app.database.count("changes").await - changes;
        assert_eq!(won, 1, "{statuses:?}");
        assert_eq!(app.database.version(subscription).await, before + 1);
        // Four wanted what the winner wanted: for them it is so; the other four are told who was first.
        assert_eq!(statuses, [303, 303, 303, 303, 409, 409, 409, 409]);
    }
    app.stop().await;
}

/// `docs/domain.md` rule 32.
#[actix_web::test]
async fn of_eight_who_want_somebody_else_each_exactly_one_is_saved() {
    let app = TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await;
    for nth in 1..=8 {
        let (name, mpn_id) = (format!("Partner {nth}"), format!("600000{nth}"));
        app.database.add_available_reseller(&name, &mpn_id, DANUBE, ALMASKERT).await;
    }
    let agent = agent(&app).await;
    let page = agent.get(&app.database.path_of(ALMASKERT, "Intune").await).await;
    let browsers: Vec<_> = (0..8).map(|_| agent.clone()).collect();
    let attempts: Vec<_> = browsers
        .iter()
        .zip(1..)
        .map(|(browser, nth)| (browser, page.form("Submit").choose(&format!("Partner {nth}"))))
        .collect();
    let changes = app.database.count("changes").await;
    assert_eq!(at_once(&attempts).await, [303, 409, 409, 409, 409, 409, 409, 409]);
    assert_eq!(app.database.count("changes").await, changes + 1);
    app.stop().await;
}

/// `docs/domain.md` rules 30 and 32.
#[actix_web::test]
async fn of_two_undos_at_once_one_wins() {
    let app = TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let subscription = app.database.subscription(ALMASKERT, "Intune").await;
    let (one, other) = (agent(&app).await, agent(&app).await);
    for version in [3, 5, 7] {
        let form = one.get(&path).await.form("Submit").choose("Kékes");
        let review = one.follow(&one.submit(&form).await).await.expect(200);
        let undo = review.form("Undo");
        let statuses = at_once(&[(&one, undo.clone()), (&other, undo)]).await;
        assert_eq!(statuses, [303, 409]);
        assert_eq!(app.database.version(subscription).await, version + 1);
        assert!(one.get(&path).await.form("Submit").chosen().unwrap().starts_with("Tisza"));
    }
    app.stop().await;
}

/// `docs/domain.md` rules 30 and 32.
#[actix_web::test]
async fn of_an_undo_and_an_assignment_at_once_one_wins() {
    let app = TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await;
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let (one, other) = (agent(&app).await, agent(&app).await);
    let form = one.get(&path).await.form("Submit").choose("Kékes");
    let review = one.follow(&one.submit(&form).await).await.expect(200);
    let assign = other.get(&path).await.form("Submit").choose("Danube");
    let changes = app.database.count("changes").await;
    let statuses = at_once(&[(&one, review.form("Undo")), (&other, assign)]).await;
    assert_eq!(statuses, [303, 409]);
    assert_eq!(app.database.count("changes").await, changes + 1);
    app.stop().await;
}

/// `docs/domain.md` rule 31: confirmed once, however many press the button.
#[actix_web::test]
async fn of_many_confirmations_at_once_one_is_recorded() {
    let app = TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let agent = agent(&app).await;
    let browsers: Vec<_> = (0..6).map(|_| agent.clone()).collect();
    let form = agent.get(&path).await.form("We support this ourselves");
    let attempts: Vec<_> = browsers.iter().map(|browser| (browser, form.clone())).collect();
    let changes = app.database.count("changes").await;
    assert_eq!(at_once(&attempts).await, [303; 6]);
    assert_eq!(app.database.count("changes").await, changes + 1);
    app.stop().await;
}

/// `docs/domain.md` rule 32: repeats lock in one order, so they wait for each other and never for ever.
#[actix_web::test]
async fn of_repeats_and_assignments_at_once_all_are_answered_and_no_version_is_lost() {
    const REPEAT: &str = "Assign to the ticked subscriptions";

    let app = TestApp::configured(|config| config.workers = NonZeroUsize::new(4)).await;
    let agent = agent(&app).await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    let form = agent.get(&path).await.form("Submit").choose("Kékes");
    let review = agent.follow(&agent.submit(&form).await).await.expect(200);
    let repeat = review.form(REPEAT).tick("Exchange Online").tick("Intune").tick("Office 365");
    let intune = app.database.path_of(ALMASKERT, "Intune").await;
    let assign = agent.get(&intune).await.form("Submit").choose("Danube");
    let browsers: Vec<_> = (0..6).map(|_| agent.clone()).collect();
    let attempts: Vec<_> = browsers
        .iter()
        .enumerate()
        .map(|(nth, browser)| (browser, if nth % 2 == 0 { repeat.clone() } else { assign.clone() }))
        .collect();
    let statuses = at_once(&attempts).await;
    // Who wins decides for the others: either all repeats are so, or all assignments.
    assert_eq!(statuses, [303, 303, 303, 409, 409, 409]);
    let sql = "SELECT COUNT(*) FROM subscriptions s WHERE s.version <> \
               (SELECT MAX(c.version) FROM changes c WHERE c.subscription_id = s.id)";
    assert_eq!(app.database.number(sql).await, 0);
    app.stop().await;
}
