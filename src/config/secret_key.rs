//! The key of cookies and of requests' links, where the operator keeps it outside of the database.

use std::{fmt, str::FromStr};

/// At least 64 bytes, written as hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(Vec<u8>);

/// What a cookie's signature and encryption take together.
const SHORTEST: usize = 64;

impl SecretKey {
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl FromStr for SecretKey {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let pairs = text.as_bytes().chunks(2);
        let byte = |pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
        let is_hexadecimal = text.bytes().all(|digit| digit.is_ascii_hexdigit());
        pairs
            .map(byte)
            .collect::<Option<Vec<_>>>()
            .filter(|key| is_hexadecimal && text.len().is_multiple_of(2) && key.len() >= SHORTEST)
            .map(Self)
            .ok_or("must be 128 hexadecimal digits or more, as `openssl rand -hex 64` makes them")
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_long_enough_and_hexadecimal() {
        let key: SecretKey = "0f".repeat(64).parse().unwrap();
        assert_eq!(key.as_bytes(), [15; 64]);
        assert!(!format!("{key:?}").contains("15"));
        for refused in
            ["0f".repeat(63), "0g".repeat(64), format!("{}0", "0f".repeat(64)), "+1".repeat(64)]
        {
            assert!(refused.parse::<SecretKey>().is_err(), "{refused}");
        }
    }
}
