//! Asking resellers for a partnership: one by a form, many by pasted lines.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::{asking_words, partnerships_check, partnerships_made};
use crate::{
    domain::{
        ids::{RequestId, SubscriptionId},
        request::{CannotAsk, RequestKind},
        text::MpnId,
    },
    locale::Messages,
    store::{PartnershipRequester, partner::NewPartnership},
    web::{
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        query::Query,
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "partner/requests/new_partnership.html")]
struct New<'a> {
    page: &'a Page,
    input: &'a PartnershipInput,
    errors: FieldErrors,
    /// The same request, which waits already.
    open: Option<String>,
    ignored: bool,
}

/// Of the form for one, and of the one for many.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PartnershipInput {
    mpn_id: String,
    name: String,
    email: String,
    subscription: String,
    pub lines: String,
    /// The button of the form for many.
    step: String,
}

pub async fn new(
    requester: Permitted<PartnershipRequester>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (mpn_id, name) = (query.text("mpn_id"), query.text("name"));
    let again = query.parsed::<RequestId>("again");
    let subscription = query.parsed::<SubscriptionId>("subscription");
    let ignored = mpn_id.is_nonsense()
        || name.is_nonsense()
        || again.is_nonsense()
        || subscription.is_nonsense();
    let earlier = match again.ok() {
        Some(id) => requester.request(id).await?,
        None => None,
    };
    let input = if let Some(earlier) = earlier.filter(|one| one.kind == RequestKind::Partnership) {
        PartnershipInput {
            mpn_id: earlier.typed_id,
            name: earlier.typed_name.unwrap_or_default(),
            email: earlier.email.unwrap_or_default(),
            subscription: earlier.subscription.map(|(id, _)| id.to_string()).unwrap_or_default(),
            ..PartnershipInput::default()
        }
    } else {
        let own = requester.addressee(None, None, subscription.ok()).await?.subscription;
        PartnershipInput {
            mpn_id: mpn_id.ok().unwrap_or_default(),
            name: name.ok().unwrap_or_default(),
            subscription: own.map(|id| id.to_string()).unwrap_or_default(),
            ..PartnershipInput::default()
        }
    };
    let errors = FieldErrors::none(page.t);
    page.show(New { page: &page, input: &input, errors, open: None, ignored })
}

pub async fn create(
    requester: Permitted<PartnershipRequester>,
    input: Form<PartnershipInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    match input.step.as_str() {
        "" => {}
        "check" => return partnerships_check::check(&requester, &input.lines, &page).await,
        "make" => return partnerships_made::make(&requester, &input.lines, &page).await,
        "links" => return partnerships_made::links(&requester, &input.lines, &page).await,
        _ => return Err(AppError::BadForm),
    }
    let refused = |errors, open| New { page: &page, input: &input, errors, open, ignored: false };
    let asked = match input.parse(page.t)? {
        Ok(asked) => asked,
        Err(errors) => return page.invalid(refused(errors, None)),
    };
    let why = match requester.ask(&asked).await?.or_not_found()? {
        Ok(request) => {
            session.set_flash(Flash::RequestMade)?;
            return Ok(see_other(&paths::request(&request)));
        }
        Err(why) => why,
    };
    let mut errors = FieldErrors::none(page.t);
    errors.take::<()>("mpn_id", Err(asking_words::cannot_ask(page.t, why)));
    match why {
        CannotAsk::AlreadyOpen(id) => page.conflict(refused(errors, Some(paths::request(&id)))),
        _ => page.invalid(refused(errors, None)),
    }
}

impl PartnershipInput {
    fn parse(&self, t: Messages) -> Result<Result<NewPartnership, FieldErrors>, AppError> {
        let for_subscription = match self.subscription.as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_| AppError::NotFound)?),
        };
        let mut errors = FieldErrors::none(t);
        let mpn_id = errors.parse::<MpnId>("mpn_id", &t.partner_id_heading(), &self.mpn_id);
        let name = errors.parse("name", &t.ask_reseller_name(), &self.name);
        let email = errors.optional("email", &t.email(), &self.email);
        let asked = || {
            Some(NewPartnership { mpn_id: mpn_id?, name: name?, email: email?, for_subscription })
        };
        Ok(asked().ok_or(errors))
    }
}
