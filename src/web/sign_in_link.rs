//! Signing in once by a link, without a password. Following it shows a button: programs that look at every link in a letter
//! sign nobody in.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::{
    assets, client,
    error::AppError,
    form::{Form, NoFields},
    page::Page,
    paths, reset,
    session::BrowserSession,
    sign_in,
};
use crate::store::{LinkedAccount, Store, Token, limits::LinkPurpose};

#[derive(Template)]
#[template(path = "sign_in_link/show.html")]
struct SignInLink<'a> {
    page: &'a Page,
    account: LinkedAccount,
}

pub async fn show(
    token: web::Path<String>,
    store: web::Data<Store>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    match store.sign_in_link(&Token::presented(&token)).await? {
        Some(account) => page.show(SignInLink { page: &page, account }),
        None => reset::gone(&page, LinkPurpose::SignIn),
    }
}

pub async fn create(
    token: web::Path<String>,
    _: Form<NoFields>,
    store: web::Data<Store>,
    request: HttpRequest,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let browser = client::browser(&request);
    match store.sign_in_by_link(&Token::presented(&token), &browser).await? {
        Some(entered) => sign_in::enter(&request, &session, &entered),
        None => reset::gone(&page, LinkPurpose::SignIn),
    }
}
