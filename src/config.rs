//! The settings: defaults, then a file, then credentials, then the environment, then flags.
//!
//! [`table`] lists them all, once: what reads, explains and prints them follows it. The only place that reads the
//! environment.

mod database_url;
mod dump;
mod example;
mod layers;
mod logo;
mod problem;
mod public_url;
mod secret_key;
mod setting;
mod settings;
mod source;
mod table;

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

pub use self::{
    database_url::DatabaseUrl,
    dump::dump,
    example::example,
    layers::{Flags, Loaded},
    logo::Logo,
    problem::ConfigError,
    public_url::PublicUrl,
    secret_key::SecretKey,
    settings::{Config, Housekeeping, SiteSettings},
    source::Source,
    table::address,
};
use self::{layers::Layers, setting::PREFIX};

/// Names the file, so it is no setting itself.
const CONFIG_FILE: &str = "LIAISON_CONFIG";
/// Where systemd puts what `LoadCredential=` and its like name.
const CREDENTIALS: &str = "CREDENTIALS_DIRECTORY";

/// `file`: the one that a flag names; else the environment may name one. Flags win over everything. Says all that is
/// wrong, not only the first.
pub fn load(file: Option<&Path>, flags: Flags) -> Result<Loaded, ConfigError> {
    let (named, variables): (Vec<_>, Vec<_>) =
        environment().into_iter().partition(|(name, _)| name == CONFIG_FILE);
    let named = named.into_iter().map(|(_, path)| PathBuf::from(path)).next();
    let mut layers = Layers::default();
    if let Some(path) = file.map(Path::to_owned).or(named) {
        layers.file(path);
    }
    if let Some(directory) = variable(CREDENTIALS) {
        layers.credentials(Path::new(&directory));
    }
    layers.environment(&variables);
    layers.flags(flags);
    layers.loaded()
}

/// The variables that are meant for the portal, by name.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
fn environment() -> Vec<(String, OsString)> {
    let named = env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value)));
    let mut variables: Vec<_> = named.filter(|(name, _)| name.starts_with(PREFIX)).collect();
    variables.sort();
    variables
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
fn variable(name: &str) -> Option<OsString> {
    env::var_os(name)
}

#[cfg(test)]
mod tests;
