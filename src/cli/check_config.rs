//! `liaison config check`: whoever gets here has settings that can be read.

use crate::config::Config;

#[expect(clippy::unnecessary_wraps, reason = "every command may fail")]
pub fn run(config: &Config) -> anyhow::Result<()> {
    println!("The settings are good. The portal would listen on {}.", config.listen);
    if config.public_url.is_none() && !config.listen.ip().is_loopback() {
        println!("`public_url` is not set: browsers elsewhere could not use the portal.");
    }
    Ok(())
}
