//! The designated support contact of one subscription (`docs/domain.md` rules 22 to 33).

mod available;
mod many;
mod missing;
mod readers;
mod saving;
mod unavailable;

use crate::support::{Browser, Reply, TestApp};

const AGENT: &str = "admin.agent@danube.example";

/// The names on the cards, in their order.
fn names(page: &Reply) -> Vec<String> {
    page.all(".choice label b")
}

/// What one card says below its label.
fn card(page: &Reply, name: &str) -> String {
    let cards = page.all(".choice");
    let card = cards.into_iter().find(|card| card.starts_with(name));
    card.unwrap_or_else(|| panic!("no card of {name} on {}", page.path))
}

/// What stands in *A reseller is not in this list?* about this one; empty where it is not named.
fn missing(page: &Reply, name: &str) -> Vec<String> {
    let html = scraper::Html::parse_document(&page.body);
    let (line, reason) = (selector(".why li"), selector(".because .state"));
    let text = |element: scraper::ElementRef| {
        element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    };
    let mut lines = html.select(&line);
    let found = lines.find(|line| text(*line).starts_with(name));
    found.map(|line| line.select(&reason).map(text).collect()).unwrap_or_default()
}

fn selector(css: &str) -> scraper::Selector {
    scraper::Selector::parse(css).unwrap()
}

/// Chooses a contact on the page at `path` and goes where that leads.
async fn assign(browser: &Browser, path: &str, name: &str) -> Reply {
    let form = browser.get(path).await.form("Submit").choose(name);
    browser.follow(&browser.submit(&form).await).await.expect(200)
}

/// Who stands, as the subscription's page checks it for somebody who may assign.
async fn stands(browser: &Browser, path: &str) -> String {
    browser.get(path).await.form("Submit").chosen().unwrap().to_owned()
}

async fn agent(app: &TestApp) -> Browser {
    app.signed_in(AGENT).await
}
