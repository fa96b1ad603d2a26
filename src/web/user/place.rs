//! Where an organisation's people are managed.

use crate::{
    domain::ids::{MembershipId, OrganisationId},
    web::paths,
};

/// A partner's pages and a customer's differ in their addresses, and in where they are found.
#[derive(Clone, Copy)]
pub struct Place {
    pub list: &'static str,
    pub new: &'static str,
    pub second_factor: &'static str,
    pub is_customers: bool,
}

impl Place {
    pub fn of(organisation: OrganisationId) -> Self {
        match organisation {
            OrganisationId::Partner(_) => Self {
                list: paths::PARTNER_USERS,
                new: paths::NEW_PARTNER_USER,
                second_factor: paths::PARTNER_SECOND_FACTOR,
                is_customers: false,
            },
            OrganisationId::Customer(_) => Self {
                list: paths::CUSTOMER_USERS,
                new: paths::NEW_CUSTOMER_USER,
                second_factor: paths::CUSTOMER_SECOND_FACTOR,
                is_customers: true,
            },
        }
    }

    pub fn user(&self, membership: &MembershipId) -> String {
        if self.is_customers {
            paths::customer_user(membership)
        } else {
            paths::partner_user(membership)
        }
    }
}
