//! Whether somebody answers a partner's telephone at this moment, by the clock on the partner's wall.

use time::{Duration, OffsetDateTime, Weekday};

use crate::{
    locale::{Messages, Zone},
    store::PartnerDetails,
    web::page::Page,
};

pub enum Answers {
    Now,
    From(Opening),
    /// It has said that it has no opening hours.
    Never,
    /// It has not said anything.
    Unknown,
}

/// When somebody answers again.
pub struct Opening {
    /// `Monday 8:00`, with the partner's zone where the page has another one.
    pub text: String,
    pub at: OffsetDateTime,
}

impl Answers {
    pub fn of(page: &Page, partner: &PartnerDetails) -> Self {
        let Some(hours) = &partner.profile.hours else { return Self::Unknown };
        let zone = zone_of(partner);
        let (weekday, minute) = zone.weekday_and_minute(page.now);
        if hours.is_open(weekday, minute) {
            return Self::Now;
        }
        hours.next_opening(weekday, minute).map_or(Self::Never, |opening| {
            let text = page.t.opens(&opening.0, &opening.1);
            Self::From(Opening {
                text: in_zone(page, &zone, text),
                at: next(opening, &zone, page.now),
            })
        })
    }

    pub fn is_closed(&self) -> bool {
        matches!(self, Self::From(_) | Self::Never)
    }
}

/// A word for it, with the shape that stands before it.
pub struct State {
    pub class: &'static str,
    pub text: String,
    /// Until when it is so, where that is known.
    pub until: Option<OffsetDateTime>,
}

impl State {
    pub fn of(t: &Messages, answers: &Answers) -> Option<Self> {
        let state = |class, text, until| Some(Self { class, text, until });
        match answers {
            Answers::Now => state("ok", t.support_open(), None),
            Answers::From(opening) => {
                state("off", t.support_closed_until(&opening.text), Some(opening.at))
            }
            Answers::Never => state("off", t.support_closed(), None),
            Answers::Unknown => None,
        }
    }
}

/// The partner's hours as the page says them.
pub fn hours(page: &Page, partner: &PartnerDetails) -> Option<String> {
    let hours = partner.profile.hours.as_ref()?;
    let text = page.t.hours(hours);
    let needs_zone = !hours.is_around_the_clock() && !hours.groups().is_empty();
    Some(if needs_zone { in_zone(page, &zone_of(partner), text) } else { text })
}

fn zone_of(partner: &PartnerDetails) -> Zone {
    Zone::named(&partner.time_zone).unwrap_or_else(Zone::utc)
}

/// Names the zone where the reader would take it for another one.
fn in_zone(page: &Page, zone: &Zone, text: String) -> String {
    if *zone == page.zone { text } else { page.t.support_in_zone(text, zone.name()) }
}

const WEEK: i64 = 7 * 24 * 60;

/// The next moment at which the clock of `zone` shows this weekday and minute.
fn next((weekday, minute): (Weekday, u16), zone: &Zone, now: OffsetDateTime) -> OffsetDateTime {
    let ahead = |from| {
        let (today, now) = zone.weekday_and_minute(from);
        (minute_of_week(weekday, minute) - minute_of_week(today, now)).rem_euclid(WEEK)
    };
    let guess = now + Duration::minutes(ahead(now));
    // The clock may have been put forward or back in between.
    let missing = (ahead(guess) + WEEK / 2) % WEEK - WEEK / 2;
    (guess + Duration::minutes(missing)).truncate_to_minute()
}

fn minute_of_week(weekday: Weekday, minute: u16) -> i64 {
    i64::from(weekday.number_days_from_monday()) * 24 * 60 + i64::from(minute)
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn the_next_opening_is_a_moment_in_any_season() {
        let budapest = Zone::named("Europe/Budapest").unwrap();
        let monday = |now| next((Weekday::Monday, 480), &budapest, now);
        assert_eq!(monday(datetime!(2026-11-22 09:41:07 UTC)), datetime!(2026-11-23 07:00 UTC));
        assert_eq!(monday(datetime!(2026-11-23 07:30 UTC)), datetime!(2026-11-30 07:00 UTC));
        // Over the last Sundays of March and October.
        assert_eq!(monday(datetime!(2026-03-27 17:00 UTC)), datetime!(2026-03-30 06:00 UTC));
        assert_eq!(monday(datetime!(2026-10-23 17:00 UTC)), datetime!(2026-10-26 07:00 UTC));
    }
}
