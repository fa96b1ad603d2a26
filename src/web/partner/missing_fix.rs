//! The button that begins to mend why a reseller cannot be chosen: it belongs to the first reason (`docs/domain.md` rule
//! 26).

use super::words;
use crate::{
    domain::{role::PartnerVerb, support_contact::Unavailable},
    locale::Messages,
    store::{
        PartnerStore,
        partner::{KnownReseller, SubscriptionPage},
    },
    web::paths,
};

pub enum Fix {
    Button {
        label: String,
        address: String,
    },
    /// The reader's role may not; these may.
    Colleagues(String),
}

/// `None`: nobody of this provider can do anything about it.
pub fn fix(
    t: Messages,
    partner: &PartnerStore,
    subscription: &SubscriptionPage,
    reseller: &KnownReseller,
) -> Option<Fix> {
    use Unavailable::*;
    let (customer, id) = (&subscription.customer.id, &reseller.details.id);
    let for_subscription = &subscription.id;
    let (verb, label, address) = match *reseller.reasons.first()? {
        Suspended => (PartnerVerb::ManageReseller, t.fix_resume(), paths::reseller(id)),
        NoPartnership | PartnershipEnded => (
            PartnerVerb::RequestPartnership,
            t.fix_partnership(),
            paths::new_partnership_for(&reseller.details.mpn_id, for_subscription),
        ),
        NoRelationship => (
            PartnerVerb::RequestRelationship,
            t.fix_relationship(),
            paths::new_relationship_for(customer, id, for_subscription),
        ),
        NoDelegatedAdmin | DelegatedAdminExpired => (
            PartnerVerb::RequestRelationship,
            t.fix_delegated_admin(),
            paths::new_delegated_admin_for(customer, id, for_subscription),
        ),
        PartnershipRequested | RelationshipRequested | DelegatedAdminRequested => {
            let address = paths::request(&reseller.request?);
            return Some(Fix::Button { label: t.fix_show_request(), address });
        }
    };
    if partner.may(verb) {
        return Some(Fix::Button { label, address });
    }
    let roles: Vec<_> =
        partner.roles_that_may(verb).into_iter().map(|role| words::role(t, role)).collect();
    (!roles.is_empty()).then(|| Fix::Colleagues(t.fix_colleagues(roles.join(", "))))
}
