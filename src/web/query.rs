//! Filters, sorting and pages, as they stand in an address: unknown ones are ignored, and so is a bad value, with a note.

use std::{
    convert::Infallible,
    future::{Ready, ready},
    str::FromStr,
};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use time::{Date, format_description::BorrowedFormatItem, macros::format_description};

use crate::{domain::text, store::Position};

/// As `<input type="date">` sends it.
const DAY: &[BorrowedFormatItem] = format_description!("[year]-[month]-[day]");

/// The longest text that is looked for.
const LONGEST: usize = 100;

/// The query of an address.
pub struct Query(Vec<(String, String)>);

/// What an address says about one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said<T> {
    Nothing,
    This(T),
    /// Something that cannot be meant.
    Nonsense,
}

impl Query {
    pub fn parsed<T: FromStr>(&self, name: &str) -> Said<T> {
        match self.raw(name) {
            None | Some("") => Said::Nothing,
            Some(value) => value.parse().map_or(Said::Nonsense, Said::This),
        }
    }

    /// A text to look for.
    pub fn text(&self, name: &str) -> Said<String> {
        match self.raw(name).map(|value| text::line(value, LONGEST)) {
            None | Some(Err(text::InvalidText::Empty)) => Said::Nothing,
            Some(Ok(value)) => Said::This(value),
            Some(Err(_)) => Said::Nonsense,
        }
    }

    /// A day as a date field writes it: `2026-11-22`.
    pub fn day(&self, name: &str) -> Said<Date> {
        match self.raw(name) {
            None | Some("") => Said::Nothing,
            Some(value) => Date::parse(value, DAY)
                .ok()
                .filter(|day| (1900..=9998).contains(&day.year()))
                .map_or(Said::Nonsense, Said::This),
        }
    }

    /// The page of a list: `after` or `before` a row.
    pub fn position<I: FromStr>(&self) -> Said<Position<I>> {
        match (self.parsed("after"), self.parsed("before")) {
            (Said::This(id), Said::Nothing) => Said::This(Position::After(id)),
            (Said::Nothing, Said::This(id)) => Said::This(Position::Before(id)),
            (Said::Nothing, Said::Nothing) => Said::Nothing,
            _ => Said::Nonsense,
        }
    }

    fn raw(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl<T> Said<T> {
    pub fn is_nonsense(&self) -> bool {
        matches!(self, Self::Nonsense)
    }

    pub fn ok(self) -> Option<T> {
        match self {
            Self::This(value) => Some(value),
            _ => None,
        }
    }
}

impl FromRequest for Query {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let pairs = form_urlencoded::parse(request.query_string().as_bytes());
        ready(Ok(Self(pairs.into_owned().collect())))
    }
}

/// An address with a query of those values that are there.
pub fn address(path: &str, values: &[(&str, Option<&str>)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(values.iter().filter_map(|(name, value)| value.map(|value| (name, value))));
    match query.finish() {
        query if query.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}
