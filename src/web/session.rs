//! What the browser keeps for us: an encrypted cookie with a session token, a flash, where to return to, and a form that
//! could not be sent. The truth about the session is a row (`store::session`).

use std::future::{Ready, ready};

use actix_session::{Session, SessionExt};
use actix_web::{FromRequest, HttpRequest, dev::Payload};

use super::{
    error::AppError,
    flash::Flash,
    kept_form::KeptForm,
    made_link::MadeLink,
    second_factor_offer::{MadeCodes, OfferedKey},
};
use crate::{
    domain::ids::UserId,
    store::{SignIn, Token},
};

const TOKEN: &str = "token";
const USER: &str = "user";
const SECOND_FACTOR: &str = "second_factor";
const OFFERED_KEY: &str = "offered_key";
const RECOVERY_CODES: &str = "recovery_codes";
const FLASH: &str = "flash";
const RETURN_TO: &str = "return_to";
const KEPT_FORM: &str = "form";
const MADE_LINK: &str = "made_link";

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

    /// The same person goes on under another token, since their credentials have changed.
    pub fn go_on(&self, token: &Token) -> Result<(), AppError> {
        self.0.renew();
        Ok(self.0.insert(TOKEN, token.as_str())?)
    }

    /// The password was right; the second factor comes next.
    pub fn await_second_factor(&self, token: &Token) -> Result<(), AppError> {
        Ok(self.0.insert(SECOND_FACTOR, token.as_str())?)
    }

    /// What somebody has shown so far who has yet to show their second factor.
    pub fn second_factor(&self) -> Option<Token> {
        self.get::<String>(SECOND_FACTOR).map(|text| Token::presented(&text))
    }

    pub fn forget_second_factor(&self) {
        self.0.remove(SECOND_FACTOR);
    }

    pub fn offer_key(&self, offered: &OfferedKey) -> Result<(), AppError> {
        Ok(self.0.insert(OFFERED_KEY, offered)?)
    }

    pub fn offered_key(&self) -> Option<OfferedKey> {
        self.get(OFFERED_KEY)
    }

    pub fn forget_offered_key(&self) {
        self.0.remove(OFFERED_KEY);
    }

    pub fn keep_recovery_codes(&self, codes: &MadeCodes) -> Result<(), AppError> {
        Ok(self.0.insert(RECOVERY_CODES, codes)?)
    }

    pub fn recovery_codes(&self) -> Option<MadeCodes> {
        self.get(RECOVERY_CODES)
    }

    pub fn forget_recovery_codes(&self) {
        self.0.remove(RECOVERY_CODES);
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

    /// Touch the session last in a handler: it is saved even if the handler then fails.
    pub fn keep_made_link(&self, link: &MadeLink) -> Result<(), AppError> {
        Ok(self.0.insert(MADE_LINK, link)?)
    }

    pub fn made_link(&self) -> Option<MadeLink> {
        self.get(MADE_LINK)
    }

    pub fn forget_made_link(&self) {
        self.0.remove(MADE_LINK);
    }

    /// Its link is good no more, and not to be passed on.
    pub fn forget_link_made_on(&self, page: &str) {
        if self.made_link().is_some_and(|link| link.shown_on == page) {
            self.forget_made_link();
        }
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
