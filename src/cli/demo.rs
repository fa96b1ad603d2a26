//! `liaison demo`: a made-up world to try the portal in.

use anyhow::bail;

use super::{
    open,
    serve::{StopSignals, until_stopped},
};
use crate::{
    clock::Clock,
    config::Config,
    server::Server,
    store::demo::{self, DemoRole, PASSWORD},
    telemetry,
};

pub async fn run(mut config: Config, keep: bool, customers: usize) -> anyhow::Result<()> {
    telemetry::start();
    // Gone with everything in it when the demo stops.
    let directory = tempfile::Builder::new().prefix("liaison-demo-").tempdir()?;
    if !keep {
        let file = directory.path().join("demo.sqlite");
        let url = format!("sqlite://{}", file.display());
        config.database_url = url.parse().map_err(anyhow::Error::msg)?;
    }
    let clock = Clock::default();
    let store = open(&config, &clock).await?;
    if !store.fill_demo(customers).await? && !store.is_demo().await? {
        bail!("this database holds a portal already: `liaison serve` goes on with it");
    }
    let signals = StopSignals::listen()?;
    let server = Server::start(&config, store.clone(), clock, |_| ()).await?;
    print_sign_ins(&server.public_address);
    until_stopped(server, signals).await?;
    Ok(store.close().await?)
}

fn print_sign_ins(address: &str) {
    println!("Liaison, with a made-up world, answers at {address}\n");
    println!("Sign in as one of these; the password is always {PASSWORD}\n");
    for account in demo::accounts() {
        println!("  {:<34} {:<22} {}", account.email, role(account.role), account.organisation);
    }
    println!("\nStop it with Ctrl+C.");
}

fn role(role: DemoRole) -> String {
    let word = match role {
        DemoRole::Partner(role) => role.as_str(),
        DemoRole::Customer(role) => role.as_str(),
    };
    word.replace('_', " ")
}
