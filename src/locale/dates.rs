//! Moments and days as people write them; for machines, see [`Messages::iso`].

use time::{Date, Month, OffsetDateTime, Time};

use super::{Messages, Zone};

impl Messages {
    /// `22 November 2026`, `2026. november 22.`
    pub fn date(&self, at: &OffsetDateTime, zone: &Zone) -> String {
        self.day(&zone.local(*at).date())
    }

    /// `22 Nov 2026`, `2026. nov. 22.`
    pub fn short_date(&self, at: &OffsetDateTime, zone: &Zone) -> String {
        self.short_day(&zone.local(*at).date())
    }

    /// `22 November 2026, 10:41`, `2026. november 22. 10:41`
    pub fn date_time(&self, at: &OffsetDateTime, zone: &Zone) -> String {
        let here = zone.local(*at);
        self.date_and_time(self.day(&here.date()), clock(here.time()))
    }

    /// `22 Nov 2026, 10:41`, `2026. nov. 22. 10:41`
    pub fn short_date_time(&self, at: &OffsetDateTime, zone: &Zone) -> String {
        let here = zone.local(*at);
        self.date_and_time(self.short_day(&here.date()), clock(here.time()))
    }

    /// A day that has no time and so no zone: `22 November 2026`, `2026. november 22.`
    pub fn day(&self, day: &Date) -> String {
        let month = self.month(u8::from(day.month()));
        self.calendar_date(day.year().to_string(), month, day.day())
    }

    /// `22 Nov 2026`, `2026. nov. 22.`
    pub fn short_day(&self, day: &Date) -> String {
        let month = self.short_month(u8::from(day.month()));
        self.calendar_date(day.year().to_string(), month, day.day())
    }

    /// A day of every year: `24 December`, `december 24.`
    pub fn day_of_year(&self, month: &Month, day: &u8) -> String {
        self.day_and_month(self.month(u8::from(*month)), *day)
    }

    /// For `<time datetime>`; a method only because templates have the messages at hand. The same in every language: `2026-11-22T09:41:00Z`.
    pub fn iso(&self, at: &OffsetDateTime) -> String {
        let at = at.to_utc();
        let (hour, minute, second) = at.as_hms();
        format!("{}T{hour:02}:{minute:02}:{second:02}Z", at.date())
    }
}

fn clock(time: Time) -> String {
    minute_of_day(u16::from(time.hour()) * 60 + u16::from(time.minute()))
}

/// From minutes since midnight: `8:00`.
pub(super) fn minute_of_day(minute: u16) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use time::macros::{date, datetime};

    use super::*;

    const AT: OffsetDateTime = datetime!(2026-11-22 09:41:07.5 UTC);

    fn budapest() -> Zone {
        Zone::named("Europe/Budapest").unwrap()
    }

    #[test]
    fn english_dates() {
        let english = Messages::in_language("en").unwrap();
        assert_eq!(english.date(&AT, &budapest()), "22 November 2026");
        assert_eq!(english.short_date(&AT, &budapest()), "22 Nov 2026");
        assert_eq!(english.date_time(&AT, &budapest()), "22 November 2026, 10:41");
        assert_eq!(english.short_date_time(&AT, &budapest()), "22 Nov 2026, 10:41");
        assert_eq!(english.short_date_time(&AT, &Zone::utc()), "22 Nov 2026, 9:41");
        assert_eq!(english.day(&date!(2026 - 01 - 02)), "2 January 2026");
        assert_eq!(english.day_of_year(&Month::December, &24), "24 December");
    }

    #[test]
    fn hungarian_dates() {
        let hungarian = Messages::in_language("hu").unwrap();
        assert_eq!(hungarian.date(&AT, &budapest()), "2026. november 22.");
        assert_eq!(hungarian.short_date(&AT, &budapest()), "2026. nov. 22.");
        assert_eq!(hungarian.date_time(&AT, &budapest()), "2026. november 22. 10:41");
        assert_eq!(hungarian.short_date_time(&AT, &budapest()), "2026. nov. 22. 10:41");
        assert_eq!(hungarian.day(&date!(2026 - 01 - 02)), "2026. január 2.");
        assert_eq!(hungarian.day_of_year(&Month::December, &24), "december 24.");
        assert_eq!(hungarian.short_day(&date!(2026 - 12 - 31)), "2026. dec. 31.");
    }

    #[test]
    fn machines_read_utc() {
        let hungarian = Messages::in_language("hu").unwrap();
        assert_eq!(hungarian.iso(&AT), "2026-11-22T09:41:07Z");
        assert_eq!(hungarian.iso(&datetime!(2026-11-22 00:30 +1)), "2026-11-21T23:30:00Z");
    }
}
