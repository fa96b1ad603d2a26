//! What happens around every handler.

pub mod body;
mod error_page;
pub mod host;
pub mod last_word;
mod request_log;
pub mod request_origin;
