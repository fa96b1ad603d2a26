//! Changes: each decision about a support contact, recorded once and never edited (`docs/domain.md` rule 34).

use std::{fmt, str::FromStr};

use super::{UnknownWord, words};

words! {
    /// Why a contact became what it is.
    Cause {
        /// Nobody has decided yet: a new subscription.
        Default = "default",
        Assigned = "assigned",
        /// Somebody chose what stood already, the first time that anybody decided (rule 31).
        Confirmed = "confirmed",
        Undone = "undone",
        PartnershipEnded = "partnership_ended",
        RelationshipEnded = "relationship_ended",
        Renewed = "renewed",
        Import = "import",
        Bulk = "bulk",
    }
}

impl Cause {
    /// *Default* and *confirmed* left the contact as it was: there is nothing to undo (rule 30).
    pub fn can_be_undone(self) -> bool {
        !matches!(self, Self::Default | Self::Confirmed)
    }
}

/// A change's number for people: `SC-` and 12 characters of Crockford's base 32, which has no I, L, O or U.
#[derive(Clone, Debug, PartialEq, Eq, Hash, sea_orm::DeriveValueType)]
#[sea_orm(value_type = "String")]
pub struct Reference(String);

const PREFIX: &str = "SC-";
const LENGTH: usize = 12;
pub(super) const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Reference {
    /// The lowest 60 of the random bits.
    pub fn from_random(bits: u64) -> Self {
        let digits = (0..LENGTH).map(|nth| {
            let digit = usize::try_from(bits >> (5 * nth) & 31).unwrap_or_default();
            char::from(CROCKFORD[digit])
        });
        Self(PREFIX.chars().chain(digits).collect())
    }

    /// In three groups of four, to be read aloud: `SC-7Q2M-9K4T-0ABC`.
    pub fn grouped(&self) -> String {
        let digits = &self.0[PREFIX.len()..];
        format!("{PREFIX}{}-{}-{}", &digits[..4], &digits[4..8], &digits[8..])
    }
}

/// As it is stored: without groups.
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Reference {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let digits = text.strip_prefix(PREFIX).ok_or(UnknownWord)?;
        let is_ours =
            digits.len() == LENGTH && digits.bytes().all(|digit| CROCKFORD.contains(&digit));
        if is_ours { Ok(Self(text.to_owned())) } else { Err(UnknownWord) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `docs/domain.md` rule 34.
    #[test]
    fn a_reference_is_shown_in_groups_of_four() {
        let reference = Reference::from_random(0);
        assert_eq!(reference.to_string(), "SC-000000000000");
        assert_eq!(reference.grouped(), "SC-0000-0000-0000");
        let reference = Reference::from_random(u64::MAX);
        assert_eq!(reference.grouped(), "SC-ZZZZ-ZZZZ-ZZZZ");
        assert_eq!(reference.to_string().parse(), Ok(reference));
        assert!("SC-OOOOOOOOOOOO".parse::<Reference>().is_err());
    }

    /// `docs/domain.md` rule 30.
    #[test]
    fn default_and_confirmed_have_no_undo() {
        let without: Vec<_> = Cause::ALL.iter().filter(|cause| !cause.can_be_undone()).collect();
        assert_eq!(without, [&Cause::Default, &Cause::Confirmed]);
    }
}
