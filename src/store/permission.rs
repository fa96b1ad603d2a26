//! What a signed-in person may do, as types: a handler that names one in its signature is closed to everybody else.

use super::{Account, Acting, CustomerAdmin, CustomerStore, PartnerStore, Principal};
use crate::domain::role::PartnerRole;

/// Something that only some people may hold.
pub trait Permission: Sized + 'static {
    fn granted_to(principal: Principal) -> Result<Self, Denied>;
}

/// Why somebody who is signed in may not come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denied {
    /// They are a member of several organisations and have not said for which they act.
    ChooseOrganisation,
    /// Their organisation lets nobody in without a second factor, and they have none.
    SecondFactorFirst,
    /// Their organisation is of another kind.
    Forbidden,
    /// Only colleagues with one of these roles may.
    NeedsRole(Vec<PartnerRole>),
    /// Only the customer's own global admins may.
    NeedsGlobalAdmin,
}

/// Everybody who is signed in has an account.
impl Permission for Account {
    fn granted_to(principal: Principal) -> Result<Self, Denied> {
        Ok(principal.account)
    }
}

/// Everybody who acts for an organisation, whichever it is.
impl Permission for Acting {
    fn granted_to(principal: Principal) -> Result<Self, Denied> {
        match principal.acting {
            Self::Undecided => Err(Denied::ChooseOrganisation),
            Self::SecondFactorFirst(_) => Err(Denied::SecondFactorFirst),
            acting => Ok(acting),
        }
    }
}

impl Permission for PartnerStore {
    fn granted_to(principal: Principal) -> Result<Self, Denied> {
        match Acting::granted_to(principal)? {
            Acting::Partner(store) => Ok(store),
            _ => Err(Denied::Forbidden),
        }
    }
}

impl Permission for CustomerStore {
    fn granted_to(principal: Principal) -> Result<Self, Denied> {
        match Acting::granted_to(principal)? {
            Acting::Customer(store) => Ok(store),
            _ => Err(Denied::Forbidden),
        }
    }
}

/// A customer's own affairs are its global admins'.
impl Permission for CustomerAdmin {
    fn granted_to(principal: Principal) -> Result<Self, Denied> {
        CustomerStore::granted_to(principal)?.into_admin().ok_or(Denied::NeedsGlobalAdmin)
    }
}
