//! One type per kind of id, so that a customer's id can never be passed where a partner's is meant.
//!
//! ```compile_fail
//! # use liaison::domain::ids::{CustomerId, PartnerId};
//! fn partner(id: PartnerId) {}
//! fn mistaken(customer: CustomerId) { partner(customer) }
//! ```

use std::{fmt, str::FromStr, sync::Mutex};

use sea_orm::{DbErr, DeriveValueType, TryFromU64};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::{ContextV7, Timestamp, Uuid};

/// Ids made within one second still rise: the context counts on.
static CONTEXT: Mutex<ContextV7> = Mutex::new(ContextV7::new());

fn uuid_at(time: OffsetDateTime) -> Uuid {
    let seconds = u64::try_from(time.unix_timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(&CONTEXT, seconds, time.nanosecond()))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, DeriveValueType,
        )]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id, made at `time`: later ids sort behind earlier ones.
            pub fn new(time: OffsetDateTime) -> Self {
                Self(uuid_at(time))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        /// SeaORM asks this of every primary key; only integers can say yes.
        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}

ids! {
    /// A partner's row; its number at the vendor is a `MpnId`.
    PartnerId
    CustomerId
    ProductId
    SubscriptionId
    UserId
    MembershipId
    ChangeId
    ActivityId
    RequestId
    ReportId
    SupportShareId
    FormerNameId
}

/// An organisation of either kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganisationId {
    Partner(PartnerId),
    Customer(CustomerId),
}

impl OrganisationId {
    pub fn partner(self) -> Option<PartnerId> {
        match self {
            Self::Partner(id) => Some(id),
            Self::Customer(_) => None,
        }
    }

    pub fn customer(self) -> Option<CustomerId> {
        match self {
            Self::Partner(_) => None,
            Self::Customer(id) => Some(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_second_rise() {
        let time = OffsetDateTime::UNIX_EPOCH;
        let ids: Vec<_> = (0..1000).map(|_| ChangeId::new(time)).collect();
        assert!(ids.is_sorted());
    }
}
