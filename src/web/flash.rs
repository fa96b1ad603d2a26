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
        }
    }
}
