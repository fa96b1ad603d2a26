//! What the operator has said about this portal, as its pages and its gates need it.

use std::net::IpAddr;

use actix_web::{HttpRequest, web};

/// The same for every request, made once from the settings.
#[derive(Clone, Debug)]
pub struct Site {
    /// The portal's own name, at the left of every page.
    pub name: String,
    /// Whom to ask about the portal itself.
    pub support_line: Option<String>,
    /// The database holds the demo world.
    pub is_demo: bool,
    /// How browsers name this site, for example `https://portal.example`; the first is the public address.
    pub origins: Vec<String>,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
}

impl Site {
    /// The one that serves a request.
    pub fn of(request: &HttpRequest) -> web::Data<Self> {
        request.app_data::<web::Data<Self>>().expect("server.rs provides the site").clone()
    }

    /// The hosts that a request may ask for: `portal.example`, `127.0.0.1:8080`.
    pub fn serves(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        self.origins.iter().any(|origin| {
            origin.split_once("://").is_some_and(|(scheme, ours)| {
                host == ours || host.strip_suffix(default_port(scheme)) == Some(ours)
            })
        })
    }

    /// Whether cookies may be kept to https: everywhere but on plain http over loopback.
    pub fn is_secure(&self) -> bool {
        self.origins.first().is_some_and(|origin| origin.starts_with("https://"))
    }
}

fn default_port(scheme: &str) -> &'static str {
    if scheme == "https" { ":443" } else { ":80" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_hosts_are_served() {
        let origins = ["https://portal.example".to_owned(), "http://127.0.0.1:8080".to_owned()];
        let site = Site {
            name: "Liaison".to_owned(),
            support_line: None,
            is_demo: false,
            origins: origins.to_vec(),
            trusted_proxies: Vec::new(),
        };
        for host in ["portal.example", "PORTAL.example", "portal.example:443", "127.0.0.1:8080"] {
            assert!(site.serves(host), "{host}");
        }
        for host in
            ["", "evil.example", "portal.example.evil.example", "portal.example:8080", "127.0.0.1"]
        {
            assert!(!site.serves(host), "{host}");
        }
    }
}
