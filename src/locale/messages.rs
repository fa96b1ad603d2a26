//! The words of the pages. The methods are made from `locales/en.ftl` by `build/locales.rs`.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_langneg::{NegotiationStrategy, negotiate_languages, parse_accepted_languages};

use super::{article, numbers::Grouping};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// One language, falling back to English for what is not translated yet.
#[derive(Clone, Copy)]
pub struct Messages {
    language: &'static Language,
}

impl Messages {
    /// The language chosen by its code, if we have it; else the best one for an `Accept-Language`
    /// header; else English.
    pub fn negotiate(chosen: Option<&str>, accept_language: &str) -> Self {
        chosen
            .and_then(Self::in_language)
            .or_else(|| Self::accepted(accept_language))
            .unwrap_or_else(Self::english)
    }

    /// The language with this code (`hu`), if we have it.
    pub fn in_language(code: &str) -> Option<Self> {
        LANGUAGES.iter().find(|language| language.code == code).map(|language| Self { language })
    }

    fn accepted(accept_language: &str) -> Option<Self> {
        let wanted = parse_accepted_languages(&by_weight(accept_language));
        let offered: Vec<_> =
            LANGUAGES.iter().flat_map(|language| &language.bundle.locales).collect();
        let best = negotiate_languages(&wanted, &offered, None, NegotiationStrategy::Lookup);
        best.first().and_then(|best| Self::in_language(best.language.as_str()))
    }

    fn english() -> Self {
        Self::in_language("en").expect("build.rs needs locales/en.ftl")
    }

    /// The code of this language, for the page's `lang`.
    pub fn language(&self) -> &'static str {
        self.language.code
    }

    /// Every language we have: its code, and its name in the language itself.
    pub fn languages() -> impl Iterator<Item = (&'static str, String)> {
        LANGUAGES.iter().map(|language| (language.code, Self { language }.language_name()))
    }

    /// A number on its own, as the language writes it: `1,204`, `12 040`. Not for years and IDs.
    pub fn number(&self, number: impl Argument) -> String {
        match number.value() {
            FluentValue::String(text) => text.into_owned(),
            number => self.language.grouping.of_value(&number).unwrap_or_default(),
        }
    }

    fn format<const N: usize>(
        &self,
        name: &str,
        arguments: [(&str, FluentValue<'_>); N],
    ) -> String {
        let arguments = FluentArgs::from_iter(arguments);
        self.language
            .format(name, &arguments)
            .or_else(|| Self::english().language.format(name, &arguments))
            .unwrap_or_else(|| name.to_owned())
    }
}

/// `fluent_langneg` goes by the order alone, so the heaviest come first and refused ones go.
fn by_weight(accept_language: &str) -> String {
    let mut ranges: Vec<_> = accept_language
        .split(',')
        .map(|range| {
            let (name, weight) = range.split_once(';').unwrap_or((range, ""));
            let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
            (name.trim(), weight.unwrap_or_default())
        })
        .filter(|(_, weight)| *weight > 0.0)
        .collect();
    ranges.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    ranges.into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(",")
}

struct Language {
    code: &'static str,
    bundle: FluentBundle<FluentResource>,
    grouping: &'static Grouping,
}

static LANGUAGES: LazyLock<Vec<Language>> =
    LazyLock::new(|| LOCALES.iter().map(|(code, source)| Language::read(code, source)).collect());

impl Language {
    fn read(code: &'static str, source: &str) -> Self {
        let grouping = Grouping::of(code);
        let locale = code.parse().expect("locale files are named by language");
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The marks around a variable would be copied along with addresses and numbers.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouping.formatter()));
        bundle.add_function("ARTICLE", article::function).expect("the first function");
        let resource = FluentResource::try_new(source.to_owned()).expect("build.rs has parsed it");
        bundle.add_resource(resource).expect("build.rs has seen each message once");
        Self { code, bundle, grouping }
    }

    fn format(&self, name: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let text = self.bundle.format_pattern(pattern, Some(arguments), &mut Vec::new());
        Some(text.into_owned())
    }
}

/// What a message can be told: text, or a whole number that it may count with.
pub trait Argument {
    /// The value as Fluent knows it.
    fn value(&self) -> FluentValue<'_>;
}

impl Argument for str {
    fn value(&self) -> FluentValue<'_> {
        self.into()
    }
}

impl Argument for String {
    fn value(&self) -> FluentValue<'_> {
        self.as_str().into()
    }
}

impl<A: Argument + ?Sized> Argument for &A {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}

macro_rules! whole_numbers {
    ($($number:ty),*) => {$(
        impl Argument for $number {
            fn value(&self) -> FluentValue<'_> {
                (*self).into()
            }
        }
    )*};
}

whole_numbers!(u8, u16, u32, u64, usize, i32, i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_message() {
        for language in LANGUAGES.iter() {
            let missing: Vec<_> =
                NAMES.iter().filter(|name| !language.bundle.has_message(name)).collect();
            assert!(missing.is_empty(), "locales/{}.ftl lacks {missing:?}", language.code);
        }
    }

    #[test]
    fn a_chosen_language_wins_over_the_browsers() {
        let language = |chosen, accepted| Messages::negotiate(chosen, accepted).language();
        assert_eq!(language(Some("en"), "hu"), "en");
        assert_eq!(language(Some("tlh"), "hu"), "hu");
        assert_eq!(language(Some(""), ""), "en");
    }

    #[test]
    fn the_browsers_languages_are_tried_by_weight() {
        let language = |accepted| Messages::negotiate(None, accepted).language();
        assert_eq!(language("hu-HU,hu;q=0.9,en;q=0.8"), "hu");
        assert_eq!(language("en;q=0.3, hu;q=0.9"), "hu");
        assert_eq!(language("hu;q=0, en-GB"), "en");
        assert_eq!(language("de-AT,de;q=0.9,hu;q=0.5,en;q=0.1"), "hu");
        assert_eq!(language("fr"), "en");
        assert_eq!(language("*"), "en");
        assert_eq!(language("%%,;;q=x"), "en");
    }

    #[test]
    fn languages_name_themselves() {
        let languages: Vec<_> = Messages::languages().collect();
        assert_eq!(languages, [("en", "English".to_owned()), ("hu", "Magyar".to_owned())]);
    }

    #[test]
    fn a_number_is_printed_and_counted_with() {
        let source = "found = { $count ->\n [one] { $count } customer\n *[other] { $count } customers\n }\nby = { ARTICLE($name) } { $name }";
        let say = |code, name, argument: FluentValue<'_>| {
            let arguments =
                FluentArgs::from_iter([("count", argument.clone()), ("name", argument)]);
            Language::read(code, source).format(name, &arguments)
        };
        assert_eq!(say("en", "found", 1.into()).as_deref(), Some("1 customer"));
        assert_eq!(say("en", "found", 1204.into()).as_deref(), Some("1,204 customers"));
        assert_eq!(say("hu", "found", 1204.into()).as_deref(), Some("1204 customers"));
        assert_eq!(say("hu", "found", 12040.into()).as_deref(), Some("12\u{a0}040 customers"));
        assert_eq!(say("en", "found", "2026".into()).as_deref(), Some("2026 customers"));
        assert_eq!(say("hu", "by", "Őrség Kft.".into()).as_deref(), Some("az Őrség Kft."));
        assert_eq!(say("hu", "by", 1000.into()).as_deref(), Some("az 1000"));
    }
}
