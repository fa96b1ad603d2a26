//! Goes wherever the links and the search forms of the pages lead.

use std::collections::BTreeSet;

use super::{Browser, Reply};

/// Each page once: those that `from` leads to, and further from there.
pub async fn crawl(browser: &Browser, from: impl IntoIterator<Item = String>) -> Vec<Reply> {
    let mut waiting: Vec<String> = from.into_iter().collect();
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut replies = Vec::new();
    while let Some(path) = waiting.pop() {
        let reply = browser.get(&path).await;
        let mut next = reply.links();
        next.extend((reply.status == 303).then(|| reply.location().to_owned()));
        for path in next {
            if path.starts_with('/') && seen.insert(path.clone()) {
                waiting.push(path);
            }
        }
        replies.push(reply);
    }
    replies
}
