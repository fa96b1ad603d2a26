//! Telephone numbers as people write them, of which something can be dialled.

use std::{fmt, str::FromStr};

use crate::domain::text::{InvalidText, line};

/// In the notation that somebody typed: `+36 (1) 555-0100`, `06 1/555 0100 ext. 12`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telephone(String);

/// What stands before an extension, in both languages.
const EXTENSIONS: [&str; 7] = ["x", "ext", "ext.", "extension", "m", "m.", "mellék"];

/// The longest number of the world has 15 digits (E.164); nobody answers at fewer than 3.
const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;

impl FromStr for Telephone {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let text = line(text, 40)?;
        let (number, extension) = parts(&text);
        let is_plain = number.chars().all(|c| c.is_ascii_digit() || "+ ()-/.".contains(c));
        // A plus stands for the digits that lead out of a country: before all others, or nowhere.
        let has_plus_first =
            number.trim_start_matches(['(', ' ']).rfind('+').is_none_or(|at| at == 0);
        let is_number = is_plain && has_plus_first && DIGITS.contains(&digits(number).len());
        let is_extension = extension.is_none_or(|(word, number)| {
            EXTENSIONS.contains(&word.to_lowercase().as_str())
                && (1..=6).contains(&number.len())
                && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        if is_number && is_extension {
            Ok(Self(text))
        } else {
            Err(InvalidText::NotATelephoneNumber)
        }
    }
}

/// The number, and what stands after it: a word and the extension's digits.
fn parts(text: &str) -> (&str, Option<(&str, &str)>) {
    let Some(at) = text.find(char::is_alphabetic) else { return (text, None) };
    let (number, rest) = text.split_at(at);
    let end = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
    let (word, extension) = rest.split_at(end);
    (number, Some((word.trim(), extension)))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The `tel:` address of a telephone number (RFC 3966): digits and a leading plus, whatever people typed between them.
pub fn telephone_link(number: &str) -> String {
    let (number, extension) = parts(number);
    let plus = if number.contains('+') { "+" } else { "" };
    let extension = extension.map(|(_, extension)| digits(extension)).unwrap_or_default();
    let separator = if extension.is_empty() { "" } else { ";ext=" };
    format!("tel:{plus}{}{separator}{extension}", digits(number))
}

impl fmt::Display for Telephone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Telephone> for String {
    fn from(telephone: Telephone) -> Self {
        telephone.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_can_be_dialled_goes_into_a_telephone_link() {
        assert_eq!(telephone_link("+36 (1) 555-0100"), "tel:+3615550100");
        assert_eq!(telephone_link("06 1/555.0100"), "tel:0615550100");
        assert_eq!(telephone_link("+36 1 555 0100 ext. 12"), "tel:+3615550100;ext=12");
        assert_eq!(telephone_link("\"><script>"), "tel:");
    }

    #[test]
    fn a_number_is_kept_as_it_is_written() {
        for text in [
            "+36 1 555 0100",
            "(+36) 1 555-0100",
            "112",
            "06/1/555.0100",
            "555 0100 x7",
            "1234 Mellék 12",
        ] {
            assert_eq!(text.parse::<Telephone>().map(String::from).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_refused() {
        for text in [
            "12",
            "-- / --",
            "1234567890123456",
            "1 555 0100 +36",
            "++36 1 555 0100",
            "call us",
            "555 0100 call 7",
            "555 0100 ext",
            "555 0100 ext 1234567",
            "٠٦١٥٥٥",
            "555;0100",
            "555#1",
        ] {
            assert_eq!(text.parse::<Telephone>(), Err(InvalidText::NotATelephoneNumber), "{text}");
        }
        assert_eq!("".parse::<Telephone>(), Err(InvalidText::Empty));
        assert_eq!("5".repeat(41).parse::<Telephone>(), Err(InvalidText::TooLong(40)));
    }

    proptest! {
        /// An address that a browser dials, whatever was accepted.
        #[test]
        fn what_is_accepted_can_be_dialled(text in "[+]?[0-9 ()/.-]{0,20}( ?(x|ext[.]) ?[0-9]{0,7})?|\\PC{0,20}") {
            if let Ok(telephone) = text.parse::<Telephone>() {
                let link = telephone_link(&telephone.to_string());
                let (number, extension) = link.split_once(";ext=").unwrap_or((&link, "0"));
                let number = number.strip_prefix("tel:").unwrap().trim_start_matches('+');
                prop_assert!(DIGITS.contains(&number.len()), "{}", link);
                prop_assert!((number.to_owned() + extension).bytes().all(|byte| byte.is_ascii_digit()));
            }
        }
    }
}
