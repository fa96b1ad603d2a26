//! What the forms of a subscription mean, or what is wrong with them beside each field.

use super::subscription_form::{SubscriptionInput, TICKED};
use crate::{
    domain::{
        subscription::{CannotSell, SubscriptionStatus},
        text::{self, InvalidText, Name},
    },
    locale::Messages,
    store::partner::{NewSubscription, SubscriptionFacts},
    web::{
        error::AppError,
        text_errors::{FieldErrors, invalid_text},
    },
};

/// In characters: a name, or a domain.
const LONGEST_CUSTOMER: usize = 253;

impl SubscriptionInput {
    /// The first error is that no form of ours sends this.
    pub fn parse_new(&self, t: Messages) -> Result<Result<NewSubscription, FieldErrors>, AppError> {
        if !(self.seen.is_empty() && self.remove.is_empty() && self.confirmed.is_empty()) {
            return Err(AppError::BadForm);
        }
        let mut errors = FieldErrors::none(t);
        let customer = text::line(&self.customer, LONGEST_CUSTOMER);
        let customer = customer.map_err(|why| invalid_text(&t, &t.customer(), why));
        let customer = errors.take("customer", customer);
        let product = errors.parse::<Name>("product", &t.product(), &self.product);
        let facts = self.facts(t, &mut errors)?;
        let new =
            || Some(NewSubscription { customer: customer?, product: product?, facts: facts? });
        Ok(new().ok_or(errors))
    }

    /// The same.
    pub fn parse_edit(
        &self,
        t: Messages,
    ) -> Result<Result<SubscriptionFacts, FieldErrors>, AppError> {
        let mut errors = FieldErrors::none(t);
        let facts = self.facts(t, &mut errors)?;
        Ok(facts.ok_or(errors))
    }

    /// What both forms have sent at least once is right.
    pub fn check_edit(&self) -> Result<(), AppError> {
        let is_box = |value: &str| ["", TICKED].contains(&value);
        let is_ours = self.customer.is_empty()
            && self.product.is_empty()
            && is_box(&self.remove)
            && is_box(&self.confirmed)
            && (self.removes() || self.confirmed.is_empty());
        is_ours.then_some(()).ok_or(AppError::BadForm)
    }

    fn facts(
        &self,
        t: Messages,
        errors: &mut FieldErrors,
    ) -> Result<Option<SubscriptionFacts>, AppError> {
        let status = self.status.parse().map_err(|_| AppError::BadForm)?;
        if status == SubscriptionStatus::Removed {
            return Err(AppError::BadForm);
        }
        let nickname = errors.optional("nickname", &t.subscription_nickname(), &self.nickname);
        let quantity = match text::quantity(&self.quantity) {
            Err(InvalidText::Empty) => Ok(None),
            quantity => quantity.map(Some).map_err(|why| invalid_text(&t, &t.licences(), why)),
        };
        let quantity = errors.take("quantity", quantity);
        let number = errors.optional("number", &t.subscription_id(), &self.number);
        let ends_on = match text::day(&self.ends_on) {
            Err(InvalidText::Empty) => Ok(None),
            day => day.map(Some).map_err(|why| invalid_text(&t, &t.ends_on(), why)),
        };
        let ends_on = errors.take("ends_on", ends_on);
        let of_record = errors.optional("of_record", &t.reseller_of_record(), &self.of_record);
        let facts = || {
            Some(SubscriptionFacts {
                nickname: nickname?,
                quantity: quantity?,
                number: number?,
                ends_on: ends_on?,
                of_record: of_record?,
                status,
            })
        };
        Ok(facts())
    }
}

/// What was refused, beside the field that can mend it.
pub fn cannot_sell(t: Messages, why: CannotSell) -> FieldErrors {
    let (field, problem) = match why {
        CannotSell::NoSuchCustomer => ("customer", t.subscription_no_such_customer()),
        CannotSell::SeveralCustomers => ("customer", t.subscription_several_customers()),
        CannotSell::NotRelated | CannotSell::Stale => ("status", t.subscription_not_related()),
        CannotSell::NumberInUse(_) => ("number", t.subscription_number_in_use()),
        CannotSell::NotYourReseller => ("of_record", t.subscription_not_your_reseller()),
    };
    let mut errors = FieldErrors::none(t);
    errors.take::<()>(field, Err(problem));
    errors
}
