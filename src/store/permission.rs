//! What a signed-in person may do, as types: a handler that names one in its signature is closed to everybody else.

use super::{
    Account, Acting, CustomerStore, ManyAssigner, PartnerStore, Principal, SupportAssigner,
};
use crate::domain::role::{PartnerRole, PartnerVerb};

/// Something that only some people may hold.
pub trait Permission: Sized + 'static {
    fn granted_to(principal: Principal) -> Result<Self, Denied>;
}

/// Why somebody who is signed in may not come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denied {
    /// They are a member of several organisations and have not said for which they act.
    ChooseOrganisation,
    /// Their organisation is of another kind.
    Forbidden,
    /// Only colleagues with one of these roles may.
    NeedsRole(Vec<PartnerRole>),
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

impl Permission for SupportAssigner {
    fn granted_to(principal: Principal) -> Result<Self, Denied> {
        let partner = PartnerStore::granted_to(principal)?;
        let denied = partner.denied(PartnerVerb::AssignSupportContact);
        partner.into_support_assigner().ok_or(denied)
    }
}

impl Permission for ManyAssigner {
    fn granted_to(principal: Principal) -> Result<Self, Denied> {
        let partner = PartnerStore::granted_to(principal)?;
        let denied = partner.denied(PartnerVerb::AssignMany);
        partner.into_many_assigner().ok_or(denied)
    }
}
