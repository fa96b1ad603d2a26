//! When a partner answers the telephone, week after week, by the clock on the partner's own wall.
//!
//! Times are minutes since midnight. Ranges never overlap, so nothing here has to merge them.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use time::Weekday;

pub use typed::parse_day;
use written::Written;

mod calendar;
mod typed;
mod written;

const DAY: u16 = 24 * 60;
const WEEK: u16 = 7 * DAY;

/// Nobody's day has more.
const MOST_A_DAY: usize = 6;

/// Monday first.
pub const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Any number of ranges on each weekday; none at all means never open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct OpeningHours {
    /// By weekday, Monday first, each in order of time.
    days: [Vec<Range>; 7],
}

/// Why hours can't be kept.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum InvalidHours {
    #[error("{0:?} is not a time such as 08:00")]
    NotATime(String),
    #[error("{0:?} is not from one time to another, such as 08:00-12:00")]
    NotARange(String),
    #[error("more than {MOST_A_DAY} ranges on one day")]
    TooMany,
    #[error("a range can't start at 24:00 or later")]
    StartsTooLate,
    #[error("a range can't end after 24:00")]
    EndsTooLate,
    #[error("a range of {0} meets another one")]
    Overlap(Weekday),
}

impl OpeningHours {
    /// The ranges of a week, in any order.
    pub fn new(ranges: impl IntoIterator<Item = (Weekday, Range)>) -> Result<Self, InvalidHours> {
        let mut hours = Self::default();
        for (weekday, range) in ranges {
            hours.days[index(weekday)].push(range);
        }
        for day in &mut hours.days {
            day.sort_unstable_by_key(|range| range.start);
        }
        hours.overlap().map_or(Ok(hours), |weekday| Err(InvalidHours::Overlap(weekday)))
    }

    /// Day and night, all week.
    pub fn around_the_clock() -> Self {
        Self { days: WEEKDAYS.map(|_| vec![Range { start: 0, end: DAY }]) }
    }

    /// Whether somebody answers at every minute of the week, however the ranges are cut.
    pub fn is_around_the_clock(&self) -> bool {
        self.ranges().map(|(_, range)| range.length()).sum::<u16>() == WEEK
    }

    /// Whether somebody answers at this minute of this weekday.
    pub fn is_open(&self, weekday: Weekday, minute: u16) -> bool {
        let now = minute_of_week(weekday, minute);
        self.ranges().any(|(weekday, range)| {
            minutes_until(now, minute_of_week(weekday, range.start)) < range.length()
        })
    }

    /// Neighbouring weekdays with the same ranges: the first, the last, and their ranges. Days on
    /// which nothing begins are left out.
    pub fn groups(&self) -> Vec<(Weekday, Weekday, &[Range])> {
        let days = WEEKDAYS.into_iter().zip(self.days.iter().map(Vec::as_slice));
        let days: Vec<_> = days.collect();
        let groups = days.chunk_by(|(_, one), (_, next)| one == next);
        let ends = groups.filter_map(|group| group.first().zip(group.last()));
        ends.filter(|((_, ranges), _)| !ranges.is_empty())
            .map(|((first, ranges), (last, _))| (*first, *last, *ranges))
            .collect()
    }

    /// The weekday of a range that has not ended when the next one starts.
    fn overlap(&self) -> Option<Weekday> {
        let next = self.ranges().cycle().skip(1);
        let mut pairs = self.ranges().zip(next);
        // A range that is alone follows itself, a whole week later.
        let is_alone = self.ranges().count() == 1;
        let overlapping = pairs.find(|((weekday, range), (next_weekday, next))| {
            let start = minute_of_week(*weekday, range.start);
            let next_start = minute_of_week(*next_weekday, next.start);
            !is_alone && minutes_until(next_start, start) < range.length()
        });
        overlapping.map(|((weekday, _), _)| weekday)
    }

    fn ranges(&self) -> impl Iterator<Item = (Weekday, Range)> + Clone {
        let days = WEEKDAYS.into_iter().zip(&self.days);
        days.flat_map(|(weekday, ranges)| ranges.iter().map(move |range| (weekday, *range)))
    }
}

fn index(weekday: Weekday) -> usize {
    usize::from(weekday.number_days_from_monday())
}

fn minute_of_week(weekday: Weekday, minute: u16) -> u16 {
    u16::from(weekday.number_days_from_monday()) * DAY + minute % DAY
}

/// From one minute of the week to another, perhaps past Sunday midnight.
fn minutes_until(to: u16, from: u16) -> u16 {
    (to + WEEK - from) % WEEK
}

/// From one time until another; one that ends at or before its start ends on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    start: u16,
    end: u16,
}

impl Range {
    /// In minutes since midnight; the end may be 24:00.
    pub fn new(start: u16, end: u16) -> Result<Self, InvalidHours> {
        if start >= DAY {
            return Err(InvalidHours::StartsTooLate);
        }
        match end {
            // Two ways to write midnight, but one to keep it.
            0 => Ok(Self { start, end: DAY }),
            1..=DAY => Ok(Self { start, end }),
            _ => Err(InvalidHours::EndsTooLate),
        }
    }

    /// The minute at which it starts.
    pub fn start(self) -> u16 {
        self.start
    }

    /// The first minute that is out again, from 1 to 24:00.
    pub fn end(self) -> u16 {
        self.end
    }

    fn length(self) -> u16 {
        if self.end > self.start { self.end - self.start } else { DAY - self.start + self.end }
    }
}

#[cfg(test)]
mod tests;
