//! The resellers that a provider knows of for one customer, and how each stands (`docs/domain.md` rules 23 and 26).

use sea_orm::{ConnectionTrait, FromQueryResult, Statement, prelude::Json};
use time::{Date, OffsetDateTime};

use super::PartnerStore;
use crate::{
    domain::{
        ids::{CustomerId, PartnerId, RequestId},
        partnership::{Partnership, PartnershipState},
        relationship::{DelegatedAdmin, Relationship, RelationshipState},
        support_contact::{Requested, Standing, Unavailable},
    },
    store::{
        PartnerDetails, StoreError,
        support_details::{PartnerRow, ProfileRow},
    },
};

/// A reseller with a partnership or an open request for one with this provider, or any relationship with the customer.
#[derive(Clone, Debug)]
pub struct KnownReseller {
    pub details: PartnerDetails,
    /// Why it cannot be chosen; empty where it can.
    pub reasons: Vec<Unavailable>,
    /// The provider's own request that the first reason speaks of; others' are not shown (rule 40).
    pub request: Option<RequestId>,
    /// Tied to this customer: it comes before those that are not.
    pub serves_customer: bool,
    /// How many live subscriptions of this customer, bought from this provider, name it.
    pub supports: i64,
}

impl KnownReseller {
    pub fn is_available(&self) -> bool {
        self.reasons.is_empty()
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: PartnerId,
    name: String,
    mpn_id: String,
    time_zone: String,
    email: Option<String>,
    telephone: Option<String>,
    urgent_telephone: Option<String>,
    website: Option<String>,
    hours: Option<Json>,
    closed_dates: Option<Json>,
    languages: Option<Json>,
    note: Option<String>,
    entered_by: Option<PartnerId>,
    partnership_state: Option<PartnershipState>,
    suspended_at: Option<OffsetDateTime>,
    relationship_state: Option<RelationshipState>,
    delegated_admin: Option<bool>,
    delegated_admin_until: Option<Date>,
    partnership_requested: bool,
    relationship_requested: bool,
    delegated_admin_requested: bool,
    partnership_request: Option<RequestId>,
    relationship_request: Option<RequestId>,
    delegated_admin_request: Option<RequestId>,
    supports: i64,
}

/// $1 the provider, $2 the customer, $3 now. One statement, because the page must not ask once a reseller.
const KNOWN: &str = "
    WITH asked AS (
        SELECT id, kind, from_partner, to_customer, COALESCE(for_reseller, from_partner) AS beneficiary,
               CASE WHEN from_partner = $1 THEN to_partner ELSE from_partner END AS other_partner
        FROM requests
        WHERE state = 'open' AND expires_at > $3
          AND (from_partner = $1 OR to_partner = $1 OR to_customer = $2 AND from_partner IN (
              SELECT reseller_id FROM partnerships WHERE provider_id = $1))
    ), known AS (
        SELECT reseller_id AS id FROM partnerships WHERE provider_id = $1
        UNION SELECT partner_id FROM relationships WHERE customer_id = $2
        UNION SELECT other_partner FROM asked WHERE kind = 'partnership'
    )
    SELECT partners.id, partners.name, partners.mpn_id, partners.time_zone,
           profile.email, profile.telephone, profile.urgent_telephone,
           profile.website, profile.hours, profile.closed_dates, profile.languages, profile.note, profile.entered_by,
           partnerships.state AS partnership_state, partnerships.suspended_at,
           relationships.state AS relationship_state, relationships.delegated_admin,
           relationships.delegated_admin_until,
           EXISTS (SELECT 1 FROM asked WHERE kind = 'partnership' AND other_partner = partners.id)
               AS partnership_requested,
           EXISTS (SELECT 1 FROM asked WHERE kind = 'relationship' AND to_customer = $2 AND beneficiary = partners.id)
               AS relationship_requested,
           EXISTS (SELECT 1 FROM asked WHERE kind = 'delegated_admin' AND to_customer = $2 AND beneficiary = partners.id)
               AS delegated_admin_requested,
           (SELECT asked.id FROM asked WHERE from_partner = $1 AND kind = 'partnership'
                AND other_partner = partners.id LIMIT 1) AS partnership_request,
           (SELECT asked.id FROM asked WHERE from_partner = $1 AND kind = 'relationship'
                AND to_customer = $2 AND beneficiary = partners.id LIMIT 1) AS relationship_request,
           (SELECT asked.id FROM asked WHERE from_partner = $1 AND kind = 'delegated_admin'
                AND to_customer = $2 AND beneficiary = partners.id LIMIT 1) AS delegated_admin_request,
           (SELECT COUNT(*) FROM subscriptions
            WHERE customer_id = $2 AND provider_id = $1 AND support_reseller_id = partners.id
              AND status IN ('active', 'pending', 'suspended')) AS supports
    FROM partners
    JOIN known ON known.id = partners.id
    LEFT JOIN support_profiles profile ON profile.partner_id = partners.id
    LEFT JOIN partnerships ON partnerships.provider_id = $1 AND partnerships.reseller_id = partners.id
    LEFT JOIN relationships ON relationships.partner_id = partners.id AND relationships.customer_id = $2
    WHERE partners.kind = 'indirect_reseller'
    ORDER BY partners.sort_key, partners.id";

impl PartnerStore {
    /// In alphabetical order. The caller has found `customer` in this partner's scope.
    pub(super) async fn resellers_known_at(
        &self,
        customer: CustomerId,
        customer_time_zone: &str,
    ) -> Result<Vec<KnownReseller>, StoreError> {
        self.known_to(self.partner, customer, customer_time_zone).await
    }

    /// Those whom `provider` knows: itself, or the one that sold what this reseller sees.
    pub(super) async fn known_to(
        &self,
        provider: PartnerId,
        customer: CustomerId,
        customer_time_zone: &str,
    ) -> Result<Vec<KnownReseller>, StoreError> {
        let reader = self.scope.db.reader();
        let values = [provider.into(), customer.into(), self.now().into()];
        let known = Statement::from_sql_and_values(reader.get_database_backend(), KNOWN, values);
        let rows = Row::find_by_statement(known).all(reader).await?;
        let terms = self.terms(customer_time_zone);
        Ok(rows
            .into_iter()
            .map(|row| {
                let standing = row.standing();
                let reasons = standing.reasons(terms);
                KnownReseller {
                    request: row.request(reasons.first().copied()),
                    reasons,
                    serves_customer: standing.relationship.is_some(),
                    supports: row.supports,
                    details: row.details(),
                }
            })
            .collect())
    }
}

impl Row {
    fn standing(&self) -> Standing {
        Standing {
            partnership: self
                .partnership_state
                .map(|state| Partnership { state, suspended: self.suspended_at.is_some() }),
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

    fn request(&self, first: Option<Unavailable>) -> Option<RequestId> {
        match first? {
            Unavailable::PartnershipRequested => self.partnership_request,
            Unavailable::RelationshipRequested => self.relationship_request,
            Unavailable::DelegatedAdminRequested => self.delegated_admin_request,
            _ => None,
        }
    }

    fn details(self) -> PartnerDetails {
        let Self { id, name, mpn_id, time_zone, .. } = self;
        let profile = self.languages.map(|languages| ProfileRow {
            email: self.email,
            telephone: self.telephone,
            urgent_telephone: self.urgent_telephone,
            website: self.website,
            hours: self.hours,
            closed_dates: self.closed_dates.unwrap_or_default(),
            languages,
            note: self.note,
            entered_by: self.entered_by,
        });
        PartnerDetails::from_rows(PartnerRow { id, name, mpn_id, time_zone }, profile)
    }
}
