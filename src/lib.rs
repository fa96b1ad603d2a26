//! Liaison: who gives technical support for which customer's subscription.
//!
//! Four floors, one direction: `domain` and `locale`, then `store`, then `web`, then `server` and the door
//! (`docs/architecture.md`).

pub mod cli;
pub mod clock;
pub mod config;
pub mod domain;
pub mod locale;
pub mod server;
pub mod store;
pub mod telemetry;
pub mod web;
