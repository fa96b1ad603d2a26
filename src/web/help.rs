//! How the portal is used, in a page.

use actix_web::HttpResponse;
use askama::Template;

use super::{
    assets,
    error::AppError,
    page::{Page, Viewer},
    paths,
};

#[derive(Template)]
#[template(path = "help/show.html")]
struct Help<'a> {
    page: &'a Page,
    /// Whoever has not signed in reads both sides' parts.
    is_for_partners: bool,
    is_for_customers: bool,
}

pub async fn show(page: Page) -> Result<HttpResponse, AppError> {
    let viewer = page.viewer.as_ref();
    page.show(Help {
        page: &page,
        is_for_partners: viewer.is_some_and(Viewer::is_partner),
        is_for_customers: viewer.is_some_and(Viewer::is_customer),
    })
}
