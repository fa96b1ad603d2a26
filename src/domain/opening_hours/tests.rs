use proptest::prelude::*;
use time::{Date, Weekday::*, macros::date};

use super::*;
use crate::domain::closed_dates::ClosedDates;

fn hours(json: &str) -> OpeningHours {
    serde_json::from_str(json).unwrap()
}

fn refusal(json: &str) -> String {
    serde_json::from_str::<OpeningHours>(json).unwrap_err().to_string()
}

const SHOP: &str = r#"{"mon":[["08:00","12:00"],["13:00","18:00"]],"tue":[["08:00","18:00"]],
    "wed":[["08:00","18:00"]],"sat":[["20:00","02:00"]]}"#;

/// When somebody answers again in a week without closed days.
fn next_opening(hours: &OpeningHours, weekday: Weekday, minute: u16) -> Option<(Weekday, u16)> {
    const MONDAY: Date = date!(2026 - 11 - 23);
    let today = MONDAY + time::Duration::days(weekday.number_days_from_monday().into());
    let opening = hours.next_opening_on(today, minute, &ClosedDates::default());
    opening.map(|(day, minute)| (day.weekday(), minute))
}

#[test]
fn a_range_holds_its_start_and_not_its_end() {
    let shop = hours(SHOP);
    assert!(!shop.is_open(Monday, 479));
    assert!(shop.is_open(Monday, 480));
    assert!(shop.is_open(Monday, 719));
    assert!(!shop.is_open(Monday, 720));
    assert!(shop.is_open(Monday, 780));
    assert!(!shop.is_open(Thursday, 600));
}

#[test]
fn a_night_reaches_into_the_next_day() {
    let shop = hours(SHOP);
    assert!(shop.is_open(Saturday, 1439));
    assert!(shop.is_open(Sunday, 119));
    assert!(!shop.is_open(Sunday, 120));
    assert!(hours(r#"{"sun":[["22:00","06:00"]]}"#).is_open(Monday, 0));
}

#[test]
fn the_next_opening_may_be_days_away() {
    let shop = hours(SHOP);
    assert_eq!(next_opening(&shop, Monday, 0), Some((Monday, 480)));
    assert_eq!(next_opening(&shop, Monday, 750), Some((Monday, 780)));
    assert_eq!(next_opening(&shop, Wednesday, 1080), Some((Saturday, 1200)));
    assert_eq!(next_opening(&shop, Sunday, 300), Some((Monday, 480)));
    assert_eq!(next_opening(&hours("{}"), Monday, 0), None);
}

#[test]
fn neighbouring_days_with_the_same_hours_are_told_together() {
    let shop = hours(SHOP);
    let days: Vec<_> = shop.groups().iter().map(|(first, last, _)| (*first, *last)).collect();
    assert_eq!(days, [(Monday, Monday), (Tuesday, Wednesday), (Saturday, Saturday)]);
    let ranges: Vec<_> = shop.groups().iter().map(|(_, _, ranges)| ranges.len()).collect();
    assert_eq!(ranges, [2, 1, 1]);
    assert!(hours("{}").groups().is_empty());
}

#[test]
fn around_the_clock_has_many_spellings() {
    assert!(OpeningHours::around_the_clock().is_around_the_clock());
    let day_by_day = |range: &str| {
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let days = days.map(|day| format!("{day:?}:[{range}]"));
        hours(&format!("{{{}}}", days.join(",")))
    };
    assert_eq!(day_by_day(r#"["00:00","24:00"]"#), OpeningHours::around_the_clock());
    assert_eq!(day_by_day(r#"["0:00","00:00"]"#), OpeningHours::around_the_clock());
    assert!(day_by_day(r#"["08:00","08:00"]"#).is_around_the_clock());
    assert!(day_by_day(r#"["06:00","18:00"],["18:00","06:00"]"#).is_around_the_clock());
    assert!(!day_by_day(r#"["00:00","23:59"]"#).is_around_the_clock());
    assert!(!hours("{}").is_around_the_clock());
}

#[test]
fn nonsense_is_refused_with_its_reason() {
    for time in ["", "8", "8:0", "25:00", "12:60", "24:01", "+8:00", "08:00:00", "-1:00", "é:00"] {
        let json = format!(r#"{{"mon":[["07:00","{time}"]]}}"#);
        assert!(serde_json::from_str::<OpeningHours>(&json).is_err(), "{time}");
    }
    assert!(refusal(r#"{"mon":[["noon","18:00"]]}"#).contains("\"noon\" is not a time"));
    assert!(refusal(r#"{"mon":[["24:00","02:00"]]}"#).contains("start at 24:00"));
    assert!(refusal(r#"{"mon":[["08:00","24:30"]]}"#).contains("end after 24:00"));
    assert!(refusal(r#"{"moon":[]}"#).contains("unknown field"));
    assert_eq!(Range::new(0, DAY + 1), Err(InvalidHours::EndsTooLate));
    assert_eq!(Range::new(DAY, 60), Err(InvalidHours::StartsTooLate));
}

#[test]
fn ranges_may_touch_but_not_overlap() {
    hours(r#"{"mon":[["08:00","12:00"],["12:00","18:00"]]}"#);
    hours(r#"{"sun":[["22:00","06:00"]],"mon":[["06:00","08:00"]]}"#);
    for json in [
        r#"{"mon":[["08:00","12:01"],["12:00","18:00"]]}"#,
        r#"{"mon":[["08:00","09:00"],["08:00","09:00"]]}"#,
    ] {
        assert!(refusal(json).contains("Monday meets"), "{json}");
    }
    assert!(
        refusal(r#"{"sun":[["22:00","06:01"]],"mon":[["06:00","08:00"]]}"#)
            .contains("Sunday meets")
    );
}

#[test]
fn hours_are_written_in_one_way() {
    let written = serde_json::to_string(&hours(
        r#"{"sat":[["20:00","2:00"]],"mon":[["13:00","0:00"],["8:00","12:00"]],"tue":[]}"#,
    ));
    assert_eq!(
        written.unwrap(),
        r#"{"mon":[["08:00","12:00"],["13:00","24:00"]],"sat":[["20:00","02:00"]]}"#
    );
}

/// How many ranges hold each minute of the week, by walking through every range.
fn walk(ranges: &[(Weekday, Range)]) -> Vec<u8> {
    let mut held = vec![0; usize::from(WEEK)];
    for (weekday, range) in ranges {
        let mut at = usize::from(minute_of_week(*weekday, range.start));
        loop {
            held[at] += 1;
            at = (at + 1) % held.len();
            if at % usize::from(DAY) == usize::from(range.end % DAY) {
                break;
            }
        }
    }
    held
}

fn ranges() -> impl Strategy<Value = Vec<(Weekday, Range)>> {
    // Steps of 45 minutes, so that ranges often touch.
    let range = (0..7_usize, 0..32_u16, 0..=32_u16)
        .prop_map(|(day, start, end)| (WEEKDAYS[day], Range::new(start * 45, end * 45).unwrap()));
    prop::collection::vec(range, 0..8)
}

fn every_minute() -> impl Iterator<Item = (Weekday, u16)> {
    WEEKDAYS.into_iter().flat_map(|weekday| (0..DAY).map(move |minute| (weekday, minute)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn hours_are_as_walked_through_minute_by_minute(ranges in ranges()) {
        let held = walk(&ranges);
        let Ok(hours) = OpeningHours::new(ranges) else {
            prop_assert!(held.iter().any(|ranges| *ranges > 1));
            return Ok(());
        };
        prop_assert!(held.iter().all(|ranges| *ranges < 2));
        prop_assert_eq!(hours.is_around_the_clock(), held.iter().all(|ranges| *ranges == 1));

        let is_never_open = held.iter().all(|ranges| *ranges == 0);
        let week: Vec<_> = every_minute().zip(held).collect();
        let mut next = None;
        // Twice backwards, so that Sunday knows about Monday.
        for ((weekday, minute), held) in week.iter().rev().chain(week.iter().rev()) {
            prop_assert_eq!(hours.is_open(*weekday, *minute), *held == 1);
            if *held == 1 {
                next = Some((*weekday, *minute));
            } else if next.is_some() || is_never_open {
                prop_assert_eq!(next_opening(&hours, *weekday, *minute), next);
            }
        }
    }

    #[test]
    fn what_is_written_is_read_again(ranges in ranges()) {
        if let Ok(hours) = OpeningHours::new(ranges) {
            let written = serde_json::to_string(&hours).unwrap();
            prop_assert_eq!(serde_json::from_str::<OpeningHours>(&written).unwrap(), hours);
        }
    }
}
