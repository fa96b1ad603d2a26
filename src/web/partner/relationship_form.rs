//! What the form that asks a customer holds, and what it comes to.

use serde::Deserialize;

use crate::{
    domain::{
        request::RequestKind,
        text::{self, InvalidText},
    },
    locale::Messages,
    store::partner::{Addressee, NewRelationship, RequestPage},
    web::{
        error::AppError,
        text_errors::{FieldErrors, invalid_text},
    },
};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RelationshipInput {
    pub kind: String,
    pub domain: String,
    pub name: String,
    pub email: String,
    /// A partner ID, where it is for a reseller.
    pub reseller: String,
    pub delegated_admin: String,
    pub last_day: String,
    pub subscription: String,
}

const TICKED: &str = "1";

impl RelationshipInput {
    /// As the form is first shown: with delegated admin.
    pub fn of(kind: RequestKind, known: &Addressee) -> Self {
        let (domain, name) = known.customer.clone().unwrap_or_default();
        let reseller = known.reseller.as_ref().map(|(mpn_id, _)| mpn_id.clone());
        Self {
            kind: kind.to_string(),
            domain,
            name,
            reseller: reseller.unwrap_or_default(),
            delegated_admin: TICKED.to_owned(),
            subscription: known.subscription.map(|id| id.to_string()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// With this domain, where no customer of the asker's is named.
    pub fn or_of(mut self, domain: Option<String>) -> Self {
        if self.domain.is_empty() {
            self.domain = domain.unwrap_or_default();
        }
        self
    }

    /// As it was for another request; a last day is chosen anew.
    pub fn again(request: RequestPage) -> Self {
        let ticked = if request.delegated_admin { TICKED } else { "" };
        Self {
            kind: request.kind.to_string(),
            domain: request.typed_id,
            name: request.typed_name.unwrap_or_default(),
            email: request.email.unwrap_or_default(),
            reseller: request.for_reseller.map(|reseller| reseller.mpn_id).unwrap_or_default(),
            delegated_admin: ticked.to_owned(),
            last_day: String::new(),
            subscription: request.subscription.map(|(id, _)| id.to_string()).unwrap_or_default(),
        }
    }

    pub fn is_for_delegated_admin(&self) -> bool {
        self.kind == RequestKind::DelegatedAdmin.as_str()
    }

    pub fn has_delegated_admin(&self) -> bool {
        self.delegated_admin == TICKED
    }

    /// The first error is that no form of ours sends this.
    pub fn parse(&self, t: Messages) -> Result<Result<NewRelationship, FieldErrors>, AppError> {
        let Ok(kind @ (RequestKind::Relationship | RequestKind::DelegatedAdmin)) =
            self.kind.parse()
        else {
            return Err(AppError::BadForm);
        };
        let delegated_admin = match self.delegated_admin.as_str() {
            "" => false,
            TICKED => true,
            _ => return Err(AppError::BadForm),
        };
        let for_subscription = match self.subscription.as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_| AppError::NotFound)?),
        };
        let mut errors = FieldErrors::none(t);
        let domain = errors.parse("domain", &t.ask_domain(), &self.domain);
        let name = errors.optional("name", &t.ask_name(), &self.name);
        let email = errors.optional("email", &t.email(), &self.email);
        let for_reseller = errors.optional("reseller", &t.ask_reseller(), &self.reseller);
        let last_day = errors.take(
            "last_day",
            match text::day(&self.last_day) {
                Err(InvalidText::Empty) => Ok(None),
                day => day.map(Some).map_err(|why| invalid_text(&t, &t.ask_last_day(), why)),
            },
        );
        let asked = || {
            Some(NewRelationship {
                kind,
                for_reseller: for_reseller?,
                domain: domain?,
                name: name?,
                email: email?,
                for_subscription,
                delegated_admin,
                last_day: last_day?,
            })
        };
        Ok(asked().ok_or(errors))
    }
}
