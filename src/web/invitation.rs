//! Accepting an invitation: somebody new says who they are; somebody with an account signs in with it first. The page says
//! the same whether or not there is an account, since whoever invites has the link as well (`docs/security.md` F).

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{
    assets, auth, client,
    error::{AppError, OrNotFound, see_other},
    flash::Flash,
    form::{Form, NoFields},
    page::Page,
    paths,
    session::BrowserSession,
    sign_in,
    text_errors::{FieldErrors, weak_password},
    user::words,
};
use crate::{
    domain::{
        password::{self, NewPassword},
        text::Name,
    },
    locale::Messages,
    store::{CannotAccept, Invitation, Store, Token},
};

#[derive(Template)]
#[template(path = "invitation/show.html")]
struct Show<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    token: &'a str,
    reader: Reader,
    /// What the name field holds.
    called: &'a str,
    errors: FieldErrors,
    shortest: usize,
    longest: usize,
}

/// Who looks at it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    SignedOut,
    /// Whose it is to accept.
    Invited,
    /// Somebody else is signed in with this browser.
    Other,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NewUserInput {
    name: String,
    password: String,
}

/// `None`: the link is no invitation, or not good any more.
pub async fn show(
    token: &str,
    store: &Store,
    request: &HttpRequest,
    session: &BrowserSession,
    page: &Page,
) -> Result<Option<HttpResponse>, AppError> {
    let Some(invitation) = store.invitation(&Token::presented(token)).await? else {
        return Ok(None);
    };
    let reader = match auth::principal(request).await? {
        None => Reader::SignedOut,
        Some(principal) if principal.user.id == invitation.user => Reader::Invited,
        Some(_) => Reader::Other,
    };
    let errors = FieldErrors::none(page.t);
    let response = page.show(form(page, &invitation, token, reader, &invitation.name, errors))?;
    // Whoever signs in next comes back to accept.
    if reader == Reader::SignedOut {
        session.remember(&paths::set_up(token))?;
    }
    Ok(Some(response))
}

/// Somebody new.
pub async fn join(
    token: web::Path<String>,
    store: web::Data<Store>,
    input: Form<NewUserInput>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let presented = Token::presented(&token);
    let invitation = store.invitation(&presented).await?.or_not_found()?;
    let refused = |errors| {
        page.invalid(form(&page, &invitation, &token, Reader::SignedOut, &input.name, errors))
    };
    let (name, password) = match input.parse(page.t, &invitation, &page.site.name) {
        Ok(parsed) => parsed,
        Err(errors) => return refused(errors),
    };
    let browser = client::browser(&request);
    match store.accept_as_new(&presented, &name, &password, &browser).await? {
        Ok(begun) => {
            session.forget_return_to();
            let response = sign_in::begin(&request, &session, &begun)?;
            session
                .set_flash(Flash::InvitationAccepted { organisation: invitation.organisation })?;
            Ok(response)
        }
        Err(CannotAccept::HasAccount) => {
            let mut errors = FieldErrors::none(page.t);
            errors.take::<()>("have-account", Err(page.t.invitation_has_account()));
            refused(errors)
        }
        Err(CannotAccept::Gone) => Err(AppError::NotFound),
    }
}

/// Somebody with an account, who has signed in; whoever has not reads the page that says so.
pub async fn accept(
    token: web::Path<String>,
    store: web::Data<Store>,
    _: Form<NoFields>,
    request: HttpRequest,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let presented = Token::presented(&token);
    let invitation = store.invitation(&presented).await?.or_not_found()?;
    let Some(principal) = auth::principal(&request).await? else {
        return Ok(see_other(&paths::set_up(&token)));
    };
    principal.account.accept_invitation(&presented).await?.or_not_found()?;
    session.set_flash(Flash::InvitationAccepted { organisation: invitation.organisation })?;
    Ok(see_other(paths::HOME))
}

/// An address that only takes POST answers GET with the page that holds its form.
pub async fn to_page(token: web::Path<String>) -> HttpResponse {
    see_other(&paths::set_up(&token))
}

fn form<'a>(
    page: &'a Page,
    invitation: &'a Invitation,
    token: &'a str,
    reader: Reader,
    called: &'a str,
    errors: FieldErrors,
) -> Show<'a> {
    let (shortest, longest) = password::LENGTH.into_inner();
    Show { page, invitation, token, reader, called, errors, shortest, longest }
}

impl NewUserInput {
    fn parse(
        &self,
        t: Messages,
        invitation: &Invitation,
        portal: &str,
    ) -> Result<(Name, NewPassword), FieldErrors> {
        let mut errors = FieldErrors::none(t);
        let name = errors.parse("name", &t.set_up_admin_name(), &self.name);
        let context = [&self.name, &invitation.email, &invitation.organisation, portal];
        let password = NewPassword::parse(&self.password, &context);
        let password = errors.take("password", password.map_err(|why| weak_password(&t, why)));
        name.zip(password).ok_or(errors)
    }
}
