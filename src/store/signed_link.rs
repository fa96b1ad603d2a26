//! Links that can be shown again: their token is made from the secret key, a row's id and the row's number, so that nothing
//! readable is kept (`docs/security.md` F). With another number the link is another one, and the old one is void.

use std::{fmt::Display, str::FromStr, sync::Arc};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::Token;

/// What a link opens: a token of one purpose is worth nothing for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Request,
    SupportShare,
    /// A browser's mark: it is no link, but made the same way.
    KnownBrowser,
}

/// Makes tokens and knows its own.
#[derive(Clone)]
pub(super) struct LinkKey(Arc<[u8]>);

/// An id is a UUID without hyphens.
const ID_LENGTH: usize = 32;

impl LinkKey {
    pub fn new(secret_key: &[u8]) -> Self {
        Self(secret_key.into())
    }

    /// The token of a row: its id, which is no secret, and 256 bits that only the key can make.
    pub fn token(&self, purpose: Purpose, id: impl Display, number: i32) -> Token {
        let id = id.to_string().replace('-', "");
        let code = self.mac(purpose, &id, number).finalize().into_bytes();
        let digits = code.iter().map(|byte| format!("{byte:02x}"));
        Token::presented(&digits.fold(id, |token, byte| token + &byte))
    }

    /// The row that a token speaks of; whether it is that row's token says [`Self::opens`].
    pub fn id_of<I: FromStr>(token: &Token) -> Option<I> {
        token.as_str().get(..ID_LENGTH)?.parse().ok()
    }

    /// Takes as long for a token that is nearly right.
    pub fn opens(&self, token: &Token, purpose: Purpose, number: i32) -> bool {
        let Some((id, digits)) = token.as_str().split_at_checked(ID_LENGTH) else { return false };
        let bytes = (0..digits.len() / 2)
            .map(|nth| u8::from_str_radix(digits.get(2 * nth..2 * nth + 2)?, 16).ok())
            .collect::<Option<Vec<_>>>();
        bytes.is_some_and(|bytes| self.mac(purpose, id, number).verify_slice(&bytes).is_ok())
    }

    fn mac(&self, purpose: Purpose, id: &str, number: i32) -> Hmac<Sha256> {
        let purpose = match purpose {
            Purpose::Request => "request",
            Purpose::SupportShare => "support share",
            Purpose::KnownBrowser => "known browser",
        };
        let mut mac =
            Hmac::new_from_slice(&self.0).expect("a message code takes a key of any length");
        mac.update(format!("{purpose}:{id}:{number}").as_bytes());
        mac
    }
}

/// A key in a log would open every link.
impl std::fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use time::OffsetDateTime;

    use super::*;
    use crate::domain::ids::RequestId;

    #[test]
    fn a_token_opens_its_own_row_with_its_own_number_for_its_own_purpose() {
        let (key, other_key) = (LinkKey::new(&[7; 64]), LinkKey::new(&[8; 64]));
        let id = RequestId::new(OffsetDateTime::UNIX_EPOCH);
        let other_id = RequestId::new(OffsetDateTime::UNIX_EPOCH);
        let token = key.token(Purpose::Request, id, 1);
        assert_eq!(LinkKey::id_of::<RequestId>(&token), Some(id));
        assert!(key.opens(&token, Purpose::Request, 1));
        assert!(!key.opens(&token, Purpose::Request, 2));
        assert!(!key.opens(&token, Purpose::SupportShare, 1));
        assert!(!other_key.opens(&token, Purpose::Request, 1));
        let digits = &token.as_str()[ID_LENGTH..];
        let moved = Token::presented(&(other_id.to_string().replace('-', "") + digits));
        assert!(!key.opens(&moved, Purpose::Request, 1));
    }

    #[test]
    fn what_is_no_token_opens_nothing() {
        let key = LinkKey::new(&[7; 64]);
        let token = key.token(Purpose::Request, RequestId::new(OffsetDateTime::UNIX_EPOCH), 1);
        let token = token.as_str();
        let half = &token[..token.len() - 2];
        let wrong = ["", "é", &token[..ID_LENGTH], half, &"0".repeat(96), &format!("{token}00")];
        for text in wrong {
            assert!(!key.opens(&Token::presented(text), Purpose::Request, 1), "{text}");
        }
    }
}
