//! A request must ask for one of our own hosts: links and origins are made from them (`docs/security.md` D5).

use actix_web::{
    Error,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::HOST,
    middleware::Next,
    web,
};

use crate::web::{error::AppError, health, site::Site};

pub async fn check(
    site: web::Data<Site>,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if health::is_watched(request.path()) || asks_for_us(&request, &site) {
        Ok(next.call(request).await?.map_into_boxed_body())
    } else {
        // Ok, so that the layers outside see it.
        Ok(request.error_response(AppError::ForeignHost))
    }
}

fn asks_for_us(request: &ServiceRequest, site: &Site) -> bool {
    let mut hosts = request.headers().get_all(HOST);
    let only = hosts.next().filter(|_| hosts.next().is_none());
    only.and_then(|host| host.to_str().ok()).is_some_and(|host| site.serves(host))
}
