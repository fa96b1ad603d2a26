//! The portal as a browser sees it: every test starts the real server on a database of its own.
//!
//! `TEST_DATABASE_URL=postgres://postgres@127.0.0.1/postgres` runs everything on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    reason = "a failed unwrap is a failed test; clippy.toml only knows test functions"
)]

mod access;
mod account;
mod activity;
mod activity_log;
mod addresses;
mod answers;
mod asking;
mod bad_input;
mod by_hand;
mod canaries;
mod changes;
mod concurrency;
mod customers;
mod endings;
mod errors;
mod first_admin;
mod gates;
mod health;
mod home;
mod housekeeping;
mod inert_output;
mod kept_forms;
mod languages;
mod load;
mod main_job;
mod metrics;
mod operator;
mod organisation_facts;
mod organisations;
mod relationships;
mod reports;
mod resellers;
mod reset;
mod revocation;
mod scopes;
mod second_factor;
mod sessions;
mod set_up;
mod sign_in_help;
mod sign_in_link;
mod site;
mod statements;
mod subscriptions;
mod support;
mod support_contact;
mod support_page;
mod support_profile;
mod support_share;
mod tenants;
mod throttling;
mod users;
mod vcard;
