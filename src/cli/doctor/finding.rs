//! One thing that was looked at.

use std::fmt;

use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct Finding {
    /// One word or two: `database`.
    pub check: &'static str,
    pub state: State,
    pub found: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Good,
    /// The portal works, but somebody should know.
    Warning,
    Failed,
}

impl Finding {
    pub fn good(check: &'static str, found: impl Into<String>) -> Self {
        Self { check, state: State::Good, found: found.into(), fix: None }
    }

    pub fn warning(check: &'static str, found: impl Into<String>) -> Self {
        Self { state: State::Warning, ..Self::good(check, found) }
    }

    pub fn failed(check: &'static str, found: impl Into<String>) -> Self {
        Self { state: State::Failed, ..Self::good(check, found) }
    }

    pub fn mended_by(self, fix: impl Into<String>) -> Self {
        Self { fix: Some(fix.into()), ..self }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.state {
            State::Good => '✔',
            State::Warning => '!',
            State::Failed => '✘',
        };
        write!(f, "{mark} {:<15} {}", self.check, self.found)?;
        match &self.fix {
            Some(fix) => write!(f, "\n  {:<15} → {fix}", ""),
            None => Ok(()),
        }
    }
}
