//! Whether everybody of the organisation must have a second factor.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::place::Place;
use crate::{
    domain::second_factor::CannotRequire,
    store::user::{ManagesUsers, SecondFactorPolicy, Users},
    web::{
        assets,
        auth::Permitted,
        error::{AppError, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "user/second_factor.html")]
struct Policy<'a> {
    page: &'a Page,
    place: Place,
    stands: SecondFactorPolicy,
    refused: bool,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyInput {
    /// Which button: `yes` or `no`.
    required: String,
}

pub async fn show<M: ManagesUsers>(
    manager: Permitted<M>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    page.show(Policy::of(&manager.users(), &page, false).await?)
}

pub async fn update<M: ManagesUsers>(
    manager: Permitted<M>,
    input: Form<PolicyInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let users = manager.users();
    let required = match input.0.required.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(AppError::BadForm),
    };
    if let Err(CannotRequire::OwnIsMissing) = users.require_second_factor(required).await? {
        return page.invalid(Policy::of(&users, &page, true).await?);
    }
    let news = if required { Flash::SecondFactorRequired } else { Flash::SecondFactorOptional };
    session.set_flash(news)?;
    Ok(see_other(Place::of(users.organisation()).second_factor))
}

impl<'a> Policy<'a> {
    async fn of(users: &Users, page: &'a Page, refused: bool) -> Result<Self, AppError> {
        let stands = users.second_factor_policy().await?;
        Ok(Self { page, place: Place::of(users.organisation()), stands, refused })
    }
}
