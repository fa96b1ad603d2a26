//! What the forms of a customer hold, when it is added and when it is edited, and what they come to.

use serde::Deserialize;

use crate::{
    domain::{
        ids::CustomerId,
        text::{Country, DomainName, Name, Number},
    },
    locale::Messages,
    store::partner::{CustomerEdit, CustomerFacts, EditableCustomer, NewCustomer},
    web::{error::AppError, kept_form::KeptForm, new_admin, text_errors::FieldErrors},
};

#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CustomerInput {
    /// What the form was made from; none for a new one.
    pub seen: String,
    /// Only of a new one: it never changes.
    pub domain: String,
    pub name: String,
    pub country: String,
    pub time_zone: String,
    pub number: String,
}

impl CustomerInput {
    /// As the form shows what stands.
    pub fn of(customer: &EditableCustomer) -> Self {
        Self {
            seen: customer.seen.clone(),
            domain: String::new(),
            name: customer.name.clone(),
            country: customer.country.clone().unwrap_or_default(),
            time_zone: customer.time_zone.clone(),
            number: customer.number.clone().unwrap_or_default(),
        }
    }

    /// What was filled in before the session ended.
    pub fn kept(form: &KeptForm) -> Self {
        let value = |name| form.value(name).unwrap_or_default().to_owned();
        Self {
            seen: value("seen"),
            domain: value("domain"),
            name: value("name"),
            country: value("country"),
            time_zone: value("time_zone"),
            number: value("number"),
        }
    }

    /// The first error is that no form of ours sends this.
    pub fn parse_new(&self, t: Messages) -> Result<Result<NewCustomer, FieldErrors>, AppError> {
        if !self.seen.is_empty() {
            return Err(AppError::BadForm);
        }
        let mut errors = FieldErrors::none(t);
        let domain = errors.parse::<DomainName>("domain", &t.ask_domain(), &self.domain);
        let facts = self.facts(t, &mut errors);
        let number = self.number(t, &mut errors);
        let new = || Some(NewCustomer { facts: facts?, domain: domain?, number: number? });
        Ok(new().ok_or(errors))
    }

    /// The same. `with_facts`: whether the form shows what all see.
    pub fn parse_edit(
        &self,
        t: Messages,
        customer: CustomerId,
        with_facts: bool,
    ) -> Result<Result<CustomerEdit, FieldErrors>, AppError> {
        if !self.domain.is_empty() {
            return Err(AppError::BadForm);
        }
        let mut errors = FieldErrors::none(t);
        let facts = if with_facts || self.has_facts() {
            self.facts(t, &mut errors).map(Some)
        } else {
            Some(None)
        };
        let number = self.number(t, &mut errors);
        let seen = self.seen.clone();
        let edit = || Some(CustomerEdit { customer, facts: facts?, number: number?, seen });
        Ok(edit().ok_or(errors))
    }

    /// The form was made while they could be edited.
    fn has_facts(&self) -> bool {
        [&self.name, &self.country, &self.time_zone].iter().any(|text| !text.is_empty())
    }

    fn facts(&self, t: Messages, errors: &mut FieldErrors) -> Option<CustomerFacts> {
        let name = errors.parse::<Name>("name", &t.customer_name(), &self.name);
        let country =
            errors.optional::<Country>("country", &t.customer_country_optional(), &self.country);
        let zone = errors.take("time_zone", new_admin::zone(&t, &self.time_zone));
        Some(CustomerFacts { name: name?, country: country?, zone: zone? })
    }

    #[expect(clippy::option_option, reason = "wrong, or left empty")]
    fn number(&self, t: Messages, errors: &mut FieldErrors) -> Option<Option<Number>> {
        errors.optional("number", &t.customer_number_optional(), &self.number)
    }
}
