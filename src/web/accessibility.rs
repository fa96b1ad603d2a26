//! What the portal does so that everybody can use it, and the limits it sets.

use actix_web::HttpResponse;
use askama::Template;

use super::{assets, error::AppError, page::Page, paths};
use crate::store::limits;

#[derive(Template)]
#[template(path = "accessibility/show.html")]
struct Accessibility<'a> {
    page: &'a Page,
    idle_minutes: i64,
    absolute_hours: i64,
}

pub async fn show(page: Page) -> Result<HttpResponse, AppError> {
    page.show(Accessibility {
        page: &page,
        idle_minutes: limits::IDLE.whole_minutes(),
        absolute_hours: limits::ABSOLUTE.whole_hours(),
    })
}
