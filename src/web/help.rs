//! How the portal is used, in a page.

use actix_web::HttpResponse;
use askama::Template;

use super::{assets, error::AppError, page::Page, paths};

#[derive(Template)]
#[template(path = "help/show.html")]
struct Help<'a> {
    page: &'a Page,
}

pub async fn show(page: Page) -> Result<HttpResponse, AppError> {
    page.show(Help { page: &page })
}
