//! The hours of one day as people type them: `8–12, 13–17`, `8:00-12:00 13:00-17:00`, `22:00–06:00`, `0-24`.

use super::{InvalidHours, MOST_A_DAY, OpeningHours, Range, index};
use time::Weekday;

impl OpeningHours {
    /// What this day's field shows again.
    pub fn typed(&self, weekday: Weekday) -> String {
        let clock = |minute| format!("{}:{:02}", minute / 60, minute % 60);
        let ranges = self.days[index(weekday)].iter();
        let ranges = ranges.map(|range| format!("{}–{}", clock(range.start), clock(range.end)));
        ranges.collect::<Vec<_>>().join(", ")
    }
}

/// No range where nothing was typed: closed.
pub fn parse_day(text: &str) -> Result<Vec<Range>, InvalidHours> {
    let ranges: Vec<_> =
        together(text).map(|range| parse_range(&range)).collect::<Result<_, _>>()?;
    if ranges.len() > MOST_A_DAY { Err(InvalidHours::TooMany) } else { Ok(ranges) }
}

/// The ranges apart, each without blanks, whether commas or only blanks part them.
fn together(text: &str) -> impl Iterator<Item = String> {
    let text = text.replace(DASHES, "-");
    let words: Vec<_> = text.split_whitespace().collect();
    let text = words.join(" ").replace(" -", "-").replace("- ", "-");
    let ranges: Vec<_> = text.split([',', ';', ' ']).map(str::to_owned).collect();
    ranges.into_iter().filter(|range| !range.is_empty())
}

const DASHES: [char; 5] = ['–', '—', '‐', '‑', '−'];

fn parse_range(text: &str) -> Result<Range, InvalidHours> {
    let (start, end) = text.split_once('-').ok_or_else(|| InvalidHours::NotARange(shown(text)))?;
    let [start, end] =
        [start, end].map(|time| minute(time).ok_or_else(|| InvalidHours::NotATime(shown(time))));
    Range::new(start?, end?)
}

/// `8`, `8:00`, `8.00`, `08:00`, `24`
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let number = |text: &str, digits: &[usize]| {
        let is_number =
            digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) = (number(hour, &[1, 2])?, number(minute, &[2])?);
    (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
}

/// As far as a message repeats it.
fn shown(text: &str) -> String {
    text.chars().take(20).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn normal(text: &str) -> Result<String, InvalidHours> {
        let ranges = parse_day(text)?.into_iter().map(|range| (Weekday::Monday, range));
        OpeningHours::new(ranges).map(|hours| hours.typed(Weekday::Monday))
    }

    #[test]
    fn hours_are_typed_in_many_ways_and_shown_in_one() {
        for (typed, shown) in [
            ("8:00–12:00, 13:00–17:00", "8:00–12:00, 13:00–17:00"),
            ("8-12, 13-17", "8:00–12:00, 13:00–17:00"),
            ("13-17;8-12", "8:00–12:00, 13:00–17:00"),
            (" 08:00 - 12:00  13.00 — 17.30 ", "8:00–12:00, 13:00–17:30"),
            ("8.00–16.30", "8:00–16:30"),
            ("22:00–06:00", "22:00–6:00"),
            ("0-24", "0:00–24:00"),
            ("18-0", "18:00–24:00"),
            ("", ""),
            (" , ", ""),
        ] {
            assert_eq!(normal(typed).as_deref(), Ok(shown), "{typed}");
        }
    }

    #[test]
    fn what_is_no_hours_is_repeated() {
        let time = |text: &str| Err(InvalidHours::NotATime(text.to_owned()));
        let range = |text: &str| Err(InvalidHours::NotARange(text.to_owned()));
        assert_eq!(normal("8-25"), time("25"));
        assert_eq!(normal("8:60-12"), time("8:60"));
        assert_eq!(normal("8h-12h"), time("8h"));
        assert_eq!(normal("8-12-13"), time("12-13"));
        assert_eq!(normal("-12"), time(""));
        assert_eq!(normal("closed"), range("closed"));
        assert_eq!(normal("8, 12"), range("8"));
        assert_eq!(normal("24-8"), Err(InvalidHours::StartsTooLate));
        assert_eq!(normal("8-24:30"), Err(InvalidHours::EndsTooLate));
        assert_eq!(normal("8-12, 11-14"), Err(InvalidHours::Overlap(Weekday::Monday)));
        assert_eq!(normal("0-1 2-3 4-5 6-7 8-9 10-11 12-13"), Err(InvalidHours::TooMany));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(ranges in prop::collection::vec((0..1440_u16, 0..=1440_u16), 0..6)) {
            let ranges = ranges.into_iter().map(|(start, end)| (Weekday::Friday, Range::new(start, end).unwrap()));
            if let Ok(hours) = OpeningHours::new(ranges) {
                let again = parse_day(&hours.typed(Weekday::Friday)).unwrap();
                let again = again.into_iter().map(|range| (Weekday::Friday, range));
                prop_assert_eq!(OpeningHours::new(again), Ok(hours));
            }
        }

        #[test]
        fn whatever_is_typed_is_refused_or_shown_and_read_again(text in "[0-9:., –-]{0,30}|\\PC{0,20}") {
            if let Ok(shown) = normal(&text) {
                prop_assert_eq!(normal(&shown), Ok(shown));
            }
        }
    }
}
