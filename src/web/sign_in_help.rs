//! *I forgot my password*: the answer is the same for everybody, whether there is such an account or not.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{
    assets, client,
    error::{AppError, see_other},
    form::Form,
    page::Page,
    paths,
    query::Query,
    text_errors::FieldErrors,
};
use crate::{
    domain::text::EmailAddress,
    locale::Messages,
    store::{SignInHelp, Store},
};

#[derive(Template)]
#[template(path = "sign_in_help/show.html")]
struct HelpForm<'a> {
    page: &'a Page,
    input: &'a HelpInput,
    errors: FieldErrors,
    choices: &'static [SignInHelp],
}

#[derive(Template)]
#[template(path = "sign_in_help/asked.html")]
struct Asked<'a> {
    page: &'a Page,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HelpInput {
    email: String,
    help: String,
}

pub async fn show(query: Query, page: Page) -> Result<HttpResponse, AppError> {
    if query.text("asked").ok().is_some() {
        return page.show(Asked { page: &page });
    }
    let usual = HelpInput { help: SignInHelp::NewPassword.to_string(), ..HelpInput::default() };
    page.show(form(&page, &usual, FieldErrors::none(page.t)))
}

pub async fn create(
    store: web::Data<Store>,
    input: Form<HelpInput>,
    request: HttpRequest,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let (email, help) = match input.parse(page.t) {
        Ok(wish) => wish,
        Err(errors) => return page.invalid(form(&page, &input, errors)),
    };
    match store.ask_for_help(&email, help, &client::browser(&request)).await? {
        Ok(()) => Ok(see_other(paths::ASKED_FOR_HELP)),
        Err(until) => page.too_many(until),
    }
}

fn form<'a>(page: &'a Page, input: &'a HelpInput, errors: FieldErrors) -> HelpForm<'a> {
    HelpForm { page, input, errors, choices: SignInHelp::ALL }
}

impl HelpInput {
    fn parse(&self, t: Messages) -> Result<(EmailAddress, SignInHelp), FieldErrors> {
        let mut errors = FieldErrors::none(t);
        let email = errors.parse("email", &t.email(), &self.email);
        let help = errors.take("help-1", self.help.parse().map_err(|_| t.help_asked_missing()));
        email.zip(help).ok_or(errors)
    }
}
