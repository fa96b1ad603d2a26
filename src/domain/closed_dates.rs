//! Days on which nobody answers, whatever the weekly hours say: holidays, an outing, the days between the years.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::{Date, Month};

use super::text::is_unprintable;

/// More of them would be another week.
pub const MOST: usize = 60;

/// Whole days by the clock on the partner's own wall, in the order of the calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct ClosedDates(Vec<ClosedDate>);

/// Those of every year come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClosedDate {
    /// `12-24`
    EveryYear(Month, u8),
    /// `2026-12-24`
    Once(Date),
}

/// Why days can't be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidDates {
    #[error("{0:?} is not a day such as 2026-12-24 or 12-24")]
    NotADate(String),
    #[error("more than {MOST} days")]
    TooMany,
}

impl ClosedDates {
    pub fn new(days: impl IntoIterator<Item = ClosedDate>) -> Result<Self, InvalidDates> {
        let mut days: Vec<_> = days.into_iter().collect();
        days.sort_unstable();
        days.dedup();
        if days.len() > MOST { Err(InvalidDates::TooMany) } else { Ok(Self(days)) }
    }

    /// As people write them: `2026-12-24`, `2026. 12. 24.`, and without the year for every year; one a line, or with commas.
    /// What lies before `today` is left out.
    pub fn parse(text: &str, today: Date) -> Result<Self, InvalidDates> {
        let days = text.split(['\n', ',', ';']).map(str::trim).filter(|day| !day.is_empty());
        let days = days.map(|day| day_of(day).ok_or_else(|| InvalidDates::NotADate(shown(day))));
        Self::new(
            days.collect::<Result<Vec<_>, _>>()?.into_iter().filter(|day| !day.is_past(today)),
        )
    }

    /// Whether nobody answers on this day.
    pub fn contain(&self, day: Date) -> bool {
        self.0.iter().any(|closed| match *closed {
            ClosedDate::Once(date) => date == day,
            ClosedDate::EveryYear(month, number) => (month, number) == (day.month(), day.day()),
        })
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = ClosedDate> {
        self.0.iter().copied()
    }
}

impl ClosedDate {
    fn is_past(self, today: Date) -> bool {
        matches!(self, Self::Once(date) if date < today)
    }
}

fn day_of(text: &str) -> Option<ClosedDate> {
    let is_plain = text.chars().all(|c| c.is_ascii_digit() || "-. ".contains(c));
    let numbers: Vec<&str> =
        text.split(['-', '.', ' ']).filter(|number| !number.is_empty()).collect();
    let small = |number: &str| (number.len() <= 2).then(|| number.parse::<u8>().ok()).flatten();
    match numbers[..] {
        [month, day] if is_plain => {
            let (month, day) = (Month::try_from(small(month)?).ok()?, small(day)?);
            // 29 February is a day of some years.
            Date::from_calendar_date(LEAP_YEAR, month, day).ok()?;
            Some(ClosedDate::EveryYear(month, day))
        }
        [year, month, day] if is_plain && year.len() == 4 => {
            let month = Month::try_from(small(month)?).ok()?;
            let date = Date::from_calendar_date(year.parse().ok()?, month, small(day)?);
            date.ok().map(ClosedDate::Once)
        }
        _ => None,
    }
}

const LEAP_YEAR: i32 = 2024;

/// As far as a message repeats it.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !is_unprintable(*c)).take(40).collect()
}

impl fmt::Display for ClosedDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EveryYear(month, day) => write!(f, "{:02}-{day:02}", u8::from(*month)),
            Self::Once(date) => {
                let (year, month, day) = date.to_calendar_date();
                write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
            }
        }
    }
}

impl TryFrom<Vec<String>> for ClosedDates {
    type Error = InvalidDates;

    fn try_from(written: Vec<String>) -> Result<Self, InvalidDates> {
        Self::parse(&written.join("\n"), Date::MIN)
    }
}

impl From<ClosedDates> for Vec<String> {
    fn from(days: ClosedDates) -> Self {
        days.iter().map(|day| day.to_string()).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::macros::date;

    use super::*;

    const TODAY: Date = date!(2026 - 11 - 22);

    fn written(text: &str) -> Result<Vec<String>, InvalidDates> {
        ClosedDates::parse(text, TODAY).map(Vec::from)
    }

    #[test]
    fn days_are_written_in_several_ways_and_kept_in_one() {
        let days = written("2026-12-24, 2026. 12. 31.\r\n12.25.; 1-1\n\n2026.12.24");
        assert_eq!(days.unwrap(), ["01-01", "12-25", "2026-12-24", "2026-12-31"]);
        assert_eq!(written(" \n "), Ok(vec![]));
        assert_eq!(written("02-29").unwrap(), ["02-29"]);
    }

    #[test]
    fn past_days_are_left_out() {
        assert_eq!(written("2026-11-21, 2026-11-22, 01-02").unwrap(), ["01-02", "2026-11-22"]);
    }

    #[test]
    fn nonsense_is_refused_by_its_own_words() {
        for text in
            ["24-12", "24.12.2026", "12/24", "2026-02-29", "02-30", "Christmas", "12", "1-2-3"]
        {
            let refused = InvalidDates::NotADate(text.to_owned());
            assert_eq!(written(&format!("12-25\n{text}")), Err(refused));
        }
        let days: Vec<_> = (1..=61).map(|n| format!("{}-{}", 1 + n / 28, 1 + n % 28)).collect();
        assert_eq!(written(&days.join(",")), Err(InvalidDates::TooMany));
        assert_eq!(written(&days[..60].join(",")).unwrap().len(), 60);
    }

    #[test]
    fn a_day_without_a_year_comes_back() {
        let days = ClosedDates::parse("12-24, 2026-12-31", TODAY).unwrap();
        for (day, is_closed) in [
            (date!(2026 - 12 - 24), true),
            (date!(2027 - 12 - 24), true),
            (date!(2026 - 12 - 31), true),
            (date!(2027 - 12 - 31), false),
            (date!(2026 - 12 - 25), false),
        ] {
            assert_eq!(days.contain(day), is_closed, "{day}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_refused_or_read_again(text in "[0-9. ,;\n-]{0,40}|\\PC{0,20}") {
            if let Ok(days) = ClosedDates::parse(&text, TODAY) {
                let written = Vec::from(days.clone()).join(", ");
                prop_assert_eq!(ClosedDates::parse(&written, TODAY), Ok(days));
            }
        }
    }
}
