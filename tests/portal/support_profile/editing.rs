//! The form of the own profile.

use super::{ADMIN, AGENT, PROFILE, assert_parts, form, preview};
use crate::support::{TestApp, arrange::DANUBE, database::difference};

/// `docs/domain.md` rule 36.
#[actix_web::test]
async fn what_is_saved_is_what_customers_see_and_what_the_form_shows_again() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let form = form(&agent).await;
    assert_eq!(form.value("mon"), Some("8:00–18:00"));
    assert_eq!(form.value("sun"), Some(""));
    let filled = form
        .fill("Telephone", "+36 (1) 555-0123 ext. 7")
        .fill("Urgent telephone", "")
        .fill("Email", "Help@Danube.example")
        .fill("Website", "danube.example/tickets")
        .fill("Monday", "8-12, 13-17")
        .fill("Tuesday", "")
        .fill("Saturday", "22.00 - 6.00")
        .fill("Closed days", "2026-12-24\n12-25, 2026-11-21")
        .fill("Note", "Have the subscription ID at hand.\nWe call back.")
        .tick("Polish");
    let reply = agent.submit(&filled).await.expect_redirect(PROFILE);
    let page = agent.follow(&reply).await;
    assert_eq!(page.news(), "Saved. This is what customers see from now on.");
    assert_parts(
        &preview(&page),
        &[
            "Closed, opens Monday 8:00",
            "+36 (1) 555-0123 ext. 7",
            "help@danube.example",
            "danube.example/tickets",
            "Mon 8:00–12:00 and 13:00–17:00, Wed–Fri 8:00–18:00, Sat 22:00–6:00",
            "Closed on: 24 December, 25 December",
            "Hungarian, English, German, Polish",
            "Have the subscription ID at hand. We call back.",
        ],
    );
    assert_parts(&page.main(), &["All closed days: 25 December, every year; 24 December 2026"]);
    assert_eq!(page.link("Call +36 (1) 555-0123 ext. 7"), "tel:+3615550123;ext=7");
    let again = page.form("Save");
    assert_eq!(again.value("mon"), Some("8:00–12:00, 13:00–17:00"));
    assert_eq!(again.value("sat"), Some("22:00–6:00"));
    assert_eq!(again.value("closed_dates"), Some("12-25\n2026-12-24"));
    assert_eq!(again.value("website"), Some("https://danube.example/tickets"));

    let customer = app.signed_in("user@almaskert.example").await;
    let support = customer.get("/admin/support").await.main();
    assert_parts(&support, &["+36 (1) 555-0123 ext. 7", "Closed on: 24 December, 25 December"]);
    app.stop().await;
}

#[actix_web::test]
async fn around_the_clock_is_a_box() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let filled = form(&agent).await.tick("Around the clock");
    let page = agent.follow(&agent.submit(&filled).await.expect(303)).await;
    assert_parts(&preview(&page), &["Open now", "Hours: around the clock"]);
    let again = page.form("Save");
    assert_eq!(again.value("around_the_clock"), Some("1"));
    assert_eq!(again.value("mon"), Some(""));
    app.stop().await;
}

/// Each error stands beside its field and in the summary, says why, and how to write it.
#[actix_web::test]
async fn what_cannot_be_meant_is_refused_with_the_reason() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let good = form(&agent).await;
    let before = app.database.dump().await;
    for (label, typed, reason) in [
        ("Telephone", "12", "Telephone: write 3 to 15 digits"),
        ("Urgent telephone", "call us", "Urgent telephone: write 3 to 15 digits"),
        ("Email", "Anna <a@b.example>", "Email: write one address"),
        ("Website", "http://danube.example", "Website: write one address"),
        ("Website", "https://me@danube.example", "Website: write one address"),
        ("Time zone", "Budapest", "Time zone: write a name such as Europe/Budapest"),
        ("Time zone", "", "Fill in this field: Time zone"),
        ("Monday", "8-25", "Monday: “25” is not a time. Write it like 8:00–12:00, 13:00–17:00"),
        ("Tuesday", "closed", "Tuesday: “closed” does not say from when to when."),
        ("Wednesday", "8-12, 11-14", "Wednesday: two times overlap"),
        ("Monday", "22-9", "Monday: two times overlap, or one reaches into the next day’s"),
        ("Friday", "24-3", "Friday: nothing starts at 24:00 or later. Midnight is 0:00"),
        ("Friday", "20-24:30", "Friday: nothing ends after 24:00."),
        ("Sunday", "0-1 2-3 4-5 6-7 8-9 10-11 12-13", "Sunday: at most 6 times a day"),
        ("Closed days", "24 December", "Closed days: “24 December” is not a day."),
        ("Note", &"x".repeat(501), "Note: at most 500 characters"),
    ] {
        let reply = agent.submit(&good.clone().fill(label, typed)).await.expect(422);
        assert!(reply.title().starts_with("Error: Support profile"), "{}", reply.title());
        assert_parts(&reply.alert(), &[reason]);
        assert_eq!(reply.all(".err").len(), 1, "{label}");
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

/// A profile that lacks something says what.
#[actix_web::test]
async fn what_is_missing_is_said() {
    let app = TestApp::spawn().await;
    let mecsek = app.signed_in("global.admin@mecsek.example").await;
    let page = mecsek.get(PROFILE).await.expect(200);
    assert_parts(&page.main(), &["Customers still miss: email, telephone, opening hours"]);
    assert_parts(&page.main(), &["customers see the details of the provider"]);
    let filled = page.form("Save").fill("Telephone", "+36 72 555 0100").fill("Monday", "8-16");
    let page = mecsek.follow(&mecsek.submit(&filled).await.expect(303)).await;
    assert_parts(&page.main(), &["Customers still miss: email"]);
    let page = mecsek
        .follow(&mecsek.submit(&page.form("Save").fill("Email", "m@mecsek.example")).await)
        .await;
    assert!(!page.main().contains("still miss"), "{}", page.main());
    assert_eq!(app.database.count("support_profiles").await, 6, "Mecsek has one row");
    app.stop().await;
}

/// `docs/domain.md` rule 4: who may not edit it reads it, and who can.
#[actix_web::test]
async fn readers_see_it_and_who_can_change_it() {
    let app = TestApp::spawn().await;
    for email in ["helpdesk.agent@danube.example", "billing.admin@danube.example"] {
        let browser = app.signed_in(email).await;
        let page = browser.get(PROFILE).await.expect(200);
        assert!(!page.has_button("Save"));
        assert_parts(&preview(&page), &["+36 1 555 0100"]);
        assert_parts(
            &page.main(),
            &["Who can change it", "Gábor Szűcs, admin.agent@danube.example"],
        );
        browser.post(PROFILE, &[("time_zone", "Europe/Budapest")]).await.expect(403);
    }
    app.stop().await;
}

/// Somebody else was first: both stand side by side, and nothing is lost silently.
#[actix_web::test]
async fn of_two_who_edit_the_second_chooses() {
    let app = TestApp::spawn().await;
    let (admin, agent) = (app.signed_in(ADMIN).await, app.signed_in(AGENT).await);
    let old = form(&agent).await;
    let first = form(&admin).await.fill("Telephone", "+36 1 555 0111");
    admin.submit(&first).await.expect(303);

    let mine = old.clone().fill("Telephone", "+36 1 555 0222").fill("Note", "mine").tick("Polish");
    let before = app.database.dump().await;
    let conflict = agent.submit(&mine).await.expect(409);
    assert!(conflict.title().starts_with("Error:"), "{}", conflict.title());
    assert_parts(&conflict.alert(), &["Somebody else has changed this support profile"]);
    assert_parts(&conflict.first("[aria-labelledby=theirs]").unwrap(), &["+36 1 555 0111"]);
    let shown = conflict.first("[aria-labelledby=mine]").unwrap();
    assert_parts(&shown, &["+36 1 555 0222", "mine", "Polish"]);
    assert!(difference(&before, &app.database.dump().await).is_empty());
    assert_eq!(conflict.link("Keep theirs"), PROFILE);

    agent.submit(&conflict.form("Use mine")).await.expect_redirect(PROFILE);
    assert_parts(
        &preview(&agent.get(PROFILE).await),
        &["+36 1 555 0222", "mine", "Hungarian, English, German, Polish"],
    );
    // What stands already is no conflict, however old the form.
    let reply = agent.submit(&conflict.form("Use mine")).await.expect(303);
    assert_parts(&agent.follow(&reply).await.news(), &["Nothing has changed"]);
    app.stop().await;
}

/// `docs/security.md` G: before and after of what changed, and of nothing else.
#[actix_web::test]
async fn the_activity_line_says_what_was_before_and_after() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let filled = form(&agent).await.fill("Telephone", "112").fill("Time zone", "europe/vienna");
    let reply = agent.submit(&filled).await.expect(303);
    let id = app.database.literal(reply.request_id().parse().unwrap());
    let column =
        if app.database.is_sqlite() { "CAST(arguments AS TEXT)" } else { "arguments::text" };
    let line = format!("SELECT {column} FROM activity WHERE request_id = {id}");
    let line: serde_json::Value =
        serde_json::from_str(&app.database.texts(&line).await[0]).unwrap();
    assert_eq!(
        line,
        serde_json::json!({ "partner": "Danube Distribution", "changed": {
            "telephone": { "before": "+36 1 555 0100", "after": "112" },
            "time_zone": { "before": "Europe/Budapest", "after": "Europe/Vienna" },
        }})
    );
    let zones = format!("SELECT time_zone FROM partners WHERE mpn_id = '{DANUBE}'");
    assert_eq!(app.database.texts(&zones).await, ["Europe/Vienna"]);
    app.stop().await;
}

/// In both languages, and with the session gone in the middle.
#[actix_web::test]
async fn the_form_comes_back_after_signing_in_again_and_speaks_hungarian() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await.in_language("hu");
    let page = agent.get(PROFILE).await.expect(200);
    assert_eq!(page.heading(), "Támogatási elérhetőségek");
    let filled =
        page.form("Mentés").fill("Hétfő", "7-15").fill("Megjegyzés", "Szia!").tick("lengyel");
    app.database.run("DELETE FROM sessions").await;
    assert!(agent.submit(&filled).await.asks_to_sign_in());
    let form = agent.get("/sign-in").await.form("Bejelentkezés");
    let form = form.fill("E-mail-cím", AGENT).fill("Jelszó", crate::support::PASSWORD);
    agent.submit(&form).await.expect_redirect(PROFILE);
    let again = agent.get(PROFILE).await.form("Mentés");
    assert_eq!(again.value("mon"), Some("7-15"));
    assert_eq!(again.value("note"), Some("Szia!"));
    assert!(again.fields.contains(&("language".to_owned(), "pl".to_owned())));
    let refused = agent.submit(&again.fill("Kedd", "nyolctól")).await.expect(422);
    assert_parts(&refused.alert(), &["Kedd: „nyolctól” nem mondja meg, mettől meddig."]);
    app.stop().await;
}
