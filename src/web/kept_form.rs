//! A form that was sent after its session had ended: it comes back filled once the same person has signed in.

use actix_web::{HttpMessage, HttpRequest};
use serde::{Deserialize, Serialize};

use super::middleware::body::Body;
use crate::domain::ids::UserId;

/// The encrypted cookie stays under 3,900 bytes with this much in it, written as the cookie holds it.
const LONGEST: usize = 2300;

#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct KeptForm {
    /// Where it was sent; it fills no other form.
    pub path: String,
    /// Who had filled it.
    pub user: UserId,
    fields: Vec<(String, String)>,
}

impl KeptForm {
    /// What the request of `user` carries; `None` when there is nothing to give back, or too much for a cookie.
    pub fn of(request: &HttpRequest, user: UserId) -> Option<Self> {
        let extensions = request.extensions();
        let body = extensions.get::<Body>()?;
        let fields = form_urlencoded::parse(&body.0)
            .filter(|(name, _)| !is_secret(name))
            .map(|(name, value)| (name.into_owned(), value.into_owned()));
        let kept = Self { path: request.path().to_owned(), user, fields: fields.collect() };
        (!kept.fields.is_empty() && kept.length()? <= LONGEST).then_some(kept)
    }

    /// The cookie holds JSON inside of JSON, so that quotes count more than letters.
    fn length(&self) -> Option<usize> {
        let inside = serde_json::to_string(self).ok()?;
        Some(serde_json::to_string(&inside).ok()?.len())
    }

    /// The value of a field that stands once.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Whether one of several equal fields had this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.fields.iter().any(|(field, filled)| field == name && filled == value)
    }
}

/// Passwords, and codes of a second factor: whoever comes back types them anew.
fn is_secret(field: &str) -> bool {
    field.contains("password") || field == "code"
}
