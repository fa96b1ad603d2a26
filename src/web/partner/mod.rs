//! Pages for partners.

pub mod changes;
mod contact_cards;
pub mod customers;
pub mod home;
mod missing_resellers;
mod pages;
mod reach;
pub mod repeat;
mod subscription_view;
pub mod subscriptions;
pub mod support_contact;
mod words;
