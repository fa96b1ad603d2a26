//! For which of several organisations to act.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::{
    assets,
    auth::Permitted,
    error::{AppError, OrNotFound, see_other},
    form::Form,
    page::Page,
    paths,
    session::BrowserSession,
};
use crate::{
    domain::ids::MembershipId,
    store::{Account, Membership},
};

#[derive(Template)]
#[template(path = "organisation/show.html")]
struct Organisations<'a> {
    page: &'a Page,
    memberships: Vec<Membership>,
    nothing_chosen: bool,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OrganisationInput {
    membership: String,
}

pub async fn show(account: Permitted<Account>, page: Page) -> Result<HttpResponse, AppError> {
    let memberships = account.memberships().await?;
    page.show(Organisations { page: &page, memberships, nothing_chosen: false })
}

pub async fn update(
    account: Permitted<Account>,
    input: Form<OrganisationInput>,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let Ok(membership) = input.0.membership.parse::<MembershipId>() else {
        let memberships = account.memberships().await?;
        return page.invalid(Organisations { page: &page, memberships, nothing_chosen: true });
    };
    account.choose(membership).await?.or_not_found()?;
    let path = session.return_to();
    session.forget_return_to();
    Ok(see_other(path.as_deref().unwrap_or(paths::HOME)))
}
