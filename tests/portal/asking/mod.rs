//! Asking customers and resellers, and the request's page (`docs/domain.md` rules 7, 14 to 17 and 21).

mod customers;
mod letter;
mod many;
mod outcome;
mod racing;
mod resellers;

use crate::support::{Browser, Reply, TestApp};

const MAKE: &str = "Make the request";
const ASK: &str = "/partner/relationships/new";
const ASK_RESELLER: &str = "/partner/resellers/new";

async fn agent(app: &TestApp) -> Browser {
    app.signed_in("admin.agent@danube.example").await
}

/// Asks by the form at `path`, with this domain filled in; the answer.
async fn ask_at(browser: &Browser, path: &str, domain: &str) -> Reply {
    let form = browser.get(path).await.expect(200).form(MAKE);
    browser.submit(&form.fill("Domain of the customer", domain)).await
}

/// The page of a request that has just been made.
async fn made(browser: &Browser, reply: Reply) -> Reply {
    let page = browser.follow(&reply).await.expect(200);
    assert_eq!(
        page.news(),
        "The request is made. Now send its link: the other side learns of it only by your letter."
    );
    page
}

async fn requests(app: &TestApp) -> i64 {
    app.database.count("requests").await
}

/// The link, as it stands in a field of its own.
fn link(page: &Reply) -> String {
    let html = scraper::Html::parse_document(&page.body);
    let field = scraper::Selector::parse("#link").unwrap();
    let field = html.select(&field).next().expect("there is no link");
    field.attr("value").unwrap().to_owned()
}
