//! What somebody signed in with, as its browser names itself: enough to recognise one's own telephone, and no more than a
//! browser claims.

use super::words;

words! {
    /// Under the names that their makers give them.
    BrowserName {
        Edge = "Edge",
        Opera = "Opera",
        SamsungInternet = "Samsung Internet",
        Firefox = "Firefox",
        Chrome = "Chrome",
        Safari = "Safari",
    }
}

words! {
    /// Under the names that their makers give them.
    System {
        IPhone = "iPhone",
        IPad = "iPad",
        Android = "Android",
        ChromeOs = "ChromeOS",
        Windows = "Windows",
        MacOs = "macOS",
        Linux = "Linux",
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    pub browser: Option<BrowserName>,
    pub system: Option<System>,
}

/// Most browsers name those that they want to be taken for as well, so that the first that is found here counts.
const BROWSERS: [(&str, BrowserName); 12] = [
    ("Edg/", BrowserName::Edge),
    ("EdgA/", BrowserName::Edge),
    ("EdgiOS/", BrowserName::Edge),
    ("OPR/", BrowserName::Opera),
    ("OPT/", BrowserName::Opera),
    ("SamsungBrowser/", BrowserName::SamsungInternet),
    ("Firefox/", BrowserName::Firefox),
    ("FxiOS/", BrowserName::Firefox),
    ("Chrome/", BrowserName::Chrome),
    ("CriOS/", BrowserName::Chrome),
    ("Chromium/", BrowserName::Chrome),
    ("Safari/", BrowserName::Safari),
];

const SYSTEMS: [(&str, System); 8] = [
    ("iPhone", System::IPhone),
    ("iPad", System::IPad),
    ("Android", System::Android),
    ("CrOS", System::ChromeOs),
    ("Windows", System::Windows),
    ("Macintosh", System::MacOs),
    ("Mac OS X", System::MacOs),
    ("Linux", System::Linux),
];

impl Device {
    /// What a `User-Agent` header says; nothing where it says nothing that is known here.
    pub fn of(user_agent: &str) -> Self {
        Self { browser: first(&BROWSERS, user_agent), system: first(&SYSTEMS, user_agent) }
    }
}

fn first<T: Copy>(known: &[(&str, T)], user_agent: &str) -> Option<T> {
    known.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::{BrowserName::*, System::*, *};

    #[test]
    fn a_browser_is_known_by_what_it_alone_says() {
        for (user_agent, browser, system) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 \
                 Safari/537.36 Edg/143.0.0.0",
                Edge,
                Windows,
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                Firefox,
                Linux,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/26.0 Mobile/15E148 Safari/604.1",
                Safari,
                IPhone,
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 \
                 Chrome/136.0.0.0 Mobile Safari/537.36",
                SamsungInternet,
                Android,
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) \
                 Chrome/143.0.0.0 Safari/537.36",
                Chrome,
                MacOs,
            ),
        ] {
            let expected = Device { browser: Some(browser), system: Some(system) };
            assert_eq!(Device::of(user_agent), expected, "{user_agent}");
        }
    }

    #[test]
    fn what_says_nothing_known_is_nothing_known() {
        for user_agent in ["", "curl/8.14.1", "Mozilla/5.0", "🦀"] {
            assert_eq!(Device::of(user_agent), Device::default(), "{user_agent}");
        }
    }
}
