//! Liaison.

pub mod locale;
