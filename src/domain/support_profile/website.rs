//! Websites that are safe to link to.

use std::{fmt, str::FromStr};

use url::{Host, Url};

use crate::domain::text::{InvalidText, line};

/// An https address without a user's name; one that is typed without `https://` gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Website(String);

impl FromStr for Website {
    type Err = InvalidText;

    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let text = line(text, 200)?;
        let has_scheme = text.contains("://")
            || text.split(['/', '?', '#', '.']).next().is_some_and(|start| start.contains(':'));
        let text = if has_scheme { text } else { format!("https://{text}") };
        let url = Url::parse(&text).ok().filter(is_website).ok_or(InvalidText::NotAWebsite)?;
        let text = String::from(url);
        let is_only_host = text.matches('/').count() == 3 && text.ends_with('/');
        Ok(Self(if is_only_host { text.trim_end_matches('/').to_owned() } else { text }))
    }
}

/// A host with a dot that is not only numbers: nobody's website is a machine of the network at hand.
fn is_website(url: &Url) -> bool {
    let Some(Host::Domain(host)) = url.host() else { return false };
    url.scheme() == "https"
        && url.username().is_empty()
        && url.password().is_none()
        && host.trim_matches('.') == host
        && host.contains('.')
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

impl fmt::Display for Website {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Website> for String {
    fn from(website: Website) -> Self {
        website.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_https_is_linked() {
        assert_eq!(website_link("https://tisza.example/help"), Some("https://tisza.example/help"));
        for address in
            ["http://tisza.example", "javascript:alert(1)", "https://", "//tisza.example"]
        {
            assert_eq!(website_link(address), None, "{address}");
        }
    }

    #[test]
    fn a_website_is_typed_with_or_without_its_scheme() {
        for (typed, kept) in [
            ("tisza.example", "https://tisza.example"),
            ("https://Tisza.Example/", "https://tisza.example"),
            (" tisza.example/help?x=1#y ", "https://tisza.example/help?x=1#y"),
            ("tisza.example:8443/help", "https://tisza.example:8443/help"),
            ("https://tisza.example/help/", "https://tisza.example/help/"),
            ("őrség.example", "https://xn--rsg-cma13c.example"),
        ] {
            assert_eq!(typed.parse::<Website>().map(String::from).as_deref(), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn what_is_no_https_address_is_refused() {
        for text in [
            "http://tisza.example",
            "javascript:alert(1)",
            "mailto:a@tisza.example",
            "https://",
            "tisza",
            "https://user@tisza.example",
            "https://user:x@tisza.example",
            "https://127.0.0.1",
            "[::1]",
            "https://.example",
            "tisza.example.",
            "data:text/html,x",
            "//",
            "a b.example",
            "ftp://tisza.example",
        ] {
            assert_eq!(text.parse::<Website>(), Err(InvalidText::NotAWebsite), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_accepted_is_linked_and_read_again(text in "(https://)?[a-z0-9.]{1,12}[:/?#@a-zé.%]{0,8}|\\PC{0,20}") {
            if let Ok(website) = text.parse::<Website>() {
                let text = website.to_string();
                prop_assert_eq!(website_link(&text), Some(text.as_str()));
                prop_assert!(!text.contains(['"', '<', '>', ' ', '@']) || !text.split('/').nth(2).unwrap().contains('@'));
                prop_assert_eq!(text.parse::<Website>(), Ok(website));
            }
        }
    }
}
