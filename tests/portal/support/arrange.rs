//! States of the demo world that no page of the product leads to yet, made with plain SQL.

use liaison::locale::{search_key, sort_key, sort_key_of};
use uuid::Uuid;

use super::database::TestDatabase;

pub const DANUBE: &str = "4391507";
pub const ALFOLD: &str = "5120044";
pub const TISZA: &str = "4847383";
pub const KEKES: &str = "4902211";
pub const MECSEK: &str = "4977310";
pub const BAKONY: &str = "5003127";

pub const ALMASKERT: &str = "almaskert.example";
pub const CONTOSO: &str = "contoso-butor.example";
pub const ORSEG: &str = "orseg.example";

const LATER: &str = "2026-12-22T09:41:00Z";

/// A partner's id, by its partner ID.
fn partner(mpn_id: &str) -> String {
    format!("(SELECT id FROM partners WHERE mpn_id = '{mpn_id}')")
}

fn customer(domain: &str) -> String {
    format!("(SELECT id FROM customers WHERE domain = '{domain}')")
}

impl TestDatabase {
    /// A path of one of the demo world's subscriptions.
    pub async fn path_of(&self, domain: &str, product: &str) -> String {
        format!("/partner/subscriptions/{}", self.subscription(domain, product).await)
    }

    /// Of somebody who belongs to one organisation.
    pub async fn membership(&self, email: &str) -> Uuid {
        self.id(&format!(
            "SELECT m.id FROM memberships m JOIN users u ON u.id = m.user_id WHERE u.email = '{email}'"
        ))
        .await
    }

    /// The state of a subscription, or whatever else of it.
    pub async fn set_subscription(&self, id: Uuid, columns: &str) {
        let id = self.literal(id);
        self.one(&format!("UPDATE subscriptions SET {columns} WHERE id = {id}")).await;
    }

    pub async fn set_partner(&self, mpn_id: &str, columns: &str) {
        self.one(&format!("UPDATE partners SET {columns} WHERE mpn_id = '{mpn_id}'")).await;
    }

    pub async fn set_profile(&self, mpn_id: &str, columns: &str) {
        let partner = partner(mpn_id);
        self.one(&format!("UPDATE support_profiles SET {columns} WHERE partner_id = {partner}"))
            .await;
    }

    pub async fn delete_profile(&self, mpn_id: &str) {
        let partner = partner(mpn_id);
        self.one(&format!("DELETE FROM support_profiles WHERE partner_id = {partner}")).await;
    }

    pub async fn set_partnership(&self, provider: &str, reseller: &str, columns: &str) {
        let (provider, reseller) = (partner(provider), partner(reseller));
        self.one(&format!(
            "UPDATE partnerships SET {columns} WHERE provider_id = {provider} AND reseller_id = {reseller}"
        ))
        .await;
    }

    pub async fn suspend(&self, provider: &str, reseller: &str) {
        self.set_partnership(provider, reseller, "suspended_at = since").await;
    }

    pub async fn end_partnership(&self, provider: &str, reseller: &str) {
        let ended = "state = 'ended', ended_at = since, suspended_at = NULL";
        self.set_partnership(provider, reseller, ended).await;
    }

    pub async fn delete_partnership(&self, provider: &str, reseller: &str) {
        let (provider, reseller) = (partner(provider), partner(reseller));
        self.one(&format!(
            "DELETE FROM partnerships WHERE provider_id = {provider} AND reseller_id = {reseller}"
        ))
        .await;
    }

    pub async fn add_partnership(&self, provider: &str, reseller: &str) {
        let (provider, reseller) = (partner(provider), partner(reseller));
        self.one(&format!(
            "INSERT INTO partnerships (provider_id, reseller_id, state, since, recorded_by_import) \
             VALUES ({provider}, {reseller}, 'active', '2026-01-01T00:00:00Z', false)"
        ))
        .await;
    }

    pub async fn set_relationship(&self, with: &str, domain: &str, columns: &str) {
        let (partner, customer) = (partner(with), customer(domain));
        self.one(&format!(
            "UPDATE relationships SET {columns} WHERE partner_id = {partner} AND customer_id = {customer}"
        ))
        .await;
    }

    pub async fn end_relationship(&self, with: &str, domain: &str) {
        let ended = "state = 'ended', ended_at = since, delegated_admin = false";
        self.set_relationship(with, domain, ended).await;
    }

    pub async fn delete_relationship(&self, with: &str, domain: &str) {
        let (partner, customer) = (partner(with), customer(domain));
        self.one(&format!(
            "DELETE FROM relationships WHERE partner_id = {partner} AND customer_id = {customer}"
        ))
        .await;
    }

    pub async fn add_relationship(&self, with: &str, domain: &str, delegated_admin: bool) {
        let (partner, customer) = (partner(with), customer(domain));
        self.one(&format!(
            "INSERT INTO relationships (partner_id, customer_id, state, delegated_admin, sort_key, since, \
             ended_by_customer) SELECT {partner}, {customer}, 'active', {delegated_admin}, \
             sort_key, '2026-01-01T00:00:00Z', false FROM relationships WHERE customer_id = {customer} LIMIT 1"
        ))
        .await;
    }

    /// An open request for a partnership.
    pub async fn request_partnership(&self, from: &str, to: &str) {
        self.request("partnership", from, "NULL", &partner(to), "NULL").await;
    }

    /// An open request for a relationship or for delegated admin privileges, by a provider for one of its resellers.
    pub async fn request_for(&self, kind: &str, from: &str, reseller: &str, domain: &str) {
        self.request(kind, from, &partner(reseller), "NULL", &customer(domain)).await;
    }

    /// One by the reseller itself.
    pub async fn request_by(&self, kind: &str, from: &str, domain: &str) {
        self.request(kind, from, "NULL", "NULL", &customer(domain)).await;
    }

    async fn request(&self, kind: &str, from: &str, reseller: &str, to: &str, customer: &str) {
        let id = self.literal(Uuid::from_bytes(rand::random()));
        let from = partner(from);
        self.one(&format!(
            "INSERT INTO requests (id, kind, from_partner, for_reseller, to_partner, to_customer, typed_id, \
             delegated_admin, link_number, state, created_at, expires_at) VALUES ({id}, '{kind}', {from}, \
             {reseller}, {to}, {customer}, 'typed', false, 0, 'open', '2026-11-20T09:41:00Z', '{LATER}')"
        ))
        .await;
    }

    /// A reseller that has nothing to do with anybody.
    pub async fn add_reseller(&self, name: &str, mpn_id: &str) {
        let id = self.literal(Uuid::from_bytes(rand::random()));
        let (sort, search) = (self.bytes(&sort_key(name)), search_key(name));
        self.one(&format!(
            "INSERT INTO partners (id, kind, name, sort_key, search_key, mpn_id, country, time_zone, \
             second_factor_required) VALUES ({id}, 'indirect_reseller', '{name}', {sort}, '{search}', \
             '{mpn_id}', 'HU', 'Europe/Budapest', false)"
        ))
        .await;
    }

    /// One that may be chosen for a customer of this provider.
    pub async fn add_available_reseller(
        &self,
        name: &str,
        mpn_id: &str,
        provider: &str,
        domain: &str,
    ) {
        self.add_reseller(name, mpn_id).await;
        self.add_partnership(provider, mpn_id).await;
        self.add_relationship(mpn_id, domain, true).await;
    }

    /// A customer of this partner that has bought nothing yet.
    pub async fn add_customer(&self, name: &str, domain: &str, of: &str) {
        let (id, partner) = (self.literal(Uuid::from_bytes(rand::random())), partner(of));
        let (sort, search) = (self.bytes(&sort_key(name)), search_key(&format!("{name} {domain}")));
        self.one(&format!(
            "INSERT INTO customers (id, name, search_key, domain, country, time_zone, second_factor_required) \
             VALUES ({id}, '{name}', '{search}', '{domain}', 'HU', 'Europe/Budapest', false)"
        ))
        .await;
        self.one(&format!(
            "INSERT INTO relationships (partner_id, customer_id, state, delegated_admin, sort_key, since, \
             ended_by_customer) VALUES ({partner}, {id}, 'active', true, {sort}, '2026-01-01T00:00:00Z', false)"
        ))
        .await;
    }

    /// One of the demo world's products, with the default contact.
    pub async fn sell(&self, product: &str, provider: &str, domain: &str) -> Uuid {
        let subscription = Uuid::from_bytes(rand::random());
        let (id, change) =
            (self.literal(subscription), self.literal(Uuid::from_bytes(rand::random())));
        let (provider, customer) = (partner(provider), customer(domain));
        let name =
            self.texts(&format!("SELECT name FROM customers WHERE domain = '{domain}'")).await;
        let sort = self.bytes(&sort_key_of(&[&name[0], product]));
        self.one(&format!(
            "INSERT INTO subscriptions (id, customer_id, provider_id, product_id, status, decided, version, \
             sort_key, created_at) SELECT {id}, {customer}, {provider}, products.id, 'active', false, 1, \
             {sort}, '2026-06-01T00:00:00Z' FROM products WHERE name = '{product}'"
        ))
        .await;
        let reference = format!("SC-{:012}", rand::random::<u32>());
        self.one(&format!(
            "INSERT INTO changes (id, reference, subscription_id, version, after_name, after_mpn_id, cause, \
             decided, at) SELECT {change}, '{reference}', {id}, 1, name, mpn_id, 'default', false, \
             '2026-06-01T00:00:00Z' FROM partners WHERE id = {provider}"
        ))
        .await;
        subscription
    }

    /// What a customer has told about one of its subscriptions.
    pub async fn add_report(&self, subscription: Uuid, kind: &str, domain: &str) -> String {
        self.report(subscription, kind, "by_customer", &customer(domain)).await
    }

    /// What a reseller has.
    pub async fn add_report_by(&self, subscription: Uuid, reseller: &str) -> String {
        self.report(subscription, "not_ours", "by_partner", &partner(reseller)).await
    }

    async fn report(&self, subscription: Uuid, kind: &str, column: &str, by: &str) -> String {
        let report = Uuid::from_bytes(rand::random());
        let (id, subscription) = (self.literal(report), self.literal(subscription));
        self.one(&format!(
            "INSERT INTO reports (id, kind, subscription_id, provider_id, {column}, at) \
             SELECT {id}, '{kind}', id, provider_id, {by}, '2026-11-20T09:41:00Z' \
             FROM subscriptions WHERE id = {subscription}"
        ))
        .await;
        report.to_string()
    }

    /// Bytes as they stand in SQL.
    pub fn bytes(&self, bytes: &[u8]) -> String {
        use std::fmt::Write;

        let digits = bytes.iter().fold(String::new(), |mut digits, byte| {
            write!(digits, "{byte:02x}").unwrap();
            digits
        });
        if self.is_sqlite() { format!("X'{digits}'") } else { format!("'\\x{digits}'::bytea") }
    }

    async fn one(&self, sql: &str) {
        assert_eq!(self.run(sql).await, 1, "{sql}");
    }
}
