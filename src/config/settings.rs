//! What the operator has decided, as the rest of the house reads it.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    num::NonZeroUsize,
};

use super::{DatabaseUrl, Logo, PublicUrl, SecretKey};
use crate::domain::{policy::Policy, support_profile::Website};

/// Everything that the operator has decided, checked once.
#[derive(Clone, Debug)]
pub struct Config {
    pub listen: SocketAddr,
    pub database_url: DatabaseUrl,
    /// Takes the place of the key that the database holds.
    pub secret_key: Option<SecretKey>,
    /// How browsers reach the portal, for example `https://portal.example`; without it, by loopback only.
    pub public_url: Option<PublicUrl>,
    pub trusted_proxies: Vec<IpAddr>,
    /// Threads that answer requests; `None`: one a core.
    pub workers: Option<NonZeroUsize>,
    pub policy: Policy,
    /// Where whoever watches the portal reads its metrics: a loopback address; `None`: nowhere.
    pub metrics_listen: Option<SocketAddr>,
    pub housekeeping: Housekeeping,
    pub site: SiteSettings,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            database_url: DatabaseUrl::default(),
            secret_key: None,
            public_url: None,
            trusted_proxies: Vec::new(),
            workers: None,
            policy: Policy::default(),
            metrics_listen: None,
            housekeeping: Housekeeping::default(),
            site: SiteSettings::default(),
        }
    }
}

/// For how many days the portal keeps what is of no more use, counted from its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Housekeeping {
    pub sessions_days: u16,
    /// Links that are used or expired.
    pub links_days: u16,
    /// Failed attempts to sign in that hold nobody up any more.
    pub attempts_days: u16,
}

impl Default for Housekeeping {
    fn default() -> Self {
        Self { sessions_days: 7, links_days: 90, attempts_days: 30 }
    }
}

/// How the portal presents itself: on every page, signed in or not.
#[derive(Clone, Debug)]
pub struct SiteSettings {
    /// The portal's own name.
    pub name: String,
    /// Stands in the place of the name.
    pub logo: Option<Logo>,
    /// Whom to ask about the portal itself.
    pub support_line: Option<String>,
    pub imprint_url: Option<Website>,
    pub privacy_url: Option<Website>,
}

impl Default for SiteSettings {
    fn default() -> Self {
        Self {
            name: "Liaison".to_owned(),
            logo: None,
            support_line: None,
            imprint_url: None,
            privacy_url: None,
        }
    }
}
