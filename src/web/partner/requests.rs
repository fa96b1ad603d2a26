//! One request, for those who have made it: what became of it, its letter and its link.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{asking_words, letter::Sending};
use crate::{
    domain::{
        ids::RequestId,
        request::{RequestKind, Standing},
        role::PartnerVerb,
    },
    locale::Messages,
    store::{PartnerStore, RequestRevoker, partner::RequestPage},
    web::{
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::{Form, NoFields},
        page::Page,
        paths,
        query::Query,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "partner/requests/show.html")]
struct Show<'a> {
    page: &'a Page,
    title: String,
    state: String,
    state_class: &'static str,
    asker: &'a str,
    sending: Option<Sending>,
    may_revoke: bool,
    /// The form filled for the same once more.
    again: Option<String>,
    /// The subscription with the new contact already chosen.
    assign_now: Option<String>,
    problem: Option<String>,
    request: RequestPage,
}

pub async fn show(
    partner: Permitted<PartnerStore>,
    request: web::Path<RequestId>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let letter = query.text("letter").ok().and_then(|code| Messages::in_language(&code));
    page.show(view(&partner, *request, &page, letter.unwrap_or(page.t), None).await?)
}

/// The address takes only POST; its button stands on the request's page.
pub async fn to_request(
    partner: Permitted<PartnerStore>,
    request: web::Path<RequestId>,
) -> Result<HttpResponse, AppError> {
    partner.request(*request).await?.or_not_found()?;
    Ok(see_other(&paths::request(&request)))
}

pub async fn revoke(
    revoker: Permitted<RequestRevoker>,
    request: web::Path<RequestId>,
    _: Form<NoFields>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let flash = match revoker.revoke(*request).await?.or_not_found()? {
        Ok(()) => Flash::RequestRevoked,
        Err(Standing::Revoked) => Flash::RequestRevokedBefore,
        Err(_) => {
            let problem = Some(page.t.request_answered_meanwhile());
            return page.conflict(view(&revoker, *request, &page, page.t, problem).await?);
        }
    };
    session.set_flash(flash)?;
    Ok(see_other(&paths::request(&request)))
}

/// `problem`: why what was asked of this page was not done.
async fn view<'a>(
    partner: &'a PartnerStore,
    id: RequestId,
    page: &'a Page,
    letter: Messages,
    problem: Option<String>,
) -> Result<Show<'a>, AppError> {
    let request = partner.request(id).await?.or_not_found()?;
    let asker = partner.organisation().name.as_str();
    let may_ask = partner.may(request.verb());
    let sending = partner.request_link(&request).await?.map(|token| {
        let link = page.site.address(&paths::request_link(token.as_str()));
        Sending::of(&request, asker, link, letter, page)
    });
    let is_over = !matches!(request.standing, Standing::Open | Standing::Accepted);
    Ok(Show {
        page,
        title: asking_words::request_title(page.t, request.kind, request.named()),
        state: page.t.request_state(asking_words::standing(request.standing)),
        state_class: asking_words::standing_class(request.standing),
        asker,
        sending,
        may_revoke: may_ask && matches!(request.standing, Standing::Open | Standing::Expired),
        again: (may_ask && is_over).then(|| again(&request)),
        assign_now: assign_now(partner, &request),
        problem,
        request,
    })
}

fn again(request: &RequestPage) -> String {
    match request.kind {
        RequestKind::Partnership => paths::partnership_again(&request.id),
        _ => paths::relationship_again(&request.id),
    }
}

/// `docs/domain.md` rule 21.
fn assign_now(partner: &PartnerStore, request: &RequestPage) -> Option<String> {
    let may = partner.may(PartnerVerb::AssignSupportContact);
    let (subscription, _) = request.subscription.as_ref().filter(|_| may)?;
    let contact = request.contact.filter(|_| request.standing == Standing::Accepted)?;
    Some(paths::subscription_with(subscription, &contact))
}
