//! The first page after signing in, by side.

use actix_web::{HttpRequest, HttpResponse};

use super::{
    auth::{self, Permitted},
    customer,
    error::{AppError, see_other},
    page::Page,
    partner, paths,
};
use crate::store::Acting;

/// Addresses without a page of their own lead here.
pub async fn root(request: HttpRequest) -> Result<HttpResponse, AppError> {
    let is_signed_in = auth::principal(&request).await?.is_some();
    Ok(see_other(if is_signed_in { paths::HOME } else { paths::SIGN_IN }))
}

pub async fn show(acting: Permitted<Acting>, page: Page) -> Result<HttpResponse, AppError> {
    match acting.into_inner() {
        Acting::Partner(store) => partner::home::show(&store, &page).await,
        Acting::Customer(store) => customer::home::show(&store, &page).await,
        Acting::Undecided => Err(AppError::ChooseOrganisation),
        Acting::SecondFactorFirst(_) => Err(AppError::SecondFactorRequired),
    }
}
