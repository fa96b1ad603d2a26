//! How a partner wants to be reached.

mod telephone;
mod website;

use std::str::FromStr;

pub use self::{
    telephone::{Telephone, telephone_link},
    website::{Website, website_link, website_name},
};
use super::{
    closed_dates::ClosedDates,
    opening_hours::OpeningHours,
    text::{EmailAddress, InvalidText, lines},
    words,
};

words! {
    /// What a customer needs to know at least.
    Part {
        Email = "email",
        Telephone = "telephone",
        Hours = "hours",
    }
}

words! {
    /// A language in which a partner answers, by its two letters (ISO 639); each has a name in the portal's languages.
    Language {
        Hungarian = "hu",
        English = "en",
        German = "de",
        Slovak = "sk",
        Romanian = "ro",
        Serbian = "sr",
        Croatian = "hr",
        Slovenian = "sl",
        Ukrainian = "uk",
        Polish = "pl",
        Czech = "cs",
        French = "fr",
        Italian = "it",
        Spanish = "es",
    }
}

/// What customers see of their support contact; every part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SupportProfile {
    pub email: Option<String>,
    pub telephone: Option<String>,
    /// Answered outside the hours, for what cannot wait.
    pub urgent_telephone: Option<String>,
    pub website: Option<String>,
    /// In the time zone of the partner.
    pub hours: Option<OpeningHours>,
    pub closed_dates: ClosedDates,
    /// Two-letter codes, for example `hu`.
    pub languages: Vec<String>,
    pub note: Option<String>,
}

/// What somebody has filled in: every part has been looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilledProfile {
    pub email: Option<EmailAddress>,
    pub telephone: Option<Telephone>,
    pub urgent_telephone: Option<Telephone>,
    pub website: Option<Website>,
    pub hours: Option<OpeningHours>,
    pub closed_dates: ClosedDates,
    pub languages: Vec<Language>,
    pub note: Option<Note>,
}

/// Why an edited profile is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotEdit {
    /// Somebody else has changed it since the form was shown: what stands now comes back, and the choice.
    Stale,
    /// Somebody has signed in for this reseller: it speaks for itself.
    HasOwnPeople,
    /// Another provider of this reseller has filled it in.
    EnteredByOther,
}

/// What else customers should know: a few lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note(String);

impl FromStr for Note {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        lines(text, 500).map(Self)
    }
}

impl SupportProfile {
    /// Nobody could be reached by it: the provider's details stand in its place (`docs/domain.md` rule 38).
    pub fn is_empty(&self) -> bool {
        [&self.email, &self.telephone, &self.urgent_telephone, &self.website]
            .into_iter()
            .all(Option::is_none)
    }

    /// What keeps it from being complete; `store` asks the same in SQL (`support_details::PROFILE_IS_COMPLETE`).
    pub fn missing(&self) -> Vec<Part> {
        let parts = [
            (Part::Email, self.email.is_none()),
            (Part::Telephone, self.telephone.is_none()),
            (Part::Hours, self.hours.is_none()),
        ];
        parts.into_iter().filter(|(_, is_missing)| *is_missing).map(|(part, _)| part).collect()
    }
}

impl From<FilledProfile> for SupportProfile {
    fn from(filled: FilledProfile) -> Self {
        Self {
            email: filled.email.map(String::from),
            telephone: filled.telephone.map(String::from),
            urgent_telephone: filled.urgent_telephone.map(String::from),
            website: filled.website.map(String::from),
            hours: filled.hours,
            closed_dates: filled.closed_dates,
            languages: filled.languages.iter().map(ToString::to_string).collect(),
            note: filled.note.map(|note| note.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_needs_email_telephone_and_hours() {
        let mut profile = SupportProfile::default();
        assert_eq!(profile.missing(), Part::ALL);
        profile.telephone = Some("+36 1 555 0100".to_owned());
        profile.website = Some("https://tisza.example".to_owned());
        assert_eq!(profile.missing(), [Part::Email, Part::Hours]);
        profile.email = Some("support@tisza.example".to_owned());
        profile.hours = Some(OpeningHours::around_the_clock());
        assert_eq!(profile.missing(), []);
    }
}
