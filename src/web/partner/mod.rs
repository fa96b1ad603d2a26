//! Pages for partners.

pub mod activity;
pub mod changes;
mod contact_cards;
mod contact_form;
pub mod customers;
pub mod home;
mod leaving_list;
mod missing_resellers;
pub mod not_ours;
pub mod partnership_end;
pub mod provider_end;
pub mod providers;
mod reach;
mod read_only;
mod refusal;
pub mod relationship_end;
pub mod repeat;
mod repeat_form;
pub mod reports;
pub mod reseller;
pub mod resellers;
mod subscription_view;
pub mod subscriptions;
pub mod support_contact;
pub mod suspension;
mod take_over;
mod words;
