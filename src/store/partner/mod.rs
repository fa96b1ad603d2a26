//! What a partner may see and do. Every query starts from the partner's own id, so a row of another tenant is not there.

mod activity;
mod answer;
mod assign_now;
mod changes;
mod colleagues;
mod contact_filter;
mod coverage;
mod customer_edit;
mod customers;
mod designation;
mod first_admin;
mod home;
mod instead;
mod leaving;
mod new_customer;
mod new_subscription;
mod organisation;
mod partnership_end;
mod partnership_request;
mod partnerships;
mod permissions;
mod relationship_end;
mod relationship_request;
mod relationships;
mod repeat;
mod reports;
mod request_revoke;
mod requests;
mod reseller_profile;
mod resellers;
mod subscription_edit;
mod subscription_facts;
mod subscriptions;
mod support_contact;
mod support_profile;
mod suspension;
mod users;

use sea_orm::DatabaseTransaction;
use time::OffsetDateTime;

pub use self::{
    answer::{PartnershipRequest, WaitingPartnershipRequest},
    assign_now::AssignNow,
    changes::{ChangePage, HistoryLine, Side, Successor},
    colleagues::Colleague,
    contact_filter::ContactFilter,
    coverage::Coverage,
    customer_edit::{CustomerEdit, EditableCustomer},
    customers::{ContactOfLine, CustomerFilter, CustomerLine, CustomerPage, RelationshipOfPage},
    first_admin::{AdminInvitation, AdminLink, CannotInviteAdmin, WaitingAdmin},
    home::Overview,
    instead::Candidate,
    leaving::{Ending, Leaving, LeavingLine},
    new_customer::{CustomerFacts, NewCustomer},
    new_subscription::NewSubscription,
    partnership_end::{PartnershipEnded, Seen, SeenInstead},
    partnership_request::{AskedReseller, NewPartnership},
    partnerships::{PartnershipFilter, PartnershipLine, PartnershipPage, Supported},
    permissions::*,
    relationship_end::{Blocker, OwnRelationship, RelationshipEnded},
    relationship_request::{Addressee, NewRelationship},
    relationships::RelationshipLine,
    repeat::{RepeatChoice, RepeatLine, Repeated, Would},
    reports::{CannotReport, ReportLine, Settled},
    requests::{RequestLine, RequestPage},
    reseller_profile::ResellerProfile,
    resellers::KnownReseller,
    subscription_edit::{SubscriptionEdit, SubscriptionEdited},
    subscription_facts::{EditableSubscription, SubscriptionFacts},
    subscriptions::{
        CustomerName, LatestChange, ProductName, SubscriptionFilter, SubscriptionLine,
        SubscriptionPage,
    },
    support_contact::{Assigned, Assignment},
    support_profile::{ProfileEdit, ProfilePage},
};
use super::{
    Denied, Organisation, StoreError,
    activity::{Activity, ActivityKind},
    scope::Scope,
};
use crate::domain::{
    ids::{OrganisationId, PartnerId},
    partner::PartnerKind,
    role::{PartnerRole, PartnerVerb},
    support_contact::Terms,
};
use crate::locale::Zone;

/// Reads only. Assigning takes a [`SupportAssigner`]:
///
/// ```
/// # use liaison::store::{SupportAssigner, partner::Assignment};
/// async fn assign(assigner: SupportAssigner, assignment: Assignment) {
///     let _ = assigner.assign(&assignment).await;
/// }
/// ```
/// ```compile_fail
/// # use liaison::store::{PartnerStore, partner::Assignment};
/// async fn assign(assigner: PartnerStore, assignment: Assignment) {
///     let _ = assigner.assign(&assignment).await;
/// }
/// ```
#[derive(Clone, Debug)]
pub struct PartnerStore {
    scope: Scope,
    partner: PartnerId,
    kind: PartnerKind,
    mpn_id: String,
    roles: Vec<PartnerRole>,
    organisation: Organisation,
}

impl PartnerStore {
    pub(super) fn new(
        scope: Scope,
        partner: PartnerId,
        kind: PartnerKind,
        mpn_id: String,
        roles: Vec<PartnerRole>,
        organisation: Organisation,
    ) -> Self {
        Self { scope, partner, kind, mpn_id, roles, organisation }
    }

    /// The partner's own id.
    pub fn id(&self) -> PartnerId {
        self.partner
    }

    pub fn kind(&self) -> PartnerKind {
        self.kind
    }

    pub fn mpn_id(&self) -> &str {
        &self.mpn_id
    }

    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    pub fn roles(&self) -> &[PartnerRole] {
        &self.roles
    }

    /// Whether valid delegated admin privileges are part of being available (rule 23).
    pub fn needs_delegated_admin(&self) -> bool {
        self.scope.policy.available_needs_dap
    }

    /// Whether the signed-in person may do it.
    pub fn may(&self, verb: PartnerVerb) -> bool {
        verb.is_for(self.kind)
            && self.roles.iter().any(|role| role.may(verb, &self.scope.policy.assigning_roles))
    }

    /// The roles that may do it; none where this kind of partner does not do it at all.
    pub fn roles_that_may(&self, verb: PartnerVerb) -> Vec<PartnerRole> {
        let assigning = &self.scope.policy.assigning_roles;
        let may = PartnerRole::ALL.iter().copied().filter(|role| role.may(verb, assigning));
        if verb.is_for(self.kind) { may.collect() } else { Vec::new() }
    }

    /// What somebody hears who may not: which roles may, where any role could.
    pub(super) fn denied(&self, verb: PartnerVerb) -> Denied {
        match self.roles_that_may(verb) {
            roles if roles.is_empty() => Denied::Forbidden,
            roles => Denied::NeedsRole(roles),
        }
    }

    /// A transaction that begins by making sure that the person may still do it.
    async fn write<T>(
        &self,
        verb: PartnerVerb,
        work: impl AsyncFn(&DatabaseTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let assigning = &self.scope.policy.assigning_roles;
        let may = |roles: &[String]| {
            let mut roles = roles.iter().filter_map(|role| role.parse::<PartnerRole>().ok());
            roles.any(|role| role.may(verb, assigning))
        };
        self.scope.write(may, work).await
    }

    /// What availability is judged by, for a customer in this time zone.
    fn terms(&self, customer_time_zone: &str) -> Terms {
        let zone = Zone::named(customer_time_zone).unwrap_or_else(Zone::utc);
        Terms {
            needs_delegated_admin: self.needs_delegated_admin(),
            today: zone.today(self.scope.now()),
        }
    }

    fn now(&self) -> OffsetDateTime {
        self.scope.now()
    }

    /// A line by the acting person in the partner's log.
    fn own_activity(&self, kind: ActivityKind) -> Activity {
        self.scope.activity(kind, OrganisationId::Partner(self.partner))
    }
}
