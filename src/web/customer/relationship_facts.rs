//! What stands between a customer and a partner, in words.

use time::{Date, OffsetDateTime};

use crate::{
    domain::{
        ids::PartnerId,
        relationship::{DelegatedAdmin, RelationshipState},
    },
    locale::Messages,
    store::customer::{PartnerRelationship, PartnerRelationshipLine},
    web::page::Page,
};

/// One row of the list.
pub struct Line {
    pub partner: PartnerId,
    pub name: String,
    pub formerly: Option<String>,
    pub mpn_id: String,
    pub facts: Facts,
}

/// What stands, in words.
pub struct Facts {
    pub kind: String,
    pub privileges: String,
    pub recorded_by: Option<String>,
    /// `None` while the relationship is active, which is the usual state.
    pub ended: Option<String>,
    pub since: OffsetDateTime,
    pub ended_at: Option<OffsetDateTime>,
}

impl Line {
    pub fn of(page: &Page, today: Date, line: PartnerRelationshipLine) -> Self {
        Self {
            facts: Facts::of(&page.t, today, &line.relationship),
            partner: line.partner,
            name: line.name,
            formerly: line.formerly,
            mpn_id: line.mpn_id,
        }
    }
}

impl Facts {
    pub fn of(t: &Messages, today: Date, relationship: &PartnerRelationship) -> Self {
        let ended = relationship.state == RelationshipState::Ended;
        Self {
            kind: kind(t, relationship),
            privileges: privileges(t, today, relationship.delegated_admin),
            recorded_by: relationship.recorded_by.clone(),
            ended: ended.then(|| {
                if relationship.ended_by_customer {
                    t.partnered_ended_by_you()
                } else {
                    t.partnered_ended_by_partner()
                }
            }),
            since: relationship.since,
            ended_at: relationship.ended_at,
        }
    }
}

/// What it is to this customer: who sold it something is its provider, whatever else it does.
fn kind(t: &Messages, relationship: &PartnerRelationship) -> String {
    if relationship.sold > 0 {
        t.partnered_provider_of(relationship.sold)
    } else {
        t.partner_kind(relationship.kind.as_str())
    }
}

fn privileges(t: &Messages, today: Date, given: DelegatedAdmin) -> String {
    match given {
        DelegatedAdmin::NotGiven => t.not_given(),
        DelegatedAdmin::Given { until: None } => t.given(),
        DelegatedAdmin::Given { until: Some(day) } if given.is_valid_on(today) => {
            t.given_until(t.day(&day))
        }
        DelegatedAdmin::Given { until: Some(day) } => t.partnered_privileges_expired(t.day(&day)),
    }
}
