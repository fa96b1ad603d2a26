//! How browsers name the portal.

use std::str::FromStr;

use url::{Host, Url};

/// A scheme and a host, without a path: `https://portal.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PublicUrl {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str = "must be like https://portal.example: https, a host, maybe a port, no path; http only for loopback";
        let url = Url::parse(text).map_err(|_| EXPECTED)?;
        let is_bare = url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        let is_loopback = match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        let is_allowed = url.scheme() == "https" || url.scheme() == "http" && is_loopback;
        if !(is_bare && is_allowed) {
            return Err(EXPECTED);
        }
        // Without a port that goes without saying, as browsers write it.
        Ok(Self(url.origin().ascii_serialization()))
    }
}
