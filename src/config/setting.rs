//! One setting: its names, how it is written, and how its value gets in and out of [`Config`].

use std::{fmt, str::FromStr};

use super::Config;

/// What every variable of the environment begins with.
pub const PREFIX: &str = "LIAISON_";
/// What follows the name of a secret where a file is named that holds it.
const IN_A_FILE: &str = "_file";

/// All that anybody needs to know about a setting.
pub struct Setting {
    /// In the file: `listen`, or `site.name` for `name` under `[site]`.
    pub key: &'static str,
    pub kind: Kind,
    /// What it decides, for whoever has to decide it.
    pub says: &'static str,
    /// For one without a default: a value that shows how it is written, as in the file.
    pub sample: &'static str,
    /// Takes the words that were written: one, or any number for a list.
    pub set: fn(&mut Config, &[String]) -> Result<(), String>,
    /// The words that stand now, as they may be shown; none where it is not set.
    pub get: fn(&Config) -> Vec<String>,
}

/// How a setting is written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// A text that no message may repeat, and that a file of its own may hold.
    Secret,
    Number,
    Switch,
    /// Texts; in the environment they are separated by commas.
    List,
}

/// What a name stands for: the setting itself, or a file that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Value,
    File,
}

impl Setting {
    /// Its keys: a secret has two.
    pub fn keys(&self) -> impl Iterator<Item = (String, Holds)> {
        let own = (self.key.to_owned(), Holds::Value);
        let file = (format!("{}{IN_A_FILE}", self.key), Holds::File);
        [Some(own), Some(file).filter(|_| self.kind == Kind::Secret)].into_iter().flatten()
    }

    /// `Some("site")` for `site.name`.
    pub fn section(&self) -> Option<&'static str> {
        self.key.split_once('.').map(|(section, _)| section)
    }

    /// The key without its section.
    pub fn name(&self) -> &'static str {
        self.key.rsplit('.').next().unwrap_or(self.key)
    }

    /// Puts the words into `config`, or says what is wrong with them.
    pub fn apply(&self, config: &mut Config, words: &[String]) -> Result<(), String> {
        (self.set)(config, words).map_err(|problem| match (words, self.kind) {
            ([word], Kind::Text | Kind::Number | Kind::Switch) => format!("“{word}”: {problem}"),
            _ => problem,
        })
    }
}

/// The variable of the environment for a key: `LIAISON_SITE_NAME` for `site.name`.
pub fn variable(key: &str) -> String {
    format!("{PREFIX}{}", key.replace('.', "_").to_uppercase())
}

/// The one word of a setting that is no list.
pub fn one<T: FromStr<Err: fmt::Display>>(words: &[String]) -> Result<T, String> {
    let [word] = words else { return Err("one value is needed".to_owned()) };
    word.parse().map_err(|error: T::Err| error.to_string())
}

/// What is set, as words.
pub fn words<T: ToString>(value: impl IntoIterator<Item = T>) -> Vec<String> {
    value.into_iter().map(|value| value.to_string()).collect()
}

impl Kind {
    /// The words of a variable. An empty one sets nothing.
    pub fn split(self, text: &str) -> Vec<String> {
        match self {
            Self::List => words(text.split(',').map(str::trim)),
            _ => vec![text.trim().to_owned()],
        }
    }

    /// As a file says it.
    pub fn write(self, words: &[String]) -> String {
        let quoted = |word: &String| toml::Value::from(word.as_str()).to_string();
        match self {
            Self::List => format!("[{}]", words.iter().map(quoted).collect::<Vec<_>>().join(", ")),
            Self::Text | Self::Secret => words.iter().map(quoted).collect(),
            Self::Number | Self::Switch => words.concat(),
        }
    }

    /// What a file must hold, for whoever wrote something else.
    pub fn expected(self) -> &'static str {
        match self {
            Self::Text | Self::Secret => "a text in quotes is needed",
            Self::Number => "a whole number without quotes is needed",
            Self::Switch => "true or false without quotes is needed",
            Self::List => "a list of texts is needed, like [\"one\", \"two\"]",
        }
    }
}
