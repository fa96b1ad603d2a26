//! Opens the database as a command needs it: as this program knows it, or not at all.

use anyhow::{Context, bail};

use crate::{
    clock::Clock,
    config::Config,
    store::{Migrated, Schema, Store},
};

/// The store, up to date: an empty database and a file of one's own are migrated as they are opened; a database that
/// several instances share waits for its operator.
pub async fn open(config: &Config, clock: &Clock) -> anyhow::Result<Store> {
    let store = connect(config, clock).await?;
    match store.schema().await? {
        Schema::Fits => {}
        Schema::Older(missing) if !store.is_sqlite() => bail!(
            "the database is {} behind this program: stop the other instances and run `liaison migrate`",
            migrations(missing.len())
        ),
        Schema::Empty | Schema::Older(_) => tell(&store.migrate().await?),
        Schema::Newer(unknown) => return Err(newer(&unknown)),
    }
    Ok(store)
}

/// The database, brought up to this version of the program: how many migrations it took.
pub async fn migrate(config: &Config) -> anyhow::Result<usize> {
    let store = connect(config, &Clock::default()).await?;
    if let Schema::Newer(unknown) = store.schema().await? {
        return Err(newer(&unknown));
    }
    let done = store.migrate().await?;
    tell(&done);
    store.close().await?;
    Ok(done.migrations)
}

async fn connect(config: &Config, clock: &Clock) -> anyhow::Result<Store> {
    let url = config.database_url.as_str();
    let store =
        Store::open(url, clock.clone(), config.policy.clone()).await.with_context(|| {
            let masked = config.database_url.masked();
            format!("{masked} cannot be opened (`liaison doctor` looks into it)")
        })?;
    Ok(match &config.secret_key {
        Some(key) => store.with_secret_key(key.as_bytes()),
        None => store,
    })
}

/// On the standard error, so that what a command prints for scripts stays as it is.
fn tell(done: &Migrated) {
    if let Some(copy) = &done.copy {
        eprintln!(
            "The database is {} further now. As it was before, it stands in {}; delete that file when all is well.",
            migrations(done.migrations),
            copy.display()
        );
    }
}

/// An older program could not tell what it would spoil.
fn newer(unknown: &[String]) -> anyhow::Error {
    let (number, last) = (migrations(unknown.len()), unknown.last().map_or("", String::as_str));
    anyhow::anyhow!(
        "the database is {number} ahead of this program (up to {last}): start the version that made them or a newer one, \
         or go on with a copy from before"
    )
}

fn migrations(number: usize) -> String {
    if number == 1 { "1 migration".to_owned() } else { format!("{number} migrations") }
}
