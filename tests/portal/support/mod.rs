//! A real server on a database of its own, and browsers to use it with.

pub mod app;
pub mod arrange;
pub mod authenticator;
pub mod browser;
pub mod crawl;
pub mod database;
mod headers;
pub mod invitations;
mod links;
pub mod logs;
pub mod page;
mod postgres;
pub mod proxy;
pub mod raw;
pub mod requests;

pub use self::{
    app::{PASSWORD, TestApp},
    browser::Browser,
    page::Reply,
};
