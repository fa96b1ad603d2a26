//! Pages for partners.

pub mod changes;
mod contact_cards;
mod contact_form;
pub mod customers;
pub mod home;
mod missing_resellers;
mod pages;
mod reach;
mod read_only;
mod refusal;
pub mod repeat;
mod repeat_form;
mod subscription_view;
pub mod subscriptions;
pub mod support_contact;
mod words;
