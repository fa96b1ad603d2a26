//! The command line: one file a command.

mod argument;
mod customer;
mod database;
mod demo;
mod doctor;
mod healthcheck;
mod migrate;
mod output;
mod partner;
mod serve;
mod settings;
mod setup_link;
mod user;

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand};

use self::{database::open, output::Output};
use crate::config::{self, ConfigError, DatabaseUrl, Flags, Loaded};

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

/// Below the options that a command has for itself.
const EVERYWHERE: &str = "Options of every command";

/// Taken before or after the command.
#[derive(Debug, Args)]
struct Options {
    /// A TOML file with settings; the environment variable `LIAISON_CONFIG` may name it instead
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Where to listen [default: 127.0.0.1:8080]; port 0 takes a free one
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "ADDRESS", value_parser = config::address)]
    listen: Option<SocketAddr>,
    /// `sqlite://PATH` or `postgres://USER:PASSWORD@HOST/DATABASE` [default: `sqlite://data/liaison.sqlite`]
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "URL")]
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
    #[command(
        after_help = "The link works once, for 24 hours, as long as there is no organisation. `liaison serve` prints one as well."
    )]
    SetupLink {
        #[command(flatten)]
        output: Output,
    },
    /// Make, list and change partners
    Partner(partner::PartnerArgs),
    /// Make and list customers
    Customer(customer::CustomerArgs),
    /// Invite, list, disable and forget people, and make links for them
    User(user::UserArgs),
    /// Ask the portal on this machine whether it is ready; ends with 1 if it is not
    Healthcheck,
    /// Look at settings, database, disk, clock, proxy, addresses and permissions, and say how to mend what is wrong
    #[command(
        after_help = "It changes nothing. Run it on the portal's machine, as the portal's user, with the portal's --config; it ends with 1 \
                      where something has failed, and with 0 where there are only warnings."
    )]
    Doctor {
        /// Print the findings as JSON
        #[arg(long)]
        json: bool,
    },
    /// Look at the settings, or print a file to begin with
    #[command(subcommand)]
    Config(ConfigCommand),
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Read all settings and say what is wrong with them, and where
    Check,
    /// Print the settings that hold, each with where it was said; passwords and keys are masked
    Dump,
    /// Print a settings file that explains every setting, with its default
    Example,
}

/// How a command ended that did not break off; its exit code. A command line that is not understood ends with 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done = 0,
    /// It did its work and the answer is no.
    Failed = 1,
    /// It did a part of what was asked.
    Partly = 3,
}

impl Cli {
    /// Does what the command line says.
    pub async fn run(self) -> anyhow::Result<Outcome> {
        let chosen_database = self.options.database_url.is_some();
        let loaded = self.options.load();
        match self.command {
            Command::Serve => serve::run(loaded?.config).await?,
            Command::Demo { customers } => {
                demo::run(loaded?.config, chosen_database, customers as usize).await?;
            }
            Command::Migrate => migrate::run(&loaded?.config).await?,
            Command::SetupLink { output } => setup_link::run(&loaded?.config, output).await?,
            Command::Partner(arguments) => return partner::run(arguments, &loaded?.config).await,
            Command::Customer(arguments) => return customer::run(arguments, &loaded?.config).await,
            Command::User(arguments) => return user::run(arguments, &loaded?.config).await,
            Command::Healthcheck => healthcheck::run(&loaded?.config)?,
            Command::Doctor { json } => return doctor::run(loaded, json).await,
            Command::Config(ConfigCommand::Check) => settings::check(&loaded?.config),
            Command::Config(ConfigCommand::Dump) => settings::dump(&loaded?),
            Command::Config(ConfigCommand::Example) => settings::example(),
        }
        Ok(Outcome::Done)
    }
}

impl Options {
    fn load(&self) -> Result<Loaded, ConfigError> {
        let flags = Flags { listen: self.listen, database_url: self.database_url.clone() };
        config::load(self.config.as_deref(), flags)
    }
}
