//! What makes a password good enough to be the only factor (`docs/security.md` B1).

use std::ops::RangeInclusive;

/// In Unicode code points; nothing is cut off.
pub const LENGTH: RangeInclusive<usize> = 15..=128;

/// What an attacker tries first is below this, in powers of ten of guesses.
const GUESSES_LOG10: f64 = 10.0;

/// A password that may be kept (as its hash, which is made in `store`).
pub struct NewPassword(String);

/// Why a password was refused, so that the page can say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeakPassword {
    TooShort,
    TooLong,
    /// Among those that are tried first: common words, keyboard rows, repetitions.
    Common,
    /// Made of the person's own name or address, the organisation's or the portal's.
    OwnName,
}

impl NewPassword {
    /// `context`: words that anybody would guess here, such as the person's and the organisation's names.
    pub fn parse(password: &str, context: &[&str]) -> Result<Self, WeakPassword> {
        let length = password.chars().count();
        if length < *LENGTH.start() {
            Err(WeakPassword::TooShort)
        } else if length > *LENGTH.end() {
            Err(WeakPassword::TooLong)
        } else if is_guessable(password, &[]) {
            Err(WeakPassword::Common)
        } else if is_guessable(password, context) {
            Err(WeakPassword::OwnName)
        } else {
            Ok(Self(password.to_owned()))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_guessable(password: &str, context: &[&str]) -> bool {
    // Each text as a whole too: its words and signs one by one would look like many guesses.
    let words: Vec<_> = context
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()).chain([text.trim()]))
        .filter(|word| word.chars().count() > 2)
        .collect();
    zxcvbn::zxcvbn(password, &words).guesses_log10() < GUESSES_LOG10
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(password: &str) -> Option<WeakPassword> {
        NewPassword::parse(password, &["Kovács Anna", "anna@almaskert.example"]).err()
    }

    /// `docs/security.md` B1.
    #[test]
    fn the_length_is_counted_in_code_points() {
        assert_eq!(refusal("v7#kQ2!xP9@mZ4"), Some(WeakPassword::TooShort));
        assert_eq!(refusal("v7#kQ2!xP9@mZ4w"), None);
        let emoji = "🦀🐘🦊🐳🦉🐝🦋🐙🦔🐢🦁🐼🦄🐞🦜";
        assert_eq!((emoji.chars().count(), refusal(emoji)), (15, None));
        let long: String = "v7#kQ2!xP9@mZ4wé".chars().cycle().take(128).collect();
        assert_eq!(refusal(&long), None);
        assert_eq!(refusal(&(long + "é")), Some(WeakPassword::TooLong));
    }

    /// `docs/security.md` B1.
    #[test]
    fn what_is_tried_first_is_refused_with_its_reason() {
        for common in
            ["passwordpassword", "123456789012345", "qwertyuiopasdfgh", "aaaaaaaaaaaaaaaa"]
        {
            assert_eq!(refusal(common), Some(WeakPassword::Common), "{common}");
        }
        assert_eq!(refusal("almaskertanna2026"), Some(WeakPassword::OwnName));
        for (password, context) in [
            ("nora.biro@bodrog.example", "Nora.Biro@Bodrog.example"),
            ("Bodrog Distribution Zrt.", "Bodrog Distribution Zrt."),
            ("bodrog distribution zrt. 1", "Bodrog Distribution Zrt."),
        ] {
            let refused = NewPassword::parse(password, &[context]).err();
            assert_eq!(refused, Some(WeakPassword::OwnName), "{password}");
        }
        assert_eq!(refusal("correct horse battery staple"), None);
    }
}
