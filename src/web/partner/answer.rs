//! A provider asks this reseller for a partnership: what it grants, and the answer (`docs/domain.md` rule 7).

use actix_web::{HttpResponse, web};
use askama::Template;

use super::reach::reach;
use crate::{
    domain::{
        answer::CannotAnswer,
        ids::RequestId,
        request::{RequestKind, Standing},
        role::PartnerVerb,
    },
    locale::Messages,
    store::{
        PartnerStore, PartnershipAnswerer,
        partner::{Colleague, PartnershipRequest},
    },
    web::{
        answer_input::{Answer, AnswerInput},
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        request_words::{Ended, Outcome},
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "partner/answer/show.html")]
struct AnswerPage<'a> {
    page: &'a Page,
    request: PartnershipRequest,
    reach: Vec<String>,
    /// `None` while it can be answered.
    outcome: Option<Outcome>,
    may_answer: bool,
    /// Whom somebody asks who may not.
    colleagues: Vec<Colleague>,
    input: &'a AnswerInput,
    errors: FieldErrors,
    problem: Option<String>,
}

pub async fn show(
    partner: Permitted<PartnerStore>,
    request: web::Path<RequestId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let kept = page.kept_form(&paths::answer(&request));
    let input = AnswerInput::kept(kept.as_ref(), false);
    page.show(view(&partner, *request, &page, &input).await?)
}

pub async fn update(
    answerer: Permitted<PartnershipAnswerer>,
    request: web::Path<RequestId>,
    input: Form<AnswerInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let (Form(input), id) = (input, *request);
    let view = view(&answerer, id, &page, &input).await?;
    let mut errors = FieldErrors::none(page.t);
    let (outcome, news) = match input.parse(&page.t, &mut errors)? {
        Some(Answer::Accept) if !input.is_confirmed() => {
            errors.take::<()>("confirmed", Err(page.t.answer_confirm_first()));
            return page.invalid(AnswerPage { errors, ..view });
        }
        Some(Answer::Accept) => (answerer.authorize(id).await?, Flash::PartnershipAuthorized),
        Some(Answer::Decline(reason)) => {
            (answerer.decline(id, reason.as_ref()).await?, Flash::RequestDeclined)
        }
        None => return page.invalid(AnswerPage { errors, ..view }),
    };
    match outcome.or_not_found()? {
        Ok(()) => {
            session.set_flash(news)?;
            Ok(see_other(&paths::answer(&id)))
        }
        Err(refused) => {
            let stands = self::view(&answerer, id, &page, &input).await?;
            let problem = Some(refusal(&page.t, refused, &stands.request));
            page.conflict(AnswerPage { problem, ..stands })
        }
    }
}

async fn view<'a>(
    partner: &PartnerStore,
    id: RequestId,
    page: &'a Page,
    input: &'a AnswerInput,
) -> Result<AnswerPage<'a>, AppError> {
    let request = partner.partnership_request(id).await?.or_not_found()?;
    let may_answer = partner.may(PartnerVerb::AnswerPartnership);
    let colleagues = if may_answer || request.standing != Standing::Open {
        Vec::new()
    } else {
        partner.colleagues_who(PartnerVerb::AnswerPartnership).await?
    };
    Ok(AnswerPage {
        page,
        reach: reach(page.t, &request.provider.details.profile),
        outcome: outcome(&page.t, &request),
        request,
        may_answer,
        colleagues,
        input,
        errors: FieldErrors::none(page.t),
        problem: None,
    })
}

fn outcome(t: &Messages, request: &PartnershipRequest) -> Option<Outcome> {
    Outcome::of(
        t,
        Ended {
            kind: RequestKind::Partnership,
            standing: request.standing,
            at: request.answered_at.unwrap_or(request.expires_at),
            by: request.answered_by.as_deref(),
            reason: request.decline_reason.as_deref(),
            asker: &request.provider.details.name,
        },
    )
}

fn refusal(t: &Messages, refused: CannotAnswer, request: &PartnershipRequest) -> String {
    match refused {
        CannotAnswer::NotOpen(Standing::Expired) => {
            t.answer_too_late(&request.provider.details.name)
        }
        _ => t.answer_somebody_was_first(),
    }
}
