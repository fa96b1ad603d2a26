//! The command line: one file a command.

mod check_config;
mod demo;
mod migrate;
mod serve;
mod setup_link;

use std::{net::SocketAddr, path::PathBuf};

use anyhow::bail;
use clap::{Args, Parser, Subcommand};

use crate::{
    clock::Clock,
    config::{Config, ConfigError, DatabaseUrl, Settings},
    store::Store,
};

/// Liaison: who gives technical support for which customer's subscription.
///
/// Partners choose the support contact of each subscription; customers sign in and see whom to call. Try it with `liaison demo`.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

/// Taken before or after the command.
#[derive(Debug, Args)]
struct Options {
    /// A TOML file with settings; the environment variable `LIAISON_CONFIG` may name it instead
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Where to listen [default: 127.0.0.1:8080]; port 0 takes a free one
    #[arg(long, global = true, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// `sqlite://PATH` or `postgres://USER:PASSWORD@HOST/DATABASE` [default: `sqlite://data/liaison.sqlite`]
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<DatabaseUrl>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the portal
    Serve,
    /// Start the portal with a made-up world to try it out; nothing is kept unless --database-url names a database
    Demo {
        /// Add this many generated customers of Danube Distribution
        #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(..=100_000))]
        customers: u32,
    },
    /// Bring the database up to this version of the program
    Migrate,
    /// Print a new link that makes the first organisation and its global admin; earlier links are void
    SetupLink,
    /// Look at the settings
    #[command(subcommand)]
    Config(ConfigCommand),
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Read all settings and say what is wrong with them
    Check,
}

impl Cli {
    /// Does what the command line says.
    pub async fn run(self) -> anyhow::Result<()> {
        let chosen_database = self.options.database_url.is_some();
        let config = self.options.load()?;
        match self.command {
            Command::Serve => serve::run(config).await,
            Command::Demo { customers } => {
                demo::run(config, chosen_database, customers as usize).await
            }
            Command::Migrate => migrate::run(&config).await,
            Command::SetupLink => setup_link::run(&config).await,
            Command::Config(ConfigCommand::Check) => check_config::run(&config),
        }
    }
}

impl Options {
    fn load(&self) -> Result<Config, ConfigError> {
        let flags = Settings {
            listen: self.listen,
            database_url: self.database_url.clone(),
            ..Settings::default()
        };
        Config::load(self.config.as_deref(), flags)
    }
}

/// The store, up to date: an empty database and a file of one's own are migrated as they are opened; a database that
/// several instances share waits for its operator.
async fn open(config: &Config, clock: &Clock) -> anyhow::Result<Store> {
    let url = config.database_url.as_str();
    let store = Store::open(url, clock.clone(), config.policy.clone()).await?;
    match store.pending_migrations().await? {
        0 => {}
        _ if store.is_sqlite() || store.is_empty().await? => store.migrate().await?,
        pending => bail!(
            "the database is {pending} migrations behind this program: stop the other instances and run `liaison migrate`"
        ),
    }
    Ok(store)
}
