//! The second factor: codes that an app makes from a key and the time (RFC 6238), recovery codes for whoever has lost it,
//! and who must have one (`docs/security.md` B7).

use std::{fmt, str::FromStr};

use time::OffsetDateTime;
use totp_rs::{Builder, Totp};

use super::{attempts::Refusal, change::CROCKFORD, credentials};

/// How long the app shows a code.
const STEP_SECONDS: i64 = 30;
/// A clock may be wrong by this many steps, either way.
const SKEW: i64 = 1;

/// How many recovery codes are made at a time.
pub const RECOVERY_CODES: usize = 10;
/// With this many left it is time for new ones.
pub const FEW_LEFT: u64 = 3;

/// What the portal and somebody's app share.
#[derive(Clone, PartialEq, Eq)]
pub struct SecondFactorKey([u8; 20]);

/// Why a code opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadCode {
    /// Also one of another time: an app whose clock is wrong shows nothing else.
    Wrong,
    /// It was right, and somebody has used it: no code is good twice.
    Used,
}

impl SecondFactorKey {
    /// 160 bits, as RFC 4226 recommends.
    pub fn new(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// The step that a code was made for, which must be newer than that of the last code taken.
    pub fn step_of(
        &self,
        code: &AppCode,
        now: OffsetDateTime,
        last: Option<i64>,
    ) -> Result<i64, BadCode> {
        let totp = builder(self).build_noncompliant();
        let current = now.unix_timestamp().div_euclid(STEP_SECONDS);
        let matching: Vec<_> = (current - SKEW..=current + SKEW)
            .filter(|step| {
                let at = u64::try_from(step * STEP_SECONDS).unwrap_or_default();
                totp.check(&code.0, at).is_some()
            })
            .collect();
        let newer = matching.iter().copied().find(|step| last.is_none_or(|last| *step > last));
        newer.ok_or(if matching.is_empty() { BadCode::Wrong } else { BadCode::Used })
    }

    /// What an app reads from a QR code. `portal` and `account` are how it names the entry.
    pub fn address(&self, portal: &str, account: &str) -> String {
        // The format has no way to write a colon in a name.
        let plain = |name: &str| name.replace(':', " ");
        let totp: Totp = builder(self)
            .with_issuer(Some(plain(portal)))
            .with_account_name(plain(account))
            .build_noncompliant();
        totp.to_url().expect("an account has an address, and no colon is left in it")
    }

    /// To be typed: in groups of four.
    pub fn grouped(&self) -> String {
        groups(&totp_rs::Secret::new_stack(self.0).to_base32())
    }
}

/// Exactly one step at a time: which steps count is said above.
fn builder(key: &SecondFactorKey) -> Builder {
    Builder::new().with_secret(totp_rs::Secret::new_stack(key.0)).with_skew(0)
}

/// A key in a log would be as good as the app.
impl fmt::Debug for SecondFactorKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecondFactorKey(…)")
    }
}

/// Six digits from an app.
#[derive(Clone, PartialEq, Eq)]
pub struct AppCode(String);

/// 120 random bits for somebody whose app is lost: 24 characters of Crockford's base 32, each code good once.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

const RECOVERY_LENGTH: usize = 24;

impl RecoveryCode {
    /// The lowest 120 of the random bits.
    pub fn from_random(bits: u128) -> Self {
        let digits = (0..RECOVERY_LENGTH).map(|nth| {
            let digit = usize::try_from(bits >> (5 * nth) & 31).unwrap_or_default();
            char::from(CROCKFORD[digit])
        });
        Self(digits.collect())
    }

    /// Without groups, as its hash is made.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups of four, to be written down.
    pub fn grouped(&self) -> String {
        groups(&self.0)
    }
}

/// What somebody types as their second factor.
#[derive(Clone, PartialEq, Eq)]
pub enum TypedCode {
    App(AppCode),
    Recovery(RecoveryCode),
}

/// Neither six digits nor a recovery code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACode;

/// Blanks and hyphens are skipped wherever they stand; letters that look like digits are read as these.
impl FromStr for TypedCode {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        let plain = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
        let plain: String = plain.map(|c| c.to_ascii_uppercase()).collect();
        if plain.len() == 6 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Self::App(AppCode(plain)));
        }
        let read = plain.replace('O', "0").replace(['I', 'L'], "1");
        let is_ours =
            read.len() == RECOVERY_LENGTH && read.bytes().all(|byte| CROCKFORD.contains(&byte));
        if is_ours { Ok(Self::Recovery(RecoveryCode(read))) } else { Err(NotACode) }
    }
}

impl TypedCode {
    /// Where only the app's own code proves that it has the key.
    pub fn of_app(self) -> Option<AppCode> {
        match self {
            Self::App(code) => Some(code),
            Self::Recovery(_) => None,
        }
    }
}

fn groups(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// Why somebody's own second factor stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotChange {
    Password(credentials::CannotChange),
    Code(BadCode),
    /// Too many codes were wrong.
    HeldUp(Refusal),
    /// It has been set up, or switched off, in another window.
    AlreadySo,
}

/// Why an organisation does not require a second factor from everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotRequire {
    /// Whoever requires it would be the first to be shut out.
    OwnIsMissing,
}

/// `own`: whether the person who requires it has one.
pub fn may_require(own: bool) -> Result<(), CannotRequire> {
    if own { Ok(()) } else { Err(CannotRequire::OwnIsMissing) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::Duration;

    use super::*;

    /// Of RFC 6238, appendix B: the last six of its eight digits.
    const KEY: SecondFactorKey = SecondFactorKey(*b"12345678901234567890");

    fn at(seconds: i64) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(seconds).unwrap()
    }

    fn code(text: &str) -> AppCode {
        text.parse::<TypedCode>().ok().and_then(TypedCode::of_app).unwrap()
    }

    /// `docs/security.md` B7.
    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, digits) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(KEY.step_of(&code(digits), at(seconds), None), Ok(seconds / 30), "{digits}");
        }
    }

    /// `docs/security.md` B7: one step either way.
    #[test]
    fn a_code_is_good_for_one_step_before_and_after() {
        let begin = 1_111_111_110;
        let of_begin = code("050471");
        for (seconds, expected) in [
            (-31, Err(BadCode::Wrong)),
            (-30, Ok(begin / 30)),
            (0, Ok(begin / 30)),
            (59, Ok(begin / 30)),
            (60, Err(BadCode::Wrong)),
        ] {
            let now = at(begin) + Duration::seconds(seconds);
            assert_eq!(KEY.step_of(&of_begin, now, None), expected, "{seconds} s");
        }
    }

    /// `docs/security.md` B7: a code works once, and none that is older than the last one.
    #[test]
    fn no_code_is_good_twice() {
        let (now, step) = (at(1_111_111_111), 1_111_111_111 / 30);
        assert_eq!(KEY.step_of(&code("050471"), now, Some(step - 1)), Ok(step));
        assert_eq!(KEY.step_of(&code("050471"), now, Some(step)), Err(BadCode::Used));
        assert_eq!(KEY.step_of(&code("050471"), now, Some(step + 1)), Err(BadCode::Used));
        assert_eq!(KEY.step_of(&code("081804"), now, Some(step)), Err(BadCode::Used));
        assert_eq!(KEY.step_of(&code("000000"), now, Some(step)), Err(BadCode::Wrong));
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        assert!(
            "050 471"
                .parse::<TypedCode>()
                .is_ok_and(|typed| typed == TypedCode::App(code("050471")))
        );
        let recovery = RecoveryCode::from_random(0x0123_4567_89ab_cdef_0011_2233_4455_6677);
        let typed = [
            recovery.grouped(),
            recovery.grouped().replace(' ', "-").to_lowercase(),
            recovery.as_str().replace('0', "o").replace('1', "l"),
        ];
        for typed in typed {
            let is_it = |read| read == TypedCode::Recovery(recovery.clone());
            assert!(typed.parse::<TypedCode>().is_ok_and(is_it), "{typed}");
        }
        for nonsense in ["", "12345", "1234567", "12345x", "+12345", "١٢٣٤٥٦", &"U".repeat(24)]
        {
            assert!(nonsense.parse::<TypedCode>().is_err(), "{nonsense}");
        }
    }

    #[test]
    fn a_key_is_offered_as_apps_read_it() {
        assert_eq!(KEY.grouped(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            KEY.address("Partners: ours", "anna@liaison.example"),
            "otpauth://totp/Partners%20%20ours:anna%40liaison.example\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Partners%20%20ours"
        );
    }

    /// `docs/security.md` B7.
    #[test]
    fn only_who_has_one_requires_it_from_others() {
        assert_eq!(may_require(true), Ok(()));
        assert_eq!(may_require(false), Err(CannotRequire::OwnIsMissing));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_fault(text in "\\PC{0,40}") {
            let _ = text.parse::<TypedCode>();
        }

        #[test]
        fn a_recovery_code_reads_back(bits: u128) {
            let code = RecoveryCode::from_random(bits);
            prop_assert_eq!(code.as_str().len(), RECOVERY_LENGTH);
            let read = code.grouped().parse::<TypedCode>();
            prop_assert!(read.is_ok_and(|read| read == TypedCode::Recovery(code)));
        }
    }
}
