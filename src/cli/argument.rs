//! What is typed on the command line, as what it stands for; the reason of a refusal is worded as on the pages.

use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::{
    domain::{partner::PartnerKind, text::InvalidText},
    locale::{Messages, Zone},
    web::text_errors::invalid_text,
};

/// A text that is parsed once. `what`: what it is called in the reason of a refusal.
pub fn text<T>(what: &'static str) -> impl Fn(&str) -> Result<T, String> + Clone
where
    T: FromStr<Err = InvalidText>,
{
    move |text| text.parse().map_err(|reason| reason_of(what, reason))
}

pub fn zone(text: &str) -> Result<Zone, String> {
    let named = Zone::named(text.trim());
    named.ok_or_else(|| reason_of("time zone", InvalidText::NotATimeZone))
}

/// One of the words that there are; clap names them where it is none.
pub fn kind() -> impl TypedValueParser<Value = PartnerKind> {
    let words = PartnerKind::ALL.iter().map(|kind| kind.as_str());
    PossibleValuesParser::new(words).try_map(|word| word.parse::<PartnerKind>())
}

fn reason_of(what: &str, reason: InvalidText) -> String {
    invalid_text(&Messages::negotiate(Some("en"), ""), what, reason)
}
