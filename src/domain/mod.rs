//! What is true: the rules of the business (`docs/domain.md`), without I/O, without async, without a framework.

pub mod answer;
pub mod attempts;
pub mod change;
pub mod closed_dates;
pub mod credentials;
pub mod customer;
pub mod device;
pub mod first_admin;
pub mod ids;
pub mod membership;
pub mod opening_hours;
pub mod partner;
pub mod partnership;
pub mod password;
pub mod policy;
pub mod relationship;
pub mod report;
pub mod request;
pub mod role;
pub mod second_factor;
pub mod subscription;
pub mod support_contact;
pub mod support_profile;
pub mod text;

/// An enumeration that is stored, sent and compared by a word of its own.
///
/// `DeriveValueType` is the one thing `domain` borrows from SeaORM: an attribute without I/O that makes the type usable
/// as a column.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, sea_orm::DeriveValueType)]
        #[sea_orm(value_type = "String")]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// All of them, in the order of `docs/domain.md`.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::domain::UnknownWord),
                }
            }
        }
    };
}
pub(crate) use words;

/// A word that is none of an enumeration's.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
#[error("an unknown word")]
pub struct UnknownWord;

#[cfg(test)]
mod tests;
