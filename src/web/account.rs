//! What somebody says of themself: name, language, time zone; and the way to what opens their account.

pub mod confirm_email;
pub mod email;
pub mod password;
pub mod recovery_codes;
pub mod second_factor;
mod second_factor_form;
pub mod second_factor_off;
pub mod sessions;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use super::{
    assets,
    auth::Permitted,
    error::{AppError, see_other},
    flash::Flash,
    form::Form,
    kept_form::KeptForm,
    language, new_admin,
    page::Page,
    paths,
    session::BrowserSession,
    text_errors::FieldErrors,
};
use crate::{
    domain::credentials::CannotChange,
    locale::Messages,
    store::{Account, AccountDetails, AccountEdit, Edited, NewEmail},
};

#[derive(Template)]
#[template(path = "account/show.html")]
struct Show<'a> {
    page: &'a Page,
    input: &'a AccountInput,
    errors: FieldErrors,
    languages: Vec<(&'static str, String)>,
    own: AccountDetails,
    new_email: Option<NewEmail>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AccountInput {
    name: String,
    language: String,
    time_zone: String,
}

pub async fn show(account: Permitted<Account>, page: Page) -> Result<HttpResponse, AppError> {
    let details = account.details().await?;
    let kept = page.kept_form(paths::ME);
    let input = kept.map_or_else(|| AccountInput::of(&details), |form| AccountInput::kept(&form));
    let new_email = account.new_email().await?;
    page.show(form(&page, &input, FieldErrors::none(page.t), details, new_email))
}

pub async fn update(
    account: Permitted<Account>,
    input: Form<AccountInput>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let edit = match input.parse(page.t)? {
        Ok(edit) => edit,
        Err(errors) => {
            let (details, new_email) = (account.details().await?, account.new_email().await?);
            return page.invalid(form(&page, &input, errors, details, new_email));
        }
    };
    session.set_flash(match account.edit(&edit).await? {
        Edited::Changed => Flash::AccountSaved,
        Edited::AlreadySo => Flash::NothingChanged,
    })?;
    let mut response = see_other(paths::ME);
    let cookie = match edit.locale {
        Some(locale) => language::cookie(&request, locale),
        None => language::no_cookie(&request),
    };
    response.add_cookie(&cookie).expect("the cookie has a plain name and value");
    Ok(response)
}

fn form<'a>(
    page: &'a Page,
    input: &'a AccountInput,
    errors: FieldErrors,
    own: AccountDetails,
    new_email: Option<NewEmail>,
) -> Show<'a> {
    let languages = Messages::languages().collect();
    Show { page, input, errors, languages, own, new_email }
}

/// Why what opens the account was not changed, beside the field that mends it.
fn refusal(t: Messages, refused: CannotChange, errors: &mut FieldErrors) {
    let (field, message) = match refused {
        CannotChange::WrongPassword => ("current_password", t.account_wrong_password()),
        CannotChange::TooManyTries => ("current_password", t.account_too_many_tries()),
        CannotChange::SameEmail => ("email", t.account_same_email()),
    };
    errors.take::<()>(field, Err(message));
}

impl AccountInput {
    fn of(details: &AccountDetails) -> Self {
        let AccountDetails { name, locale, time_zone, .. } = details.clone();
        let (language, time_zone) = (locale.unwrap_or_default(), time_zone.unwrap_or_default());
        Self { name, language, time_zone }
    }

    /// What was filled in before the session ended.
    fn kept(form: &KeptForm) -> Self {
        let value = |name| form.value(name).unwrap_or_default().to_owned();
        Self { name: value("name"), language: value("language"), time_zone: value("time_zone") }
    }

    /// A language is chosen from a list: with any other it is no form of ours.
    fn parse(&self, t: Messages) -> Result<Result<AccountEdit, FieldErrors>, AppError> {
        let locale = match self.language.as_str() {
            "" => None,
            code => Some(Messages::in_language(code).ok_or(AppError::BadForm)?.language()),
        };
        let mut errors = FieldErrors::none(t);
        let name = errors.parse("name", &t.account_name(), &self.name);
        let time_zone = match self.time_zone.trim() {
            "" => Some(None),
            zone => errors.take("time_zone", new_admin::zone(&t, zone)).map(Some),
        };
        let edit = || Some(AccountEdit { name: name?, locale, time_zone: time_zone? });
        Ok(edit().ok_or(errors))
    }
}
