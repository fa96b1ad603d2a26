//! The answer to a request, as a customer's and a reseller's form send it.

use serde::Deserialize;

use super::{error::AppError, kept_form::KeptForm, text_errors::FieldErrors};
use crate::{domain::text::Reason, locale::Messages};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AnswerInput {
    answer: String,
    /// The box of a request for a relationship.
    delegated_admin: String,
    /// The box of a request for a partnership.
    confirmed: String,
    pub reason: String,
}

pub enum Answer {
    Accept,
    Decline(Option<Reason>),
}

impl AnswerInput {
    /// What the form held when its session ended; `boxes`: ticked where nothing was kept.
    pub fn kept(kept: Option<&KeptForm>, boxes: bool) -> Self {
        let Some(kept) = kept else {
            let ticked = if boxes { "1" } else { "" }.to_owned();
            return Self { delegated_admin: ticked, ..Self::default() };
        };
        let value = |name| kept.value(name).unwrap_or_default().to_owned();
        Self {
            answer: String::new(),
            delegated_admin: value("delegated_admin"),
            confirmed: value("confirmed"),
            reason: value("reason"),
        }
    }

    pub fn with_delegated_admin(&self) -> bool {
        self.delegated_admin == "1"
    }

    pub fn is_confirmed(&self) -> bool {
        self.confirmed == "1"
    }

    /// `Err`: no form of ours. `None`: the errors say what is missing.
    pub fn parse(
        &self,
        t: &Messages,
        errors: &mut FieldErrors,
    ) -> Result<Option<Answer>, AppError> {
        let is_box = |value: &str| value.is_empty() || value == "1";
        if !is_box(&self.delegated_admin) || !is_box(&self.confirmed) {
            return Err(AppError::BadForm);
        }
        Ok(match self.answer.as_str() {
            "accept" => Some(Answer::Accept),
            "decline" if self.reason.trim().is_empty() => Some(Answer::Decline(None)),
            "decline" => {
                let reason = errors.parse("reason", &t.answer_reason(), &self.reason);
                reason.map(|reason| Answer::Decline(Some(reason)))
            }
            _ => errors.take("accept", Err(t.answer_missing())),
        })
    }
}
