//! Whether somebody answers a partner's telephone at this moment, by the clock on the partner's wall.

use time::{Date, Duration, OffsetDateTime};

use crate::{domain::support_profile::SupportProfile, store::PartnerDetails, web::page::Page};

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
    /// `Monday 8:00` by the reader's clock; with the date where that is more than a week away.
    pub text: String,
    pub at: OffsetDateTime,
}

impl Answers {
    pub fn of(page: &Page, partner: &PartnerDetails) -> Self {
        let profile = &partner.profile;
        let Some(hours) = &profile.hours else { return Self::Unknown };
        let zone = partner.zone();
        let (today, minute) = zone.day_and_minute(page.now);
        if hours.is_open_on(today, minute, &profile.closed_dates) {
            return Self::Now;
        }
        let opening = hours.next_opening_on(today, minute, &profile.closed_dates);
        let at = opening.and_then(|(day, minute)| zone.moment(day, minute));
        at.map_or(Self::Never, |at| Self::From(Opening { text: opening_text(page, at), at }))
    }

    pub fn is_closed(&self) -> bool {
        matches!(self, Self::From(_) | Self::Never)
    }
}

fn opening_text(page: &Page, at: OffsetDateTime) -> String {
    let (day, minute) = page.zone.day_and_minute(at);
    if day - page.zone.today(page.now) < Duration::WEEK {
        page.t.opens(&day.weekday(), &minute)
    } else {
        page.t.short_date_time(&at, &page.zone)
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
    pub fn of(page: &Page, partner: &PartnerDetails, answers: &Answers) -> Option<Self> {
        let t = &page.t;
        let state = |class, text, until| Some(Self { class, text, until });
        let today = partner.zone().today(page.now);
        let is_holiday = partner.profile.closed_dates.contain(today);
        let holiday = is_holiday.then(|| t.day_of_year(&today.month(), &today.day()));
        match (answers, holiday) {
            (Answers::Now, _) => state("ok", t.support_open(), None),
            (Answers::From(opening), None) => {
                state("off", t.support_closed_until(&opening.text), Some(opening.at))
            }
            (Answers::From(opening), Some(day)) => {
                state("off", t.support_closed_on_until(day, &opening.text), Some(opening.at))
            }
            (Answers::Never, None) => state("off", t.support_closed(), None),
            (Answers::Never, Some(day)) => state("off", t.support_closed_on(day), None),
            (Answers::Unknown, _) => None,
        }
    }
}

/// The partner's hours by the reader's clock, and by its own where that shows another time.
pub fn hours(page: &Page, partner: &PartnerDetails) -> Option<String> {
    let (t, hours) = (&page.t, partner.profile.hours.as_ref()?);
    let zone = partner.zone();
    let here = hours.moved(page.zone.minutes_ahead_of(&zone, page.now));
    Some(if here == *hours {
        t.hours(hours)
    } else {
        t.support_hours_there(t.hours(&here), zone.name(), t.hours(hours))
    })
}

/// The closed days of the coming weeks, so that nobody finds out by calling.
pub fn closed_days(page: &Page, partner: &PartnerDetails) -> Option<String> {
    let SupportProfile { hours, closed_dates, .. } = &partner.profile;
    let today = partner.zone().today(page.now);
    let days = std::iter::successors(Some(today), |day: &Date| day.next_day()).take(COMING_DAYS);
    let closed: Vec<_> = days
        .filter(|day| hours.is_some() && closed_dates.contain(*day))
        .map(|day| page.t.day_of_year(&day.month(), &day.day()))
        .collect();
    (!closed.is_empty()).then(|| closed.join(", "))
}

const COMING_DAYS: usize = 35;
