//! Names in the order of the alphabet, and found however they are typed.
//!
//! SQLite and PostgreSQL order and compare text each in its own way, so the keys are made here
//! and kept in columns. They must be made anew when a new version of the collator orders
//! differently.

use std::{convert::Infallible, sync::LazyLock};

use icu_collator::{
    Collator, CollatorBorrowed, CollatorPreferences,
    options::{CollatorOptions, Strength},
    preferences::CollationNumericOrdering,
};
use icu_locale_core::locale;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Hungarian for every reader: one key a row, and it orders English names as an English reader
/// would, but for *cs* and its like.
static COLLATOR: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::from(locale!("hu"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    // Accents, then upper and lower case, decide between names that are else equal.
    options.strength = Some(Strength::Tertiary);
    Collator::try_new(preferences, options).expect("the rules are compiled in")
});

/// Less than every byte of a key, so that a shorter first part comes first.
const SEPARATOR: u8 = 0;

/// Bytes that stand in the order in which a Hungarian reader expects the texts; numbers within a
/// text count as numbers.
pub fn sort_key(text: &str) -> Vec<u8> {
    sort_key_of(&[text])
}

/// The key of several parts, where a later part only decides when the earlier ones are equal.
pub fn sort_key_of(parts: &[&str]) -> Vec<u8> {
    let mut key = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            key.push(SEPARATOR);
        }
        let written: Result<_, Infallible> = COLLATOR.write_sort_key_to(part, &mut key);
        let Ok(()) = written;
    }
    key
}

/// What a text is searched by: `Őrség  Kft.` → `orseg kft.`
pub fn search_key(text: &str) -> String {
    let plain: String =
        text.to_lowercase().nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Finds what a person typed anywhere within a search key: `key LIKE pattern ESCAPE '\'`.
pub fn like_pattern(typed: &str) -> String {
    let mut pattern = String::from("%");
    for letter in search_key(typed).chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern + "%"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn assert_order(texts: &[&str]) {
        for pair in texts.windows(2) {
            assert!(sort_key(pair[0]) < sort_key(pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn names_stand_as_in_a_hungarian_directory() {
        assert_order(&["Ágoston", "Almáskert", "Angyal"]);
        assert_order(&["cukor", "czibere", "csaba", "dél"]);
        assert_order(&["gúnár", "gyártó", "hal"]);
        assert_order(&["Szolnok Kft.", "szű", "Tabán"]);
        assert_order(&["sün", "szabó", "tél", "tyúk", "zugló", "zsolt"]);
        assert_order(&["olaj", "óra", "orgona", "ökör", "őrség", "út", "utca", "űr", "üveg"]);
    }

    #[test]
    fn accents_and_case_decide_last_and_numbers_count() {
        assert_order(&["alma", "Alma", "álma", "almás"]);
        assert_order(&["Raktár 2", "Raktár 10"]);
        assert_eq!(sort_key("ő"), sort_key("o\u{30b}"));
    }

    #[test]
    fn a_later_part_only_breaks_ties() {
        let key = |parts: &[&str]| sort_key_of(parts);
        assert!(key(&["Alma", "Z"]) < key(&["Almás", "A"]));
        assert!(key(&["Alma", "A"]) < key(&["Alma", "Z"]));
        assert!(key(&["Alma", "Z"]) < key(&["Álma", "A"]));
        assert!(key(&["", "Z"]) < key(&["A", "A"]));
        assert_eq!(key(&["Alma"]), sort_key("Alma"));
    }

    #[test]
    fn a_search_overlooks_accents_case_and_spaces() {
        assert_eq!(search_key("Őrség"), "orseg");
        assert_eq!(search_key("  ÁRVÍZTŰRŐ\u{a0} tükörfúrógép\n"), "arvizturo tukorfurogep");
        assert_eq!(search_key("Crème Brûlée İstanbul"), "creme brulee istanbul");
        assert_eq!(search_key(" "), "");
    }

    #[test]
    fn what_is_typed_is_no_pattern() {
        assert_eq!(like_pattern("Őrség"), "%orseg%");
        assert_eq!(like_pattern(r"100% a_b\c"), r"%100\% a\_b\\c%");
        assert_eq!(like_pattern(""), "%%");
    }

    proptest! {
        #[test]
        fn no_key_holds_the_separator(text in ".*") {
            prop_assert!(!sort_key(&text).contains(&SEPARATOR));
        }

        #[test]
        fn a_search_key_is_its_own(text in ".*") {
            let key = search_key(&text);
            prop_assert_eq!(search_key(&key), key);
        }
    }
}
