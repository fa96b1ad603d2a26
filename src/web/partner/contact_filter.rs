//! Which contacts a list of subscriptions is narrowed to: in an address, and in words.

use std::{fmt, str::FromStr};

use crate::{
    domain::{UnknownWord, ids::PartnerId},
    locale::Messages,
    store::{PartnerStore, partner::ContactFilter},
};

/// Those that have a word of their own; any other contact goes by its id.
const WORDS: [(ContactFilter, &str); 5] = [
    (ContactFilter::Undecided, "undecided"),
    (ContactFilter::Returned, "returned"),
    (ContactFilter::WithoutPrivileges, "without-dap"),
    (ContactFilter::PrivilegesEnd, "dap-ends"),
    (ContactFilter::OfRecord, "of-record"),
];

impl FromStr for ContactFilter {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let known = WORDS.iter().find(|(_, known)| *known == word);
        let id = || word.parse::<PartnerId>().ok().map(Self::Is);
        known.map(|(filter, _)| *filter).or_else(id).ok_or(UnknownWord)
    }
}

impl fmt::Display for ContactFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, WORDS.iter().find(|(known, _)| known == self)) {
            (Self::Is(partner), _) => partner.fmt(f),
            (_, Some((_, word))) => f.write_str(word),
            (_, None) => Err(fmt::Error),
        }
    }
}

/// Those that the list offers to this partner.
pub fn offered(partner: &PartnerStore) -> Vec<ContactFilter> {
    let of_provider = [ContactFilter::Undecided, ContactFilter::Returned];
    let of_reseller = [ContactFilter::Is(partner.id()), ContactFilter::OfRecord];
    let of_privileges = [ContactFilter::WithoutPrivileges, ContactFilter::PrivilegesEnd];
    let own = if partner.kind().is_provider() { of_provider } else { of_reseller };
    own.into_iter().chain(of_privileges).filter(|filter| is_for(partner, *filter)).collect()
}

/// Where privileges are no part of being available, nothing is said about them (`docs/domain.md` rule 23).
pub fn is_for(partner: &PartnerStore, filter: ContactFilter) -> bool {
    match filter {
        ContactFilter::WithoutPrivileges | ContactFilter::PrivilegesEnd => {
            partner.needs_delegated_admin()
        }
        ContactFilter::Undecided | ContactFilter::Returned => partner.kind().is_provider(),
        ContactFilter::OfRecord => !partner.kind().is_provider(),
        ContactFilter::Is(_) => true,
    }
}

/// `name`: the contact's, where the list is one contact's and not empty.
pub fn in_words(
    t: Messages,
    partner: &PartnerStore,
    filter: ContactFilter,
    name: Option<&str>,
) -> String {
    match (filter, name) {
        (ContactFilter::Undecided, _) => t.filter_undecided(),
        (ContactFilter::Returned, _) => t.filter_returned(),
        (ContactFilter::WithoutPrivileges, _) => t.filter_without_privileges(),
        (ContactFilter::PrivilegesEnd, _) => t.filter_privileges_end(),
        (ContactFilter::OfRecord, _) => t.filter_of_record(),
        (ContactFilter::Is(id), _) if id == partner.id() && !partner.kind().is_provider() => {
            t.filter_we_support()
        }
        (ContactFilter::Is(_), Some(name)) => t.filter_contact(name),
        (ContactFilter::Is(_), None) => t.filter_one_contact(),
    }
}

/// What an empty list of it says.
pub fn none_found(t: Messages, filter: ContactFilter) -> String {
    match filter {
        ContactFilter::Undecided => t.all_decided(),
        ContactFilter::Returned => t.none_returned(),
        ContactFilter::WithoutPrivileges => t.none_without_privileges(),
        ContactFilter::PrivilegesEnd => t.no_privileges_end(),
        ContactFilter::OfRecord => t.none_of_record(),
        ContactFilter::Is(_) => t.no_subscription_of_contact(),
    }
}
