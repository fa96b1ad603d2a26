//! What customers and resellers tell a provider about a support contact: each is one line on its work list.

use std::str::FromStr;

use super::{
    text::{self, InvalidText},
    words,
};

words! {
    /// What is the matter.
    ReportKind {
        /// A customer: the contact does not answer, or its details are wrong.
        WrongContact = "wrong_contact",
        /// A customer would like somebody else.
        AnotherContact = "another_contact",
        /// The designated reseller: this customer or product is not ours to support.
        NotOurs = "not_ours",
    }
}

impl ReportKind {
    /// What a customer tells; the other is a reseller's.
    pub const OF_CUSTOMERS: [Self; 2] = [Self::WrongContact, Self::AnotherContact];
}

/// What somebody adds in their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note(String);

impl Note {
    /// In characters.
    pub const LONGEST: usize = 500;

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Note {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        text::lines(text, Self::LONGEST).map(Self)
    }
}
