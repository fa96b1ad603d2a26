//! Asking a customer for a relationship, or for delegated admin.

use actix_web::HttpResponse;
use askama::Template;

use super::{asking_words, relationship_form::RelationshipInput};
use crate::{
    domain::{
        ids::{CustomerId, PartnerId, RequestId, SubscriptionId},
        partner::PartnerKind,
        request::{CannotAsk, RequestKind},
    },
    store::{PartnerStore, RelationshipRequester},
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
#[template(path = "partner/requests/new_relationship.html")]
struct New<'a> {
    page: &'a Page,
    input: &'a RelationshipInput,
    errors: FieldErrors,
    /// The same request, which waits already.
    open: Option<String>,
    /// What the same form can ask for instead.
    instead: Option<RequestKind>,
    /// It has resellers to ask for.
    has_resellers: bool,
    ignored: bool,
}

pub async fn new(
    requester: Permitted<RelationshipRequester>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let kind = query.parsed::<RequestKind>("kind");
    let again = query.parsed::<RequestId>("again");
    let customer = query.parsed::<CustomerId>("customer");
    let reseller = query.parsed::<PartnerId>("reseller");
    let subscription = query.parsed::<SubscriptionId>("subscription");
    let domain = query.text("domain");
    let ignored = kind.is_nonsense()
        || domain.is_nonsense()
        || again.is_nonsense()
        || customer.is_nonsense()
        || reseller.is_nonsense()
        || subscription.is_nonsense();
    let earlier = match again.ok() {
        Some(id) => requester.request(id).await?,
        None => None,
    };
    let input = if let Some(earlier) = earlier.filter(|one| one.kind != RequestKind::Partnership) {
        RelationshipInput::again(earlier)
    } else {
        let kind = kind.ok().filter(|kind| *kind == RequestKind::DelegatedAdmin);
        let known = requester.addressee(customer.ok(), reseller.ok(), subscription.ok());
        let kind = kind.unwrap_or(RequestKind::Relationship);
        RelationshipInput::of(kind, &known.await?).or_of(domain.ok())
    };
    let errors = FieldErrors::none(page.t);
    page.show(New { ignored, ..form(&requester, &page, &input, errors) })
}

pub async fn create(
    requester: Permitted<RelationshipRequester>,
    input: Form<RelationshipInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let asked = match input.parse(page.t)? {
        Ok(asked) => asked,
        Err(errors) => return page.invalid(form(&requester, &page, &input, errors)),
    };
    match requester.ask(&asked).await?.or_not_found()? {
        Ok(request) => {
            session.set_flash(Flash::RequestMade)?;
            Ok(see_other(&paths::request(&request)))
        }
        Err(why) => {
            let form = refused(&requester, &page, &input, why);
            match why {
                CannotAsk::AlreadyOpen(_) => page.conflict(form),
                _ => page.invalid(form),
            }
        }
    }
}

fn form<'a>(
    partner: &PartnerStore,
    page: &'a Page,
    input: &'a RelationshipInput,
    errors: FieldErrors,
) -> New<'a> {
    let has_resellers = partner.kind() == PartnerKind::IndirectProvider;
    New { page, input, errors, open: None, instead: None, has_resellers, ignored: false }
}

fn refused<'a>(
    partner: &PartnerStore,
    page: &'a Page,
    input: &'a RelationshipInput,
    why: CannotAsk,
) -> New<'a> {
    let field = match why {
        CannotAsk::NotYourReseller => "reseller",
        CannotAsk::LastDayIsPast => "last_day",
        _ => "domain",
    };
    let mut errors = FieldErrors::none(page.t);
    errors.take::<()>(field, Err(asking_words::cannot_ask(page.t, why)));
    let mut form = form(partner, page, input, errors);
    match why {
        CannotAsk::AlreadyOpen(id) => form.open = Some(paths::request(&id)),
        CannotAsk::AlreadyRelated { lacks_delegated_admin: true } => {
            form.instead = Some(RequestKind::DelegatedAdmin);
        }
        CannotAsk::NotRelated => form.instead = Some(RequestKind::Relationship),
        _ => {}
    }
    form
}

impl New<'_> {
    fn heading(&self) -> String {
        if self.input.is_for_delegated_admin() {
            self.page.t.request_dap()
        } else {
            self.page.t.request_a_relationship()
        }
    }
}
