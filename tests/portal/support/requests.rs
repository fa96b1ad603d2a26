//! Requests as somebody else made them, and their links as the sender has them.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;

use super::{TestApp, database::TestDatabase};

/// A request of the demo world's Danube for what the tests leave out.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub kind: &'a str,
    /// By partner ID.
    pub from: &'a str,
    pub reseller: Option<&'a str>,
    /// By partner ID or domain, as it was typed.
    pub of: &'a str,
    /// What the asker calls it.
    pub named: Option<&'a str>,
    /// It was in the portal when it was asked.
    pub found: bool,
    pub delegated_admin: bool,
    pub until: Option<&'a str>,
    pub expires: &'a str,
}

pub const RELATIONSHIP: Asked = Asked {
    kind: "relationship",
    from: "4391507",
    reseller: None,
    of: "",
    named: None,
    found: true,
    delegated_admin: false,
    until: None,
    expires: "2026-12-20T09:41:00Z",
};
pub const DELEGATED_ADMIN: Asked =
    Asked { kind: "delegated_admin", delegated_admin: true, ..RELATIONSHIP };
pub const PARTNERSHIP: Asked = Asked { kind: "partnership", ..RELATIONSHIP };

impl TestDatabase {
    pub async fn ask(&self, asked: Asked<'_>) -> Uuid {
        let request = Uuid::from_bytes(rand::random());
        let id = self.literal(request);
        let partner = |mpn_id| format!("(SELECT id FROM partners WHERE mpn_id = '{mpn_id}')");
        let quoted =
            |text: Option<&str>| text.map_or("NULL".to_owned(), |text| format!("'{text}'"));
        let none = || "NULL".to_owned();
        let (mut to_partner, mut to_customer) = (none(), none());
        if asked.found && asked.kind == "partnership" {
            to_partner = partner(asked.of);
        } else if asked.found {
            to_customer = format!("(SELECT id FROM customers WHERE domain = '{}')", asked.of);
        }
        let sql = format!(
            "INSERT INTO requests (id, kind, from_partner, for_reseller, to_partner, to_customer, typed_id, \
             typed_name, delegated_admin, delegated_admin_until, link_number, state, created_at, expires_at) \
             VALUES ({id}, '{}', {}, {}, {to_partner}, {to_customer}, '{}', {}, {}, {}, 1, 'open', \
             '2026-11-20T09:41:00Z', '{}')",
            asked.kind,
            partner(asked.from),
            asked.reseller.map_or_else(none, partner),
            asked.of,
            quoted(asked.named),
            asked.delegated_admin,
            quoted(asked.until),
            asked.expires,
        );
        assert_eq!(self.run(&sql).await, 1, "{sql}");
        request
    }

    pub async fn set_request(&self, request: Uuid, columns: &str) {
        let id = self.literal(request);
        assert_eq!(self.run(&format!("UPDATE requests SET {columns} WHERE id = {id}")).await, 1);
    }

    pub async fn state_of(&self, request: Uuid) -> String {
        let id = self.literal(request);
        self.texts(&format!("SELECT state FROM requests WHERE id = {id}")).await.remove(0)
    }

    /// One text, or several with a blank between them, of a relationship; nothing where there is none.
    pub async fn relationship(&self, with: &str, domain: &str) -> Vec<String> {
        let columns = "r.state || CASE WHEN r.delegated_admin THEN ' dap' ELSE '' END \
             || COALESCE(' until ' || CAST(r.delegated_admin_until AS TEXT), '') \
             || CASE WHEN r.recorded_by IS NULL THEN '' ELSE ' recorded' END \
             || CASE WHEN r.ended_at IS NULL THEN '' ELSE ' over' END \
             || CASE WHEN r.ended_by_customer THEN ' by customer' ELSE '' END";
        self.texts(&format!(
            "SELECT {columns} FROM relationships r JOIN partners p ON p.id = r.partner_id \
             JOIN customers c ON c.id = r.customer_id WHERE p.mpn_id = '{with}' AND c.domain = '{domain}'"
        ))
        .await
    }
}

impl TestApp {
    /// The link, by the formula of `docs/security.md` F: whoever made the request can show it again.
    pub async fn link(&self, request: Uuid) -> String {
        let key = self.store.secret_key().await.unwrap();
        let id = request.simple().to_string();
        let number = "SELECT CAST(link_number AS BIGINT) FROM requests WHERE id = ";
        let number =
            self.database.number(&format!("{number}{}", self.database.literal(request))).await;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap();
        mac.update(format!("request:{id}:{number}").as_bytes());
        let code = mac.finalize().into_bytes();
        let digits = code.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        format!("/requests/{id}{digits}")
    }
}
