//! A new address for signing in: the wish for one, and taking it back.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use crate::{
    domain::text::EmailAddress,
    store::{Account, Edited, NewEmail, NewEmailState},
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
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "account/email.html")]
struct Email<'a> {
    page: &'a Page,
    current: String,
    pending: Option<NewEmail>,
    filled_in: String,
    errors: FieldErrors,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EmailInput {
    email: String,
    current_password: String,
    /// The button that takes the wish back says `withdraw`; the other one nothing.
    step: String,
}

pub async fn show(account: Permitted<Account>, page: Page) -> Result<HttpResponse, AppError> {
    let kept = page.kept_form(paths::MY_EMAIL);
    let email = kept.and_then(|kept| kept.value("email").map(str::to_owned)).unwrap_or_default();
    page.show(form(&account, &page, email, FieldErrors::none(page.t)).await?)
}

pub async fn update(
    account: Permitted<Account>,
    input: Form<EmailInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let news = match input.step.as_str() {
        "" => match ask(&account, &input, &page).await? {
            Ok(_) => Flash::NewEmailAsked,
            Err(errors) => return page.invalid(form(&account, &page, input.email, errors).await?),
        },
        "withdraw" => match account.withdraw_new_email().await? {
            Edited::Changed => Flash::NewEmailWithdrawn,
            Edited::AlreadySo => Flash::NothingChanged,
        },
        _ => return Err(AppError::BadForm),
    };
    session.set_flash(news)?;
    Ok(see_other(paths::MY_EMAIL))
}

async fn ask(
    account: &Account,
    input: &EmailInput,
    page: &Page,
) -> Result<Result<Edited, FieldErrors>, AppError> {
    let mut errors = FieldErrors::none(page.t);
    let email = errors.parse::<EmailAddress>("email", &page.t.account_new_email(), &input.email);
    let Some(email) = email else { return Ok(Err(errors)) };
    match account.ask_new_email(&email, &input.current_password).await? {
        Ok(asked) => return Ok(Ok(asked)),
        Err(refused) => refusal(page.t, refused, &mut errors),
    }
    Ok(Err(errors))
}

async fn form<'a>(
    account: &Account,
    page: &'a Page,
    email: String,
    errors: FieldErrors,
) -> Result<Email<'a>, AppError> {
    let (details, pending) = (account.details().await?, account.new_email().await?);
    Ok(Email { page, current: details.email, pending, filled_in: email, errors })
}
