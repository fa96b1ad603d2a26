//! How a partner wants to be reached.

use super::{closed_dates::ClosedDates, opening_hours::OpeningHours, words};

words! {
    /// What a customer needs to know at least.
    Part {
        Email = "email",
        Telephone = "telephone",
        Hours = "hours",
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

/// The `tel:` address of a telephone number: digits and a leading plus, whatever people typed between them.
pub fn telephone_link(number: &str) -> String {
    let dialled = number.chars().filter(|c| c.is_ascii_digit() || *c == '+');
    dialled.fold(String::from("tel:"), |mut link, c| {
        link.push(c);
        link
    })
}

/// The address of a website, where it is one that is safe to link to.
pub fn website_link(website: &str) -> Option<&str> {
    let host = website.strip_prefix("https://")?;
    (!host.is_empty() && !host.starts_with('/')).then_some(website)
}

/// As people say it: without `https://` and a slash at the end.
pub fn website_name(website: &str) -> &str {
    website.strip_prefix("https://").unwrap_or(website).trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_dialled_goes_into_a_telephone_link() {
        assert_eq!(telephone_link("+36 (1) 555-0100"), "tel:+3615550100");
        assert_eq!(telephone_link("\"><script>"), "tel:");
    }

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

    #[test]
    fn only_https_is_linked() {
        assert_eq!(website_link("https://tisza.example/help"), Some("https://tisza.example/help"));
        for address in
            ["http://tisza.example", "javascript:alert(1)", "https://", "//tisza.example"]
        {
            assert_eq!(website_link(address), None, "{address}");
        }
    }
}
