//! A new password, by a link that works once.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{
    assets, client,
    error::AppError,
    flash::Flash,
    form::Form,
    page::Page,
    paths,
    session::BrowserSession,
    sign_in,
    text_errors::{FieldErrors, weak_password},
};
use crate::{
    domain::password::{self, NewPassword},
    store::{LinkedAccount, Store, Token, limits::LinkPurpose},
};

#[derive(Template)]
#[template(path = "reset/show.html")]
struct Reset<'a> {
    page: &'a Page,
    account: &'a LinkedAccount,
    errors: FieldErrors,
    shortest: usize,
    longest: usize,
}

/// The same for a link that is unknown, used, void or expired.
#[derive(Template)]
#[template(path = "reset/gone.html")]
struct Gone<'a> {
    page: &'a Page,
    minutes: i64,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ResetInput {
    password: String,
}

pub async fn show(
    token: web::Path<String>,
    store: web::Data<Store>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    match store.reset_link(&Token::presented(&token)).await? {
        Some(account) => page.show(form(&page, &account, FieldErrors::none(page.t))),
        None => gone(&page, LinkPurpose::Reset),
    }
}

pub async fn update(
    token: web::Path<String>,
    store: web::Data<Store>,
    input: Form<ResetInput>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let token = Token::presented(&token);
    let Some(account) = store.reset_link(&token).await? else {
        return gone(&page, LinkPurpose::Reset);
    };
    let password = match parse(&page, &account, &input.0.password) {
        Ok(password) => password,
        Err(errors) => return page.invalid(form(&page, &account, errors)),
    };
    let browser = client::browser(&request);
    let Some(entered) = store.reset_password(&token, &password, &browser).await? else {
        return gone(&page, LinkPurpose::Reset);
    };
    let response = sign_in::enter(&request, &session, &entered)?;
    session.set_flash(Flash::PasswordSet)?;
    Ok(response)
}

/// What every link to an account says that is not good, or not any more.
pub fn gone(page: &Page, purpose: LinkPurpose) -> Result<HttpResponse, AppError> {
    page.not_found(Gone { page, minutes: purpose.lasts().whole_minutes() })
}

fn form<'a>(page: &'a Page, account: &'a LinkedAccount, errors: FieldErrors) -> Reset<'a> {
    let (shortest, longest) = password::LENGTH.into_inner();
    Reset { page, account, errors, shortest, longest }
}

fn parse(page: &Page, account: &LinkedAccount, typed: &str) -> Result<NewPassword, FieldErrors> {
    let mut guessed = vec![&*account.name, &*account.email, &*page.site.name];
    guessed.extend(account.organisations.iter().map(String::as_str));
    let password = NewPassword::parse(typed, &guessed);
    let mut errors = FieldErrors::none(page.t);
    let password = password.map_err(|reason| weak_password(&page.t, reason));
    errors.take("password", password).ok_or(errors)
}
