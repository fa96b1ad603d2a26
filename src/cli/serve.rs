//! `liaison serve`: the portal, until somebody stops it.

use std::{io, time::Duration};

use actix_web::rt;
use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    sync::oneshot,
};

use super::open;
use crate::{
    clock::Clock,
    config::Config,
    server::{Server, keep_house},
    store::limits::LinkPurpose,
    telemetry,
    web::paths,
};

pub async fn run(config: Config) -> anyhow::Result<()> {
    telemetry::start();
    let clock = Clock::default();
    let store = open(&config, &clock).await?;
    let signals = StopSignals::listen()?;
    let server = Server::start(&config, store.clone(), clock, |_| ()).await?;
    let (until, stop) = oneshot::channel();
    let mut housekeeping = rt::spawn(keep_house(store.clone(), config.housekeeping, stop));
    announce(&config, &server);
    if let Some(token) = store.make_set_up_link().await? {
        let address = &server.public_address;
        println!("\nThere is no organisation yet. Make the first one and its global admin here:");
        println!("  {address}{}", paths::set_up(token.as_str()));
        let hours = LinkPurpose::SetUp.lasts().whole_hours();
        println!("The link works once, for {hours} hours; `liaison setup-link` makes a new one.");
    }
    until_stopped(server, signals).await?;
    drop(until);
    if rt::time::timeout(LAST_BATCH, &mut housekeeping).await.is_err() {
        housekeeping.abort();
    }
    Ok(store.close().await?)
}

fn announce(config: &Config, server: &Server) {
    println!("Liaison answers at {}", server.public_address);
    let listening = format!("http://{}", server.address);
    if listening != server.public_address {
        println!("and listens on {listening}");
    }
    if let Some(address) = server.metrics_address {
        println!("Its metrics are at http://{address}/metrics");
    }
    if !server.address.ip().is_loopback() {
        advise(config);
    }
}

/// What browsers elsewhere need, where somebody listens beyond this machine and has not said it yet.
fn advise(config: &Config) {
    let mut missing = Vec::new();
    if config.public_url.is_none() {
        println!(
            "\nBrowsers elsewhere cannot use it yet: only loopback names are answered, until you say how people reach it."
        );
        missing.push("public_url = \"https://portal.example\"");
    }
    if config.trusted_proxies.is_empty() {
        println!(
            "\nEverybody seems to come from the proxy's address, and would be held up for each other's failed sign-ins, until \
             you say which proxy's `X-Forwarded-For` to believe."
        );
        missing.push("trusted_proxies = [\"192.0.2.10\"]  # the proxy's own address");
    }
    if !missing.is_empty() {
        println!("In the file that `--config` names, for example:\n");
        for line in missing {
            println!("  {line}");
        }
        println!("\nThe README says more under “On a server”.");
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

    async fn first(mut self) -> Asked {
        tokio::select! {
            _ = self.terminate.recv() => Asked::ByTheSystem,
            _ = self.interrupt.recv() => Asked::ByHand,
        }
    }
}

/// Who wants the portal to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// SIGTERM: somebody takes it out of service, maybe while others go on.
    ByTheSystem,
    /// Ctrl+C.
    ByHand,
}

/// How long what housekeeping has begun may still take.
const LAST_BATCH: Duration = Duration::from_secs(10);

/// How long it goes on with everything while `/readyz` says that it is going to stop, so that a proxy that asks every second
/// sends nobody here by the time that nobody is let in.
const LAST_ORDERS: Duration = Duration::from_secs(2);

/// Until a signal comes; then what has begun is finished.
pub async fn until_stopped(server: Server, signals: StopSignals) -> anyhow::Result<()> {
    let Server { handle, running, stopping, .. } = server;
    rt::spawn(async move {
        let asked = signals.first().await;
        stopping.begin();
        if asked == Asked::ByTheSystem {
            rt::time::sleep(LAST_ORDERS).await;
        }
        handle.stop(true).await;
    });
    Ok(running.await?)
}
