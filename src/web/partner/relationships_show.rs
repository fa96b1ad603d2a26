//! Which relationships and requests are shown, as it stands in an address.

use std::str::FromStr;

use crate::{
    domain::UnknownWord,
    web::{paths, query::address},
};

/// The tabs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    Waiting,
    Active,
    Ended,
}

impl Show {
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Active, Self::Ended];

    /// The tab's own, without a filter.
    pub fn address(self) -> String {
        address(paths::RELATIONSHIPS, &[("show", Some(self.word()))])
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Active => "active",
            Self::Ended => "ended",
        }
    }
}

impl FromStr for Show {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.into_iter().find(|show| show.word() == word).ok_or(UnknownWord)
    }
}

/// How long a request has waited at least.
pub struct Since;

pub const WEEK: &str = "week";

impl FromStr for Since {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        (word == WEEK).then_some(Self).ok_or(UnknownWord)
    }
}
