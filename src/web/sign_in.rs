//! Signing in and out.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{
    assets, auth, client,
    error::{AppError, see_other},
    flash::Flash,
    form::{Form, NoFields},
    language,
    page::Page,
    paths,
    session::BrowserSession,
};
use crate::store::{SignIn, Store, limits};

#[derive(Template)]
#[template(path = "sign_in/show.html")]
struct SignInPage<'a> {
    page: &'a Page,
    email: &'a str,
    failed: bool,
    idle_minutes: i64,
    absolute_hours: i64,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignInInput {
    email: String,
    password: String,
}

pub async fn show(page: Page) -> Result<HttpResponse, AppError> {
    page.show(form(&page, "", false))
}

pub async fn create(
    store: web::Data<Store>,
    input: Form<SignInInput>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let browser = client::browser(&request);
    let Some(sign_in) = store.sign_in(&input.email, &input.password, &browser).await? else {
        tracing::info!("a sign-in failed");
        return page.invalid(form(&page, &input.email, true));
    };
    begin(&request, &session, &sign_in)
}

/// Takes the browser into its new session, and to the page that was asked for.
pub fn begin(
    request: &HttpRequest,
    session: &BrowserSession,
    sign_in: &SignIn,
) -> Result<HttpResponse, AppError> {
    let wanted = session.return_to();
    session.sign_in(sign_in)?;
    let mut response = if sign_in.must_choose {
        if let Some(path) = &wanted {
            session.remember(path)?;
        }
        see_other(paths::ORGANISATION)
    } else {
        see_other(wanted.as_deref().unwrap_or(paths::HOME))
    };
    if let Some(locale) = &sign_in.locale {
        response
            .add_cookie(&language::cookie(request, locale))
            .expect("the cookie has a plain name and value");
    }
    Ok(response)
}

pub async fn destroy(
    _: Form<NoFields>,
    request: HttpRequest,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    if let Some(principal) = auth::principal(&request).await? {
        principal.account.sign_out().await?;
    }
    session.sign_out();
    session.set_flash(Flash::SignedOut)?;
    Ok(see_other(paths::SIGN_IN))
}

fn form<'a>(page: &'a Page, email: &'a str, failed: bool) -> SignInPage<'a> {
    SignInPage {
        page,
        email,
        failed,
        idle_minutes: limits::IDLE.whole_minutes(),
        absolute_hours: limits::ABSOLUTE.whole_hours(),
    }
}
