//! Opening hours as a form has them: a field for each weekday, and a box for *around the clock*.

use time::Weekday;

use crate::{
    domain::{
        opening_hours::{InvalidHours, OpeningHours, Range, WEEKDAYS, parse_day},
        text::{self, InvalidText},
    },
    locale::Messages,
    web::text_errors::{FieldErrors, invalid_text},
};

/// The names of the fields and the ids of their inputs, Monday first.
pub const FIELDS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Characters that a day's field takes.
const LONGEST: usize = 100;

/// What the browser sent.
pub struct HoursInput<'i> {
    pub around_the_clock: bool,
    pub days: [&'i str; 7],
}

/// One field, as the page shows it.
pub struct DayField {
    pub name: &'static str,
    pub label: String,
    pub value: String,
    pub error: String,
}

impl HoursInput<'_> {
    pub fn fields(&self, t: &Messages, errors: &FieldErrors) -> Vec<DayField> {
        let days = WEEKDAYS.into_iter().zip(FIELDS).zip(self.days);
        let fields = days.map(|((weekday, name), value)| DayField {
            name,
            label: label(t, weekday),
            value: value.to_owned(),
            error: errors.of(name).to_owned(),
        });
        fields.collect()
    }

    /// `None` where nothing was filled in, or where something is wrong, which is in `errors` then.
    pub fn parse(&self, t: &Messages, errors: &mut FieldErrors) -> Option<OpeningHours> {
        if self.around_the_clock {
            return Some(OpeningHours::around_the_clock());
        }
        let mut ranges = Vec::new();
        for ((weekday, field), typed) in WEEKDAYS.into_iter().zip(FIELDS).zip(self.days) {
            let day = errors.take(field, parse(t, weekday, typed)).unwrap_or_default();
            ranges.extend(day.into_iter().map(|range| (weekday, range)));
        }
        if ranges.is_empty() {
            return None;
        }
        match OpeningHours::new(ranges) {
            Ok(hours) => Some(hours),
            Err(InvalidHours::Overlap(weekday)) => {
                let field = FIELDS[usize::from(weekday.number_days_from_monday())];
                errors.take(field, Err(t.hours_overlap(label(t, weekday))))
            }
            // Each range has been looked at by itself.
            Err(_) => None,
        }
    }
}

fn parse(t: &Messages, weekday: Weekday, typed: &str) -> Result<Vec<Range>, String> {
    let day = label(t, weekday);
    let typed = match text::line(typed, LONGEST) {
        Ok(typed) => typed,
        Err(InvalidText::Empty) => return Ok(Vec::new()),
        Err(reason) => return Err(invalid_text(t, &day, reason)),
    };
    parse_day(&typed).map_err(|reason| match reason {
        InvalidHours::NotATime(time) => t.hours_not_a_time(day, time),
        InvalidHours::NotARange(range) => t.hours_not_a_range(day, range),
        InvalidHours::StartsTooLate => t.hours_start_too_late(day),
        InvalidHours::EndsTooLate => t.hours_end_too_late(day),
        InvalidHours::TooMany => t.hours_too_many(day),
        InvalidHours::Overlap(_) => t.hours_overlap(day),
    })
}

fn label(t: &Messages, weekday: Weekday) -> String {
    t.weekday_heading(weekday.number_from_monday())
}
