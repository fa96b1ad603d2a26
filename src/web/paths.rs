//! Addresses, for redirects and templates.

use crate::domain::ids::{ChangeId, CustomerId, PartnerId, SubscriptionId};

pub const ROOT: &str = "/";
pub const HEALTH: &str = "/healthz";
pub const SIGN_IN: &str = "/sign-in";
pub const SIGN_OUT: &str = "/sign-out";
pub const ORGANISATION: &str = "/organisation";
pub const LANGUAGE: &str = "/language";
pub const HOME: &str = "/home";
pub const HELP: &str = "/help";
pub const ACCESSIBILITY: &str = "/accessibility";
pub const CUSTOMERS: &str = "/partner/customers";
pub const SUBSCRIPTIONS: &str = "/partner/subscriptions";
pub const UNDECIDED_SUBSCRIPTIONS: &str = "/partner/subscriptions?contact=undecided";
pub const ADMIN: &str = "/admin";
pub const SUPPORT: &str = "/admin/support";

pub fn set_up(token: &str) -> String {
    format!("/setup/{token}")
}

pub fn customer(customer: &CustomerId) -> String {
    format!("{CUSTOMERS}/{customer}")
}

/// The customer with one of its rows marked as changed.
pub fn customer_after(customer: &CustomerId, changed: &SubscriptionId) -> String {
    format!("{CUSTOMERS}/{customer}?changed={changed}#changed")
}

pub fn subscription(subscription: &SubscriptionId) -> String {
    format!("{SUBSCRIPTIONS}/{subscription}")
}

/// The subscription with a contact already chosen.
pub fn subscription_with(subscription: &SubscriptionId, contact: &PartnerId) -> String {
    format!("{SUBSCRIPTIONS}/{subscription}?contact={contact}")
}

pub fn support_contact(subscription: &SubscriptionId) -> String {
    format!("{SUBSCRIPTIONS}/{subscription}/support-contact")
}

pub fn change(change: &ChangeId) -> String {
    format!("/partner/changes/{change}")
}

pub fn undo(change: &ChangeId) -> String {
    format!("/partner/changes/{change}/undo")
}

pub fn repeat(change: &ChangeId) -> String {
    format!("/partner/changes/{change}/repeat")
}
