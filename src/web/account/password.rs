//! A new password, for whoever knows the one they have.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use crate::{
    domain::password::{self, NewPassword},
    store::{Account, Token},
    web::{
        account::refusal,
        assets,
        auth::Permitted,
        error::{AppError, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        session::BrowserSession,
        text_errors::{FieldErrors, weak_password},
    },
};

#[derive(Template)]
#[template(path = "account/password.html")]
struct Password<'a> {
    page: &'a Page,
    /// For password managers: whose password it is.
    email: String,
    errors: FieldErrors,
    shortest: usize,
    longest: usize,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PasswordInput {
    current_password: String,
    new_password: String,
}

pub async fn show(account: Permitted<Account>, page: Page) -> Result<HttpResponse, AppError> {
    let errors = FieldErrors::none(page.t);
    page.show(form(&page, account.details().await?.email, errors))
}

pub async fn update(
    account: Permitted<Account>,
    input: Form<PasswordInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let token = match change(&account, &input.0, &page).await? {
        Ok(token) => token,
        Err(errors) => return page.invalid(form(&page, account.details().await?.email, errors)),
    };
    session.go_on(&token)?;
    session.set_flash(Flash::PasswordChanged)?;
    Ok(see_other(paths::ME))
}

async fn change(
    account: &Account,
    input: &PasswordInput,
    page: &Page,
) -> Result<Result<Token, FieldErrors>, AppError> {
    let mut errors = FieldErrors::none(page.t);
    let own = account.details().await?;
    let organisation = page.viewer.as_ref().and_then(|viewer| viewer.organisation.as_deref());
    let context = [&own.name, &own.email, &page.site.name, organisation.unwrap_or_default()];
    let new = NewPassword::parse(&input.new_password, &context);
    let new = new.map_err(|reason| weak_password(&page.t, reason));
    let Some(new) = errors.take("new_password", new) else { return Ok(Err(errors)) };
    match account.change_password(&input.current_password, &new).await? {
        Ok(token) => Ok(Ok(token)),
        Err(refused) => {
            refusal(page.t, refused, &mut errors);
            Ok(Err(errors))
        }
    }
}

fn form(page: &Page, email: String, errors: FieldErrors) -> Password<'_> {
    let (shortest, longest) = password::LENGTH.into_inner();
    Password { page, email, errors, shortest, longest }
}
