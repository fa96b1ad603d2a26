//! One customer, with its subscriptions and who may support them.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::words;
use crate::{
    domain::{
        ids::{CustomerId, SubscriptionId},
        relationship::RelationshipState,
        role::PartnerVerb,
        support_profile,
    },
    store::{
        PartnerStore,
        partner::{CustomerPage, KnownReseller, SubscriptionLine},
    },
    web::{
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound},
        page::Page,
        paths,
        query::Query,
    },
};

#[derive(Template)]
#[template(path = "partner/customers/show.html")]
#[expect(clippy::struct_excessive_bools, reason = "one for each button that may be there")]
struct Show<'a> {
    page: &'a Page,
    customer: CustomerPage,
    changed: Option<SubscriptionId>,
    /// Live subscriptions, as *supports 3 of 4* counts them.
    live: i64,
    organisation: &'a str,
    mpn_id: &'a str,
    is_provider: bool,
    may_assign: bool,
    may_end: bool,
    may_edit: bool,
    may_invite: bool,
    may_add_subscription: bool,
    /// What the customer can be asked for: addresses and words.
    requests: Vec<(String, String)>,
}

pub async fn show(
    partner: Permitted<PartnerStore>,
    customer: web::Path<CustomerId>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let customer = partner.customer(*customer).await?.or_not_found()?;
    let live = customer.subscriptions.iter().filter(|line| line.status.is_live()).count();
    page.show(Show {
        page: &page,
        changed: query.parsed("changed").ok(),
        live: i64::try_from(live).unwrap_or(i64::MAX),
        organisation: &partner.organisation().name,
        mpn_id: partner.mpn_id(),
        is_provider: partner.kind().is_provider(),
        may_assign: partner.may(PartnerVerb::AssignSupportContact),
        may_end: partner.may(PartnerVerb::EndRelationship) && is_active(&customer),
        may_edit: partner.may(PartnerVerb::EditCustomers) && customer.relationship.is_some(),
        may_invite: partner.may(PartnerVerb::InviteFirstAdmin)
            && is_invited_by(&partner, &customer),
        may_add_subscription: partner.may(PartnerVerb::EditSubscriptions) && is_active(&customer),
        requests: requests(&partner, &customer, &page),
        customer,
    })
}

/// Who has added it, or sells to it, invites its first admin; once somebody can sign in, only who sells (rule 17).
fn is_invited_by(partner: &PartnerStore, customer: &CustomerPage) -> bool {
    let sells = partner.kind().is_provider()
        && customer.subscriptions.iter().any(|line| line.status.is_live());
    is_active(customer) && (sells || customer.is_added && !customer.has_people)
}

fn is_active(customer: &CustomerPage) -> bool {
    let relationship = customer.relationship.as_ref();
    relationship.is_some_and(|own| own.state == RelationshipState::Active)
}

fn requests(partner: &PartnerStore, customer: &CustomerPage, page: &Page) -> Vec<(String, String)> {
    let mut requests = Vec::new();
    if partner.may(PartnerVerb::RequestRelationship) {
        let address = paths::new_relationship_with(&customer.id);
        requests.push((address, page.t.request_a_relationship()));
        let own = customer.relationship.as_ref().filter(|_| is_active(customer));
        if own.is_some_and(|own| !own.delegated_admin) {
            requests.push((paths::new_delegated_admin(&customer.id), page.t.request_dap()));
        }
    }
    requests
}

impl Show<'_> {
    fn has_ended(&self) -> bool {
        let relationship = self.customer.relationship.as_ref();
        relationship.is_some_and(|own| own.state == RelationshipState::Ended)
    }

    fn is_changed(&self, line: &SubscriptionLine) -> bool {
        self.changed == Some(line.id)
    }

    fn status(&self, line: &SubscriptionLine) -> Option<String> {
        words::unusual_status(self.page.t, line.status)
    }

    fn can_change(&self, line: &SubscriptionLine) -> bool {
        self.may_assign && line.status.is_live()
    }

    /// Of the live subscriptions, those that no reseller supports.
    fn supported_by_provider(&self) -> i64 {
        let supported: i64 = self.customer.resellers.iter().map(|reseller| reseller.supports).sum();
        self.live - supported
    }

    fn first_reason(&self, reseller: &KnownReseller) -> String {
        let first = reseller.reasons.first();
        first.map(|why| words::reason(self.page.t, *why).what).unwrap_or_default()
    }
}
