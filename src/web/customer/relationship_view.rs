//! One partner of a customer: what it is to the customer, and what taking something back from it would do.

use askama::Template;
use time::Date;

use crate::{
    domain::{
        ids::PartnerId,
        relationship::{DelegatedAdmin, RelationshipState},
    },
    locale::Messages,
    store::{
        CustomerStore,
        customer::{
            ConcernedProduct, PartnerRelationship, PartnerRelationshipLine, PartnerRelationshipPage,
        },
        partner::Colleague,
    },
    web::{
        assets,
        contact::Reach,
        error::{AppError, OrNotFound},
        page::Page,
        paths,
    },
};

/// One row of the list.
pub struct Line {
    pub partner: PartnerId,
    pub name: String,
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
    pub since: time::OffsetDateTime,
    pub ended_at: Option<time::OffsetDateTime>,
}

#[derive(Template)]
#[template(path = "customer/partner_relationships/show.html")]
pub struct RelationshipView<'a> {
    page: &'a Page,
    name: String,
    mpn_id: String,
    country: String,
    partner: PartnerId,
    facts: Facts,
    reach: Reach,
    is_active: bool,
    /// It administers the customer's account now.
    is_privileged: bool,
    /// The live subscriptions that it sold: it cannot be parted with.
    sold: Vec<ConcernedProduct>,
    more_sold: u64,
    /// Those that would go back to who sold them.
    supported: Vec<ConcernedProduct>,
    supported_in_all: u64,
    more_supported: u64,
    is_admin: bool,
    admins: Vec<Colleague>,
    problem: Option<String>,
}

impl Line {
    pub fn of(page: &Page, today: Date, line: PartnerRelationshipLine) -> Self {
        Self {
            facts: Facts::of(&page.t, today, &line.relationship),
            partner: line.partner,
            name: line.name,
            mpn_id: line.mpn_id,
        }
    }
}

impl Facts {
    fn of(t: &Messages, today: Date, relationship: &PartnerRelationship) -> Self {
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

impl<'a> RelationshipView<'a> {
    /// `problem`: why what was asked of this page was not done.
    pub async fn of(
        customer: &CustomerStore,
        partner: PartnerId,
        page: &'a Page,
        problem: Option<String>,
    ) -> Result<Self, AppError> {
        let found = customer.partner_relationship(partner).await?.or_not_found()?;
        let PartnerRelationshipPage { party, relationship, sold, supported } = found;
        let today = customer.today();
        let is_admin = customer.is_admin();
        let more = |shown: &[ConcernedProduct], all: u64| all.saturating_sub(shown.len() as u64);
        Ok(Self {
            page,
            facts: Facts::of(&page.t, today, &relationship),
            reach: Reach::of(page, &party.details, None),
            is_active: relationship.state == RelationshipState::Active,
            is_privileged: relationship.delegated_admin.is_valid_on(today),
            more_sold: more(&sold, relationship.sold),
            sold,
            more_supported: more(&supported, relationship.supported),
            supported_in_all: relationship.supported,
            supported,
            is_admin,
            admins: if is_admin { Vec::new() } else { customer.admins().await? },
            country: page.t.country(&party.country),
            name: party.details.name,
            mpn_id: party.details.mpn_id,
            partner,
            problem,
        })
    }
}
