//! The people of one's own organisation, the same for partners and for customers.

mod check;
pub mod index;
mod made;
pub mod new;
mod pasted;
mod place;
pub mod second_factor;
pub mod show;
pub mod words;
