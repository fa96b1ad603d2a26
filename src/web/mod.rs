//! What people see: pages, forms and sessions.

pub mod accessibility;
pub mod assets;
pub mod auth;
pub mod client;
pub mod customer;
pub mod error;
pub mod flash;
pub mod form;
pub mod health;
pub mod help;
pub mod home;
pub mod kept_form;
pub mod language;
pub mod middleware;
pub mod organisation;
pub mod page;
pub mod partner;
pub mod paths;
pub mod query;
pub mod return_path;
pub mod routes;
pub mod session;
pub mod set_up;
pub mod sign_in;
pub mod site;
pub mod text_errors;
