//! Text that people type: parsed once, and then known to be fit to keep and to show.

use std::{fmt, str::FromStr};

use time::{Date, Month};

/// Why a text was not accepted; the page words it beside the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidText {
    Empty,
    /// Longer than this many characters.
    TooLong(usize),
    /// Control characters, or marks that turn the direction of writing: what is shown would not be what is stored.
    Unprintable,
    NotAnEmailAddress,
    NotAPartnerId,
    NotACountry,
    NotATimeZone,
    NotATelephoneNumber,
    NotAWebsite,
    NotADomain,
    NotADay,
    NotAQuantity,
}

/// One line of text of at most `max` characters, without blanks around it.
pub fn line(text: &str, max: usize) -> Result<String, InvalidText> {
    let text = text.trim();
    if text.is_empty() {
        Err(InvalidText::Empty)
    } else if text.chars().count() > max {
        Err(InvalidText::TooLong(max))
    } else if text.chars().any(is_unprintable) {
        Err(InvalidText::Unprintable)
    } else {
        Ok(text.to_owned())
    }
}

/// Several lines of at most `max` characters together, without blanks and empty lines around them.
pub fn lines(text: &str, max: usize) -> Result<String, InvalidText> {
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    if text.chars().any(|c| c != '\n' && is_unprintable(c)) {
        return Err(InvalidText::Unprintable);
    }
    match text.chars().count() {
        0 => Err(InvalidText::Empty),
        length if length > max => Err(InvalidText::TooLong(max)),
        _ => Ok(text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")),
    }
}

/// Control characters, direction marks, and U+FFFD, which stands where bytes were no text at all.
pub fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2028}' | '\u{2029}' | '\u{fffd}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }
    )+};
}

texts! {
    /// The name of a person or an organisation.
    Name
    /// In lower case, so that one person has one account however the address is typed.
    EmailAddress
    /// A partner's number at the vendor, for example 4391507.
    MpnId
    /// Two capital letters (ISO 3166), for example HU.
    Country
    /// By which somebody knows a customer or a subscription: the vendor, or a partner in its own books.
    Number
    /// Why somebody says no, in their own words.
    Reason
    /// A customer's domain in small letters, for example almaskert.example. A name with other letters is written as it
    /// stands in the directory of domains (`xn--…`).
    DomainName
}

impl FromStr for Name {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        line(text, 100).map(Self)
    }
}

impl FromStr for Number {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        line(text, 64).map(Self)
    }
}

impl FromStr for Reason {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        line(text, 300).map(Self)
    }
}

impl FromStr for EmailAddress {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let text = line(text, 254)?;
        match email_address::EmailAddress::from_str(&text) {
            Ok(address) if address.display_part().is_empty() => Ok(Self(text.to_lowercase())),
            _ => Err(InvalidText::NotAnEmailAddress),
        }
    }
}

impl FromStr for MpnId {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let text = line(text, 10)?;
        let is_number = text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { Ok(Self(text)) } else { Err(InvalidText::NotAPartnerId) }
    }
}

impl FromStr for Country {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let text = line(text, 2).map_err(|reason| match reason {
            InvalidText::TooLong(_) => InvalidText::NotACountry,
            other => other,
        })?;
        let is_code = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
        if is_code { Ok(Self(text.to_uppercase())) } else { Err(InvalidText::NotACountry) }
    }
}

impl FromStr for DomainName {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let text = line(text, 253)?.to_ascii_lowercase();
        let is_label = |label: &str| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        // Numbers all through are an address of a machine.
        let last = text.rsplit('.').next().unwrap_or_default();
        let is_name = last.bytes().any(|byte| byte.is_ascii_alphabetic());
        if text.contains('.') && text.split('.').all(is_label) && is_name {
            Ok(Self(text))
        } else {
            Err(InvalidText::NotADomain)
        }
    }
}

/// A day as browsers send it: `2026-11-22`.
pub fn day(text: &str) -> Result<Date, InvalidText> {
    let text = line(text, 10)?;
    let parts: Vec<_> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return Err(InvalidText::NotADay) };
    let number = |digits: &str, length| {
        let is_number = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let date = || {
        let month = u8::try_from(number(month, 2)?).ok()?;
        let day = u8::try_from(number(day, 2)?).ok()?;
        let year = number(year, 4).filter(|year| *year > 0)?;
        Date::from_calendar_date(i32::from(year), Month::try_from(month).ok()?, day).ok()
    };
    date().ok_or(InvalidText::NotADay)
}

/// How many licences, from none to a million.
pub fn quantity(text: &str) -> Result<i32, InvalidText> {
    let text = line(text, 7).map_err(|reason| match reason {
        InvalidText::TooLong(_) => InvalidText::NotAQuantity,
        other => other,
    })?;
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = if is_number { text.parse().ok() } else { None };
    number.filter(|number| *number <= 1_000_000).ok_or(InvalidText::NotAQuantity)
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn a_domain_is_a_name_with_a_dot_in_small_letters() {
        let domain: DomainName = " Almaskert.EXAMPLE ".parse().unwrap();
        assert_eq!(domain.as_str(), "almaskert.example");
        for text in ["xn--rsg-tna3k.example", "a-b.c1.example", "1.example"] {
            assert!(text.parse::<DomainName>().is_ok(), "{text}");
        }
        let long = format!("{}.example", "x".repeat(64));
        for text in [
            "",
            "example",
            ".example",
            "a..example",
            "a.example.",
            "-a.example",
            "a-.example",
            "a b.example",
            "őrség.example",
            "https://a.example",
            "a.example/x",
            "anna@a.example",
            "10.0.0.1",
            "a_b.example",
            &long,
        ] {
            assert!(text.parse::<DomainName>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_is_written_as_browsers_write_it() {
        assert_eq!(day("2026-11-30"), Ok(date!(2026 - 11 - 30)));
        for text in
            ["2026-02-30", "30-11-2026", "2026-1-1", "+026-11-30", "2026/11/30", "0000-01-01"]
        {
            assert_eq!(day(text), Err(InvalidText::NotADay), "{text}");
        }
    }

    #[test]
    fn a_quantity_is_a_number_of_licences() {
        assert_eq!(quantity(" 25 "), Ok(25));
        assert_eq!(quantity("0"), Ok(0));
        assert_eq!(quantity(""), Err(InvalidText::Empty));
        for text in ["-1", "1.5", "1 000", "1000001", "99999999999", "x", "٢"] {
            assert_eq!(quantity(text), Err(InvalidText::NotAQuantity), "{text}");
        }
    }

    #[test]
    fn a_line_is_trimmed_and_measured_in_characters() {
        assert_eq!(line("  Őrség Panzió Bt. ", 16).as_deref(), Ok("Őrség Panzió Bt."));
        assert_eq!(line("ŐŐŐ", 2), Err(InvalidText::TooLong(2)));
        assert_eq!(line(" \t ", 10), Err(InvalidText::Empty));
    }

    #[test]
    fn lines_are_kept_as_lines() {
        assert_eq!(lines(" \r\none \r\n\r\ntwo\n ", 9).as_deref(), Ok("one\n\ntwo"));
        assert_eq!(lines("one\ntwo", 6), Err(InvalidText::TooLong(6)));
        assert_eq!(lines(" \r\n ", 6), Err(InvalidText::Empty));
        for text in ["a\rb", "a\tb", "a\u{2028}b", "a\0"] {
            assert_eq!(lines(text, 9), Err(InvalidText::Unprintable), "{text:?}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_refused() {
        for text in ["a\0b", "a\u{202e}b", "a\u{2067}b", "a\u{7f}b", "a\nb", "a\u{fffd}b"] {
            assert_eq!(line(text, 10), Err(InvalidText::Unprintable), "{text:?}");
        }
    }

    #[test]
    fn an_email_address_is_kept_in_lower_case() {
        let address: EmailAddress = "Anna.Kovacs@Danube.Example".parse().unwrap();
        assert_eq!(address.as_str(), "anna.kovacs@danube.example");
        for text in ["anna", "@danube.example", "Anna <anna@danube.example>", "a b@c.example"] {
            assert!(text.parse::<EmailAddress>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_partner_id_is_a_number() {
        assert!("4391507".parse::<MpnId>().is_ok());
        for text in ["", "43915O7", "-4391507", "43915071234", "١٢٣٤٥"] {
            assert!(text.parse::<MpnId>().is_err(), "{text}");
        }
    }
}
