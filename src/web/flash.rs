//! A message that survives one redirect.

use serde::{Deserialize, Serialize};

use crate::locale::Messages;

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
}

impl Flash {
    pub fn text(&self, t: &Messages) -> String {
        match self {
            Self::SignInFirst => t.sign_in_first(),
            Self::FormKept => t.form_kept(),
            Self::SignedOut => t.signed_out(),
            Self::Saved => t.saved(),
            Self::Confirmed => t.confirmed(),
            Self::Undone => t.undone(),
            Self::AlreadySo { contact } => t.already_so_named(contact),
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
        }
    }
}
