//! What the browser keeps for us: an encrypted cookie with a session token, a flash, where to return to, and a form that
//! could not be sent. The truth about the session is a row (`store::session`).

use std::future::{Ready, ready};

use actix_session::{Session, SessionExt};
use actix_web::{FromRequest, HttpRequest, dev::Payload};

use super::{error::AppError, flash::Flash, kept_form::KeptForm};
use crate::{
    domain::ids::UserId,
    store::{SignIn, Token},
};

const TOKEN: &str = "token";
const USER: &str = "user";
const FLASH: &str = "flash";
const RETURN_TO: &str = "return_to";
const KEPT_FORM: &str = "form";

pub struct BrowserSession(Session);

impl BrowserSession {
    pub fn of(request: &HttpRequest) -> Self {
        Self(request.get_session())
    }

    pub fn token(&self) -> Option<Token> {
        self.get::<String>(TOKEN).map(|text| Token::presented(&text))
    }

    /// Who signed in with this browser last: no proof of anything, but the key to a kept form.
    pub fn last_user(&self) -> Option<UserId> {
        self.get(USER)
    }

    /// Forgets everything else that the browser kept, but the same person's unsent form. Touch the session last in a
    /// handler: it is saved even if the handler then fails.
    pub fn sign_in(&self, sign_in: &SignIn) -> Result<(), AppError> {
        let kept = self.get::<KeptForm>(KEPT_FORM).filter(|kept| kept.user == sign_in.user);
        self.0.clear();
        self.0.renew();
        self.0.insert(TOKEN, sign_in.token.as_str())?;
        self.0.insert(USER, sign_in.user)?;
        match kept {
            Some(kept) => self.keep_form(&kept),
            None => Ok(()),
        }
    }

    pub fn sign_out(&self) {
        self.0.clear();
        self.0.renew();
    }

    pub fn set_flash(&self, flash: Flash) -> Result<(), AppError> {
        Ok(self.0.insert(FLASH, flash)?)
    }

    pub fn flash(&self) -> Option<Flash> {
        self.get(FLASH)
    }

    pub fn forget_flash(&self) {
        self.0.remove(FLASH);
    }

    /// `path`: a path of ours, with its query.
    pub fn remember(&self, path: &str) -> Result<(), AppError> {
        Ok(self.0.insert(RETURN_TO, path)?)
    }

    pub fn return_to(&self) -> Option<String> {
        self.get(RETURN_TO)
    }

    pub fn forget_return_to(&self) {
        // Removing marks the cookie as changed even where there is nothing to remove.
        if self.return_to().is_some() {
            self.0.remove(RETURN_TO);
        }
    }

    pub fn keep_form(&self, form: &KeptForm) -> Result<(), AppError> {
        Ok(self.0.insert(KEPT_FORM, form)?)
    }

    pub fn kept_form(&self) -> Option<KeptForm> {
        self.get(KEPT_FORM)
    }

    pub fn forget_kept_form(&self) {
        self.0.remove(KEPT_FORM);
    }

    fn get<T: serde::de::DeserializeOwned>(&self, key: &str) -> Option<T> {
        self.0.get(key).ok().flatten()
    }
}

impl FromRequest for BrowserSession {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}
