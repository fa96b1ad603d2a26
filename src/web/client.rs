//! Who is at the other end of a request.

use std::net::IpAddr;

use actix_web::{HttpRequest, http::header::USER_AGENT};

use super::{auth, known_browser, session::BrowserSession, site::Site};
use crate::store::Browser;

/// Longer ones are cut off: nobody recognises a device by more.
const USER_AGENT_LENGTH: usize = 200;

/// The browser that signs in.
pub fn browser(request: &HttpRequest) -> Browser {
    let site = Site::of(request);
    let user_agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
    Browser {
        address: address(request, &site.trusted_proxies).map(|address| address.to_string()),
        user_agent: user_agent.map(|text| text.chars().take(USER_AGENT_LENGTH).collect()),
        previous: BrowserSession::of(request).token(),
        marks: known_browser::marks(request),
        request: auth::request_id(request),
    }
}

/// How much the portal knows of where a request comes from. In words, since a doctor asks for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comes {
    /// Straight from its peer, as far as anybody trusted says.
    Directly,
    /// From whom a trusted proxy names.
    Forwarded,
    /// From a trusted proxy that names nobody: all who come through it seem to be one.
    Unnamed,
}

impl Comes {
    const ALL: [Self; 3] = [Self::Directly, Self::Forwarded, Self::Unnamed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Directly => "directly",
            Self::Forwarded => "forwarded",
            Self::Unnamed => "unnamed",
        }
    }

    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|comes| comes.as_str() == word)
    }

    pub fn of(request: &HttpRequest) -> Self {
        let peer = request.peer_addr().map(|peer| peer.ip());
        if peer.is_none_or(|peer| !Site::of(request).trusted_proxies.contains(&peer)) {
            return Self::Directly;
        }
        match forwarded(request).pop().flatten() {
            Some(_) => Self::Forwarded,
            None => Self::Unnamed,
        }
    }
}

/// The peer's address; behind trusted proxies, the last one that none of them is (`docs/security.md` D5).
fn address(request: &HttpRequest, trusted: &[IpAddr]) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    Some(nearest_untrusted(peer, forwarded(request), trusted))
}

/// Whom proxies have named, the last one last; `None` stands for what is no address.
fn forwarded(request: &HttpRequest) -> Vec<Option<IpAddr>> {
    let named = request.headers().get_all("x-forwarded-for");
    let named = named.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    named.map(|address| address.trim().parse().ok()).collect()
}

/// Read from the right: each proxy has added whom it spoke to, and only what a trusted one added is known.
fn nearest_untrusted(peer: IpAddr, forwarded: Vec<Option<IpAddr>>, trusted: &[IpAddr]) -> IpAddr {
    let mut nearest = peer;
    for address in forwarded.into_iter().rev() {
        match address {
            Some(address) if trusted.contains(&nearest) => nearest = address,
            _ => break,
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn forwarded_addresses_are_believed_only_from_trusted_proxies() {
        let proxy = [ip("10.0.0.1"), ip("10.0.0.2")];
        let forged = || vec![Some(ip("1.1.1.1")), Some(ip("203.0.113.7"))];
        assert_eq!(nearest_untrusted(ip("198.51.100.9"), forged(), &proxy), ip("198.51.100.9"));
        assert_eq!(nearest_untrusted(ip("10.0.0.1"), forged(), &proxy), ip("203.0.113.7"));
        let chained = vec![Some(ip("203.0.113.7")), Some(ip("10.0.0.2"))];
        assert_eq!(nearest_untrusted(ip("10.0.0.1"), chained, &proxy), ip("203.0.113.7"));
        let nonsense = vec![Some(ip("1.1.1.1")), None];
        assert_eq!(nearest_untrusted(ip("10.0.0.1"), nonsense, &proxy), ip("10.0.0.1"));
    }
}
