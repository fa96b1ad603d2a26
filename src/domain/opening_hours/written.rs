//! How opening hours are written down: `{"mon":[["08:00","18:00"]],"sat":[["20:00","02:00"]]}`.

use std::array::from_fn;

use serde::{Deserialize, Serialize};

use super::{InvalidHours, OpeningHours, Range, WEEKDAYS};

type Ranges = Vec<(String, String)>;

#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Written {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mon: Ranges,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tue: Ranges,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    wed: Ranges,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    thu: Ranges,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fri: Ranges,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sat: Ranges,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sun: Ranges,
}

impl TryFrom<Written> for OpeningHours {
    type Error = InvalidHours;

    fn try_from(written: Written) -> Result<Self, InvalidHours> {
        let Written { mon, tue, wed, thu, fri, sat, sun } = written;
        let mut ranges = Vec::new();
        for (weekday, day) in WEEKDAYS.into_iter().zip([mon, tue, wed, thu, fri, sat, sun]) {
            for (start, end) in day {
                ranges.push((weekday, Range::parse(&start, &end)?));
            }
        }
        Self::new(ranges)
    }
}

impl From<OpeningHours> for Written {
    fn from(hours: OpeningHours) -> Self {
        let write = |range: &Range| (clock(range.start), clock(range.end));
        let [mon, tue, wed, thu, fri, sat, sun] =
            from_fn(|day| hours.days[day].iter().map(write).collect());
        Self { mon, tue, wed, thu, fri, sat, sun }
    }
}

impl Range {
    /// From times such as `08:00` or `8:00`; the end may be `24:00`.
    pub fn parse(start: &str, end: &str) -> Result<Self, InvalidHours> {
        Self::new(minute(start)?, minute(end)?)
    }
}

fn minute(text: &str) -> Result<u16, InvalidHours> {
    let parse = || {
        let (hour, minute) = text.trim().split_once(':')?;
        let hour = number(hour, 1).filter(|hour| *hour <= 24)?;
        let minute = number(minute, 2).filter(|minute| *minute < 60)?;
        Some(hour * 60 + minute)
    };
    parse().ok_or_else(|| InvalidHours::NotATime(text.to_owned()))
}

fn number(text: &str, least_digits: usize) -> Option<u16> {
    let is_number = (least_digits..=2).contains(&text.len())
        && text.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
