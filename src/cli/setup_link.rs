//! `liaison setup-link`: the way in while there is nobody yet.

use anyhow::bail;

use super::open;
use crate::{clock::Clock, config::Config, store::limits::SET_UP_HOURS, web::paths};

pub async fn run(config: &Config) -> anyhow::Result<()> {
    let store = open(config, &Clock::default()).await?;
    let link = store.make_set_up_link().await?;
    store.close().await?;
    let Some(token) = link else {
        bail!("there is an organisation already, so its global admin lets people in");
    };
    let address = match &config.public_url {
        Some(url) => url.as_str().to_owned(),
        None => format!("http://{}", config.listen),
    };
    println!("{address}{}", paths::set_up(token.as_str()));
    println!("It works once, for {SET_UP_HOURS} hours; links made before are void.");
    Ok(())
}
