//! The command line as scripts rely on it (`docs/demo.md`, *For scripts*): the program itself, in a process of its own.

#![expect(
    clippy::unwrap_used,
    reason = "a failed unwrap is a failed test; clippy.toml only knows test functions"
)]

mod demo;
mod doctor;
mod full;
mod healthcheck;
mod housekeeping;
mod load;
mod migrate;
mod operator;
mod program;
mod secrets;
mod serve;
mod settings;
mod stop;
mod usage;

/// A free port of this machine's own.
const ANY_PORT: &str = "127.0.0.1:0";
