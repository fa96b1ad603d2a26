//! `liaison setup-link`: the way in while there is nobody yet.

use anyhow::bail;

use super::open;
use crate::{
    clock::Clock, config::Config, server::public_address, store::limits::SET_UP_HOURS, web::paths,
};

pub async fn run(config: &Config) -> anyhow::Result<()> {
    let store = open(config, &Clock::default()).await?;
    let link = store.make_set_up_link().await?;
    store.close().await?;
    let Some(token) = link else {
        bail!("there is an organisation already, so its global admin lets people in");
    };
    let path = paths::set_up(token.as_str());
    match config.listen.port() {
        0 if config.public_url.is_none() => println!("{path} at the portal's address"),
        _ => println!("{}{path}", public_address(config, config.listen)),
    }
    println!("It works once, for {SET_UP_HOURS} hours; links made before are void.");
    Ok(())
}
