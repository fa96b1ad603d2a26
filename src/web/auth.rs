//! Who is asking, and may they?

use std::{ops::Deref, rc::Rc};

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, http::Method, web};
use futures_util::future::LocalBoxFuture;
use tokio::sync::OnceCell;
use tracing_actix_web::RequestId;
use uuid::Uuid;

use super::{
    error::AppError, flash::Flash, kept_form::KeptForm, return_path, session::BrowserSession,
};
use crate::store::{Denied, Permission, Principal, Store, Token};

/// Proof that somebody holds permission `P`. A handler's signature is its access rule:
/// `assigner: Permitted<SupportAssigner>` opens the handler to those who may assign, and to nobody else.
pub struct Permitted<P>(P);

impl<P> Permitted<P> {
    pub fn into_inner(self) -> P {
        self.0
    }
}

impl<P> Deref for Permitted<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.0
    }
}

impl<P: Permission> FromRequest for Permitted<P> {
    type Error = AppError;
    type Future = LocalBoxFuture<'static, Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let Some(principal) = principal(&request).await? else {
                return Err(sign_in_first(&request)?);
            };
            P::granted_to(principal).map(Self).map_err(|denied| refuse(&request, denied))
        })
    }
}

/// The signed-in person, looked up once a request.
///
/// actix runs the extractors of a handler side by side, so the second must be able to wait for the first one's answer: a
/// plain value in the extensions would be missed by both.
pub async fn principal(request: &HttpRequest) -> Result<Option<Principal>, AppError> {
    type Answer = Rc<OnceCell<Option<Principal>>>;

    let answer = Rc::clone(request.extensions_mut().get_or_insert_with(Answer::default));
    answer.get_or_try_init(|| look_up(request)).await.cloned()
}

/// The id that logs, activity and error pages name this request by.
pub fn request_id(request: &HttpRequest) -> Option<Uuid> {
    request.extensions().get::<RequestId>().map(|id| **id)
}

async fn look_up(request: &HttpRequest) -> Result<Option<Principal>, AppError> {
    let store: &web::Data<Store> = request.app_data().expect("server.rs provides the store");
    let Some(token) = BrowserSession::of(request).token() else { return Ok(None) };
    let principal = store.principal(&token, request_id(request)).await?;
    if principal.as_ref().is_some_and(|principal| principal.needs_touch) {
        touch_later(store.clone(), token);
    }
    Ok(principal)
}

/// Outside the request: nobody waits for it, and a GET stays a reading. A task of tokio's own, not of actix's: those are
/// dropped outside the runtime when the portal stops, where a database connection cannot be given back.
fn touch_later(store: web::Data<Store>, token: Token) {
    tokio::spawn(async move {
        if let Err(error) = store.touch(&token).await {
            tracing::warn!(%error, "a session could not be noted as in use");
        }
    });
}

/// Remembers the page that was asked for, and what was filled in if the session ended under a form.
fn sign_in_first(request: &HttpRequest) -> Result<AppError, AppError> {
    let session = BrowserSession::of(request);
    let is_reading = request.method() == Method::GET || request.method() == Method::HEAD;
    let asked_for = if is_reading {
        request.uri().path_and_query().map_or("/", |path| path.as_str())
    } else {
        // An address that only takes POST answers GET with the page that holds its form.
        request.path()
    };
    let author = session.last_user().filter(|_| !is_reading);
    let kept = author.and_then(|user| KeptForm::of(request, user));
    match kept {
        Some(kept) => {
            session.keep_form(&kept)?;
            session.set_flash(Flash::FormKept)?;
        }
        None => session.set_flash(Flash::SignInFirst)?,
    }
    if let Some(path) = return_path::own(asked_for) {
        session.remember(path)?;
    }
    Ok(AppError::SignInRequired)
}

fn refuse(request: &HttpRequest, denied: Denied) -> AppError {
    match denied {
        Denied::Forbidden => AppError::Forbidden,
        Denied::NeedsRole(roles) => AppError::NeedsRole(roles),
        Denied::NeedsGlobalAdmin => AppError::NeedsGlobalAdmin,
        Denied::ChooseOrganisation => come_back(request, AppError::ChooseOrganisation),
        Denied::SecondFactorFirst => second_factor_first(request),
    }
}

/// For whoever must have a second factor and has none.
pub fn second_factor_first(request: &HttpRequest) -> AppError {
    come_back(request, AppError::SecondFactorRequired)
}

/// Leads somewhere else first; the page that was asked for comes after it.
fn come_back(request: &HttpRequest, first: AppError) -> AppError {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let path = return_path::own(path).filter(|_| request.method() == Method::GET);
    match path.map(|path| BrowserSession::of(request).remember(path)) {
        Some(Err(error)) => error,
        _ => first,
    }
}
