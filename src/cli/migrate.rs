//! `liaison migrate`: the database, up to this version of the program.

use crate::{clock::Clock, config::Config, store::Store};

pub async fn run(config: &Config) -> anyhow::Result<()> {
    let store =
        Store::open(config.database_url.as_str(), Clock::default(), config.policy.clone()).await?;
    let pending = store.pending_migrations().await?;
    store.migrate().await?;
    println!("{pending} migrations done; the database is up to date.");
    Ok(store.close().await?)
}
