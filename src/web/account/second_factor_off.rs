//! Switching one's own second factor off: for good, or to set up another app.

use actix_web::HttpResponse;
use askama::Template;

use super::{
    second_factor::requiring,
    second_factor_form::{PasswordAndCode, refuse},
};
use crate::{
    store::Account,
    web::{
        assets,
        auth::Permitted,
        error::{AppError, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "account/second_factor/off.html")]
struct Off<'a> {
    page: &'a Page,
    code: &'a str,
    errors: FieldErrors,
    required_by: Vec<String>,
}

pub async fn edit(account: Permitted<Account>, page: Page) -> Result<HttpResponse, AppError> {
    if !account.second_factor().await?.is_on {
        return Ok(see_other(paths::MY_SECOND_FACTOR));
    }
    let required_by = requiring(&account).await?;
    let errors = FieldErrors::none(page.t);
    page.show(Off { page: &page, code: "", errors, required_by })
}

pub async fn update(
    account: Permitted<Account>,
    input: Form<PasswordAndCode>,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let mut errors = FieldErrors::none(page.t);
    if let Some(typed) = input.0.typed(&page.t, &mut errors) {
        match account.switch_off_second_factor(&input.0.password, &typed).await? {
            Ok(token) => {
                session.go_on(&token)?;
                session.forget_recovery_codes();
                session.set_flash(Flash::SecondFactorOff)?;
                return Ok(see_other(paths::MY_SECOND_FACTOR));
            }
            Err(reason) => {
                if let Some(elsewhere) = refuse(&page, &mut errors, reason) {
                    return Ok(elsewhere);
                }
            }
        }
    }
    let required_by = requiring(&account).await?;
    page.invalid(Off { page: &page, code: &input.0.code, errors, required_by })
}
