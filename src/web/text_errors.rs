//! What is wrong with the fields of a form, in words.

use std::str::FromStr;

use time::OffsetDateTime;

use crate::{
    domain::{
        attempts::Refusal,
        password::{self, WeakPassword},
        second_factor::BadCode,
        text::InvalidText,
    },
    locale::Messages,
};

/// By the id of the field's input, in the order of the form.
pub struct FieldErrors {
    t: Messages,
    messages: Vec<(&'static str, String)>,
}

impl FieldErrors {
    pub fn none(t: Messages) -> Self {
        Self { t, messages: Vec::new() }
    }

    /// The text as what the field stands for, or `None` and a message beside the field.
    pub fn parse<T>(&mut self, field: &'static str, label: &str, text: &str) -> Option<T>
    where
        T: FromStr<Err = InvalidText>,
    {
        let t = self.t;
        self.take(field, text.parse().map_err(|reason| invalid_text(&t, label, reason)))
    }

    /// The same for a field that may be left empty: `Some(None)`.
    pub fn optional<T>(&mut self, field: &'static str, label: &str, text: &str) -> Option<Option<T>>
    where
        T: FromStr<Err = InvalidText>,
    {
        if text.trim().is_empty() { Some(None) } else { self.parse(field, label, text).map(Some) }
    }

    /// For what needs more than its own text to be right.
    pub fn take<T>(&mut self, field: &'static str, value: Result<T, String>) -> Option<T> {
        value.map_err(|message| self.messages.push((field, message))).ok()
    }

    /// Empty where nothing is wrong with it, as the form's macros expect it.
    pub fn of(&self, field: &str) -> &str {
        let error = self.messages.iter().find(|(wrong, _)| *wrong == field);
        error.map_or("", |(_, message)| message.as_str())
    }

    pub fn all(&self) -> &[(&'static str, String)] {
        &self.messages
    }

    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }
}

/// `field`: its label.
pub fn invalid_text(t: &Messages, field: &str, reason: InvalidText) -> String {
    match reason {
        InvalidText::Empty => t.text_empty(field),
        InvalidText::TooLong(max) => t.text_too_long(field, max),
        InvalidText::Unprintable => t.text_unprintable(field),
        InvalidText::NotAnEmailAddress => t.text_not_an_email_address(field),
        InvalidText::NotAPartnerId => t.text_not_a_partner_id(field),
        InvalidText::NotACountry => t.text_not_a_country(field),
        InvalidText::NotATimeZone => t.text_not_a_time_zone(field),
        InvalidText::NotATelephoneNumber => t.text_not_a_telephone_number(field),
        InvalidText::NotAWebsite => t.text_not_a_website(field),
        InvalidText::NotADomain => t.text_not_a_domain(field),
        InvalidText::NotADay => t.text_not_a_day(field),
        InvalidText::NotAQuantity => t.text_not_a_quantity(field),
    }
}

pub fn bad_code(t: &Messages, reason: BadCode) -> String {
    match reason {
        BadCode::Wrong => t.second_factor_code_wrong(),
        BadCode::Used => t.second_factor_code_used(),
    }
}

/// Too many codes were wrong.
pub fn held_up(t: &Messages, refusal: Refusal, now: OffsetDateTime) -> String {
    match refusal {
        Refusal::Until(until) => match (until - now).whole_seconds().max(1) {
            seconds @ ..120 => t.second_factor_wait(seconds),
            seconds => t.second_factor_wait_minutes((seconds + 59) / 60),
        },
        Refusal::UntilReset => t.second_factor_wait_for_reset(),
    }
}

pub fn weak_password(t: &Messages, reason: WeakPassword) -> String {
    match reason {
        WeakPassword::TooShort => t.password_too_short(password::LENGTH.start()),
        WeakPassword::TooLong => t.password_too_long(password::LENGTH.end()),
        WeakPassword::Common => t.password_common(),
        WeakPassword::OwnName => t.password_own_name(),
    }
}
