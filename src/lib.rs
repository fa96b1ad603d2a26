//! Liaison: who gives technical support for which customer's subscription.
//!
//! Four floors, one direction: `domain` and `locale`, then `store`, then `web`, then `server` and the door
//! (`docs/architecture.md`).

pub mod clock;
pub mod domain;
pub mod locale;
pub mod store;
pub mod web;
