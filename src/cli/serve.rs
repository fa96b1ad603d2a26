//! `liaison serve`: the portal, until somebody stops it.

use std::io;

use tokio::signal::unix::{Signal, SignalKind, signal};

use super::open;
use crate::{
    clock::Clock, config::Config, server::Server, store::limits::SET_UP_HOURS, telemetry,
    web::paths,
};

pub async fn run(config: Config) -> anyhow::Result<()> {
    telemetry::start();
    let clock = Clock::default();
    let store = open(&config, &clock).await?;
    let signals = StopSignals::listen()?;
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
    until_stopped(server, signals).await?;
    Ok(store.close().await?)
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

/// The signals that end the portal. They are listened to before anybody is told that it answers, since whoever reads that
/// may end it at once.
pub struct StopSignals {
    terminate: Signal,
    interrupt: Signal,
}

impl StopSignals {
    pub fn listen() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn first(mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// Until a signal comes; then what has begun is finished.
pub async fn until_stopped(server: Server, signals: StopSignals) -> anyhow::Result<()> {
    let Server { handle, running, .. } = server;
    actix_web::rt::spawn(async move {
        signals.first().await;
        handle.stop(true).await;
    });
    Ok(running.await?)
}
