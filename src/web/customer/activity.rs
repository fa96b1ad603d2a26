//! What a customer's people did, and what partners did that concerns it.

use std::collections::BTreeMap;

use actix_web::HttpResponse;

use crate::{
    store::{CustomerAdmin, Position},
    web::{
        activity::{self, Filter, MOST_IN_A_FILE, Place},
        auth::Permitted,
        error::AppError,
        page::Page,
        paths,
        query::Query,
    },
};

const PLACE: Place = Place {
    path: paths::CUSTOMER_ACTIVITY,
    file: paths::CUSTOMER_ACTIVITY_FILE,
    is_partners: false,
};

pub async fn index(
    customer: Permitted<CustomerAdmin>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (mut filter, position) = (Filter::of(&query, false), query.position());
    filter.ignored |= position.is_nonsense();
    let position = position.ok().unwrap_or(Position::Start);
    let slice = customer.activity_log(&filter.asked(&page), position).await?;
    activity::show(&page, &PLACE, &filter, slice, &BTreeMap::new())
}

pub async fn file(
    customer: Permitted<CustomerAdmin>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let filter = Filter::of(&query, false).asked(&page);
    Ok(activity::file(&page, &customer.newest_activity(&filter, MOST_IN_A_FILE).await?))
}
