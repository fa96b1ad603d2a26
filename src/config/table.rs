//! Every setting, once: files, variables, `liaison config example` and `dump` follow this table.

use std::{
    net::{IpAddr, SocketAddr},
    num::NonZeroUsize,
};

use super::{
    PublicUrl,
    setting::{Holds, Kind, Setting, one, words},
};
use crate::domain::{
    role::{AssigningRoles, PartnerRole},
    support_profile::Website,
    text,
};

#[rustfmt::skip]
pub static SETTINGS: &[Setting] = &[
    Setting {
        key: "listen",
        kind: Kind::Text,
        says: "Address and port to listen on; port 0 takes a free one.",
        sample: "",
        set: |config, given| { config.listen = address(&one::<String>(given)?)?; Ok(()) },
        get: |config| words([config.listen]),
    },
    Setting {
        key: "database_url",
        kind: Kind::Secret,
        says: "sqlite://PATH (the file is made where there is none) or postgres://USER:PASSWORD@HOST/DATABASE.",
        sample: "",
        set: |config, given| { config.database_url = one(given)?; Ok(()) },
        get: |config| words([config.database_url.masked()]),
    },
    Setting {
        key: "secret_key",
        kind: Kind::Secret,
        says: "The key of cookies and of requests' links: 128 hexadecimal digits or more, as `openssl rand -hex 64` makes them.\n\
               Without it the key is kept in the database. Another key ends all sessions and voids the links of open requests.",
        sample: "\"128 hexadecimal digits\"",
        set: |config, given| { config.secret_key = Some(one(given)?); Ok(()) },
        get: |config| words(config.secret_key.as_ref().map(|_| "***")),
    },
    Setting {
        key: "public_url",
        kind: Kind::Text,
        says: "How browsers reach the portal; without it only loopback names are answered.",
        sample: "\"https://portal.example\"",
        set: |config, given| { config.public_url = Some(one(given)?); Ok(()) },
        get: |config| words(config.public_url.as_ref().map(PublicUrl::as_str)),
    },
    Setting {
        key: "trusted_proxies",
        kind: Kind::List,
        says: "Addresses of the proxies whose X-Forwarded-For is believed, like \"127.0.0.1\".",
        sample: "",
        set: |config, given| { config.trusted_proxies = proxies(given)?; Ok(()) },
        get: |config| words(&config.trusted_proxies),
    },
    Setting {
        key: "workers",
        kind: Kind::Number,
        says: "Threads that answer requests; without it, one a core.",
        sample: "2",
        set: |config, given| { config.workers = Some(workers(given)?); Ok(()) },
        get: |config| words(config.workers),
    },
    Setting {
        key: "assigning_roles",
        kind: Kind::List,
        says: "Partner roles that may assign a support contact; billing_admin never may.",
        sample: "",
        set: |config, given| { config.policy.assigning_roles = assigning_roles(given)?; Ok(()) },
        get: |config| words(config.policy.assigning_roles.iter().map(PartnerRole::as_str)),
    },
    Setting {
        key: "available_needs_dap",
        kind: Kind::Switch,
        says: "Whether a reseller needs delegated admin privileges to be chosen as support contact.",
        sample: "",
        set: |config, given| { config.policy.available_needs_dap = one(given)?; Ok(()) },
        get: |config| words([config.policy.available_needs_dap]),
    },
    Setting {
        key: "metrics_listen",
        kind: Kind::Text,
        says: "A loopback address and port where /metrics is answered; without it, nowhere.",
        sample: "\"127.0.0.1:9180\"",
        set: |config, given| { config.metrics_listen = Some(loopback(given)?); Ok(()) },
        get: |config| words(config.metrics_listen),
    },
    Setting {
        key: "housekeeping.sessions_days",
        kind: Kind::Number,
        says: "For how many days sessions that have ended are kept.",
        sample: "",
        set: |config, given| { config.housekeeping.sessions_days = days(given)?; Ok(()) },
        get: |config| words([config.housekeeping.sessions_days]),
    },
    Setting {
        key: "housekeeping.links_days",
        kind: Kind::Number,
        says: "For how many days links that are used or expired are kept.",
        sample: "",
        set: |config, given| { config.housekeeping.links_days = days(given)?; Ok(()) },
        get: |config| words([config.housekeeping.links_days]),
    },
    Setting {
        key: "housekeeping.attempts_days",
        kind: Kind::Number,
        says: "For how many days failed attempts to sign in are kept that hold nobody up any more.",
        sample: "",
        set: |config, given| { config.housekeeping.attempts_days = days(given)?; Ok(()) },
        get: |config| words([config.housekeeping.attempts_days]),
    },
    Setting {
        key: "site.name",
        kind: Kind::Text,
        says: "The portal's own name, at the left of every page.",
        sample: "",
        set: |config, given| { config.site.name = line(given)?; Ok(()) },
        get: |config| words([&config.site.name]),
    },
    Setting {
        key: "site.logo",
        kind: Kind::Text,
        says: "A PNG, SVG or WebP file of at most 100 kB that stands in the place of the name; read at start.",
        sample: "\"logo.svg\"",
        set: |config, given| { config.site.logo = Some(one(given)?); Ok(()) },
        get: |config| words(config.site.logo.as_ref().map(|logo| logo.path.display())),
    },
    Setting {
        key: "site.support_line",
        kind: Kind::Text,
        says: "Whom to ask about the portal itself, shown on every page.",
        sample: "\"+36 1 555 0100, portal@example.com\"",
        set: |config, given| { config.site.support_line = Some(line(given)?); Ok(()) },
        get: |config| words(&config.site.support_line),
    },
    Setting {
        key: "site.imprint_url",
        kind: Kind::Text,
        says: "Who runs this site, linked from every page: an https address.",
        sample: "\"https://www.example.com/imprint\"",
        set: |config, given| { config.site.imprint_url = Some(website(given)?); Ok(()) },
        get: |config| words(&config.site.imprint_url),
    },
    Setting {
        key: "site.privacy_url",
        kind: Kind::Text,
        says: "What happens to personal data, linked from every page: an https address.",
        sample: "\"https://www.example.com/privacy\"",
        set: |config, given| { config.site.privacy_url = Some(website(given)?); Ok(()) },
        get: |config| words(&config.site.privacy_url),
    },
];

/// Every key that a file may hold, with its setting.
pub fn keys() -> impl Iterator<Item = (String, &'static Setting, Holds)> {
    SETTINGS
        .iter()
        .flat_map(|setting| setting.keys().map(move |(key, holds)| (key, setting, holds)))
}

/// `site` for `[site]`, each once.
pub fn sections() -> impl Iterator<Item = &'static str> {
    let mut sections: Vec<_> = SETTINGS.iter().filter_map(Setting::section).collect();
    sections.dedup();
    sections.into_iter()
}

fn assigning_roles(given: &[String]) -> Result<AssigningRoles, String> {
    let parse = |word: &String| word.parse().map_err(|_| format!("“{word}” is no partner role"));
    let roles: Vec<PartnerRole> = given.iter().map(parse).collect::<Result<_, String>>()?;
    AssigningRoles::of(roles)
        .ok_or_else(|| "billing_admin may never assign a support contact".to_owned())
}

/// Where to listen.
pub fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "must be an address and a port, like 127.0.0.1:8080".to_owned())
}

fn proxies(given: &[String]) -> Result<Vec<IpAddr>, String> {
    let parse = |word: &String| {
        word.parse().map_err(|_| format!("“{word}”: must be an IP address, like 127.0.0.1"))
    };
    given.iter().map(parse).collect()
}

fn workers(given: &[String]) -> Result<NonZeroUsize, String> {
    one(given).map_err(|_| "must be a whole number, 1 or more".to_owned())
}

fn days(given: &[String]) -> Result<u16, String> {
    one(given).map_err(|_| format!("must be a whole number of days, {} at most", u16::MAX))
}

fn loopback(given: &[String]) -> Result<SocketAddr, String> {
    let address = address(&one::<String>(given)?)?;
    let refused = "must be a loopback address, like 127.0.0.1:9180: whoever reaches it reads everything there";
    if address.ip().is_loopback() { Ok(address) } else { Err(refused.to_owned()) }
}

fn line(given: &[String]) -> Result<String, String> {
    let text: String = one(given)?;
    text::line(&text, 100).map_err(|_| "must be one line of 1 to 100 characters".to_owned())
}

fn website(given: &[String]) -> Result<Website, String> {
    let text: String = one(given)?;
    text.parse().map_err(|_| "must be like https://www.example.com/page".to_owned())
}
