//! What the portal says, in the reader's language: messages, numbers and the choice of a language.
//!
//! Nothing here knows a page, a table or a request. The texts themselves are in `locales/`.

mod article;
mod messages;
mod numbers;

pub use messages::{Argument, Messages};
