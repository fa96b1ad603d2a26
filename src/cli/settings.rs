//! `liaison config`: what the settings are, and what they may be.

use crate::config::{self, Config, Loaded};

/// Whoever gets here has settings that can be read.
pub fn check(config: &Config) {
    println!("The settings are good. The portal would listen on {}.", config.listen);
    if config.public_url.is_none() && !config.listen.ip().is_loopback() {
        println!("`public_url` is not set: browsers elsewhere could not use the portal.");
    }
}

pub fn dump(loaded: &Loaded) {
    print!("{}", config::dump(loaded));
}

pub fn example() {
    print!("{}", config::example());
}
