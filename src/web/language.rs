//! The language of the pages: what was chosen with this browser, then what the browser asks for, then English.

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    http::header::ACCEPT_LANGUAGE,
};
use serde::Deserialize;

use super::{
    auth,
    error::{AppError, see_other},
    form::Form,
    paths, return_path,
    site::Site,
};
use crate::locale::Messages;

const COOKIE: &str = "language";
const YEAR: Duration = Duration::days(365);

/// Error pages need it too, so nothing here asks the database.
pub fn of(request: &HttpRequest) -> Messages {
    let chosen = request.cookie(COOKIE);
    let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Messages::negotiate(chosen.as_ref().map(Cookie::value), accepted.unwrap_or_default())
}

/// Remembers a choice in this browser.
pub fn cookie(request: &HttpRequest, language: &str) -> Cookie<'static> {
    Cookie::build(COOKIE, language.to_owned())
        .path(paths::ROOT)
        .max_age(YEAR)
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(Site::of(request).is_secure())
        .finish()
}

/// Forgets it: this browser's pages follow what it asks for.
pub fn no_cookie(request: &HttpRequest) -> Cookie<'static> {
    let mut cookie = cookie(request, "");
    cookie.make_removal();
    cookie
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LanguageInput {
    language: String,
    return_to: String,
}

pub async fn update(
    input: Form<LanguageInput>,
    request: HttpRequest,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let messages = Messages::in_language(&input.language).ok_or(AppError::BadForm)?;
    if let Some(principal) = auth::principal(&request).await? {
        principal.account.choose_language(messages.language()).await?;
    }
    let mut response = see_other(return_path::own(&input.return_to).unwrap_or(paths::ROOT));
    response
        .add_cookie(&cookie(&request, messages.language()))
        .expect("the cookie has a plain name and value");
    Ok(response)
}
