//! A request's link. Whoever is signed in for the organisation that it was meant for goes on to the page with the answer,
//! so that the token leaves the address bar; an organisation that is new to the portal is set up here (`docs/domain.md`
//! rule 17). To everybody else all links look the same (`docs/security.md` F).

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{
    assets, auth, client,
    error::{AppError, OrNotFound, see_other},
    flash::Flash,
    form::Form,
    new_admin::{self, NewAdminInput},
    page::Page,
    paths, request_words,
    session::BrowserSession,
    sign_in,
    text_errors::FieldErrors,
};
use crate::{
    domain::{password, request::Door},
    locale::Messages,
    store::{CannotClaim, Claim, Claimable, LinkedRequest, Store, Token},
};

#[derive(Template)]
#[template(path = "request_link/set_up.html")]
struct SetUp<'a> {
    page: &'a Page,
    asked: Claimable,
    /// What is asked for, in one sentence.
    sentence: String,
    input: &'a ClaimInput,
    errors: FieldErrors,
    shortest: usize,
    longest: usize,
}

/// Others have to do with the organisation: whoever holds a link is not proof enough.
#[derive(Template)]
#[template(path = "request_link/invitation.html")]
struct Invitation<'a> {
    page: &'a Page,
}

/// The same for a link that is unknown, used, revoked or expired, and for one that was meant for somebody else.
#[derive(Template)]
#[template(path = "request_link/elsewhere.html")]
struct Elsewhere<'a> {
    page: &'a Page,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ClaimInput {
    name: String,
    country: String,
    time_zone: String,
    admin_name: String,
    email: String,
    password: String,
}

pub async fn show(
    token: web::Path<String>,
    store: web::Data<Store>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    match lead(&store, &token, &request).await? {
        Lead::Answer(path) => Ok(see_other(&path)),
        Lead::SignIn => sign_in_first(&session, &token),
        Lead::Invitation => page.show(Invitation { page: &page }),
        Lead::Nowhere => nowhere(&session, &token, &page),
        Lead::SetUp(link) => {
            let asked = store.claimable(&link).await?.or_not_found()?;
            let input = ClaimInput::suggested(&asked);
            page.show(form(&page, asked, &input, FieldErrors::none(page.t)))
        }
    }
}

pub async fn claim(
    token: web::Path<String>,
    store: web::Data<Store>,
    input: Form<ClaimInput>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let link = match lead(&store, &token, &request).await? {
        Lead::Answer(path) => return Ok(see_other(&path)),
        Lead::SignIn => return sign_in_first(&session, &token),
        Lead::Invitation => return Ok(see_other(&paths::request_link(&token))),
        Lead::Nowhere => return nowhere(&session, &token, &page),
        Lead::SetUp(link) => link,
    };
    let asked = store.claimable(&link).await?.or_not_found()?;
    let claim = match input.parse(page.t, &asked, &page.site.name) {
        Ok(claim) => claim,
        Err(errors) => return page.invalid(form(&page, asked, &input, errors)),
    };
    match store.claim(&link, &claim, &client::browser(&request)).await? {
        Ok(begun) => {
            session.remember(&answer_path(&link))?;
            sign_in::begin(&request, &session, &begun)
        }
        Err(CannotClaim::EmailInUse) => {
            let mut errors = FieldErrors::none(page.t);
            errors.take::<()>("email", Err(page.t.claim_email_in_use()));
            page.invalid(form(&page, asked, &input, errors))
        }
        Err(CannotClaim::Gone) => page.conflict(Elsewhere { page: &page }),
    }
}

/// Where a link leads the person who holds it.
enum Lead {
    /// It was meant for the organisation that they act for.
    Answer(String),
    SignIn,
    SetUp(Box<LinkedRequest>),
    Invitation,
    Nowhere,
}

async fn lead(store: &Store, token: &str, request: &HttpRequest) -> Result<Lead, AppError> {
    let principal = auth::principal(request).await?;
    if principal.as_ref().is_some_and(|principal| principal.acting.is_short_of_second_factor()) {
        return Err(auth::second_factor_first(request));
    }
    let Some(link) = store.linked_request(&Token::presented(token)).await? else {
        return Ok(Lead::Nowhere);
    };
    if let Some(principal) = principal {
        let is_theirs = link.is_for(&principal.acting);
        return Ok(if is_theirs { Lead::Answer(answer_path(&link)) } else { Lead::Nowhere });
    }
    Ok(match store.door(&link).await? {
        Some(Door::SignIn) => Lead::SignIn,
        Some(Door::SetUp) => Lead::SetUp(Box::new(link)),
        Some(Door::Invitation) => Lead::Invitation,
        None => Lead::Nowhere,
    })
}

fn answer_path(link: &LinkedRequest) -> String {
    if link.is_of_partner() {
        paths::answer(&link.id())
    } else {
        paths::customer_request(&link.id())
    }
}

fn sign_in_first(session: &BrowserSession, token: &str) -> Result<HttpResponse, AppError> {
    session.remember(&paths::request_link(token))?;
    session.set_flash(Flash::SignInFirst)?;
    Ok(see_other(paths::SIGN_IN))
}

/// Whoever signs in or switches next comes back here, whatever link this is.
fn nowhere(session: &BrowserSession, token: &str, page: &Page) -> Result<HttpResponse, AppError> {
    let response = page.not_found(Elsewhere { page })?;
    let goes_on = page.viewer.as_ref().is_none_or(|viewer| viewer.can_switch);
    let here = paths::request_link(token);
    if let Some(here) = super::return_path::own(&here).filter(|_| goes_on) {
        session.remember(here)?;
    }
    Ok(response)
}

fn form<'a>(
    page: &'a Page,
    asked: Claimable,
    input: &'a ClaimInput,
    errors: FieldErrors,
) -> SetUp<'a> {
    let (shortest, longest) = password::LENGTH.into_inner();
    let who = &asked.asker.details.name;
    let reseller = asked.reseller.as_ref().map(|reseller| reseller.details.name.as_str());
    let sentence = request_words::sentence(&page.t, asked.kind, who, reseller);
    SetUp { page, asked, sentence, input, errors, shortest, longest }
}

impl ClaimInput {
    fn suggested(asked: &Claimable) -> Self {
        Self {
            name: asked.suggested_name.clone().unwrap_or_default(),
            country: asked.country.clone(),
            time_zone: asked.time_zone.clone(),
            ..Self::default()
        }
    }

    /// A name that the asker has fixed stays, whatever was sent.
    fn parse(&self, t: Messages, asked: &Claimable, portal: &str) -> Result<Claim, FieldErrors> {
        let mut errors = FieldErrors::none(t);
        let name = asked.name.as_deref().unwrap_or(&self.name);
        let parsed = errors.parse("name", &t.set_up_name(), name);
        let country = errors.parse("country", &t.set_up_country(), &self.country);
        let time_zone = errors.take("time_zone", new_admin::zone(&t, &self.time_zone));
        let admin =
            NewAdminInput { name: &self.admin_name, email: &self.email, password: &self.password };
        let admin = admin.parse(&t, &mut errors, &[name, &asked.typed_id, portal]);
        let claim = || {
            Some(Claim { name: parsed?, country: country?, time_zone: time_zone?, admin: admin? })
        };
        claim().ok_or(errors)
    }
}
