//! What a partner may see and do. Every query starts from the partner's own id, so a row of another tenant is not there.

mod changes;
mod colleagues;
mod customers;
mod designation;
mod home;
mod repeat;
mod resellers;
mod subscriptions;
mod support_contact;

use std::ops::Deref;

use time::OffsetDateTime;

pub use self::{
    changes::{ChangePage, HistoryLine, Side, Successor},
    colleagues::Colleague,
    customers::{ContactOfLine, CustomerLine, CustomerPage, RelationshipOfPage},
    home::Overview,
    repeat::{RepeatChoice, RepeatLine, Repeated, Would},
    resellers::KnownReseller,
    subscriptions::{
        ContactFilter, CustomerName, LatestChange, ProductName, SubscriptionFilter,
        SubscriptionLine, SubscriptionPage,
    },
    support_contact::{Assigned, Assignment},
};
use super::{Denied, Organisation, StoreError, scope::Scope};
use crate::domain::{
    ids::PartnerId,
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

/// A provider's user who may designate support contacts: all that a [`PartnerStore`] shows, and `assign`.
#[derive(Clone, Debug)]
pub struct SupportAssigner(PartnerStore);

/// One who may also assign many at once.
#[derive(Clone, Debug)]
pub struct ManyAssigner(SupportAssigner);

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

    pub fn may_assign(&self) -> bool {
        self.may(PartnerVerb::AssignSupportContact)
    }

    pub fn may_assign_many(&self) -> bool {
        self.may(PartnerVerb::AssignMany)
    }

    pub fn into_support_assigner(self) -> Option<SupportAssigner> {
        self.may_assign().then_some(SupportAssigner(self))
    }

    pub fn into_many_assigner(self) -> Option<ManyAssigner> {
        self.may_assign_many().then_some(ManyAssigner(SupportAssigner(self)))
    }

    /// Only who sells subscriptions has any to assign (rule 33).
    fn may(&self, verb: PartnerVerb) -> bool {
        self.kind.is_provider()
            && self.roles.iter().any(|role| role.may(verb, &self.scope.policy.assigning_roles))
    }

    /// What somebody hears who may not: which roles may, where any role could.
    pub(super) fn denied(&self, verb: PartnerVerb) -> Denied {
        if !self.kind.is_provider() {
            return Denied::Forbidden;
        }
        let assigning = &self.scope.policy.assigning_roles;
        let may = PartnerRole::ALL.iter().copied().filter(|role| role.may(verb, assigning));
        Denied::NeedsRole(may.collect())
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
}

impl SupportAssigner {
    /// A transaction that begins by making sure that the person may still assign.
    async fn write<T>(
        &self,
        verb: PartnerVerb,
        work: impl AsyncFn(&sea_orm::DatabaseTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let assigning = &self.scope.policy.assigning_roles;
        let may = |roles: &[String]| {
            let mut roles = roles.iter().filter_map(|role| role.parse::<PartnerRole>().ok());
            roles.any(|role| role.may(verb, assigning))
        };
        self.scope.write(may, work).await
    }
}

impl Deref for SupportAssigner {
    type Target = PartnerStore;

    fn deref(&self) -> &PartnerStore {
        &self.0
    }
}

impl Deref for ManyAssigner {
    type Target = SupportAssigner;

    fn deref(&self) -> &SupportAssigner {
        &self.0
    }
}
