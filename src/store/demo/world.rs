//! The organisations of the demo world and their people: what is written to the database is what is printed when the
//! demo starts.

mod table;

use sea_orm::prelude::Json;
use serde_json::{Map, json};
use time::Duration;

pub(super) use self::table::Partner;
use self::table::{
    ADMIN_AGENT, Bought, CUSTOMERS, DemoCustomer, DemoPartner, Hours, PARTNERS, Profile,
};
use super::draft::{Chosen, Draft, Employer, Sale};
use crate::{
    domain::{
        ids::{PartnerId, UserId},
        role::{CustomerRole, PartnerRole},
    },
    store::entity::{customer, partner, support_profile},
};

/// Somebody who can sign in; a member of two organisations is named once for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoAccount {
    pub email: &'static str,
    pub name: &'static str,
    pub organisation: &'static str,
    pub role: DemoRole,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoRole {
    Partner(PartnerRole),
    Customer(CustomerRole),
}

/// Everybody who can sign in, in the order of the organisations. The password is [`PASSWORD`](super::PASSWORD).
pub fn accounts() -> Vec<DemoAccount> {
    let of_partners = PARTNERS.iter().flat_map(|partner| {
        partner.people.iter().map(|&(email, name, role)| DemoAccount {
            email,
            name,
            organisation: partner.name,
            role: DemoRole::Partner(role),
        })
    });
    let of_customers = CUSTOMERS.iter().flat_map(|customer| {
        customer.people.iter().map(|&(email, name, role)| DemoAccount {
            email,
            name,
            organisation: customer.name,
            role: DemoRole::Customer(role),
        })
    });
    of_partners.chain(of_customers).collect()
}

const SERVED_SINCE_DAYS: i64 = 410;
const ASSIGNED_DAYS_AGO: i64 = 69;

/// What the crowd is tied to.
pub(super) struct World {
    /// In the order of [`PARTNERS`].
    partners: Vec<partner::Model>,
    /// Of Danube.
    pub admin_agent: Option<UserId>,
}

impl World {
    pub fn new(draft: &mut Draft, hash: &str) -> Self {
        let partners: Vec<_> =
            PARTNERS.iter().map(|partner| add_partner(draft, partner, hash)).collect();
        let world = Self { partners, admin_agent: draft.user(ADMIN_AGENT) };
        for (partner, row) in PARTNERS.iter().zip(&world.partners) {
            for provider in partner.providers {
                draft.add_partnership(world.partner(*provider).id, row.id);
            }
        }
        for customer in &CUSTOMERS {
            world.add_customer(draft, customer, hash);
        }
        world
    }

    pub fn partner(&self, partner: Partner) -> &partner::Model {
        &self.partners[partner as usize]
    }

    fn add_customer(&self, draft: &mut Draft, customer: &DemoCustomer, hash: &str) {
        let row = draft.add_customer(customer.name, customer.domain);
        for (email, name, role) in customer.people {
            draft.add_member(email, name, hash, Employer::Customer(row.id), role.as_str());
        }
        let since = draft.days_ago(SERVED_SINCE_DAYS);
        for (partner, delegated_admin) in customer.served_by {
            let partner = self.partner(*partner);
            draft.add_relationship(partner.id, &row, *delegated_admin, since);
        }
        for bought in customer.bought {
            self.add_sale(draft, &row, bought);
        }
    }

    fn add_sale(&self, draft: &mut Draft, customer: &customer::Model, bought: &Bought) {
        let assigned_at = draft.days_ago(ASSIGNED_DAYS_AGO);
        draft.add_sale(&Sale {
            provider: self.partner(bought.from),
            customer,
            product: bought.product,
            external_id: bought.external_id.to_owned(),
            quantity: bought.quantity,
            status: bought.status,
            ends_on: draft.today + Duration::days(bought.ends_in_days),
            reseller_of_record: bought.of_record.map(|partner| self.partner(partner).id),
            at: draft.days_ago(bought.days_ago),
            chosen: bought.assigned_to.map(|partner| Chosen {
                reseller: self.partner(partner),
                by: self.admin_agent,
                at: assigned_at,
            }),
        });
    }
}

fn add_partner(draft: &mut Draft, partner: &DemoPartner, hash: &str) -> partner::Model {
    let row = draft.add_partner(partner.kind, partner.name, partner.mpn_id);
    if let Some(profile) = &partner.profile {
        draft.add_profile(profile.of(row.id));
    }
    for (email, name, role) in partner.people {
        draft.add_member(email, name, hash, Employer::Partner(row.id), role.as_str());
    }
    row
}

impl Profile {
    fn of(&self, partner: PartnerId) -> support_profile::Model {
        support_profile::Model {
            partner_id: partner,
            email: Some(self.email.to_owned()),
            telephone: Some(self.telephone.to_owned()),
            urgent_telephone: self.urgent_telephone.map(str::to_owned),
            website: Some(self.website.to_owned()),
            hours: Some(self.hours.written()),
            closed_dates: json!([]),
            languages: json!(self.languages),
            note: None,
            entered_by: None,
        }
    }
}

impl Hours {
    fn written(&self) -> Json {
        let week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let (days, from, to) = match self {
            Self::AroundTheClock => (&week[..], "00:00", "24:00"),
            Self::Weekdays(from, to) => (&week[..5], *from, *to),
        };
        days.iter()
            .map(|day| ((*day).to_owned(), json!([[from, to]])))
            .collect::<Map<_, _>>()
            .into()
    }
}
