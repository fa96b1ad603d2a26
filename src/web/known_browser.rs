//! The cookie by which an account knows a browser that has signed in to it before (`docs/security.md` B3). It opens
//! nothing, so it outlives the session.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};

use super::{paths, site::Site};
use crate::store::SignIn;

const YEAR: Duration = Duration::days(365);

/// What the browser has kept; it may be anything.
pub fn marks(request: &HttpRequest) -> String {
    request.cookie(name(request)).map(|cookie| cookie.value().to_owned()).unwrap_or_default()
}

/// What it keeps from now on.
pub fn cookie(request: &HttpRequest, sign_in: &SignIn) -> Cookie<'static> {
    Cookie::build(name(request), sign_in.marks.clone())
        .path(paths::ROOT)
        .max_age(YEAR)
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(Site::of(request).is_secure())
        .finish()
}

fn name(request: &HttpRequest) -> &'static str {
    if Site::of(request).is_secure() { "__Host-known" } else { "known" }
}
