//! Signing in and out.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{
    assets, auth, client,
    error::{AppError, see_other},
    flash::Flash,
    form::{Form, NoFields},
    known_browser, language,
    page::Page,
    paths,
    session::BrowserSession,
};
use crate::store::{CannotSignIn, Entered, SignIn, Store, limits};

#[derive(Template)]
#[template(path = "sign_in/show.html")]
struct SignInPage<'a> {
    page: &'a Page,
    email: &'a str,
    failed: bool,
    idle_minutes: i64,
    absolute_hours: i64,
    /// The public address, where the page was opened at another.
    elsewhere: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignInInput {
    email: String,
    password: String,
}

pub async fn show(request: HttpRequest, page: Page) -> Result<HttpResponse, AppError> {
    page.show(form(&request, &page, "", false))
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
    match store.sign_in(&input.email, &input.password, &browser).await? {
        Ok(entered) => enter(&request, &session, &entered),
        Err(CannotSignIn::Refused) => {
            tracing::info!("a sign-in failed");
            page.invalid(form(&request, &page, &input.email, true))
        }
        Err(CannotSignIn::AddressHeldUp(until)) => {
            tracing::info!("a sign-in was put off");
            page.too_many(until)
        }
    }
}

/// Takes the browser as far as it has come: into its session, or to the page that asks for the second factor.
pub fn enter(
    request: &HttpRequest,
    session: &BrowserSession,
    entered: &Entered,
) -> Result<HttpResponse, AppError> {
    match entered {
        Entered::Session(sign_in) => begin(request, session, sign_in),
        Entered::SecondFactor(token) => {
            session.await_second_factor(token)?;
            Ok(see_other(paths::SECOND_FACTOR))
        }
    }
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
    let language = sign_in.locale.as_ref().map(|locale| language::cookie(request, locale));
    for cookie in language.into_iter().chain([known_browser::cookie(request, sign_in)]) {
        response.add_cookie(&cookie).expect("the cookie has a plain name and value");
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

fn form<'a>(request: &HttpRequest, page: &'a Page, email: &'a str, failed: bool) -> SignInPage<'a> {
    SignInPage {
        page,
        email,
        failed,
        idle_minutes: limits::IDLE.whole_minutes(),
        absolute_hours: limits::ABSOLUTE.whole_hours(),
        elsewhere: page.site.missed(request.headers()).map(str::to_owned),
    }
}
