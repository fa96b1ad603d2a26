//! The door: reads the command line and starts what it names.

use std::process::ExitCode;

use clap::Parser;
use liaison::cli::Cli;

/// Rows are made on the database's threads and freed on the workers': the system's allocator is slow at that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[actix_web::main]
async fn main() -> ExitCode {
    match Cli::parse().run().await {
        Ok(outcome) => ExitCode::from(outcome as u8),
        Err(error) => {
            eprintln!("liaison: {error:#}");
            ExitCode::FAILURE
        }
    }
}
