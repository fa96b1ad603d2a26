//! How a partner wants to be reached: edited, seen by customers, filled in for a reseller (`docs/domain.md` rules 4, 36 and
//! 38).

mod customers;
mod editing;
mod resellers;

use crate::support::{Browser, Reply, page::Form};

const PROFILE: &str = "/partner/profile";
const ADMIN: &str = "global.admin@danube.example";
const AGENT: &str = "admin.agent@danube.example";

/// The form as the page shows it.
async fn form(browser: &Browser) -> Form {
    browser.get(PROFILE).await.expect(200).form("Save")
}

/// What the card of the preview says.
fn preview(page: &Reply) -> String {
    page.first("article.call").unwrap()
}

#[track_caller]
fn assert_parts(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}
