//! Where a reseller can be chosen, and why not elsewhere: a provider's customers, counted (`docs/domain.md` rules 23 and
//! 26).

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use time::Date;

use super::{PartnerStore, partnerships::unsigned};
use crate::{
    domain::{
        ids::PartnerId,
        partnership::Partnership,
        relationship::{DelegatedAdmin, Relationship, RelationshipState},
        support_contact::{Requested, Standing, Unavailable},
    },
    store::StoreError,
};

/// How many of a provider's customers a reseller can be chosen for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    pub available: u64,
    pub unavailable: u64,
    /// Of the latter, those with this reason; several may stand in the way at one customer.
    pub reasons: BTreeMap<Unavailable, u64>,
}

/// Customers that are judged alike, but for their time zone.
#[derive(FromQueryResult)]
struct Alike {
    time_zone: String,
    relationship_state: Option<RelationshipState>,
    delegated_admin: Option<bool>,
    delegated_admin_until: Option<Date>,
    partnership_requested: bool,
    relationship_requested: bool,
    delegated_admin_requested: bool,
    customers: i64,
}

/// $1 the provider, $2 the reseller, $3 now. Whether a last day has passed is for the customer's time zone to say, so the
/// database only puts together what is alike, and the rule itself judges each of the few groups.
const ALIKE: &str = "
    WITH asked AS (
        SELECT kind, from_partner, to_partner, to_customer, COALESCE(for_reseller, from_partner) AS beneficiary
        FROM requests
        WHERE state = 'open' AND expires_at > $3 AND from_partner IN ($1, $2)
    ), each_customer AS (
        SELECT customers.time_zone, relationships.state AS relationship_state, relationships.delegated_admin,
               relationships.delegated_admin_until,
               EXISTS (SELECT 1 FROM asked WHERE kind = 'partnership'
                       AND (from_partner = $1 AND to_partner = $2 OR from_partner = $2 AND to_partner = $1))
                   AS partnership_requested,
               EXISTS (SELECT 1 FROM asked WHERE kind = 'relationship' AND beneficiary = $2
                       AND to_customer = own.customer_id) AS relationship_requested,
               EXISTS (SELECT 1 FROM asked WHERE kind = 'delegated_admin' AND beneficiary = $2
                       AND to_customer = own.customer_id) AS delegated_admin_requested
        FROM relationships own
        JOIN customers ON customers.id = own.customer_id
        LEFT JOIN relationships ON relationships.partner_id = $2 AND relationships.customer_id = own.customer_id
        WHERE own.partner_id = $1 AND own.state = 'active'
    )
    SELECT each_customer.*, COUNT(*) AS customers
    FROM each_customer
    GROUP BY time_zone, relationship_state, delegated_admin, delegated_admin_until, partnership_requested,
             relationship_requested, delegated_admin_requested";

impl PartnerStore {
    /// The caller has found the partnership in this provider's scope.
    pub async fn coverage(
        &self,
        reseller: PartnerId,
        partnership: Partnership,
    ) -> Result<Coverage, StoreError> {
        let reader = self.scope.db.reader();
        let values = [self.partner.into(), reseller.into(), self.now().into()];
        let alike = Statement::from_sql_and_values(reader.get_database_backend(), ALIKE, values);
        let mut coverage = Coverage::default();
        for alike in Alike::find_by_statement(alike).all(reader).await? {
            let reasons = alike.standing(partnership).reasons(self.terms(&alike.time_zone));
            coverage.count(&reasons, unsigned(alike.customers));
        }
        Ok(coverage)
    }
}

impl Alike {
    fn standing(&self, partnership: Partnership) -> Standing {
        Standing {
            partnership: Some(partnership),
            relationship: self.relationship_state.map(|state| Relationship {
                state,
                delegated_admin: DelegatedAdmin::from_columns(
                    self.delegated_admin.unwrap_or_default(),
                    self.delegated_admin_until,
                ),
            }),
            requested: Requested {
                partnership: self.partnership_requested,
                relationship: self.relationship_requested,
                delegated_admin: self.delegated_admin_requested,
            },
        }
    }
}

impl Coverage {
    /// Whether there is a customer at which more than one stands in the way: the numbers then add up to more.
    pub fn has_several_reasons(&self) -> bool {
        self.reasons.values().sum::<u64>() > self.unavailable
    }

    fn count(&mut self, reasons: &[Unavailable], customers: u64) {
        if reasons.is_empty() {
            self.available += customers;
        } else {
            self.unavailable += customers;
        }
        for reason in reasons {
            *self.reasons.entry(*reason).or_default() += customers;
        }
    }
}
