//! Invitations, as somebody makes them by the page.

use regex::Regex;

use super::{Browser, Reply};

/// The link that a page shows just now: a path.
pub fn made_link(page: &Reply) -> String {
    let link = Regex::new(r#"id="made-link-address"[^>]*value="https?://[^/"]+(/[^"]+)""#).unwrap();
    let found = link.captures(&page.body).unwrap_or_else(|| panic!("no link: {}", page.main()));
    found[1].to_owned()
}

/// `list`: the users' page. The person's page, which shows the link.
pub async fn invite(by: &Browser, list: &str, name: &str, email: &str, role: &str) -> Reply {
    let form = by.get(&format!("{list}/new")).await.expect(200).form("Make the invitation");
    let form = form.fill("Name", name).fill("Email", email).with("role", role);
    let reply = by.submit(&form).await.expect(303);
    by.follow(&reply).await.expect(200)
}
