//! Changes: reviewing one, taking it back, and giving the same contact to a customer's other subscriptions
//! (`docs/domain.md` rules 30 and 34).

mod repeat;
mod review;
mod undo;

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALMASKERT, KEKES, TISZA},
};

/// Somebody who may assign many.
async fn agent(app: &TestApp) -> Browser {
    app.signed_in("admin.agent@danube.example").await
}

/// Chooses a contact for one of Almáskert's products and goes to the review.
async fn assign(app: &TestApp, browser: &Browser, product: &str, name: &str) -> Reply {
    let path = app.database.path_of(ALMASKERT, product).await;
    let form = browser.get(&path).await.form("Submit").choose(name);
    browser.follow(&browser.submit(&form).await).await.expect(200)
}

/// Who stands for one of Almáskert's products, with its badge.
async fn stands(app: &TestApp, browser: &Browser, product: &str) -> String {
    let page = browser.get(&app.database.path_of(ALMASKERT, product).await).await.expect(200);
    page.form("Submit").chosen().unwrap().to_owned()
}

/// The names before and after.
fn sides(review: &Reply) -> Vec<String> {
    review.all(".diff .name")
}

/// What the margin says: reference, why, by whom, when.
fn facts(review: &Reply) -> Vec<String> {
    review.all("aside dd")
}
