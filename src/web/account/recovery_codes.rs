//! New recovery codes: shown until they have been written down, and never again.

use actix_web::HttpResponse;
use askama::Template;

use super::second_factor_form::{PasswordAndCode, refuse};
use crate::{
    domain::second_factor::RECOVERY_CODES,
    store::Account,
    web::{
        assets,
        auth::Permitted,
        error::{AppError, see_other},
        flash::Flash,
        form::{Form, NoFields},
        page::Page,
        paths,
        second_factor_offer::MadeCodes,
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "account/second_factor/codes.html")]
struct Codes<'a> {
    page: &'a Page,
    code: &'a str,
    errors: FieldErrors,
    count: usize,
}

pub async fn new(account: Permitted<Account>, page: Page) -> Result<HttpResponse, AppError> {
    if !account.second_factor().await?.is_on {
        return Ok(see_other(paths::MY_SECOND_FACTOR));
    }
    page.show(form(&page, "", FieldErrors::none(page.t)))
}

pub async fn create(
    account: Permitted<Account>,
    input: Form<PasswordAndCode>,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let mut errors = FieldErrors::none(page.t);
    if let Some(typed) = input.0.typed(&page.t, &mut errors) {
        match account.make_recovery_codes(&input.0.password, &typed).await? {
            Ok(codes) => {
                session.keep_recovery_codes(&MadeCodes::new(&codes, page.now))?;
                session.set_flash(Flash::RecoveryCodesMade)?;
                return Ok(see_other(paths::MY_SECOND_FACTOR));
            }
            Err(reason) => {
                if let Some(elsewhere) = refuse(&page, &mut errors, reason) {
                    return Ok(elsewhere);
                }
            }
        }
    }
    page.invalid(form(&page, &input.0.code, errors))
}

/// *Done*: they have been written down. Goes on to the page that was asked for before.
pub async fn done(
    _: Permitted<Account>,
    _: Form<NoFields>,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let wanted = session.return_to();
    session.forget_return_to();
    session.forget_recovery_codes();
    Ok(see_other(wanted.as_deref().unwrap_or(paths::MY_SECOND_FACTOR)))
}

/// The page that holds the button.
pub async fn to_page(_: Permitted<Account>) -> Result<HttpResponse, AppError> {
    Ok(see_other(paths::MY_SECOND_FACTOR))
}

fn form<'a>(page: &'a Page, code: &'a str, errors: FieldErrors) -> Codes<'a> {
    Codes { page, code, errors, count: RECOVERY_CODES }
}
