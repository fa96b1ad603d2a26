//! How a partner wants to be reached.

use super::opening_hours::OpeningHours;

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
    fn only_https_is_linked() {
        assert_eq!(website_link("https://tisza.example/help"), Some("https://tisza.example/help"));
        for address in
            ["http://tisza.example", "javascript:alert(1)", "https://", "//tisza.example"]
        {
            assert_eq!(website_link(address), None, "{address}");
        }
    }
}
