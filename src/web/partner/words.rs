//! The words for what the rules know by name: causes, states and reasons.

use crate::{
    domain::{
        change::Cause, partnership::PartnershipStanding, role::PartnerRole,
        subscription::SubscriptionStatus, support_contact::Unavailable,
    },
    locale::Messages,
};

/// Why a reseller cannot be chosen, and who can change that.
pub struct Reason {
    pub what: String,
    pub remedy: String,
}

/// As the provider reads it of one of those that it knows.
pub fn reason(t: Messages, reason: Unavailable) -> Reason {
    use Unavailable::*;
    let remedy = match reason {
        Suspended => t.remedy_suspended(),
        NoPartnership | PartnershipEnded => t.remedy_no_partnership(),
        PartnershipRequested => t.remedy_partnership_requested(),
        NoRelationship => t.remedy_no_relationship(),
        RelationshipRequested | DelegatedAdminRequested => t.remedy_relationship_requested(),
        NoDelegatedAdmin | DelegatedAdminExpired => t.remedy_no_dap(),
    };
    Reason { what: what(t, reason), remedy }
}

/// As the reseller reads it of itself.
pub fn own_reason(t: Messages, reason: Unavailable) -> Reason {
    use Unavailable::*;
    let remedy = match reason {
        Suspended => t.own_remedy_suspended(),
        NoPartnership | PartnershipEnded => t.own_remedy_no_partnership(),
        PartnershipRequested => t.own_remedy_partnership_requested(),
        NoRelationship => t.own_remedy_no_relationship(),
        RelationshipRequested | DelegatedAdminRequested => t.remedy_relationship_requested(),
        NoDelegatedAdmin | DelegatedAdminExpired => t.own_remedy_no_dap(),
    };
    Reason { what: what(t, reason), remedy }
}

fn what(t: Messages, reason: Unavailable) -> String {
    use Unavailable::*;
    match reason {
        Suspended => t.reason_suspended(),
        NoPartnership => t.reason_no_partnership(),
        PartnershipRequested => t.reason_partnership_requested(),
        PartnershipEnded => t.reason_partnership_ended(),
        NoRelationship => t.reason_no_relationship(),
        RelationshipRequested => t.reason_relationship_requested(),
        NoDelegatedAdmin => t.reason_no_dap(),
        DelegatedAdminRequested => t.reason_dap_requested(),
        DelegatedAdminExpired => t.reason_dap_expired(),
    }
}

pub fn reasons(t: Messages, unavailable: &[Unavailable]) -> Vec<Reason> {
    unavailable.iter().map(|why| reason(t, *why)).collect()
}

/// All of them in one line.
pub fn reason_list(t: Messages, unavailable: &[Unavailable]) -> String {
    let reasons: Vec<_> = unavailable.iter().map(|why| what(t, *why)).collect();
    reasons.join(", ")
}

/// `None` where the status is the usual one, which goes without saying in a list.
pub fn unusual_status(t: Messages, status: SubscriptionStatus) -> Option<String> {
    (status != SubscriptionStatus::Active).then(|| self::status(t, status))
}

pub fn status(t: Messages, status: SubscriptionStatus) -> String {
    t.subscription_status(status.as_str())
}

/// The class that gives a status its shape and colour.
pub fn status_class(status: SubscriptionStatus) -> &'static str {
    match status {
        SubscriptionStatus::Active => "ok",
        SubscriptionStatus::Pending | SubscriptionStatus::Suspended => "warn",
        _ => "off",
    }
}

/// The class that gives the state of a partnership its shape and colour.
pub fn standing_class(standing: PartnershipStanding) -> &'static str {
    match standing {
        PartnershipStanding::Active => "ok",
        PartnershipStanding::Suspended => "warn",
        PartnershipStanding::Ended => "off",
    }
}

pub fn cause(t: Messages, cause: Cause) -> String {
    t.cause(cause.as_str())
}

pub fn role(t: Messages, role: PartnerRole) -> String {
    t.partner_role(role.as_str())
}
