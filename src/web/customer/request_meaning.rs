//! What a request means to the customer, in plain words.

use crate::{
    domain::{
        relationship::{DelegatedAdmin, RelationshipState},
        request::{RequestKind, Standing},
    },
    locale::Messages,
    store::{Party, customer::ReceivedRequest},
};

/// What the customer says yes to.
pub fn allows(t: &Messages, request: &ReceivedRequest, partner: &Party) -> Vec<String> {
    let name = &partner.details.name;
    if request.kind == RequestKind::DelegatedAdmin {
        return vec![privileges(t, name, request.privileges)];
    }
    if partner.kind.is_provider() {
        vec![t.answer_allows_serving(name), t.answer_allows_seeing_sold(name)]
    } else {
        vec![
            t.answer_allows_serving(name),
            t.answer_allows_seeing_named(name),
            t.answer_allows_choosing(name),
        ]
    }
}

/// What stays as it is.
pub fn leaves(t: &Messages, request: &ReceivedRequest) -> Vec<String> {
    let access = match request.kind {
        RequestKind::DelegatedAdmin => t.answer_leaves_relationship(),
        _ => t.answer_leaves_access(),
    };
    vec![access, t.answer_leaves_contact(), t.answer_leaves_prices(), t.answer_can_be_revoked()]
}

/// What whoever gets delegated admin does, and how long.
pub fn privileges(t: &Messages, partner: &str, given: DelegatedAdmin) -> String {
    match given {
        DelegatedAdmin::Given { until: Some(day) } => {
            t.answer_allows_dap_until(partner, t.day(&day))
        }
        _ => t.answer_allows_dap(partner),
    }
}

/// What stands already between the customer and the partner.
pub fn already(t: &Messages, request: &ReceivedRequest) -> Option<String> {
    let active = request
        .relationship
        .filter(|_| request.standing == Standing::Open && request.kind == RequestKind::Relationship)
        .filter(|relationship| relationship.state == RelationshipState::Active)?;
    let partner = &request.beneficiary().details.name;
    Some(match active.delegated_admin {
        DelegatedAdmin::NotGiven => t.answer_already(partner),
        DelegatedAdmin::Given { .. } => t.answer_already_with_dap(partner),
    })
}
