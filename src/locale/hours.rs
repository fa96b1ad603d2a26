//! Opening hours as people read them, by the partner's own clock.

use time::Weekday;

use super::{Messages, dates::minute_of_day};
use crate::domain::{
    closed_dates::ClosedDate,
    opening_hours::{OpeningHours, Range},
};

impl Messages {
    /// `Mon–Fri 8:00–18:00, Sat 9:00–13:00`, `H–P 8:00–18:00`, or *around the clock*.
    pub fn hours(&self, hours: &OpeningHours) -> String {
        if hours.is_around_the_clock() {
            return self.around_the_clock();
        }
        let groups = hours.groups();
        if groups.is_empty() {
            return self.never_open();
        }
        let groups = groups.into_iter().map(|(first, last, ranges)| {
            format!("{} {}", self.weekdays(first, last), self.ranges(ranges))
        });
        groups.collect::<Vec<_>>().join(", ")
    }

    /// When somebody answers again: `Monday 8:00`, `hétfő 8:00`.
    pub fn opens(&self, weekday: &Weekday, minute: &u16) -> String {
        let weekday = self.weekday(weekday.number_from_monday());
        format!("{weekday} {}", minute_of_day(*minute))
    }

    /// `24 December 2026`, `24 December, every year`
    pub fn closed_date(&self, day: &ClosedDate) -> String {
        match day {
            ClosedDate::Once(date) => self.day(date),
            ClosedDate::EveryYear(month, day) => self.every_year(self.day_of_year(month, day)),
        }
    }

    fn weekdays(&self, first: Weekday, last: Weekday) -> String {
        let name = |weekday: Weekday| self.short_weekday(weekday.number_from_monday());
        if first == last { name(first) } else { format!("{}–{}", name(first), name(last)) }
    }

    /// `8:00–12:00 and 13:00–18:00`; a comma already parts the days.
    fn ranges(&self, ranges: &[Range]) -> String {
        let ranges = ranges.iter().map(|range| {
            format!("{}–{}", minute_of_day(range.start()), minute_of_day(range.end()))
        });
        ranges.reduce(|ranges, last| self.ranges_and_last(ranges, last)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(language: &str, json: &str) -> String {
        let hours = serde_json::from_str(json).unwrap();
        Messages::in_language(language).unwrap().hours(&hours)
    }

    #[test]
    fn an_office_week() {
        let week = r#"{"mon":[["08:00","18:00"]],"tue":[["08:00","18:00"]],"wed":[["08:00","18:00"]],
            "thu":[["08:00","18:00"]],"fri":[["08:00","18:00"]]}"#;
        assert_eq!(hours("en", week), "Mon–Fri 8:00–18:00");
        assert_eq!(hours("hu", week), "H–P 8:00–18:00");
    }

    #[test]
    fn breaks_nights_and_single_days() {
        let week = r#"{"mon":[["08:00","12:00"],["13:00","17:30"]],"sat":[["20:00","02:00"]],
            "sun":[["06:00","24:00"]]}"#;
        assert_eq!(
            hours("en", week),
            "Mon 8:00–12:00 and 13:00–17:30, Sat 20:00–2:00, Sun 6:00–24:00"
        );
        assert_eq!(hours("hu", week), "H 8:00–12:00 és 13:00–17:30, Szo 20:00–2:00, V 6:00–24:00");
    }

    #[test]
    fn always_and_never() {
        let hungarian = Messages::in_language("hu").unwrap();
        assert_eq!(hungarian.hours(&OpeningHours::around_the_clock()), "éjjel-nappal");
        assert_eq!(hours("en", "{}"), "no opening hours");
    }

    #[test]
    fn the_next_opening() {
        let say = |code| Messages::in_language(code).unwrap().opens(&Weekday::Monday, &480);
        assert_eq!(say("en"), "Monday 8:00");
        assert_eq!(say("hu"), "hétfő 8:00");
    }

    #[test]
    fn languages_and_countries_by_their_codes() {
        let english = Messages::in_language("en").unwrap();
        let hungarian = Messages::in_language("hu").unwrap();
        assert_eq!(english.spoken_language("hu"), "Hungarian");
        assert_eq!(hungarian.spoken_language("hu"), "magyar");
        assert_eq!(hungarian.spoken_language("tlh"), "tlh");
        assert_eq!(english.country("GB"), "United Kingdom");
        assert_eq!(hungarian.country("HU"), "Magyarország");
        assert_eq!(hungarian.country("XK"), "XK");
    }
}
