//! The designated support contact: who may be chosen for a subscription, and what choosing does
//! (`docs/domain.md` rules 22 to 33).

use time::Date;

use super::{
    change::Cause,
    ids::PartnerId,
    partnership::{Partnership, PartnershipState},
    relationship::{DelegatedAdmin, Relationship, RelationshipState},
    subscription::SubscriptionStatus,
};

/// Who gives technical support for one subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contact {
    /// The partner that sold it: also where nobody has decided yet (rule 22).
    Provider,
    Reseller(PartnerId),
}

/// A subscription keeps its reseller or nothing; nothing is the provider.
impl From<Option<PartnerId>> for Contact {
    fn from(reseller: Option<PartnerId>) -> Self {
        reseller.map_or(Self::Provider, Self::Reseller)
    }
}

impl Contact {
    /// Forms name every contact by a partner's id, the provider's included.
    pub fn named(id: PartnerId, provider: PartnerId) -> Self {
        if id == provider { Self::Provider } else { Self::Reseller(id) }
    }

    pub fn reseller(self) -> Option<PartnerId> {
        match self {
            Self::Provider => None,
            Self::Reseller(id) => Some(id),
        }
    }

    /// The partner's id: `provider`'s own where the provider supports the subscription itself.
    pub fn partner(self, provider: PartnerId) -> PartnerId {
        self.reseller().unwrap_or(provider)
    }
}

/// How one reseller stands towards a provider and one of that provider's customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// With the provider.
    pub partnership: Option<Partnership>,
    /// With the customer.
    pub relationship: Option<Relationship>,
    pub requested: Requested,
}

/// What somebody has asked for and nobody has answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requested {
    pub partnership: bool,
    pub relationship: bool,
    pub delegated_admin: bool,
}

/// What availability depends on besides the rows.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// `available_needs_dap` (rule 23).
    pub needs_delegated_admin: bool,
    /// In the customer's time zone.
    pub today: Date,
}

/// Why a known reseller cannot be chosen, in the order in which it is mended (rule 26).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unavailable {
    Suspended,
    NoPartnership,
    PartnershipRequested,
    PartnershipEnded,
    NoRelationship,
    RelationshipRequested,
    NoDelegatedAdmin,
    DelegatedAdminRequested,
    DelegatedAdminExpired,
}

impl Standing {
    /// Every reason why this reseller cannot be chosen, in the order of rule 26; empty where it can (rule 23).
    pub fn reasons(&self, terms: Terms) -> Vec<Unavailable> {
        let mut reasons = Vec::new();
        self.partnership_reasons(&mut reasons);
        match self.relationship {
            Some(Relationship { state: RelationshipState::Active, delegated_admin }) => {
                if terms.needs_delegated_admin {
                    self.delegated_admin_reason(delegated_admin, terms.today, &mut reasons);
                }
            }
            _ if self.requested.relationship => reasons.push(Unavailable::RelationshipRequested),
            _ => reasons.push(Unavailable::NoRelationship),
        }
        reasons
    }

    fn partnership_reasons(&self, reasons: &mut Vec<Unavailable>) {
        let Some(partnership) = self.partnership else {
            let asked = self.requested.partnership;
            reasons.push(if asked {
                Unavailable::PartnershipRequested
            } else {
                Unavailable::NoPartnership
            });
            return;
        };
        match partnership.state {
            PartnershipState::Active if partnership.suspended => {
                reasons.push(Unavailable::Suspended);
            }
            PartnershipState::Active => {}
            PartnershipState::Ended => {
                if self.requested.partnership {
                    reasons.push(Unavailable::PartnershipRequested);
                }
                reasons.push(Unavailable::PartnershipEnded);
            }
        }
    }

    /// Delegated admin is part of a relationship: without one, asking for it would be the second step.
    fn delegated_admin_reason(
        &self,
        delegated_admin: DelegatedAdmin,
        today: Date,
        reasons: &mut Vec<Unavailable>,
    ) {
        if delegated_admin.is_valid_on(today) {
            return;
        }
        let expired = matches!(delegated_admin, DelegatedAdmin::Given { .. });
        if self.requested.delegated_admin {
            reasons.push(Unavailable::DelegatedAdminRequested);
        } else if !expired {
            reasons.push(Unavailable::NoDelegatedAdmin);
        }
        if expired {
            reasons.push(Unavailable::DelegatedAdminExpired);
        }
    }
}

/// What stands for a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Designation {
    pub contact: Contact,
    /// Whether anybody has chosen it: a new subscription's contact is the default.
    pub decided: bool,
    /// Rises with each change.
    pub version: i64,
    pub status: SubscriptionStatus,
}

/// What somebody wants, having seen a version of what stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub contact: Contact,
    /// `None`: the form did not say, or said nonsense; it is then older than any.
    pub seen_version: Option<i64>,
}

/// What a choice comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Nothing to record (rule 31).
    AlreadySo,
    /// To be recorded as one change.
    Record { contact: Contact, decided: bool, cause: Cause },
}

/// Why a choice is refused; nothing is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotAssign {
    /// Only live subscriptions' contacts are changed by people (rule 29).
    NotLive(SubscriptionStatus),
    /// Somebody else was first (rule 32).
    ChangedMeanwhile,
    /// For these reasons (rules 25 and 26).
    NotAvailable(Vec<Unavailable>),
}

/// `reasons`: why the chosen contact is not available; empty for the provider, which always is (rules 23 and 24).
/// `cause`: assigned, bulk or import.
pub fn decide(
    standing: Designation,
    choice: Choice,
    reasons: Vec<Unavailable>,
    cause: Cause,
) -> Result<Decision, CannotAssign> {
    if !standing.status.is_live() {
        return Err(CannotAssign::NotLive(standing.status));
    }
    let contact = choice.contact;
    // What stands can always be kept, whatever version was seen and even when it could not be chosen anew (rules 27, 31).
    if contact == standing.contact {
        return Ok(if standing.decided {
            Decision::AlreadySo
        } else {
            Decision::Record { contact, decided: true, cause: Cause::Confirmed }
        });
    }
    if choice.seen_version != Some(standing.version) {
        return Err(CannotAssign::ChangedMeanwhile);
    }
    if !reasons.is_empty() {
        return Err(CannotAssign::NotAvailable(reasons));
    }
    Ok(Decision::Record { contact, decided: true, cause })
}

/// A change that somebody wants taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undoable {
    pub cause: Cause,
    pub version: i64,
    /// What stood before it; `None` for a subscription's first change.
    pub before: Option<Contact>,
    /// Whether anybody had decided what stood before it.
    pub before_decided: bool,
}

/// Why a change cannot be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotUndo {
    /// *Default* and *confirmed* changed nothing (rule 30).
    NothingToUndo,
    /// Something newer stands (rule 30).
    Replaced,
    Refused(CannotAssign),
}

/// An undo is an assignment to what stood before, under the same rules (rule 30). `reasons` are that contact's.
pub fn decide_undo(
    standing: Designation,
    change: Undoable,
    reasons: Vec<Unavailable>,
) -> Result<Decision, CannotUndo> {
    let Some(contact) = change.before.filter(|_| change.cause.can_be_undone()) else {
        return Err(CannotUndo::NothingToUndo);
    };
    if change.version != standing.version {
        return Err(CannotUndo::Replaced);
    }
    let choice = Choice { contact, seen_version: Some(change.version) };
    match decide(standing, choice, reasons, Cause::Undone).map_err(CannotUndo::Refused)? {
        Decision::Record { contact, .. } => {
            Ok(Decision::Record { contact, decided: change.before_decided, cause: Cause::Undone })
        }
        already_so @ Decision::AlreadySo => Ok(already_so),
    }
}

/// What becomes of a subscription when its reseller leaves: its provider supports it again, or the reseller that the
/// provider chose `instead`, where that one is available (rules 11 and 19). `None`: the reseller does not support it, or
/// it is not live, and nothing changes.
///
/// `cause`: partnership ended or relationship ended.
pub fn leave(
    standing: Designation,
    leaving: PartnerId,
    instead: Option<PartnerId>,
    cause: Cause,
) -> Option<Decision> {
    let concerned = standing.status.is_live() && standing.contact == Contact::Reseller(leaving);
    concerned.then_some(Decision::Record {
        contact: instead.into(),
        // Nobody has chosen what an ending leaves behind.
        decided: instead.is_some(),
        cause,
    })
}

/// Why a subscription that becomes live goes back to its provider: what its contact relied on has ended meanwhile
/// (rule 29). `None`: the contact stays, also without delegated admin (rule 27).
pub fn lapsed(contact: Standing) -> Option<Cause> {
    let is_partner = contact
        .partnership
        .is_some_and(|partnership| partnership.state == PartnershipState::Active);
    let is_related = contact
        .relationship
        .is_some_and(|relationship| relationship.state == RelationshipState::Active);
    match (is_partner, is_related) {
        (false, _) => Some(Cause::PartnershipEnded),
        (true, false) => Some(Cause::RelationshipEnded),
        (true, true) => None,
    }
}

#[cfg(test)]
mod tests;
