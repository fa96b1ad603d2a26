//! A request that changes something must come from one of our own pages (`docs/security.md` D1).

use actix_web::{
    Error,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderMap, ORIGIN},
    middleware::Next,
    web,
};

use crate::web::{error::AppError, site::Site};

pub async fn check(
    site: web::Data<Site>,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if request.method().is_safe() || is_ours(request.headers(), &site) {
        Ok(next.call(request).await?.map_into_boxed_body())
    } else {
        // Ok, so that the layers outside see it.
        Ok(request.error_response(AppError::ForeignOrigin))
    }
}

/// Browsers say `Sec-Fetch-Site` on https and localhost, and `Origin` everywhere. `none` is the person: a restored tab, say.
fn is_ours(headers: &HeaderMap, site: &Site) -> bool {
    let only = |name| {
        let mut values = headers.get_all(name);
        values.next().filter(|_| values.next().is_none())
    };
    if headers.contains_key("sec-fetch-site") {
        only("sec-fetch-site").is_some_and(|site| site == "same-origin" || site == "none")
    } else {
        only(ORIGIN.as_str()).is_some_and(|origin| site.is_own_origin(origin.as_bytes()))
    }
}
