//! One partner of a customer: what it is to the customer, and what taking something back from it would do.

use askama::Template;

use super::relationship_facts::Facts;
use crate::{
    domain::{ids::PartnerId, relationship::RelationshipState},
    store::{
        CustomerStore,
        customer::{ConcernedProduct, PartnerRelationshipPage},
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

#[derive(Template)]
#[template(path = "customer/partner_relationships/show.html")]
pub struct RelationshipView<'a> {
    page: &'a Page,
    name: String,
    formerly: Option<String>,
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

impl<'a> RelationshipView<'a> {
    /// `problem`: why what was asked of this page was not done.
    pub async fn of(
        customer: &CustomerStore,
        partner: PartnerId,
        page: &'a Page,
        problem: Option<String>,
    ) -> Result<Self, AppError> {
        let found = customer.partner_relationship(partner).await?.or_not_found()?;
        let PartnerRelationshipPage { party, formerly, relationship, sold, supported } = found;
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
            formerly,
            mpn_id: party.details.mpn_id,
            partner,
            problem,
        })
    }
}
