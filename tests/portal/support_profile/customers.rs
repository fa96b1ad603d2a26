//! What customers make of a profile: hours by their own clock, closed days (`docs/domain.md` rules 35 and 36).

use time::Duration;

use super::assert_parts;
use crate::support::{Browser, TestApp, arrange::DANUBE};

async fn card(user: &Browser) -> String {
    let page = user.get("/admin/support").await.expect(200);
    let mut cards = page.all("article.call").into_iter();
    cards.find(|card| card.starts_with("Danube")).unwrap()
}

#[actix_web::test]
async fn hours_are_told_by_the_readers_clock() {
    let app = TestApp::spawn().await;
    let user = app.signed_in("user@almaskert.example").await;
    // Budapest's 8:00 is Vienna's as well: nothing to say.
    app.database.set_partner(DANUBE, "time_zone = 'Europe/Vienna'").await;
    assert_parts(&card(&user).await, &["Hours: Mon–Fri 8:00–18:00 Languages"]);
    // New York's Monday 8:00 is Budapest's 14:00.
    app.database.set_partner(DANUBE, "time_zone = 'America/New_York'").await;
    assert_parts(
        &card(&user).await,
        &[
            "Closed, opens Monday 14:00",
            "Hours: Mon–Fri 14:00–24:00; by its own clock in America/New_York: Mon–Fri 8:00–18:00",
        ],
    );
    // Sydney's Monday begins on Budapest's Sunday.
    app.database.set_partner(DANUBE, "time_zone = 'Australia/Sydney'").await;
    assert_parts(&card(&user).await, &["opens Sunday 22:00", "Mon–Thu 22:00–8:00, Sun 22:00–8:00"]);
    app.stop().await;
}

#[actix_web::test]
async fn a_closed_day_is_closed_whatever_the_weekly_hours_say() {
    let app = TestApp::spawn().await;
    let user = app.signed_in("user@almaskert.example").await;
    let closed = r#"closed_dates = '["12-24","12-25","2026-11-23"]'"#;
    app.database.set_profile(DANUBE, closed).await;
    // Sunday: Monday is closed, too.
    assert_parts(&card(&user).await, &["Closed, opens Tuesday 8:00", "Closed on: 23 November"]);
    // Monday at 10:41: open by the weekly hours.
    app.clock.advance(Duration::days(1));
    let user = app.signed_in("user@almaskert.example").await;
    assert_parts(&card(&user).await, &["Closed on 23 November, opens Tuesday 8:00"]);
    // Christmas Eve, a Thursday: Friday is closed, then comes the weekend.
    app.clock.advance(Duration::days(31));
    let user = app.signed_in("user@almaskert.example").await;
    assert_parts(&card(&user).await, &["Closed on 24 December, opens Monday 8:00"]);
    // Of what does not open within a week the day is told.
    let none = r#"hours = '{"thu":[["08:00","09:00"]]}', closed_dates = '["2026-12-31"]'"#;
    app.database.set_profile(DANUBE, none).await;
    assert_parts(&card(&user).await, &["opens 7 Jan 2027, 8:00"]);
    app.stop().await;
}
