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
    /// The request that this page shows was made just now.
    RequestMade,
    RequestRevoked,
    /// It had been revoked before.
    RequestRevokedBefore,
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
            Self::RequestMade => t.request_made(),
            Self::RequestRevoked => t.request_revoked(),
            Self::RequestRevokedBefore => t.request_revoked_before(),
        }
    }
}
