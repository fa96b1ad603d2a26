//! Where the reader's clock hangs.

use std::sync::LazyLock;

use jiff::{
    Timestamp, civil,
    tz::{TimeZone, TimeZoneDatabase},
};
use time::{Date, OffsetDateTime, UtcOffset};

/// The same zones on every machine, whatever is installed there.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone with its past and coming rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// The zone of an IANA name (`Europe/Budapest`), in any case.
    pub fn named(name: &str) -> Option<Self> {
        ZONES.get(name).ok().map(Self)
    }

    /// Coordinated universal time, the zone of the database.
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The day it is here at this moment.
    pub fn today(&self, now: OffsetDateTime) -> Date {
        self.local(now).date()
    }

    /// A moment by the clock here, as spreadsheets read it: `2026-11-22 10:41:07`.
    pub fn written(&self, at: OffsetDateTime) -> String {
        let here = self.local(at);
        let (hour, minute, second) = here.to_hms();
        format!("{} {hour:02}:{minute:02}:{second:02}", here.date())
    }

    /// The day it is here at this moment, and the minutes since midnight by the clock on the wall.
    pub fn day_and_minute(&self, now: OffsetDateTime) -> (Date, u16) {
        let here = self.local(now);
        (here.date(), u16::from(here.hour()) * 60 + u16::from(here.minute()))
    }

    /// The moment at which the clock on the wall shows so many minutes after midnight of a day: the
    /// first of two, and the next one that there is where the clock is put forward over it.
    pub fn moment(&self, day: Date, minute: u16) -> Option<OffsetDateTime> {
        let (year, month, number) = day.to_calendar_date();
        let year = i16::try_from(year).ok()?;
        let number = i8::try_from(number).ok()?;
        let month = i8::try_from(u8::from(month)).ok()?;
        let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
        let wall = civil::DateTime::new(year, month, number, hour, minute, 0, 0).ok()?;
        let at = self.0.to_ambiguous_timestamp(wall).compatible().ok()?;
        OffsetDateTime::from_unix_timestamp(at.as_second()).ok()
    }

    /// How far this clock is ahead of another one at this moment, in minutes.
    pub fn minutes_ahead_of(&self, other: &Self, now: OffsetDateTime) -> i32 {
        let seconds =
            self.local(now).offset().whole_seconds() - other.local(now).offset().whole_seconds();
        seconds / 60
    }

    /// The same moment by this zone's clock; at the far ends of the calendar by its own.
    pub(super) fn local(&self, at: OffsetDateTime) -> OffsetDateTime {
        let offset = Timestamp::from_second(at.unix_timestamp())
            .ok()
            .and_then(|at| UtcOffset::from_whole_seconds(self.0.to_offset(at).seconds()).ok());
        offset.and_then(|offset| at.checked_to_offset(offset)).unwrap_or(at)
    }
}

#[cfg(test)]
mod tests {
    use time::macros::{date, datetime};

    use super::*;

    #[test]
    fn zones_go_by_their_names() {
        assert_eq!(Zone::named("Europe/Budapest").unwrap().name(), "Europe/Budapest");
        assert_eq!(Zone::utc().name(), "UTC");
        for name in ["", "Budapest", "+02:00", "CET-1", "../etc/passwd"] {
            assert_eq!(Zone::named(name), None, "{name}");
        }
    }

    #[test]
    fn a_day_begins_at_the_zones_midnight() {
        let budapest = Zone::named("Europe/Budapest").unwrap();
        assert_eq!(budapest.today(datetime!(2026-11-22 22:59 UTC)), date!(2026 - 11 - 22));
        assert_eq!(budapest.today(datetime!(2026-11-22 23:00 UTC)), date!(2026 - 11 - 23));
        assert_eq!(Zone::utc().today(datetime!(2026-11-23 00:30 +1)), date!(2026 - 11 - 22));
    }

    #[test]
    fn a_moment_begins_each_day() {
        let budapest = Zone::named("Europe/Budapest").unwrap();
        let start = |day| budapest.moment(day, 0).unwrap();
        assert_eq!(start(date!(2026 - 11 - 22)), datetime!(2026-11-21 23:00 UTC));
        assert_eq!(start(date!(2026 - 07 - 01)), datetime!(2026-06-30 22:00 UTC));
        // There the clock went forward at midnight.
        let cairo = Zone::named("Africa/Cairo").unwrap();
        assert_eq!(cairo.moment(date!(2026 - 04 - 24), 0), Some(datetime!(2026-04-23 22:00 UTC)));
    }

    #[test]
    fn the_clock_on_the_wall_follows_summer_time() {
        let budapest = Zone::named("Europe/Budapest").unwrap();
        let minute = |now| budapest.day_and_minute(now);
        assert_eq!(minute(datetime!(2026-10-25 00:59 UTC)), (date!(2026 - 10 - 25), 179));
        assert_eq!(minute(datetime!(2026-10-25 01:00 UTC)), (date!(2026 - 10 - 25), 120));
        assert_eq!(minute(datetime!(2026-11-22 23:41 UTC)), (date!(2026 - 11 - 23), 41));
    }

    #[test]
    fn a_time_on_the_wall_is_a_moment_in_any_season() {
        let budapest = Zone::named("Europe/Budapest").unwrap();
        let moment = |day, minute| budapest.moment(day, minute).unwrap();
        assert_eq!(moment(date!(2026 - 11 - 23), 480), datetime!(2026-11-23 07:00 UTC));
        assert_eq!(moment(date!(2026 - 07 - 01), 480), datetime!(2026-07-01 06:00 UTC));
        // Put forward over 2:30, put back to it.
        assert_eq!(moment(date!(2026 - 03 - 29), 150), datetime!(2026-03-29 01:30 UTC));
        assert_eq!(moment(date!(2026 - 10 - 25), 150), datetime!(2026-10-25 00:30 UTC));
        assert_eq!(budapest.moment(date!(2026 - 11 - 23), 1500), None);
    }

    #[test]
    fn one_clock_is_ahead_of_another() {
        let zone = |name| Zone::named(name).unwrap();
        let winter = datetime!(2026-11-22 09:41 UTC);
        let (budapest, kolkata) = (zone("Europe/Budapest"), zone("Asia/Kolkata"));
        assert_eq!(kolkata.minutes_ahead_of(&budapest, winter), 270);
        assert_eq!(budapest.minutes_ahead_of(&kolkata, winter), -270);
        assert_eq!(budapest.minutes_ahead_of(&zone("Europe/Vienna"), winter), 0);
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_panic() {
        let auckland = Zone::named("Pacific/Auckland").unwrap();
        assert_eq!(auckland.today(datetime!(9999-12-31 23:59 UTC)).year(), 9999);
    }
}
