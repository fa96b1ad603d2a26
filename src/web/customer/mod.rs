//! What a customer's people see: whom to call for each product (`docs/domain.md` rules 35 to 39).

pub mod activity;
pub mod admin;
mod card;
mod fallback;
pub mod home;
pub mod organisation;
pub mod partner_relationships;
mod pocket;
mod relationship_facts;
mod relationship_view;
pub mod report;
mod request_meaning;
mod request_view;
pub mod requests;
pub mod shared_support;
pub mod support;
pub mod support_share;
pub mod vcard;
