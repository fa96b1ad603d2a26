//! What a browser sent with a form: each field once, and none that the form does not have.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use serde::{Deserialize, de::DeserializeOwned};

use super::{error::AppError, middleware::body::Body};

/// Values in all; no form has more than a list of 50 and a handful of fields.
const MOST_FIELDS: usize = 200;

/// The fields of a POST. `T` refuses unknown fields (`deny_unknown_fields`); a field that stands twice is refused unless
/// it is a list.
pub struct Form<T>(pub T);

/// A button that says everything by itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoFields {}

impl<T: DeserializeOwned> FromRequest for Form<T> {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(fields(request).map(Self))
    }
}

fn fields<T: DeserializeOwned>(request: &HttpRequest) -> Result<T, AppError> {
    let is_form = request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded");
    let extensions = request.extensions();
    let body = extensions.get::<Body>().map(|body| &body.0[..]).unwrap_or_default();
    let is_short = form_urlencoded::parse(body).count() <= MOST_FIELDS;
    if !(is_form || body.is_empty()) || !is_short {
        return Err(AppError::BadForm);
    }
    serde_html_form::from_bytes(body).map_err(|_| AppError::BadForm)
}
