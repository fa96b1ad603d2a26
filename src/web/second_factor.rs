//! The second step of signing in: a code of the app, or a recovery code.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{
    assets, client,
    error::{AppError, see_other},
    flash::Flash,
    form::Form,
    page::Page,
    paths,
    session::BrowserSession,
    sign_in,
    text_errors::{FieldErrors, bad_code, held_up},
};
use crate::store::{CannotStep, Store};

#[derive(Template)]
#[template(path = "sign_in/second_factor.html")]
struct SecondStep<'a> {
    page: &'a Page,
    code: &'a str,
    errors: FieldErrors,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CodeInput {
    code: String,
}

pub async fn show(session: BrowserSession, page: Page) -> Result<HttpResponse, AppError> {
    if session.second_factor().is_none() {
        return Ok(see_other(paths::SIGN_IN));
    }
    page.show(SecondStep { page: &page, code: "", errors: FieldErrors::none(page.t) })
}

pub async fn create(
    store: web::Data<Store>,
    input: Form<CodeInput>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let Some(token) = session.second_factor() else { return Ok(see_other(paths::SIGN_IN)) };
    let mut errors = FieldErrors::none(page.t);
    let typed = input.0.code.parse().map_err(|_| page.t.second_factor_not_a_code());
    let Some(typed) = errors.take("code", typed) else {
        return page.invalid(SecondStep { page: &page, code: &input.0.code, errors });
    };
    match store.sign_in_with_code(&token, &typed, &client::browser(&request)).await? {
        Ok(step) => {
            let response = sign_in::begin(&request, &session, &step.sign_in)?;
            if let Some(left) = step.codes_left {
                session.set_flash(Flash::RecoveryCodeUsed { left })?;
            }
            Ok(response)
        }
        Err(CannotStep::Gone) => {
            session.forget_second_factor();
            session.set_flash(Flash::SecondFactorTooLate)?;
            Ok(see_other(paths::SIGN_IN))
        }
        Err(CannotStep::HeldUp(refusal)) => {
            errors.take::<()>("code", Err(held_up(&page.t, refusal, page.now)));
            page.invalid(SecondStep { page: &page, code: &input.0.code, errors })
        }
        Err(CannotStep::Code(reason)) => {
            tracing::info!("a second factor was refused");
            errors.take::<()>("code", Err(bad_code(&page.t, reason)));
            page.invalid(SecondStep { page: &page, code: &input.0.code, errors })
        }
    }
}
