//! One request, as the customer reads it: who asks, what it allows and what it does not, and the answer.

use askama::Template;

use super::request_meaning::{allows, already, leaves, privileges};
use crate::{
    domain::{answer::CannotAnswer, request::Standing},
    locale::Messages,
    store::{CustomerStore, customer::ReceivedRequest, partner::Colleague},
    web::{
        answer_input::AnswerInput,
        assets,
        contact::Reach,
        error::AppError,
        page::Page,
        paths,
        request_words::{self, Ended, Outcome},
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "customer/requests/show.html")]
pub struct RequestView<'a> {
    page: &'a Page,
    request: ReceivedRequest,
    heading: String,
    sentence: String,
    /// Whose relationship or privileges it would be.
    partner: String,
    reach: Reach,
    /// What the customer says yes to, and what stays as it is.
    allows: Vec<String>,
    leaves: Vec<String>,
    /// `None` while it can be answered.
    outcome: Option<Outcome>,
    /// What stands already.
    already: Option<String>,
    /// Why it cannot be accepted.
    obstacle: Option<String>,
    /// `None`: there is no box.
    privileges: Option<String>,
    is_admin: bool,
    /// Whom a plain user asks.
    admins: Vec<Colleague>,
    input: &'a AnswerInput,
    errors: FieldErrors,
    problem: Option<String>,
}

impl<'a> RequestView<'a> {
    pub async fn of(
        customer: &CustomerStore,
        request: ReceivedRequest,
        page: &'a Page,
        input: &'a AnswerInput,
    ) -> Result<Self, AppError> {
        let t = &page.t;
        let is_open = request.standing == Standing::Open;
        let needs_admin = is_open && !customer.is_admin();
        let beneficiary = request.beneficiary();
        let offers = request.offers_privileges(customer.today());
        let until = |given| privileges(t, &beneficiary.details.name, given);
        let asker = &request.asker.details.name;
        let reseller = request.reseller.as_ref().map(|reseller| reseller.details.name.as_str());
        Ok(Self {
            page,
            sentence: request_words::sentence(t, request.kind, asker, reseller),
            heading: request_words::heading(t, request.kind),
            partner: beneficiary.details.name.clone(),
            reach: Reach::of(page, &beneficiary.details, None),
            allows: allows(t, &request, beneficiary),
            leaves: leaves(t, &request),
            outcome: outcome(t, &request),
            already: already(t, &request),
            obstacle: request
                .obstacle
                .filter(|_| is_open)
                .map(|obstacle| refusal(t, obstacle, &request)),
            privileges: offers.then(|| until(request.privileges)),
            is_admin: customer.is_admin(),
            admins: if needs_admin { customer.admins().await? } else { Vec::new() },
            input,
            errors: FieldErrors::none(page.t),
            problem: None,
            request,
        })
    }

    pub fn with_errors(self, errors: FieldErrors) -> Self {
        Self { errors, ..self }
    }

    pub fn with_problem(self, problem: String) -> Self {
        Self { problem: Some(problem), ..self }
    }
}

/// Why an answer was not taken, and what to do next.
pub fn refusal(t: &Messages, refused: CannotAnswer, request: &ReceivedRequest) -> String {
    let asker = &request.asker.details.name;
    let partner = &request.beneficiary().details.name;
    match refused {
        CannotAnswer::NotOpen(Standing::Expired) => t.answer_too_late(asker),
        CannotAnswer::NotOpen(_) => t.answer_somebody_was_first(),
        CannotAnswer::NoPartnership => t.answer_no_partnership(asker, partner),
        CannotAnswer::NoRelationship => t.answer_no_relationship(partner, asker),
        CannotAnswer::LastDayPassed => t.answer_last_day_passed(asker),
    }
}

fn outcome(t: &Messages, request: &ReceivedRequest) -> Option<Outcome> {
    Outcome::of(
        t,
        Ended {
            kind: request.kind,
            standing: request.standing,
            at: request.answered_at.unwrap_or(request.expires_at),
            by: request.answered_by.as_deref(),
            reason: request.decline_reason.as_deref(),
            asker: &request.asker.details.name,
        },
    )
}
