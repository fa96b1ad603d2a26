//! What the operator has said about this portal, as its pages and its gates need it.

use std::net::IpAddr;

use actix_web::{
    HttpRequest,
    http::header::{HOST, HeaderMap},
    web,
};

use super::logo::Logo;
use crate::domain::support_profile::Website;

/// The same for every request, made once from the settings.
#[derive(Clone, Debug)]
pub struct Site {
    /// The portal's own name, at the left of every page.
    pub name: String,
    /// Stands in the place of the name.
    pub logo: Option<Logo>,
    /// Whom to ask about the portal itself.
    pub support_line: Option<String>,
    /// Who runs this site.
    pub imprint_url: Option<Website>,
    /// What happens to personal data.
    pub privacy_url: Option<Website>,
    /// The database holds the demo world.
    pub is_demo: bool,
    /// How browsers name this site, for example `https://portal.example`; `None`: by loopback only.
    pub public_url: Option<String>,
    /// How browsers on the same machine name it.
    pub loopback: [String; 3],
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
}

impl Site {
    /// The one that serves a request.
    pub fn of(request: &HttpRequest) -> web::Data<Self> {
        request.app_data::<web::Data<Self>>().expect("server.rs provides the site").clone()
    }

    /// A path of ours as people outside of the portal follow it.
    pub fn address(&self, path: &str) -> String {
        let origin = self.public_url.as_ref().unwrap_or(&self.loopback[0]);
        format!("{origin}{path}")
    }

    /// The public address, where a browser has come another way and cannot stay signed in: by a loopback name, or over plain
    /// http as the proxy says. Nothing is allowed by it, so anybody may say so.
    pub fn missed(&self, headers: &HeaderMap) -> Option<&str> {
        let url = self.public_url.as_deref().filter(|_| self.is_secure())?;
        let is_loopback = headers.get(HOST).is_some_and(|host| {
            self.loopback.iter().any(|own| own.as_bytes().ends_with(host.as_bytes()))
        });
        let is_plain = headers.get("x-forwarded-proto").is_some_and(|scheme| scheme == "http");
        (is_loopback || is_plain).then_some(url)
    }

    /// Whether a request may ask for this host (`docs/security.md` D5): `portal.example`, `127.0.0.1:8080`.
    pub fn serves(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        self.public_url.iter().chain(&self.loopback).any(|origin| {
            origin.split_once("://").is_some_and(|(scheme, ours)| {
                host == ours || host.strip_suffix(default_port(scheme)) == Some(ours)
            })
        })
    }

    /// Whether a page of this origin is one of ours: of the public address, where there is one.
    pub fn is_own_origin(&self, origin: &[u8]) -> bool {
        match &self.public_url {
            Some(url) => origin == url.as_bytes(),
            None => self.loopback.iter().any(|own| origin == own.as_bytes()),
        }
    }

    /// Whether cookies may be kept to https: everywhere but on plain http over loopback.
    pub fn is_secure(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }
}

fn default_port(scheme: &str) -> &'static str {
    if scheme == "https" { ":443" } else { ":80" }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn behind_https() -> Site {
        Site {
            name: "Liaison".to_owned(),
            logo: None,
            support_line: None,
            imprint_url: None,
            privacy_url: None,
            is_demo: false,
            public_url: Some("https://portal.example".to_owned()),
            loopback: ["127.0.0.1:8080", "localhost:8080", "[::1]:8080"]
                .map(|host| format!("http://{host}")),
            trusted_proxies: Vec::new(),
        }
    }

    #[test]
    fn whoever_comes_another_way_is_told_the_right_one() {
        let with = |name: &'static str, value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, HeaderValue::from_static("portal.example"));
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            headers
        };
        let mut site = behind_https();
        for headers in [
            with("host", "127.0.0.1:8080"),
            with("host", "localhost:8080"),
            with("x-forwarded-proto", "http"),
        ] {
            assert_eq!(site.missed(&headers), Some("https://portal.example"));
        }
        assert_eq!(site.missed(&with("x-forwarded-proto", "https")), None);
        // On plain http by itself nothing is missed.
        site.public_url = None;
        assert_eq!(site.missed(&with("host", "127.0.0.1:8080")), None);
    }

    #[test]
    fn only_our_own_hosts_are_served() {
        let site = behind_https();
        for host in ["portal.example", "PORTAL.example", "portal.example:443", "127.0.0.1:8080"] {
            assert!(site.serves(host), "{host}");
        }
        for host in
            ["", "evil.example", "portal.example.evil.example", "portal.example:8080", "127.0.0.1"]
        {
            assert!(!site.serves(host), "{host}");
        }
        assert!(site.is_own_origin(b"https://portal.example"));
        for origin in ["http://127.0.0.1:8080", "https://portal.example:8443", "null", ""] {
            assert!(!site.is_own_origin(origin.as_bytes()), "{origin}");
        }
    }
}
