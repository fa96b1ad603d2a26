//! The page of a link that confirms a new address: looking changes nothing, its button does.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::{
    domain::credentials::EmailTaken,
    store::{Confirming, Store, Token, limits::LinkPurpose},
    web::{
        assets, auth,
        error::{AppError, see_other},
        flash::Flash,
        form::{Form, NoFields},
        page::Page,
        paths,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "account/confirm_email.html")]
struct Confirm<'a> {
    page: &'a Page,
    email: String,
    /// Another account has it.
    is_taken: bool,
}

/// The same for a link that is unknown, used, withdrawn or expired.
#[derive(Template)]
#[template(path = "account/confirm_email_gone.html")]
struct Gone<'a> {
    page: &'a Page,
    hours: i64,
}

pub async fn show(
    token: web::Path<String>,
    store: web::Data<Store>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    match store.email_to_confirm(&Token::presented(&token)).await? {
        Some(email) => page.show(Confirm { page: &page, email, is_taken: false }),
        None => gone(&page),
    }
}

pub async fn update(
    _: Form<NoFields>,
    token: web::Path<String>,
    store: web::Data<Store>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let token = Token::presented(&token);
    let Some(email) = store.email_to_confirm(&token).await? else { return gone(&page) };
    let by = Confirming { session: session.token(), request: auth::request_id(&request) };
    let own = match store.confirm_email(&token, &by).await? {
        None => return gone(&page),
        Some(Err(EmailTaken)) => {
            return page.conflict(Confirm { page: &page, email, is_taken: true });
        }
        Some(Ok(own)) => own,
    };
    let next = match own {
        Some(own) => {
            session.go_on(&own)?;
            paths::MY_EMAIL
        }
        None => paths::SIGN_IN,
    };
    session.set_flash(Flash::EmailChanged)?;
    Ok(see_other(next))
}

fn gone(page: &Page) -> Result<HttpResponse, AppError> {
    page.not_found(Gone { page, hours: LinkPurpose::NewEmail.lasts().whole_hours() })
}
