//! What only some of a partner's people may do: one type for each group of verbs in the table of rule 4
//! (`docs/domain.md`). Each reads like the [`PartnerStore`], and has methods that it lacks.

use std::ops::Deref;

use sea_orm::DatabaseTransaction;

use super::PartnerStore;
use crate::{
    domain::role::PartnerVerb,
    store::{Denied, Permission, Principal, StoreError},
};

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $verb:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name(PartnerStore);

        impl Permission for $name {
            fn granted_to(principal: Principal) -> Result<Self, Denied> {
                let partner = PartnerStore::granted_to(principal)?;
                if partner.may(PartnerVerb::$verb) {
                    Ok(Self(partner))
                } else {
                    Err(partner.denied(PartnerVerb::$verb))
                }
            }
        }

        impl Deref for $name {
            type Target = PartnerStore;

            fn deref(&self) -> &PartnerStore {
                &self.0
            }
        }
    )+};
}

macro_rules! writers {
    ($($(#[$doc:meta])* $name:ident = $verb:ident)+) => {$(
        permissions! {
            $(#[$doc])*
            $name = $verb
        }

        impl $name {
            /// A transaction that begins by making sure that the person may still do this.
            pub(super) async fn write<T>(
                &self,
                work: impl AsyncFn(&DatabaseTransaction) -> Result<T, StoreError>,
            ) -> Result<T, StoreError> {
                self.0.write(PartnerVerb::$verb, work).await
            }
        }
    )+};
}

permissions! {
    /// Whoever of an indirect provider reads about its resellers.
    ResellerReader = ReadResellers
    /// Whoever of a reseller reads about its providers.
    ProviderReader = ReadProviders
    /// Who may take back a request that their colleagues or they have made: some of them one of a partnership, others one
    /// of a relationship, so that what was asked says whether they may write.
    RequestRevoker = RevokeRequest
    /// Who may let colleagues in, and say what they may do: written as a customer's admin does it (`store::user`).
    UserManager = ManageUsers
}

writers! {
    /// A provider's user who may designate support contacts.
    SupportAssigner = AssignSupportContact
    /// One who may also assign many at once.
    ManyAssigner = AssignMany
    /// Who may ask customers for a relationship or for delegated admin.
    RelationshipRequester = RequestRelationship
    /// A provider's user who may ask resellers for a partnership.
    PartnershipRequester = RequestPartnership
    /// A reseller's user who may authorize or decline one.
    PartnershipAnswerer = AnswerPartnership
    /// A provider's user who may suspend, resume and part with its resellers.
    ResellerManager = ManageReseller
    /// A reseller's user who may part with its providers.
    ProviderLeaver = LeaveProvider
    /// Who may end relationships with customers.
    RelationshipEnder = EndRelationship
    /// Who may edit how the partner wants to be reached.
    SupportProfileEditor = EditSupportProfile
    /// A provider's user who may settle what customers and resellers have reported.
    ReportSettler = SettleReport
    /// A reseller's user who may tell a provider that a subscription is not theirs.
    SubscriptionReporter = ReportSubscription
    /// Who may add and edit customers (`docs/domain.md` rule 13a).
    CustomerEditor = EditCustomers
    /// A provider's user who may add and edit the subscriptions that it sells.
    SubscriptionEditor = EditSubscriptions
    /// Who may edit the organisation itself.
    OrganisationEditor = EditOrganisation
    /// Who may invite the first admin of a customer that the partner added.
    FirstAdminInviter = InviteFirstAdmin
}
