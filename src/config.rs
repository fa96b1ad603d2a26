//! The settings: defaults, then a file, then the environment, then flags. The only place that reads the environment.

use std::{
    env, fmt, fs,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    num::NonZeroUsize,
    path::{Path, PathBuf},
    str::FromStr,
};

use serde::{Deserialize, Deserializer, de::Error as _};

use crate::domain::{
    policy::Policy,
    role::{AssigningRoles, PartnerRole},
};

const PREFIX: &str = "LIAISON_";
/// Names the file, so it is no setting itself.
const CONFIG_FILE: &str = "LIAISON_CONFIG";

/// Everything that the operator has decided, checked once.
#[derive(Clone, Debug)]
pub struct Config {
    pub listen: SocketAddr,
    pub database_url: DatabaseUrl,
    /// How browsers reach the portal, for example `https://portal.example`; without it, by loopback only.
    pub public_url: Option<PublicUrl>,
    pub trusted_proxies: Vec<IpAddr>,
    /// Threads that answer requests; `None`: one a core.
    pub workers: Option<NonZeroUsize>,
    pub policy: Policy,
    pub site_name: String,
    pub support_line: Option<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            database_url: DatabaseUrl("sqlite://data/liaison.sqlite".to_owned()),
            public_url: None,
            trusted_proxies: Vec::new(),
            workers: None,
            policy: Policy::default(),
            site_name: "Liaison".to_owned(),
            support_line: None,
        }
    }
}

/// What was wrong, where, and how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{path}: {error}")]
    Unreadable { path: PathBuf, error: std::io::Error },
    /// The message names the line and the key.
    #[error("{path}: {error}")]
    File { path: PathBuf, error: Box<toml::de::Error> },
    #[error("{name}: {problem}")]
    Environment { name: String, problem: String },
    #[error(
        "{0}: there is no such setting; those that there are: {known}",
        known = variables()
    )]
    UnknownVariable(String),
}

/// One source of settings; what it does not name stays as it was.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    pub listen: Option<SocketAddr>,
    pub database_url: Option<DatabaseUrl>,
    pub public_url: Option<PublicUrl>,
    pub trusted_proxies: Option<Vec<IpAddr>>,
    pub workers: Option<NonZeroUsize>,
    pub assigning_roles: Option<Roles>,
    pub available_needs_dap: Option<bool>,
    pub site: SiteSettings,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SiteSettings {
    pub name: Option<String>,
    pub support_line: Option<String>,
}

/// A scheme and a host, without a path: `https://portal.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

/// `sqlite://PATH` or `postgres://…`: it may hold a password, so it is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

/// Roles that may assign: never billing admin.
#[derive(Clone, Debug)]
pub struct Roles(AssigningRoles);

impl Config {
    /// `file`: the one that a flag names; else the environment may name one. `flags` win over everything.
    pub fn load(file: Option<&Path>, flags: Settings) -> Result<Self, ConfigError> {
        let environment: Vec<_> = environment();
        let named = environment.iter().find(|(name, _)| name == CONFIG_FILE);
        let file = file.map(Path::to_owned).or_else(|| named.map(|(_, path)| path.into()));
        let mut config = Self::default();
        if let Some(path) = file {
            config.apply(read(&path)?);
        }
        config.apply(from_environment(&environment)?);
        config.apply(flags);
        Ok(config)
    }

    fn apply(&mut self, settings: Settings) {
        let Settings { listen, database_url, public_url, trusted_proxies, workers, .. } = settings;
        self.listen = listen.unwrap_or(self.listen);
        if let Some(url) = database_url {
            self.database_url = url;
        }
        self.public_url = public_url.or(self.public_url.take());
        if let Some(proxies) = trusted_proxies {
            self.trusted_proxies = proxies;
        }
        self.workers = workers.or(self.workers);
        if let Some(Roles(roles)) = settings.assigning_roles {
            self.policy.assigning_roles = roles;
        }
        if let Some(needs_dap) = settings.available_needs_dap {
            self.policy.available_needs_dap = needs_dap;
        }
        if let Some(name) = settings.site.name {
            self.site_name = name;
        }
        self.support_line = settings.site.support_line.or(self.support_line.take());
    }
}

fn read(path: &Path) -> Result<Settings, ConfigError> {
    let text = fs::read_to_string(path)
        .map_err(|error| ConfigError::Unreadable { path: path.to_owned(), error })?;
    toml::from_str(&text)
        .map_err(|error| ConfigError::File { path: path.to_owned(), error: Box::new(error) })
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
fn environment() -> Vec<(String, String)> {
    env::vars().filter(|(name, _)| name.starts_with(PREFIX)).collect()
}

type Setter = fn(&mut Settings, &str) -> Result<(), String>;

/// Each variable with what it sets. Lists are separated by commas.
const VARIABLES: &[(&str, Setter)] = &[
    ("LIAISON_LISTEN", |to, text| set(&mut to.listen, text)),
    ("LIAISON_DATABASE_URL", |to, text| set(&mut to.database_url, text)),
    ("LIAISON_PUBLIC_URL", |to, text| set(&mut to.public_url, text)),
    ("LIAISON_TRUSTED_PROXIES", |to, text| {
        let proxies: Result<_, _> = text.split(',').map(|proxy| parse(proxy.trim())).collect();
        to.trusted_proxies = Some(proxies?);
        Ok(())
    }),
    ("LIAISON_WORKERS", |to, text| set(&mut to.workers, text)),
    ("LIAISON_ASSIGNING_ROLES", |to, text| set(&mut to.assigning_roles, text)),
    ("LIAISON_AVAILABLE_NEEDS_DAP", |to, text| set(&mut to.available_needs_dap, text)),
    ("LIAISON_SITE_NAME", |to, text| set(&mut to.site.name, text)),
    ("LIAISON_SITE_SUPPORT_LINE", |to, text| set(&mut to.site.support_line, text)),
];

fn from_environment(variables: &[(String, String)]) -> Result<Settings, ConfigError> {
    let mut settings = Settings::default();
    for (name, value) in variables.iter().filter(|(name, _)| name != CONFIG_FILE) {
        let (_, setter) = VARIABLES
            .iter()
            .find(|(known, _)| known == name)
            .ok_or_else(|| ConfigError::UnknownVariable(name.clone()))?;
        setter(&mut settings, value)
            .map_err(|problem| ConfigError::Environment { name: name.clone(), problem })?;
    }
    Ok(settings)
}

fn set<T: FromStr<Err: fmt::Display>>(to: &mut Option<T>, text: &str) -> Result<(), String> {
    *to = Some(parse(text)?);
    Ok(())
}

fn parse<T: FromStr<Err: fmt::Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error| format!("“{text}”: {error}"))
}

fn variables() -> String {
    VARIABLES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

impl PublicUrl {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PublicUrl {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str = "must be like https://portal.example: https, a host, maybe a port, no path; http only for loopback";
        let url = url::Url::parse(text).map_err(|_| EXPECTED)?;
        let is_bare = url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        let is_loopback = match url.host() {
            Some(url::Host::Domain(name)) => name == "localhost",
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
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

impl<'de> Deserialize<'de> for PublicUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl DatabaseUrl {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for DatabaseUrl {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_known =
            ["sqlite:", "postgres://", "postgresql://"].iter().any(|start| text.starts_with(start));
        if is_known {
            Ok(Self(text.to_owned()))
        } else {
            Err("must begin with sqlite:// or postgres://")
        }
    }
}

impl<'de> Deserialize<'de> for DatabaseUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DatabaseUrl(…)")
    }
}

impl FromStr for Roles {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::of(text.split(',').map(str::trim))
    }
}

impl Roles {
    fn of<'a>(words: impl Iterator<Item = &'a str>) -> Result<Self, String> {
        let roles: Result<Vec<PartnerRole>, String> = words
            .map(|word| word.parse().map_err(|_| format!("“{word}” is no partner role")))
            .collect();
        AssigningRoles::of(roles?)
            .map(Self)
            .ok_or_else(|| "billing_admin may never assign a support contact".to_owned())
    }
}

impl<'de> Deserialize<'de> for Roles {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = Vec::<String>::deserialize(deserializer)?;
        Self::of(words.iter().map(String::as_str)).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests;
