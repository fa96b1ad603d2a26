//! The Hungarian article before a name that is only known when the page is shown.

use fluent_bundle::{FluentArgs, FluentValue};
use unicode_normalization::UnicodeNormalization;

/// `ARTICLE($name)` in a message.
pub(super) fn function<'a>(positional: &[FluentValue<'a>], _: &FluentArgs) -> FluentValue<'a> {
    match positional {
        [FluentValue::String(text)] => article(text).into(),
        [FluentValue::Number(number)] => article(&number.as_string()).into(),
        _ => FluentValue::Error,
    }
}

/// Goes by how the first word is spoken: *az öt*, *az egy*, *az ezer*, *az egymillió*. Quotation
/// marks before the name are silent.
fn article(text: &str) -> &'static str {
    let spoken = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_open = match spoken.chars().next() {
        Some('5') => true,
        Some('1') => matches!(leading_digits(spoken), 1 | 4 | 7),
        Some(first) => is_vowel(first),
        None => false,
    };
    if is_open { "az" } else { "a" }
}

/// A number may be parted by no-break spaces, as we write it ourselves.
fn leading_digits(text: &str) -> usize {
    let number = text.chars().take_while(|c| c.is_ascii_digit() || *c == '\u{a0}');
    number.filter(char::is_ascii_digit).count()
}

fn is_vowel(letter: char) -> bool {
    let plain = letter.nfd().next().unwrap_or(letter);
    matches!(plain.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::article;

    #[test]
    fn the_article_goes_by_the_first_sound() {
        for text in [
            "Alma",
            "alma",
            "Ágoston",
            "egyesület",
            "Élet",
            "Irón",
            "Író",
            "Otthon",
            "Óra",
            "Ökör",
            "Őrség",
            "őrség",
            "Utazó",
            "Út",
            "Üveg",
            "Űr",
            "Ärzte",
            "E",
            "5",
            "51",
            "500",
            "1",
            "1000",
            "1204",
            "1000000",
            "1234567",
            "1 Alma",
            "1. sor",
            "1\u{a0}204\u{a0}000",
            "„Alma” Kft.",
            "\"Alma\"",
        ] {
            assert_eq!(article(text), "az", "{text}");
        }
        for text in [
            "Balaton",
            "Duna",
            "Gyöngy",
            "Székely",
            "Zrt.",
            "Yettel",
            "4",
            "25",
            "15 fő",
            "10",
            "12",
            "100",
            "123",
            "12040",
            "100000",
            "12\u{a0}040",
            "2026",
            "",
            "„Balaton”",
            "—",
        ] {
            assert_eq!(article(text), "a", "{text}");
        }
    }
}
