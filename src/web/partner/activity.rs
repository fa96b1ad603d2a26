//! What a partner's people did, and what others did that concerns it.

use actix_web::HttpResponse;

use crate::{
    store::{ActivityLine, PartnerStore, Position},
    web::{
        activity::{self, Filter, MOST_IN_A_FILE, Place},
        auth::Permitted,
        error::AppError,
        page::Page,
        paths,
        query::Query,
    },
};

const PLACE: Place = Place { path: paths::ACTIVITY, file: paths::ACTIVITY_FILE, is_partners: true };

pub async fn index(
    partner: Permitted<PartnerStore>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (mut filter, position) = (Filter::of(&query, true), query.position());
    filter.ignored |= position.is_nonsense();
    let position = position.ok().unwrap_or(Position::Start);
    let slice = partner.activity_log(&filter.asked(&page), position).await?;
    let references = slice.rows.iter().flat_map(ActivityLine::references);
    let reviews = partner.changes_by_reference(references).await?;
    activity::show(&page, &PLACE, &filter, slice, &reviews)
}

pub async fn file(
    partner: Permitted<PartnerStore>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let filter = Filter::of(&query, true).asked(&page);
    Ok(activity::file(&page, &partner.newest_activity(&filter, MOST_IN_A_FILE).await?))
}
