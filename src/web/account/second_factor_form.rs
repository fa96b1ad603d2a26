//! The two fields that every form about one's own second factor has: the password and a code.

use actix_web::HttpResponse;
use serde::Deserialize;

use crate::{
    domain::{
        credentials,
        second_factor::{AppCode, CannotChange, TypedCode},
    },
    locale::Messages,
    web::{
        error::see_other,
        page::Page,
        paths,
        text_errors::{FieldErrors, bad_code, held_up},
    },
};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PasswordAndCode {
    pub password: String,
    pub code: String,
}

impl PasswordAndCode {
    /// `None` where what was typed is no code at all.
    pub fn typed(&self, t: &Messages, errors: &mut FieldErrors) -> Option<TypedCode> {
        errors.take("code", self.code.parse().map_err(|_| t.second_factor_not_a_code()))
    }

    /// The same where a recovery code shows nothing, since there is no app yet.
    pub fn app_code(&self, t: &Messages, errors: &mut FieldErrors) -> Option<AppCode> {
        let code = self.code.parse().ok().and_then(TypedCode::of_app);
        errors.take("code", code.ok_or_else(|| t.second_factor_not_six_digits()))
    }
}

/// Says beside its field why nothing was changed; or where to go, since the page is not the right one any more.
pub fn refuse(page: &Page, errors: &mut FieldErrors, reason: CannotChange) -> Option<HttpResponse> {
    let t = &page.t;
    let (field, message) = match reason {
        CannotChange::Password(credentials::CannotChange::TooManyTries) => {
            ("password", t.account_too_many_tries())
        }
        CannotChange::Password(_) => ("password", t.account_wrong_password()),
        CannotChange::Code(reason) => ("code", bad_code(t, reason)),
        CannotChange::HeldUp(refusal) => ("code", held_up(t, refusal, page.now)),
        CannotChange::AlreadySo => return Some(see_other(paths::MY_SECOND_FACTOR)),
    };
    errors.take::<()>(field, Err(message));
    None
}
