//! What people see: pages, forms and sessions.

pub mod assets;
