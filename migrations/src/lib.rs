//! The schema, as a list of changes: one a file, each with a way down, the same on SQLite and on PostgreSQL.
//!
//! The tables up to `activity` are made in their final shape. SQLite can't rebuild a table that others refer to inside
//! a transaction, and every change runs in one, so later changes only add tables, indexes and nullable columns.
//! Nothing here knows an entity: a change must mean next year what it means today.

use sea_orm_migration::prelude::*;

mod append_only;
mod index;
mod m20261122_000001_partners;
mod m20261122_000002_products;
mod m20261122_000003_customers;
mod m20261122_000004_users;
mod m20261122_000005_memberships;
mod m20261122_000006_sign_in;
mod m20261122_000007_settings;
mod m20261122_000008_partnerships;
mod m20261122_000009_relationships;
mod m20261122_000010_subscriptions;
mod m20261122_000011_requests;
mod m20261122_000012_changes;
mod m20261122_000013_activity;
mod m20261122_000014_support_shares;
mod m20261122_000015_reports;
mod m20261122_000016_invitations;
mod m20261122_000017_asked_links;
mod m20261122_000018_recovery_codes;
mod m20261122_000019_former_names;
mod m20261122_000020_customers_added_by;
mod m20261122_000021_activity_of_users;
mod reference;

/// Brings a database to the newest schema, or back.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_partners::Migration),
            Box::new(m20261122_000002_products::Migration),
            Box::new(m20261122_000003_customers::Migration),
            Box::new(m20261122_000004_users::Migration),
            Box::new(m20261122_000005_memberships::Migration),
            Box::new(m20261122_000006_sign_in::Migration),
            Box::new(m20261122_000007_settings::Migration),
            Box::new(m20261122_000008_partnerships::Migration),
            Box::new(m20261122_000009_relationships::Migration),
            Box::new(m20261122_000010_subscriptions::Migration),
            Box::new(m20261122_000011_requests::Migration),
            Box::new(m20261122_000012_changes::Migration),
            Box::new(m20261122_000013_activity::Migration),
            Box::new(m20261122_000014_support_shares::Migration),
            Box::new(m20261122_000015_reports::Migration),
            Box::new(m20261122_000016_invitations::Migration),
            Box::new(m20261122_000017_asked_links::Migration),
            Box::new(m20261122_000018_recovery_codes::Migration),
            Box::new(m20261122_000019_former_names::Migration),
            Box::new(m20261122_000020_customers_added_by::Migration),
            Box::new(m20261122_000021_activity_of_users::Migration),
        ]
    }
}
