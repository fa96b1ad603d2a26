//! `liaison serve`: the portal, until somebody stops it.

use anyhow::bail;
use tokio::signal::unix::{SignalKind, signal};

use super::open;
use crate::{
    clock::Clock,
    config::Config,
    server::Server,
    store::{Store, limits::SET_UP_HOURS},
    telemetry,
    web::paths,
};

pub async fn run(config: Config) -> anyhow::Result<()> {
    telemetry::start();
    let clock = Clock::default();
    let store = open(&config, &clock).await?;
    bring_up_to_date(&store).await?;
    let server = Server::start(&config, store.clone(), clock, |_| ()).await?;
    announce(&config, &server);
    if let Some(token) = store.make_set_up_link().await? {
        let address = &server.public_address;
        println!("\nThere is no organisation yet. Make the first one and its global admin here:");
        println!("  {address}{}", paths::set_up(token.as_str()));
        println!(
            "The link works once, for {SET_UP_HOURS} hours; `liaison setup-link` makes a new one."
        );
    }
    until_stopped(server).await?;
    Ok(store.close().await?)
}

/// A file of one's own is migrated as it is opened; a database that several instances share waits for its operator.
async fn bring_up_to_date(store: &Store) -> anyhow::Result<()> {
    match store.pending_migrations().await? {
        0 => Ok(()),
        _ if store.is_sqlite() => Ok(store.migrate().await?),
        pending => bail!(
            "the database is {pending} migrations behind this program: stop the other instances and run `liaison migrate`"
        ),
    }
}

fn announce(config: &Config, server: &Server) {
    println!("Liaison answers at {}", server.public_address);
    let listening = format!("http://{}", server.address);
    if listening != server.public_address {
        println!("and listens on {listening}");
    }
    if config.public_url.is_none() && !server.address.ip().is_loopback() {
        println!(
            "Set `public_url` (for example https://portal.example) so that browsers elsewhere may use it: until then only \
             loopback names are answered."
        );
    }
}

/// Until a signal comes; then what has begun is finished.
pub async fn until_stopped(server: Server) -> anyhow::Result<()> {
    let Server { handle, running, .. } = server;
    let mut terminate = signal(SignalKind::terminate())?;
    actix_web::rt::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        handle.stop(true).await;
    });
    Ok(running.await?)
}
