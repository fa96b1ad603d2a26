//! The other side of a request: whoever was asked reads it, answers it, and can take the answer back (`docs/domain.md`
//! rules 7 to 20).

mod customer;
mod link;
mod parting;
mod partner_relationships;
mod racing;
mod reseller;
mod set_up;

use uuid::Uuid;

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{CONTOSO, KEKES},
    requests::{Asked, RELATIONSHIP},
};

const CONTOSO_ADMIN: &str = "admin@contoso-butor.example";
const ALMASKERT_ADMIN: &str = "admin@almaskert.example";
const ALMASKERT_USER: &str = "user@almaskert.example";
const ACCEPT: &str = "Accept & Authorize";

/// Danube asks Contoso for Kékes, with delegated admin.
const FOR_KEKES: Asked = Asked {
    reseller: Some(KEKES),
    of: CONTOSO,
    named: Some("Contoso"),
    delegated_admin: true,
    ..RELATIONSHIP
};

fn at_customer(request: Uuid) -> String {
    format!("/admin/requests/{request}")
}

fn at_reseller(request: Uuid) -> String {
    format!("/partner/requests/{request}/answer")
}

async fn accept(browser: &Browser, path: &str) -> Reply {
    let form = browser.get(path).await.expect(200).form(ACCEPT);
    browser.submit(&form).await
}

/// The kinds of the activity lines in their order, with the partners and customers in whose logs they stand.
async fn logged(app: &TestApp, kind: &str) -> Vec<String> {
    let sql = format!(
        "SELECT COALESCE(p.mpn_id, '-') || ' ' || COALESCE(o.mpn_id, '-') || ' ' || COALESCE(c.domain, '-') \
         FROM activity a LEFT JOIN partners p ON p.id = a.partner_id \
         LEFT JOIN partners o ON o.id = a.other_partner_id LEFT JOIN customers c ON c.id = a.customer_id \
         WHERE a.kind = '{kind}'"
    );
    app.database.texts(&sql).await
}
