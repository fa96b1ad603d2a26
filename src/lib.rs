//! Liaison.

pub mod domain;
pub mod locale;
pub mod web;
