//! What the form of a support profile means, or what is wrong with it beside each field.

use std::str::FromStr;

use time::Date;

use super::profile_input::ProfileInput;
use crate::{
    domain::{
        closed_dates::{ClosedDates, InvalidDates, MOST},
        support_profile::{FilledProfile, Language},
        text::{self, InvalidText},
    },
    locale::{Messages, Zone},
    store::partner::ProfileEdit,
    web::{
        page::Page,
        text_errors::{FieldErrors, invalid_text},
    },
};

/// In characters; the longest name of a zone has 30.
const LONGEST_ZONE: usize = 60;

impl ProfileInput {
    pub fn parse(&self, page: &Page) -> Result<ProfileEdit, FieldErrors> {
        let t = &page.t;
        let mut errors = FieldErrors::none(page.t);
        let email = filled(&mut errors, t, "email", &t.email(), &self.email);
        let telephone = filled(&mut errors, t, "telephone", &t.telephone(), &self.telephone);
        let urgent = &t.support_urgent_telephone();
        let urgent_telephone =
            filled(&mut errors, t, "urgent_telephone", urgent, &self.urgent_telephone);
        let website = filled(&mut errors, t, "website", &t.profile_website(), &self.website);
        let zone = errors.take("time_zone", self.zone(t));
        let hours = self.hours().parse(t, &mut errors);
        let today = zone.as_ref().unwrap_or(&page.zone).today(page.now);
        let closed_dates = errors.take("closed_dates", self.closed_dates(t, today));
        let note = filled(&mut errors, t, "note", &t.profile_note(), &self.note);
        let languages =
            Language::ALL.iter().copied().filter(|language| self.speaks(*language)).collect();
        match (zone, closed_dates) {
            (Some(zone), Some(closed_dates)) if errors.is_empty() => Ok(ProfileEdit {
                profile: FilledProfile {
                    email,
                    telephone,
                    urgent_telephone,
                    website,
                    hours,
                    closed_dates,
                    languages,
                    note,
                },
                zone,
                seen: self.seen.clone(),
            }),
            _ => Err(errors),
        }
    }

    fn zone(&self, t: &Messages) -> Result<Zone, String> {
        let zone = text::line(&self.time_zone, LONGEST_ZONE)
            .and_then(|name| Zone::named(&name).ok_or(InvalidText::NotATimeZone));
        zone.map_err(|reason| invalid_text(t, &t.set_up_time_zone(), reason))
    }

    fn closed_dates(&self, t: &Messages, today: Date) -> Result<ClosedDates, String> {
        ClosedDates::parse(&self.closed_dates, today).map_err(|reason| match reason {
            InvalidDates::NotADate(day) => t.closed_dates_not_a_day(day),
            InvalidDates::TooMany => t.closed_dates_too_many(MOST),
        })
    }
}

/// What a field stands for; nothing where it is empty, or where something is wrong, which is in `errors` then.
fn filled<T: FromStr<Err = InvalidText>>(
    errors: &mut FieldErrors,
    t: &Messages,
    field: &'static str,
    label: &str,
    text: &str,
) -> Option<T> {
    match text.parse() {
        Err(InvalidText::Empty) => None,
        parsed => errors.take(field, parsed.map_err(|reason| invalid_text(t, label, reason))),
    }
}
