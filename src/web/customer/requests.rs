//! What partners ask of the customer: the list, and the page on which one is accepted or declined.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::request_view::{RequestView, refusal};
use crate::{
    domain::{answer::CannotAnswer, ids::RequestId},
    store::{CustomerAdmin, CustomerStore, Position, customer::RequestLine},
    web::{
        answer_input::{Answer, AnswerInput},
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        pages::Pages,
        paths,
        query::{Query, Said},
        request_words,
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "customer/requests/index.html")]
struct Requests<'a> {
    page: &'a Page,
    lines: Vec<RequestLine>,
    waiting: bool,
    ignored: bool,
    pages: Pages,
}

pub async fn index(
    customer: Permitted<CustomerStore>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (show, position) = (query.parsed::<Show>("show"), query.position());
    let mut ignored = show.is_nonsense() || position.is_nonsense();
    let waiting = !matches!(show, Said::This(Show));
    let slice = customer.requests(waiting, position.ok().unwrap_or(Position::Start)).await?;
    ignored |= slice.lost_position;
    let filters = [("show", (!waiting).then_some("answered"))];
    let pages = Pages::of(paths::CUSTOMER_REQUESTS, &filters, &slice);
    page.show(Requests { page: &page, lines: slice.rows, waiting, ignored, pages })
}

/// `answered`: those that wait for nobody any more.
struct Show;

impl std::str::FromStr for Show {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text == "answered" { Ok(Self) } else { Err(()) }
    }
}

pub async fn show(
    customer: Permitted<CustomerStore>,
    request: web::Path<RequestId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let asked = customer.request(*request).await?.or_not_found()?;
    let kept = page.kept_form(&paths::customer_request(&request));
    let input = AnswerInput::kept(kept.as_ref(), true);
    page.show(RequestView::of(&customer, asked, &page, &input).await?)
}

pub async fn update(
    admin: Permitted<CustomerAdmin>,
    request: web::Path<RequestId>,
    input: Form<AnswerInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let (Form(input), id) = (input, *request);
    let shown = admin.request(id).await?.or_not_found()?;
    let mut errors = FieldErrors::none(page.t);
    let (answered, news) = match input.parse(&page.t, &mut errors)? {
        Some(Answer::Accept) => {
            (admin.accept(id, input.with_delegated_admin()).await?, Flash::RequestAccepted)
        }
        Some(Answer::Decline(reason)) => {
            (admin.decline(id, reason.as_ref()).await?, Flash::RequestDeclined)
        }
        None => {
            let view = RequestView::of(&admin, shown, &page, &input).await?;
            return page.invalid(view.with_errors(errors));
        }
    };
    match answered.or_not_found()? {
        Ok(()) => {
            session.set_flash(news)?;
            Ok(see_other(&paths::customer_request(&id)))
        }
        Err(refused) => {
            let stands = admin.request(id).await?.or_not_found()?;
            let problem = refusal(&page.t, refused, &stands);
            let view = RequestView::of(&admin, stands, &page, &input).await?;
            let view = view.with_problem(problem);
            match refused {
                CannotAnswer::NotOpen(_) => page.conflict(view),
                _ => page.invalid(view),
            }
        }
    }
}
