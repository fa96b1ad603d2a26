//! Everything that can end a request early. `middleware::last_word` turns it into a page.

use actix_session::SessionInsertError;
use actix_web::{
    HttpResponse, ResponseError,
    http::{StatusCode, header},
};

use super::paths;
use crate::{domain::role::PartnerRole, store::StoreError};

#[derive(Debug, thiserror::Error)]
pub enum AppError {
    #[error("nobody is signed in")]
    SignInRequired,
    #[error("the person has not chosen for which organisation they act")]
    ChooseOrganisation,
    #[error("the organisation requires a second factor, and the person has none")]
    SecondFactorRequired,
    #[error("this person may not do this")]
    Forbidden,
    #[error("this person has none of the roles that may do this")]
    NeedsRole(Vec<PartnerRole>),
    #[error("only a customer's global admin may do this")]
    NeedsGlobalAdmin,
    #[error("there is no such thing here")]
    NotFound,
    #[error("the request came from another site")]
    ForeignOrigin,
    #[error("the request asks for a host that is not ours")]
    ForeignHost,
    #[error("the form is not one of ours")]
    BadForm,
    #[error("the form is too long")]
    TooLong,
    #[error("the form took too long to arrive")]
    TooSlow,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("a page could not be rendered")]
    Template(#[from] askama::Error),
    #[error("the metrics could not be written")]
    Metrics(#[from] std::fmt::Error),
    #[error("the session cookie could not be written")]
    Session(#[from] SessionInsertError),
}

impl ResponseError for AppError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SignInRequired | Self::ChooseOrganisation | Self::SecondFactorRequired => {
                StatusCode::SEE_OTHER
            }
            Self::Forbidden
            | Self::NeedsRole(_)
            | Self::NeedsGlobalAdmin
            | Self::ForeignOrigin
            | Self::Store(StoreError::NotPermitted) => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::ForeignHost | Self::BadForm => StatusCode::BAD_REQUEST,
            Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Store(error) if error.is_passing() => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store(_) | Self::Template(_) | Self::Metrics(_) | Self::Session(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Self::SignInRequired => see_other(paths::SIGN_IN),
            Self::ChooseOrganisation => see_other(paths::ORGANISATION),
            Self::SecondFactorRequired => see_other(paths::MY_SECOND_FACTOR),
            _ if self.status_code() == StatusCode::SERVICE_UNAVAILABLE => {
                HttpResponse::ServiceUnavailable()
                    .insert_header((header::RETRY_AFTER, RETRY_AFTER_SECONDS))
                    .finish()
            }
            _ => HttpResponse::new(self.status_code()),
        }
    }
}

const RETRY_AFTER_SECONDS: &str = "5";

/// Where the browser goes next; every successful POST ends so.
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish()
}

/// A row that is not there, or not yours: the same 404.
pub trait OrNotFound<T> {
    fn or_not_found(self) -> Result<T, AppError>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self) -> Result<T, AppError> {
        self.ok_or(AppError::NotFound)
    }
}
