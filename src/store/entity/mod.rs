//! One SeaORM entity per table; private to `store`.
//!
//! Relations follow the foreign keys that something is read along. Where two lead to the same table, each has a name.

pub mod activity;
pub mod asked_link;
pub mod change;
pub mod customer;
pub mod former_name;
pub mod membership;
pub mod membership_role;
pub mod one_time_link;
pub mod partner;
pub mod partnership;
pub mod product;
pub mod recovery_code;
pub mod relationship;
pub mod report;
pub mod request;
pub mod session;
pub mod setting;
pub mod sign_in_attempt;
pub mod subscription;
pub mod support_profile;
pub mod support_share;
pub mod user;

#[cfg(test)]
mod tests;
