//! Every response passes here on its way out: it gets the security headers, and if it is an error without a page of its
//! own (ours, actix's, a middleware's or a panic's) it gets a page that names the request.

use std::panic::AssertUnwindSafe;

use actix_web::{
    Error,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{CONTENT_ENCODING, CONTENT_TYPE},
    middleware::Next,
    rt,
};
use futures_util::FutureExt;
use tracing::Instrument;

use super::{
    error_page::{ErrorPage, HTML},
    request_log::UnderWay,
};
use crate::web::health;

pub async fn last_word(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let under_way = UnderWay::begin(request.request());
    let mut page = ErrorPage::about(request.request());
    match run(request, next).await {
        Ok(Ok(mut response)) => {
            page.status = response.status();
            let error = response.response().error();
            under_way.answered(page.status, error);
            if needs_page(&response) {
                let html = page.html(error);
                response = response.map_body(|head, _| {
                    head.headers.remove(CONTENT_ENCODING);
                    head.headers.insert(CONTENT_TYPE, HTML);
                    BoxBody::new(html)
                });
            }
            page.add_headers(response.headers_mut());
            Ok(response)
        }
        // The request is gone, so these cannot be responses. `ErrorPage` is an error that looks like one.
        Ok(Err(error)) => {
            page.status = error.as_response_error().status_code();
            under_way.answered(page.status, Some(&error));
            Err(page.into())
        }
        Err(Panicked) => {
            under_way.answered(page.status, None);
            Err(page.into())
        }
    }
}

/// The panic hook has logged it.
struct Panicked;

/// Reading stops when the browser goes away. Changing something does not: it runs as a task of its own, so it is done
/// completely or not at all, and no transaction is left half-open.
async fn run<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<Result<ServiceResponse<BoxBody>, Error>, Panicked> {
    let outcome = if request.method().is_safe() {
        AssertUnwindSafe(next.call(request)).catch_unwind().await.map_err(|_| Panicked)?
    } else {
        rt::spawn(next.call(request).in_current_span()).await.map_err(|_| Panicked)?
    };
    Ok(outcome.map(ServiceResponse::map_into_boxed_body))
}

fn needs_page<B>(response: &ServiceResponse<B>) -> bool {
    let has_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let failed = response.status().is_client_error() || response.status().is_server_error();
    failed && !has_page && !health::is_watched(response.request().path())
}
