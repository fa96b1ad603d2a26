//! Suspending a reseller for a time, and resuming it.

use actix_web::{HttpResponse, web};

use super::reseller;
use crate::{
    domain::{ids::PartnerId, partnership::Unchanged},
    store::{PartnerStore, ResellerManager},
    web::{
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::{Form, NoFields},
        page::Page,
        paths,
        session::BrowserSession,
    },
};

pub async fn suspend(
    manager: Permitted<ResellerManager>,
    reseller: web::Path<PartnerId>,
    _: Form<NoFields>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let outcome = manager.suspend(*reseller).await?.or_not_found()?;
    answer(&manager, *reseller, outcome, true, &page, &session).await
}

pub async fn resume(
    manager: Permitted<ResellerManager>,
    reseller: web::Path<PartnerId>,
    _: Form<NoFields>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let outcome = manager.resume(*reseller).await?.or_not_found()?;
    answer(&manager, *reseller, outcome, false, &page, &session).await
}

async fn answer(
    partner: &PartnerStore,
    reseller: PartnerId,
    outcome: Result<(), Unchanged>,
    suspended: bool,
    page: &Page,
    session: &BrowserSession,
) -> Result<HttpResponse, AppError> {
    let flash = match (outcome, suspended) {
        (Ok(()), true) => Flash::Suspended,
        (Ok(()), false) => Flash::Resumed,
        (Err(Unchanged::AlreadySo), true) => Flash::SuspendedAlready,
        (Err(Unchanged::AlreadySo), false) => Flash::ResumedAlready,
        // Somebody ended the partnership meanwhile: the page says so.
        (Err(Unchanged::Ended), _) => {
            let problem = Some(page.t.partnership_has_ended());
            return page.conflict(reseller::of(partner, reseller, page, problem).await?);
        }
    };
    session.set_flash(flash)?;
    Ok(see_other(&paths::reseller(&reseller)))
}
