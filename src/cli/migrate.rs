//! `liaison migrate`: the database, up to this version of the program.

use super::database;
use crate::config::Config;

pub async fn run(config: &Config) -> anyhow::Result<()> {
    let done = database::migrate(config).await?;
    println!("{done} migrations done; the database is up to date.");
    Ok(())
}
