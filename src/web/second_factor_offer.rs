//! What the browser's encrypted cookie keeps while somebody sets up a second factor: the key that is offered, so that it
//! stays the same when the page is loaded again, and recovery codes until they are written down.

use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use crate::{
    domain::second_factor::RecoveryCode,
    store::{Account, Token},
};

/// For how long the same key is offered: long enough to install an app.
const OFFERED: Duration = Duration::minutes(30);
/// For how long recovery codes are shown.
const SHOWN: Duration = Duration::minutes(10);

#[derive(Clone, Deserialize, Serialize)]
pub struct OfferedKey {
    seed: String,
    at: i64,
}

impl OfferedKey {
    pub fn new(now: OffsetDateTime) -> Self {
        Self { seed: Account::new_seed().as_str().to_owned(), at: now.unix_timestamp() }
    }

    pub fn seed(&self) -> Token {
        Token::presented(&self.seed)
    }

    pub fn is_good(&self, now: OffsetDateTime) -> bool {
        now.unix_timestamp() - self.at < OFFERED.whole_seconds()
    }
}

#[derive(Clone, Deserialize, Serialize)]
pub struct MadeCodes {
    /// As they are shown.
    pub codes: Vec<String>,
    at: i64,
}

impl MadeCodes {
    pub fn new(codes: &[RecoveryCode], now: OffsetDateTime) -> Self {
        let codes = codes.iter().map(RecoveryCode::grouped).collect();
        Self { codes, at: now.unix_timestamp() }
    }

    pub fn are_shown(&self, now: OffsetDateTime) -> bool {
        now.unix_timestamp() - self.at < SHOWN.whole_seconds()
    }
}
