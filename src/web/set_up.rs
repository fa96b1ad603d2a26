//! The first organisation and its global admin, by a link that works once.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{
    assets, client,
    error::AppError,
    form::Form,
    invitation,
    new_admin::{self, NewAdminInput},
    page::Page,
    paths,
    session::BrowserSession,
    sign_in,
    text_errors::FieldErrors,
};
use crate::{
    domain::{partner::PartnerKind, password},
    locale::Messages,
    store::{FirstOrganisation, Store, Token, limits},
};

#[derive(Template)]
#[template(path = "set_up/show.html")]
struct SetUp<'a> {
    page: &'a Page,
    input: &'a SetUpInput,
    errors: FieldErrors,
    kinds: &'static [PartnerKind],
    shortest: usize,
    longest: usize,
}

/// The same for a link that is unknown, used or expired.
#[derive(Template)]
#[template(path = "set_up/gone.html")]
struct Gone<'a> {
    page: &'a Page,
    hours: i64,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SetUpInput {
    name: String,
    kind: String,
    mpn_id: String,
    country: String,
    time_zone: String,
    admin_name: String,
    email: String,
    password: String,
}

/// An invitation has the same kind of address.
pub async fn show(
    token: web::Path<String>,
    store: web::Data<Store>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    if let Some(page) = invitation::show(&token, &store, &request, &session, &page).await? {
        return Ok(page);
    }
    if !store.is_set_up_link(&Token::presented(&token)).await? {
        return gone(&page);
    }
    page.show(form(&page, &SetUpInput::suggested(), FieldErrors::none(page.t)))
}

pub async fn create(
    token: web::Path<String>,
    store: web::Data<Store>,
    input: Form<SetUpInput>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (Form(input), token) = (input, Token::presented(&token));
    if !store.is_set_up_link(&token).await? {
        return gone(&page);
    }
    let first = match input.parse(page.t, &page.site.name) {
        Ok(first) => first,
        Err(errors) => return page.invalid(form(&page, &input, errors)),
    };
    match store.set_up(&token, &first, &client::browser(&request)).await? {
        Some(sign_in) => sign_in::begin(&request, &session, &sign_in),
        None => gone(&page),
    }
}

fn form<'a>(page: &'a Page, input: &'a SetUpInput, errors: FieldErrors) -> SetUp<'a> {
    let (shortest, longest) = password::LENGTH.into_inner();
    SetUp { page, input, errors, kinds: PartnerKind::ALL, shortest, longest }
}

fn gone(page: &Page) -> Result<HttpResponse, AppError> {
    page.not_found(Gone { page, hours: limits::LinkPurpose::SetUp.lasts().whole_hours() })
}

impl SetUpInput {
    fn suggested() -> Self {
        Self {
            kind: PartnerKind::IndirectProvider.to_string(),
            country: "HU".to_owned(),
            time_zone: "Europe/Budapest".to_owned(),
            ..Self::default()
        }
    }

    fn parse(&self, t: Messages, portal: &str) -> Result<FirstOrganisation, FieldErrors> {
        let mut errors = FieldErrors::none(t);
        let name = errors.parse("name", &t.set_up_name(), &self.name);
        let kind = errors.take("kind-1", self.kind.parse().map_err(|_| t.set_up_kind_missing()));
        let mpn_id = errors.parse("mpn_id", &t.set_up_mpn_id(), &self.mpn_id);
        let country = errors.parse("country", &t.set_up_country(), &self.country);
        let time_zone = errors.take("time_zone", new_admin::zone(&t, &self.time_zone));
        let admin =
            NewAdminInput { name: &self.admin_name, email: &self.email, password: &self.password };
        let admin = admin.parse(&t, &mut errors, &[&self.name, portal]);
        let first = || {
            Some(FirstOrganisation {
                name: name?,
                kind: kind?,
                mpn_id: mpn_id?,
                country: country?,
                time_zone: time_zone?,
                admin: admin?,
            })
        };
        first().ok_or(errors)
    }
}
