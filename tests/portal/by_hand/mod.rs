//! Customers and subscriptions that a partner's people write down themselves (`docs/domain.md` rules 13, 22 and 29).

mod customers;
mod racing;
mod subscriptions;

use crate::support::{Browser, Reply, TestApp, page::Form};

async fn sales(app: &TestApp) -> Browser {
    app.signed_in("sales.agent@danube.example").await
}

/// A customer that nobody but its partner knows.
async fn add_customer(browser: &Browser, domain: &str, name: &str) -> Reply {
    let form = browser.get("/partner/customers/new").await.expect(200).form("Add a customer");
    let form = form.fill("Domain of the customer", domain).fill("Name of the customer", name);
    browser.submit(&form).await
}

/// The form that adds a subscription, with customer and product filled in.
async fn sale(browser: &Browser, customer: &str, product: &str) -> Form {
    let page = browser.get("/partner/subscriptions/new").await.expect(200);
    page.form("Add a subscription").fill("Customer", customer).fill("Product", product)
}
