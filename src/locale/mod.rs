//! What the portal says, in the reader's language: messages, numbers, dates, the order of names
//! and the choice of a language.
//!
//! Nothing here knows a page, a table or a request. The texts themselves are in `locales/`. What
//! templates call takes references, since askama passes references.

mod article;
mod dates;
mod hours;
mod messages;
mod numbers;
mod order;
mod zone;

pub use messages::{Argument, Messages};
pub use order::{like_pattern, search_key, sort_key, sort_key_of};
pub use zone::Zone;
