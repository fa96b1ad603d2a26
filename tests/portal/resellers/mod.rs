//! A provider's resellers and a reseller's providers: the lists, the page of one, and suspending it.

mod coverage;
mod list;
mod page;
mod providers;
mod suspension;

use crate::support::{Browser, Reply, TestApp};

pub const LIST: &str = "/partner/resellers";

async fn danube(app: &TestApp) -> Browser {
    app.signed_in("global.admin@danube.example").await
}

async fn address(app: &TestApp, mpn_id: &str) -> String {
    format!("{LIST}/{}", app.database.partner(mpn_id).await)
}

async fn page(app: &TestApp, browser: &Browser, mpn_id: &str) -> Reply {
    browser.get(&address(app, mpn_id).await).await.expect(200)
}
