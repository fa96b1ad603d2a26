//! A message that survives one redirect.

use serde::{Deserialize, Serialize};

use crate::{locale::Messages, store::Reported};

/// Stored by name, so that it is shown in the language of the page that shows it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub enum Flash {
    SignInFirst,
    /// The session ended under a form; its choice comes back after signing in.
    FormKept,
    SignedOut,
    /// A new one, by a link.
    PasswordSet,
    /// So much time has passed since the password that it has to be typed again.
    SecondFactorTooLate,
    /// Somebody has come in by a recovery code, and has so many left.
    RecoveryCodeUsed {
        left: u64,
    },
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodesMade,
    SecondFactorRequired,
    SecondFactorOptional,
    /// Somebody else's, who has lost it.
    SecondFactorTakenOff,
    /// The change that this page shows was saved just now.
    Saved,
    /// The change that this page shows only confirmed the contact.
    Confirmed,
    /// The change that this page shows took another one back.
    Undone,
    AlreadySo {
        contact: String,
    },
    /// The provider has it on its work list now.
    Reported {
        provider: String,
    },
    /// It had it there before.
    ReportedAlready {
        provider: String,
    },
    /// A reseller wanted to give back what is not its own any more.
    NotTheContact,
    Settled,
    SettledAlready,
    Repeated {
        changed: usize,
        already_so: usize,
    },
    Suspended,
    SuspendedAlready,
    Resumed,
    ResumedAlready,
    PartnershipEnded {
        to_provider: usize,
        to_other_reseller: usize,
    },
    PartnershipEndedAlready,
    RelationshipEnded {
        returned: usize,
    },
    RelationshipEndedAlready,
    /// The request that this page shows was accepted just now.
    RequestAccepted,
    RequestDeclined,
    PartnershipAuthorized,
    DelegatedAdminRevoked,
    /// By the customer: so many products have gone back to who sold them.
    PartnerDismissed {
        returned: usize,
    },
    /// There was nothing to take back.
    NothingTakenBack,
    /// The support profile that this page shows.
    ProfileSaved,
    /// There is a link to the support contacts.
    SupportShared,
    /// There is none any more.
    SupportShareRevoked,
    /// What was sent stood already.
    NothingChanged,
    AccountSaved,
    NewEmailAsked,
    NewEmailWithdrawn,
    EmailChanged,
    PasswordChanged,
    SessionEnded,
    /// It had ended meanwhile.
    SessionEndedAlready,
    OtherSessionsEnded,
    OrganisationSaved,
    /// The request that this page shows was made just now.
    RequestMade,
    RequestRevoked,
    /// It had been revoked before.
    RequestRevokedBefore,
    /// Of the person whose page this is.
    RolesChanged,
    UserDisabled,
    UserEnabled,
    InvitationWithdrawn,
    /// The reader is a member of it from now on.
    InvitationAccepted {
        organisation: String,
    },
    /// The customer that this page shows is new.
    CustomerAdded,
    CustomerSaved,
    /// The subscription that this page shows is new.
    SubscriptionAdded,
    SubscriptionSaved,
    /// It lives again, and its contact has left meanwhile.
    SubscriptionCameBack,
    /// It is not shown any more.
    SubscriptionRemoved,
    /// The invitation of a customer's admin.
    AdminWithdrawn,
    /// It had been accepted or withdrawn before.
    AdminWithdrawnBefore,
}

impl Flash {
    pub fn of_report(reported: Reported, provider: String) -> Self {
        match reported {
            Reported::Now => Self::Reported { provider },
            Reported::Already(_) => Self::ReportedAlready { provider },
        }
    }

    pub fn text(&self, t: &Messages) -> String {
        match self {
            Self::SignInFirst => t.sign_in_first(),
            Self::FormKept => t.form_kept(),
            Self::SignedOut => t.signed_out(),
            Self::PasswordSet => t.reset_done(),
            Self::SecondFactorTooLate => t.second_factor_too_late(),
            Self::RecoveryCodeUsed { left } => t.second_factor_recovered(left),
            Self::SecondFactorOn => t.second_factor_is_on(),
            Self::SecondFactorOff => t.second_factor_is_off(),
            Self::SecondFactorTakenOff => t.second_factor_taken_off(),
            Self::RecoveryCodesMade => t.second_factor_codes_made(),
            Self::SecondFactorRequired => t.second_factor_is_required(),
            Self::SecondFactorOptional => t.second_factor_is_optional(),
            Self::Saved => t.saved(),
            Self::Confirmed => t.confirmed(),
            Self::Undone => t.undone(),
            Self::AlreadySo { contact } => t.already_so_named(contact),
            Self::Reported { provider } => t.reported(provider),
            Self::ReportedAlready { provider } => t.reported_already(provider),
            Self::NotTheContact => t.report_not_the_contact(),
            Self::Settled => t.report_settled(),
            Self::SettledAlready => t.report_settled_already(),
            Self::ProfileSaved => t.profile_saved(),
            Self::SupportShared => t.share_made(),
            Self::SupportShareRevoked => t.share_revoked(),
            Self::NothingChanged => t.nothing_changed(),
            Self::Repeated { changed, already_so } => t.repeated(changed, already_so),
            Self::Suspended => t.suspended(),
            Self::SuspendedAlready => t.suspended_already(),
            Self::Resumed => t.resumed(),
            Self::ResumedAlready => t.resumed_already(),
            Self::PartnershipEnded { to_provider, to_other_reseller: 0 } => {
                t.partnership_ended_now(to_provider)
            }
            Self::PartnershipEnded { to_provider, to_other_reseller } => {
                t.partnership_ended_instead(to_provider, to_other_reseller)
            }
            Self::PartnershipEndedAlready => t.partnership_ended_already(),
            Self::RelationshipEnded { returned } => t.relationship_ended_now(returned),
            Self::RelationshipEndedAlready => t.relationship_ended_already(),
            Self::RequestAccepted => t.answer_accepted(),
            Self::RequestDeclined => t.answer_declined(),
            Self::PartnershipAuthorized => t.answer_authorized(),
            Self::DelegatedAdminRevoked => t.partnered_revoked(),
            Self::PartnerDismissed { returned } => t.partnered_ended(returned),
            Self::NothingTakenBack => t.partnered_already_so(),
            Self::RolesChanged => t.user_roles_changed(),
            Self::UserDisabled => t.user_disabled_now(),
            Self::UserEnabled => t.user_enabled_now(),
            Self::InvitationWithdrawn => t.user_invitation_withdrawn(),
            Self::InvitationAccepted { organisation } => t.invitation_accepted(organisation),
            Self::AccountSaved => t.account_saved(),
            Self::NewEmailAsked => t.account_new_email_asked(),
            Self::NewEmailWithdrawn => t.account_new_email_withdrawn(),
            Self::EmailChanged => t.account_email_changed(),
            Self::PasswordChanged => t.account_password_changed(),
            Self::SessionEnded => t.account_session_ended(),
            Self::SessionEndedAlready => t.account_session_ended_already(),
            Self::OtherSessionsEnded => t.account_other_sessions_ended(),
            Self::OrganisationSaved => t.organisation_facts_saved(),
            Self::RequestMade => t.request_made(),
            Self::RequestRevoked => t.request_revoked(),
            Self::RequestRevokedBefore => t.request_revoked_before(),
            Self::CustomerAdded => t.customer_added(),
            Self::CustomerSaved => t.customer_saved(),
            Self::SubscriptionAdded => t.subscription_added(),
            Self::SubscriptionSaved => t.subscription_saved(),
            Self::SubscriptionCameBack => t.subscription_came_back(),
            Self::SubscriptionRemoved => t.subscription_removed(),
            Self::AdminWithdrawn => t.first_admin_withdrawn(),
            Self::AdminWithdrawnBefore => t.first_admin_withdrawn_before(),
        }
    }
}
