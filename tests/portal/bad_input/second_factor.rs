//! The forms about a second factor.

use super::{GoodForm, field};
use crate::support::{Browser, TestApp};

/// A code is good once, so none of these is.
pub async fn second_factor(app: &TestApp) -> Vec<GoodForm> {
    let secured = app.secured("global.admin@alfold.example").await;
    let between = app.with_password("global.admin@alfold.example").await;
    let new = app.signed_in("global.admin@bakony.example").await;
    new.get("/me/second-factor").await.expect(200);
    let fields = || vec![field("code", "123456", &[]), field("password", "x", &[])];
    let good = |route: &'static str, browser: &Browser, fields, button| GoodForm {
        route,
        path: route.to_owned(),
        browser: browser.clone(),
        fields,
        button,
    };
    let own = &secured.browser;
    let admin = app.signed_in("admin@almaskert.example").await;
    let required = || vec![field("required", "no", &[])];
    vec![
        good("/sign-in/second-factor", &between, fields()[..1].to_vec(), Some("Sign in")),
        good("/me/second-factor", &new, fields(), Some("Set up a second factor")),
        good("/me/second-factor/off", own, fields(), Some("Switch off the second factor")),
        good("/me/second-factor/codes", own, fields(), Some("Make new recovery codes")),
        good("/me/second-factor/codes/done", own, Vec::new(), None),
        good("/partner/users/second-factor", own, required(), None),
        good("/admin/users/second-factor", &admin, required(), None),
    ]
}
