//! The people of one's own organisation: inviting them, and what may be done about them.

mod accepting;
mod inviting;
mod list;
mod managing;
mod opposites;
mod racing;

use crate::support::{Browser, Reply, TestApp};

pub const DANUBE: &str = "global.admin@danube.example";
pub const USER_ADMIN: &str = "user.admin@danube.example";
pub const BILLING: &str = "billing.admin@danube.example";
pub const CUSTOMER: &str = "admin@almaskert.example";
pub const PLAIN: &str = "user@almaskert.example";
/// Helpdesk agent of Danube and admin agent of Alföld.
pub const ANNA: &str = "anna.kovacs@liaison.example";

pub const PARTNER_USERS: &str = "/partner/users";
pub const CUSTOMER_USERS: &str = "/admin/users";

pub const PASSWORD: &str = "seven grey herons over the marsh";

/// The page of somebody of Danube.
pub async fn page_of(app: &TestApp, email: &str) -> String {
    let danube = "(SELECT id FROM partners WHERE mpn_id = '4391507')";
    let membership = app
        .database
        .id(&format!(
            "SELECT m.id FROM memberships m JOIN users u ON u.id = m.user_id \
             WHERE u.email = '{email}' AND m.partner_id = {danube}"
        ))
        .await;
    format!("{PARTNER_USERS}/{membership}")
}

pub async fn act(by: &Browser, path: &str, action: &str) -> Reply {
    by.post(path, &[("action", action)]).await
}

/// Somebody who has no account yet.
pub async fn join(browser: &Browser, link: &str, name: &str) -> Reply {
    let form = browser.get(link).await.expect(200).form("Accept and sign in");
    browser.submit(&form.fill("Your name", name).fill("Password", PASSWORD)).await
}
