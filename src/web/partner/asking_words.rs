//! The words for requests: what is asked, how it stands, and why something is not asked for.

use crate::{
    domain::{
        relationship::DelegatedAdmin,
        request::{CannotAsk, RequestKind, Standing},
    },
    locale::Messages,
    store::partner::RelationshipLine,
};

/// What was asked of whom.
pub fn request_title(t: Messages, kind: RequestKind, whom: &str) -> String {
    t.request_title(kind.as_str(), whom)
}

/// The name of a request's standing, for the messages that word it.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "open",
        Standing::Accepted => "accepted",
        Standing::Declined => "declined",
        Standing::Revoked => "revoked",
        Standing::Expired => "expired",
    }
}

/// The class that gives a standing its shape and colour.
pub fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Open | Standing::Expired => "warn",
        Standing::Accepted => "ok",
        Standing::Declined => "bad",
        Standing::Revoked => "off",
    }
}

/// Why something was not asked for.
pub fn cannot_ask(t: Messages, why: CannotAsk) -> String {
    match why {
        CannotAsk::AlreadyOpen(_) => t.ask_already_open(),
        CannotAsk::AlreadyRelated { .. } => t.ask_already_related(),
        CannotAsk::AlreadyDelegated => t.ask_already_delegated(),
        CannotAsk::NotRelated => t.ask_not_related(),
        CannotAsk::NotYourReseller => t.ask_not_your_reseller(),
        CannotAsk::LastDayIsPast => t.ask_last_day_is_past(),
        CannotAsk::SubscriptionOfAnother => t.ask_subscription_of_another(),
        CannotAsk::AlreadyPartners => t.ask_already_partners(),
        CannotAsk::Oneself => t.ask_oneself(),
        CannotAsk::NotAReseller => t.ask_not_a_reseller(),
    }
}

/// Whether a customer has given its delegated admin privileges, and until when.
pub fn delegated_admin(t: Messages, line: &RelationshipLine) -> String {
    match line.delegated_admin {
        DelegatedAdmin::NotGiven => t.not_given(),
        DelegatedAdmin::Given { until: None } => t.given(),
        DelegatedAdmin::Given { until: Some(day) } if line.delegated_admin_is_valid => {
            t.given_until(t.short_day(&day))
        }
        DelegatedAdmin::Given { until: Some(day) } => t.dap_ended_on(t.short_day(&day)),
    }
}
