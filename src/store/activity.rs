//! The activity log: one line for each thing that somebody changed, written in the same transaction, never edited
//! (`docs/security.md` G). Persons are named by id only, and lines are worded when they are shown.

use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait, prelude::Json};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{StoreError, entity};
use crate::domain::{
    ids::{ActivityId, CustomerId, OrganisationId, PartnerId, UserId},
    words,
};

words! {
    /// What happened.
    ActivityKind {
        SignedIn = "signed_in",
        SignedOut = "signed_out",
        OrganisationChosen = "organisation_chosen",
        LanguageChosen = "language_chosen",
        OrganisationSetUp = "organisation_set_up",
        ContactAssigned = "contact_assigned",
        ContactConfirmed = "contact_confirmed",
        ContactUndone = "contact_undone",
        /// The same contact for several subscriptions of one customer.
        ContactRepeated = "contact_repeated",
        PartnershipRequested = "partnership_requested",
        /// Many resellers were asked at once.
        PartnershipsRequested = "partnerships_requested",
        RelationshipRequested = "relationship_requested",
        DelegatedAdminRequested = "delegated_admin_requested",
        RequestRevoked = "request_revoked",
        PartnershipAuthorized = "partnership_authorized",
        PartnershipDeclined = "partnership_declined",
        RelationshipAccepted = "relationship_accepted",
        RelationshipDeclined = "relationship_declined",
        DelegatedAdminAccepted = "delegated_admin_accepted",
        DelegatedAdminDeclined = "delegated_admin_declined",
        DelegatedAdminRevoked = "delegated_admin_revoked",
        ResellerSuspended = "reseller_suspended",
        ResellerResumed = "reseller_resumed",
        PartnershipEnded = "partnership_ended",
        RelationshipEnded = "relationship_ended",
        SupportProfileEdited = "support_profile_edited",
        SupportShared = "support_shared",
        SupportShareRevoked = "support_share_revoked",
        ContactReported = "contact_reported",
        ReportSettled = "report_settled",
        UserInvited = "user_invited",
        UsersInvited = "users_invited",
        InvitationRenewed = "invitation_renewed",
        InvitationWithdrawn = "invitation_withdrawn",
        InvitationAccepted = "invitation_accepted",
        RolesChanged = "roles_changed",
        UserDisabled = "user_disabled",
        UserEnabled = "user_enabled",
        ResetLinkMade = "reset_link_made",
        SignInLinkMade = "sign_in_link_made",
        NewEmailLinkMade = "new_email_link_made",
        SecondFactorReset = "second_factor_reset",
        SecondFactorRequired = "second_factor_required",
        SecondFactorOptional = "second_factor_optional",
        PersonForgotten = "person_forgotten",
        CustomerAdded = "customer_added",
        CustomerEdited = "customer_edited",
        FirstAdminInvited = "first_admin_invited",
        SubscriptionAdded = "subscription_added",
        SubscriptionEdited = "subscription_edited",
        OrganisationEdited = "organisation_edited",
        AccountEdited = "account_edited",
        NewEmailAsked = "new_email_asked",
        NewEmailWithdrawn = "new_email_withdrawn",
        EmailChanged = "email_changed",
        PasswordChanged = "password_changed",
        PasswordReset = "password_reset",
        SignInHelpAsked = "sign_in_help_asked",
        SessionEnded = "session_ended",
        OtherSessionsEnded = "other_sessions_ended",
        SecondFactorOn = "second_factor_on",
        SecondFactorOff = "second_factor_off",
        RecoveryCodesMade = "recovery_codes_made",
    }
}

words! {
    /// What people look for in the log: kinds of one sort.
    ActivityGroup {
        SupportContacts = "support_contacts",
        Relationships = "relationships",
        Partnerships = "partnerships",
        SupportDetails = "support_details",
        Reports = "reports",
        People = "people",
        Customers = "customers",
        SigningIn = "signing_in",
    }
}

impl ActivityGroup {
    /// A revoked request may have been one for a partnership or for a relationship.
    pub fn kinds(self) -> &'static [ActivityKind] {
        use ActivityKind::*;
        match self {
            Self::SupportContacts => {
                &[ContactAssigned, ContactConfirmed, ContactUndone, ContactRepeated]
            }
            Self::Relationships => &[
                RelationshipRequested,
                DelegatedAdminRequested,
                RequestRevoked,
                RelationshipAccepted,
                RelationshipDeclined,
                DelegatedAdminAccepted,
                DelegatedAdminDeclined,
                DelegatedAdminRevoked,
                RelationshipEnded,
            ],
            Self::Partnerships => &[
                PartnershipRequested,
                PartnershipsRequested,
                RequestRevoked,
                PartnershipAuthorized,
                PartnershipDeclined,
                ResellerSuspended,
                ResellerResumed,
                PartnershipEnded,
            ],
            Self::SupportDetails => &[SupportProfileEdited, SupportShared, SupportShareRevoked],
            Self::Reports => &[ContactReported, ReportSettled],
            Self::People => &[
                UserInvited,
                UsersInvited,
                InvitationRenewed,
                InvitationWithdrawn,
                InvitationAccepted,
                RolesChanged,
                UserDisabled,
                UserEnabled,
                ResetLinkMade,
                SignInLinkMade,
                NewEmailLinkMade,
                SecondFactorReset,
                SecondFactorRequired,
                SecondFactorOptional,
                PersonForgotten,
            ],
            Self::Customers => &[
                CustomerAdded,
                CustomerEdited,
                FirstAdminInvited,
                SubscriptionAdded,
                SubscriptionEdited,
                OrganisationEdited,
            ],
            Self::SigningIn => &[
                SignedIn,
                SignedOut,
                OrganisationChosen,
                LanguageChosen,
                OrganisationSetUp,
                AccountEdited,
                NewEmailAsked,
                NewEmailWithdrawn,
                EmailChanged,
                PasswordChanged,
                PasswordReset,
                SignInHelpAsked,
                SessionEnded,
                OtherSessionsEnded,
                SecondFactorOn,
                SecondFactorOff,
                RecoveryCodesMade,
            ],
        }
    }
}

/// One line of the log.
pub(super) struct Activity {
    pub kind: ActivityKind,
    /// What the words need: names and references as they were.
    pub arguments: Json,
    pub by_user: Option<UserId>,
    pub by_partner: Option<PartnerId>,
    pub by_customer: Option<CustomerId>,
    /// In whose log it stands: the partner's …
    pub partner: Option<PartnerId>,
    /// … another partner's that it concerns …
    pub other_partner: Option<PartnerId>,
    /// … and the customer's.
    pub customer: Option<CustomerId>,
    pub request: Option<Uuid>,
    pub at: OffsetDateTime,
}

impl Activity {
    pub fn new(kind: ActivityKind, at: OffsetDateTime) -> Self {
        Self {
            kind,
            arguments: Json::Object(serde_json::Map::new()),
            by_user: None,
            by_partner: None,
            by_customer: None,
            partner: None,
            other_partner: None,
            customer: None,
            request: None,
            at,
        }
    }

    /// Something that one of the organisation's people did, in its log.
    pub fn by(
        user: UserId,
        organisation: OrganisationId,
        kind: ActivityKind,
        at: OffsetDateTime,
    ) -> Self {
        let (partner, customer) = (organisation.partner(), organisation.customer());
        Self {
            by_user: Some(user),
            by_partner: partner,
            by_customer: customer,
            partner,
            customer,
            ..Self::new(kind, at)
        }
    }
}

pub(super) async fn record(tx: &DatabaseTransaction, line: Activity) -> Result<(), StoreError> {
    let row = entity::activity::ActiveModel {
        id: Set(ActivityId::new(line.at)),
        kind: Set(line.kind.as_str().to_owned()),
        arguments: Set(line.arguments),
        by_user: Set(line.by_user),
        by_partner: Set(line.by_partner),
        by_customer: Set(line.by_customer),
        partner_id: Set(line.partner),
        other_partner_id: Set(line.other_partner),
        customer_id: Set(line.customer),
        request_id: Set(line.request),
        at: Set(line.at),
    };
    entity::activity::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_in_some_group() {
        for kind in ActivityKind::ALL {
            let holds = |group: &&ActivityGroup| group.kinds().contains(kind);
            assert!(ActivityGroup::ALL.iter().any(|group| holds(&group)), "{kind}");
        }
    }
}
