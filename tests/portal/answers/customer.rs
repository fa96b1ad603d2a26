//! What a customer is asked, and its answer (`docs/domain.md` rules 13 to 17).

use time::Duration;

use super::*;
use crate::support::{
    arrange::{ALFOLD, ALMASKERT, DANUBE, MECSEK},
    database::difference,
    requests::DELEGATED_ADMIN,
};

/// `docs/domain.md` rules 14 and 39.
#[actix_web::test]
async fn the_page_says_who_asks_what_it_allows_and_what_it_does_not() {
    let app = TestApp::spawn().await;
    let request = app.database.ask(Asked { until: Some("2027-03-31"), ..FOR_KEKES }).await;
    let page = app.signed_in(CONTOSO_ADMIN).await.get(&at_customer(request)).await.expect(200);
    assert_eq!(page.heading(), "Reseller relationship");
    for part in [
        "Danube Distribution asks for a relationship between Kékes Systems Zrt. and your organisation.",
        "Kékes Systems Zrt. may sell to your organisation and serve it.",
        "sees the subscriptions that name it as support contact or reseller of record, and no others",
        "A provider that sold you a product may choose Kékes Systems Zrt. as its support contact.",
        "administers your account at the vendor; the last day is 31 March 2027",
        "Who supports which product does not change.",
        "Prices, contracts and who sold you what stay as they are.",
        "you can revoke delegated admin privileges at any time",
        "Indirect provider, partner ID 4391507, Hungary",
        "Indirect reseller, partner ID 4902211, Hungary",
        "20 December 2026",
    ] {
        assert!(page.main().contains(part), "{part} is not in {}", page.main());
    }
    // The box is as it was asked for.
    assert_eq!(page.form(ACCEPT).value("delegated_admin"), Some("1"));
    app.stop().await;
}

/// `docs/domain.md` rules 13 and 14.
#[actix_web::test]
async fn accepting_makes_the_relationship_of_the_reseller_with_what_is_ticked() {
    for (ticked, expected) in [(true, "active dap until 2027-03-31"), (false, "active")] {
        let app = TestApp::spawn().await;
        let request = app.database.ask(Asked { until: Some("2027-03-31"), ..FOR_KEKES }).await;
        let admin = app.signed_in(CONTOSO_ADMIN).await;
        let form = admin.get(&at_customer(request)).await.form(ACCEPT);
        let form = if ticked { form } else { form.with("delegated_admin", "") };
        let reply = admin.submit(&form).await.expect_redirect(&at_customer(request));
        let page = admin.follow(&reply).await.expect(200);
        assert_eq!(page.news(), "Accepted and authorized.");
        assert!(page.main().contains("Accepted 22 November 2026"), "{}", page.main());
        assert!(!page.has_button(ACCEPT) && !page.has_button("Decline"));
        assert_eq!(app.database.relationship(KEKES, CONTOSO).await, [expected]);
        assert_eq!(app.database.state_of(request).await, "accepted");
        let log = logged(&app, "relationship_accepted").await;
        assert_eq!(log, [format!("{DANUBE} {KEKES} {CONTOSO}")]);

        // Its provider may choose it at once where privileges were given (rule 23).
        let danube = app.signed_in("admin.agent@danube.example").await;
        let path = app.database.path_of(CONTOSO, "Exchange Online").await;
        let cards = danube.get(&path).await.all(".choice label b");
        assert_eq!(cards.iter().any(|name| name.starts_with("Kékes")), ticked, "{cards:?}");
        app.stop().await;
    }
}

/// `docs/domain.md` rules 13 and 15: what was ended begins anew, what was recorded is accepted, and nothing given is lost.
#[actix_web::test]
async fn accepting_renews_what_stood_and_takes_nothing_away() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(ALMASKERT_ADMIN).await;
    let database = &app.database;
    let recorder = format!("recorded_by = (SELECT id FROM partners WHERE mpn_id = '{DANUBE}')");
    let ended =
        "state = 'ended', ended_at = since, delegated_admin = false, ended_by_customer = true";
    let dap = "delegated_admin = true, delegated_admin_until = '2027-01-31'";
    for (before, asks_dap, after) in [
        (ended.to_owned(), false, "active"),
        (ended.to_owned(), true, "active dap"),
        (
            format!("state = 'active', ended_at = NULL, {dap}, {recorder}"),
            false,
            "active dap until 2027-01-31",
        ),
        (format!("state = 'active', {dap}, recorded_by = NULL"), true, "active dap"),
    ] {
        database.set_relationship(MECSEK, ALMASKERT, &before).await;
        let asked = Asked { reseller: Some(MECSEK), of: ALMASKERT, ..RELATIONSHIP };
        let request = database.ask(Asked { delegated_admin: asks_dap, ..asked }).await;
        accept(&admin, &at_customer(request)).await.expect(303);
        assert_eq!(database.relationship(MECSEK, ALMASKERT).await, [after], "{before}");
    }
    app.stop().await;
}

/// `docs/domain.md` rules 15 and 27.
#[actix_web::test]
async fn delegated_admin_is_given_later_and_only_to_a_partner_that_is_served_by() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(ALMASKERT_ADMIN).await;
    let asked = Asked { reseller: Some(MECSEK), of: ALMASKERT, ..DELEGATED_ADMIN };
    let request = app.database.ask(Asked { until: Some("2026-11-30"), ..asked }).await;
    let page = admin.get(&at_customer(request)).await.expect(200);
    assert_eq!(page.heading(), "Delegated admin privileges");
    assert!(!page.main().contains("Include delegated admin privileges"));
    admin.submit(&page.form(ACCEPT)).await.expect(303);
    assert_eq!(app.database.relationship(MECSEK, ALMASKERT).await, ["active dap until 2026-11-30"]);
    assert_eq!(
        logged(&app, "delegated_admin_accepted").await,
        [format!("{DANUBE} {MECSEK} {ALMASKERT}")]
    );

    // Without a relationship, and after the last day, it says what to ask for instead.
    for (columns, until, reason) in [
        (
            "state = 'ended', ended_at = since, delegated_admin = false",
            None,
            "no active relationship with Mecsek",
        ),
        (
            "state = 'active', ended_at = NULL",
            Some("2026-11-21"),
            "last day that was asked for has passed",
        ),
    ] {
        app.database.set_relationship(MECSEK, ALMASKERT, columns).await;
        let request = app.database.ask(Asked { until, ..asked }).await;
        let before = app.database.dump().await;
        let page = admin.get(&at_customer(request)).await.expect(200);
        assert!(page.main().contains(reason) && !page.has_button(ACCEPT), "{}", page.main());
        let refused = admin.post(&at_customer(request), &[("answer", "accept")]).await.expect(422);
        assert!(refused.alert().contains(reason), "{}", refused.alert());
        assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);
        app.database.set_request(request, "state = 'revoked'").await;
    }
    app.stop().await;
}

/// `docs/domain.md` rule 16.
#[actix_web::test]
async fn declining_keeps_the_reason_and_changes_nothing_else() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    let request = app.database.ask(FOR_KEKES).await;
    let form = admin.get(&at_customer(request)).await.form("Decline");
    let too_long = form.clone().fill("Reason", &"x".repeat(301));
    let refused = admin.submit(&too_long).await.expect(422);
    assert!(refused.title().starts_with("Error:"), "{}", refused.title());
    assert!(refused.alert().contains("Reason: at most 300 characters"), "{}", refused.alert());

    let reply = admin.submit(&form.fill("Reason", "We do not know them")).await.expect(303);
    let page = admin.follow(&reply).await.expect(200);
    assert!(page.main().contains("Reason: We do not know them"), "{}", page.main());
    assert!(app.database.relationship(KEKES, CONTOSO).await.is_empty());
    assert_eq!(app.database.state_of(request).await, "declined");
    assert_eq!(
        logged(&app, "relationship_declined").await,
        [format!("{DANUBE} {KEKES} {CONTOSO}")]
    );
    // Who asked learns of the customer only what it typed (rule 16).
    let column =
        if app.database.is_sqlite() { "CAST(arguments AS TEXT)" } else { "arguments::text" };
    let line = format!("SELECT {column} FROM activity WHERE kind = 'relationship_declined'");
    assert!(!app.database.texts(&line).await[0].contains("Bútor"));
    app.stop().await;
}

/// `docs/domain.md` rule 14: a provider asks for its resellers only.
#[actix_web::test]
async fn a_request_for_a_reseller_that_has_left_its_provider_cannot_be_accepted() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    let request = app.database.ask(FOR_KEKES).await;
    let form = admin.get(&at_customer(request)).await.form(ACCEPT);
    let ended = "state = 'ended', ended_at = since";
    app.database.set_partnership(DANUBE, KEKES, ended).await;
    let refused = admin.submit(&form).await.expect(422);
    assert!(refused.alert().contains("have no active partnership any more"), "{}", refused.alert());
    assert!(app.database.relationship(KEKES, CONTOSO).await.is_empty());
    assert_eq!(app.database.state_of(request).await, "open");
    let page = admin.get(&at_customer(request)).await;
    assert!(!page.has_button(ACCEPT));
    admin.submit(&page.form("Decline")).await.expect(303);
    app.stop().await;
}

/// `docs/domain.md` rule 16: the page tells the outcome, and nothing can be answered twice or late.
#[actix_web::test]
async fn answered_revoked_and_expired_requests_say_so() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    for (columns, status, outcome, next) in [
        (
            "state = 'accepted', answered_at = '2026-11-21T09:41:00Z'",
            409,
            "Accepted 21 November",
            "You find the partner",
        ),
        (
            "state = 'declined', answered_at = '2026-11-21T09:41:00Z'",
            409,
            "Declined 21 November",
            "Nothing has changed",
        ),
        (
            "state = 'revoked', answered_at = '2026-11-21T09:41:00Z'",
            409,
            "Revoked 21 November",
            "ask Danube Distribution for a new one",
        ),
        (
            "expires_at = '2026-11-22T09:41:00Z'",
            409,
            "Expired 22 November",
            "Nobody answered in time",
        ),
    ] {
        let request = app.database.ask(FOR_KEKES).await;
        let form = admin.get(&at_customer(request)).await.form(ACCEPT);
        app.database.set_request(request, columns).await;
        let before = app.database.dump().await;
        let page = admin.get(&at_customer(request)).await.expect(200);
        assert!(page.main().contains(outcome) && page.main().contains(next), "{}", page.main());
        let late = admin.submit(&form).await.expect(status);
        assert!(
            late.main().contains(outcome) && late.title().starts_with("Error:"),
            "{}",
            late.main()
        );
        admin.post(&at_customer(request), &[("answer", "decline")]).await.expect(status);
        assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);
        app.database.set_request(request, "state = 'revoked'").await;
    }
    app.stop().await;
}

/// `docs/domain.md` rule 5.
#[actix_web::test]
async fn a_plain_user_reads_it_and_sees_who_can_answer() {
    let app = TestApp::spawn().await;
    let user = app.signed_in(ALMASKERT_USER).await;
    let request =
        app.database.ask(Asked { reseller: Some(MECSEK), of: ALMASKERT, ..DELEGATED_ADMIN }).await;
    let page = user.get(&at_customer(request)).await.expect(200);
    assert!(!page.has_button(ACCEPT) && !page.has_button("Decline"));
    assert!(page.main().contains(ALMASKERT_ADMIN), "{}", page.main());
    let before = app.database.dump().await;
    user.post(&at_customer(request), &[("answer", "accept")]).await.expect(403);
    assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);
    app.stop().await;
}

/// `docs/domain.md` rules 16 and 17: those that were made before the customer came into the portal are among them.
#[actix_web::test]
async fn the_list_holds_what_waits_and_what_is_closed() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    let empty = admin.get("/admin/requests").await.expect(200);
    assert!(empty.main().contains("No request waits for your answer."), "{}", empty.main());
    assert!(!admin.get("/home").await.main().contains("waits for your answer"));

    let request = app.database.ask(FOR_KEKES).await;
    let typed = Asked { from: ALFOLD, reseller: None, found: false, ..FOR_KEKES };
    app.database.ask(typed).await;
    // Another customer's, and one that looks like a partner's own.
    app.database.ask(Asked { of: ALMASKERT, from: ALFOLD, reseller: None, ..FOR_KEKES }).await;
    for path in ["/home", "/admin"] {
        let page = admin.get(path).await;
        assert!(page.main().contains("2 requests wait for your answer"), "{}", page.main());
    }
    let list = admin.get("/admin/requests").await;
    assert_eq!(list.all("tbody th").len(), 2, "{}", list.main());
    let page = admin.click(&list, "Reseller relationship , Kékes Systems Zrt.").await.expect(200);
    assert_eq!(page.path, at_customer(request));
    admin.submit(&page.form("Decline")).await.expect(303);
    let closed = admin.get("/admin/requests?show=answered").await;
    assert_eq!(closed.all("tbody th").len(), 1, "{}", closed.main());
    assert!(closed.main().contains("Declined"), "{}", closed.main());
    app.stop().await;
}

/// `docs/security.md` A2.
#[actix_web::test]
async fn another_organisations_request_is_not_there() {
    let app = TestApp::spawn().await;
    let mine = app.database.ask(FOR_KEKES).await;
    let partnership =
        app.database.ask(Asked { of: "5003127", ..crate::support::requests::PARTNERSHIP }).await;
    let before = app.database.dump().await;
    let stranger = app.signed_in(ALMASKERT_ADMIN).await;
    for path in [at_customer(mine), at_customer(partnership), at_customer(Uuid::max())] {
        stranger.get(&path).await.expect(404);
        stranger.post(&path, &[("answer", "accept")]).await.expect(404);
    }
    for email in ["global.admin@tisza.example", "global.admin@danube.example"] {
        let stranger = app.signed_in(email).await;
        for id in [mine, partnership, Uuid::max()] {
            stranger.get(&at_reseller(id)).await.expect(404);
        }
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(
        changed.iter().all(|line| line.contains("sessions") || line.contains("activity")),
        "{changed:#?}"
    );
    app.stop().await;
}

#[actix_web::test]
async fn a_kept_answer_comes_back_after_signing_in() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    let request = app.database.ask(FOR_KEKES).await;
    let form = admin.get(&at_customer(request)).await.form("Decline").fill("Reason", "Not now");
    app.clock.advance(Duration::hours(2));
    assert!(admin.submit(&form).await.asks_to_sign_in());
    let reply = app.sign_in(&admin, CONTOSO_ADMIN).await;
    let page = admin.follow(&reply).await.expect(200);
    assert_eq!(page.form("Decline").value("reason"), Some("Not now"));
    app.stop().await;
}

#[actix_web::test]
async fn it_speaks_hungarian() {
    let app = TestApp::spawn().await;
    let request = app.database.ask(FOR_KEKES).await;
    let browser = app.browser().in_language("hu");
    let form = browser.get("/sign-in").await.form("Bejelentkezés");
    let form = form.fill("E-mail-cím", CONTOSO_ADMIN).fill("Jelszó", crate::support::PASSWORD);
    browser.submit(&form).await.expect(303);
    let page = browser.get(&at_customer(request)).await.expect(200);
    assert_eq!(page.heading(), "Viszonteladói kapcsolat");
    assert!(page.has_button("Elfogadás és engedélyezés") && page.has_button("Elutasítás"));
    assert!(
        page.main().contains("kapcsolatot kér Kékes Systems Zrt. és az Önök szervezete között.")
    );
    let partners = browser.get("/admin/partner-relationships").await.expect(200);
    assert_eq!(partners.heading(), "Partnerkapcsolatok");
    assert!(partners.main().contains("1 termék szolgáltatója"), "{}", partners.main());
    app.stop().await;
}
