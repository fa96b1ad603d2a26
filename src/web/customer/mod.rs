//! What a customer's people see: whom to call for each product (`docs/domain.md` rules 35 to 39).

pub mod admin;
mod answers;
mod card;
mod contact;
pub mod home;
pub mod support;
