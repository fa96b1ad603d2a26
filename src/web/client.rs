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

/// The peer's address; behind trusted proxies, the last one that none of them is (`docs/security.md` D5).
fn address(request: &HttpRequest, trusted: &[IpAddr]) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|address| address.trim().parse().ok());
    Some(nearest_untrusted(peer, forwarded.collect(), trusted))
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
