//! The weekly hours on the days of a calendar, some of which are closed.

use time::Date;

use super::{DAY, OpeningHours, WEEKDAYS};
use crate::domain::closed_dates::{ClosedDates, MOST};

impl OpeningHours {
    /// Whether somebody answers at this minute of this day: a closed day is closed from midnight to midnight, also for a
    /// night that began on the day before.
    pub fn is_open_on(&self, date: Date, minute: u16, closed: &ClosedDates) -> bool {
        !closed.contain(date) && self.is_open(date.weekday(), minute)
    }

    /// The day and minute at which somebody answers again, asked while closed; `None` when nobody ever does.
    pub fn next_opening_on(
        &self,
        date: Date,
        minute: u16,
        closed: &ClosedDates,
    ) -> Option<(Date, u16)> {
        let mut days = std::iter::successors(Some(date), |date| date.next_day()).take(HORIZON);
        days.find_map(|day| {
            let from = if day == date { minute } else { 0 };
            self.first_open_minute(day, from, closed).map(|minute| (day, minute))
        })
    }

    /// Where nothing that began before is still going on at midnight, only a start can be the first.
    fn first_open_minute(&self, day: Date, from: u16, closed: &ClosedDates) -> Option<u16> {
        let starts = self.ranges().filter(|(weekday, _)| *weekday == day.weekday());
        let starts = starts.map(|(_, range)| range.start).filter(|start| *start >= from);
        let mut candidates: Vec<u16> =
            starts.chain([from]).filter(|minute| *minute < DAY).collect();
        candidates.sort_unstable();
        candidates.into_iter().find(|minute| self.is_open_on(day, *minute, closed))
    }

    /// The same hours by a clock that is so many minutes ahead.
    #[must_use]
    pub fn moved(&self, minutes: i32) -> Self {
        if self.is_around_the_clock() {
            return self.clone();
        }
        let week = i32::from(super::WEEK);
        let mut moved = Self::default();
        for (weekday, range) in self.ranges() {
            let start = i32::from(super::minute_of_week(weekday, range.start)) + minutes;
            let start = u16::try_from(start.rem_euclid(week)).unwrap_or_default();
            let end = (start % DAY + range.length()) % DAY;
            let range = super::Range { start: start % DAY, end: if end == 0 { DAY } else { end } };
            moved.days[usize::from(start / DAY)].push(range);
        }
        for day in &mut moved.days {
            day.sort_unstable_by_key(|range| range.start);
        }
        moved
    }
}

/// Days to look ahead: even somebody who answers on Mondays only, and is closed on as many Mondays as there may be days.
const HORIZON: usize = (MOST + 2) * WEEKDAYS.len();

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::macros::date;

    use super::*;
    use crate::domain::opening_hours::{Range, WEEK, minute_of_week};

    fn hours(json: &str) -> OpeningHours {
        serde_json::from_str(json).unwrap()
    }

    fn closed(text: &str) -> ClosedDates {
        ClosedDates::parse(text, Date::MIN).unwrap()
    }

    const NIGHTS: &str = r#"{"thu":[["22:00","06:00"]],"fri":[["08:00","12:00"]]}"#;

    #[test]
    fn a_closed_day_is_closed_from_midnight_to_midnight() {
        let nights = hours(NIGHTS);
        let none = ClosedDates::default();
        // 24 December 2026 is a Thursday.
        let (christmas_eve, next_day) = (date!(2026 - 12 - 24), date!(2026 - 12 - 25));
        assert!(nights.is_open_on(christmas_eve, 1380, &none));
        assert!(!nights.is_open_on(christmas_eve, 1380, &closed("12-24")));
        assert!(nights.is_open_on(next_day, 60, &closed("12-24")));
        assert!(!nights.is_open_on(next_day, 60, &closed("12-25")));
        assert!(!OpeningHours::around_the_clock().is_open_on(next_day, 60, &closed("12-25")));
    }

    #[test]
    fn the_next_opening_leaves_closed_days_out() {
        let nights = hours(NIGHTS);
        let wednesday = date!(2026 - 12 - 23);
        let next = |closed_on| nights.next_opening_on(wednesday, 600, &closed(closed_on));
        assert_eq!(next(""), Some((date!(2026 - 12 - 24), 1320)));
        assert_eq!(next("12-24"), Some((date!(2026 - 12 - 25), 0)));
        assert_eq!(next("12-24, 12-25"), Some((date!(2026 - 12 - 31), 1320)));
        let around = OpeningHours::around_the_clock();
        let next = around.next_opening_on(wednesday, 600, &closed("2026-12-23, 12-24"));
        assert_eq!(next, Some((date!(2026 - 12 - 25), 0)));
        assert_eq!(hours("{}").next_opening_on(wednesday, 0, &closed("")), None);
    }

    #[test]
    fn sixty_closed_mondays_are_survived() {
        let mondays = hours(r#"{"mon":[["08:00","09:00"]]}"#);
        let first = date!(2026 - 11 - 23);
        let days = (0..60).map(|week| (first + time::Duration::weeks(week)).to_string());
        let days = closed(&days.collect::<Vec<_>>().join(","));
        let opening = mondays.next_opening_on(first, 0, &days);
        assert_eq!(opening, Some((first + time::Duration::weeks(60), 480)));
    }

    #[test]
    fn hours_move_with_the_clock_of_who_reads_them() {
        let nights = hours(NIGHTS);
        let written = |hours: &OpeningHours| serde_json::to_string(hours).unwrap();
        assert_eq!(
            written(&nights.moved(-60)),
            r#"{"thu":[["21:00","05:00"]],"fri":[["07:00","11:00"]]}"#
        );
        assert_eq!(
            written(&nights.moved(9 * 60)),
            r#"{"fri":[["07:00","15:00"],["17:00","21:00"]]}"#
        );
        assert_eq!(nights.moved(9 * 60).moved(-9 * 60), nights);
        let around = OpeningHours::around_the_clock();
        assert_eq!(around.moved(330), around);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(50))]

        /// Whenever it is open here, it is open there.
        #[test]
        fn moved_hours_are_open_at_the_same_moments(
            ranges in prop::collection::vec((0..7_usize, 0..32_u16, 0..=32_u16), 0..8),
            by in -56..=56_i32,
        ) {
            let ranges = ranges.into_iter().map(|(day, start, end)| {
                (WEEKDAYS[day], Range::new(start * 45, end * 45).unwrap())
            });
            let Ok(hours) = OpeningHours::new(ranges) else { return Ok(()) };
            let moved = hours.moved(by * 15);
            for minute in (0..WEEK).step_by(15) {
                let here = (WEEKDAYS[usize::from(minute / DAY)], minute % DAY);
                let there = (i32::from(minute) + by * 15).rem_euclid(i32::from(WEEK));
                let there = u16::try_from(there).unwrap();
                let there = (WEEKDAYS[usize::from(there / DAY)], there % DAY);
                prop_assert_eq!(minute_of_week(here.0, here.1), minute);
                prop_assert_eq!(hours.is_open(here.0, here.1), moved.is_open(there.0, there.1));
            }
        }
    }
}
