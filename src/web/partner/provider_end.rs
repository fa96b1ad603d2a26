//! Ending the partnership with a provider, from the reseller's side: what it will do, by number and name.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::leaving_list::{self, EndInput};
use crate::{
    domain::{ids::PartnerId, partnership::PartnershipStanding},
    store::{
        ProviderLeaver,
        partner::{Ending, Leaving, PartnershipEnded, PartnershipPage},
    },
    web::{
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "partner/provider_end/edit.html")]
struct Edit<'a> {
    page: &'a Page,
    provider: PartnershipPage,
    leaving: Leaving,
    /// What was confirmed is not what stands now.
    meanwhile: bool,
}

pub async fn edit(
    leaver: Permitted<ProviderLeaver>,
    provider: web::Path<PartnerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    page.show(form(&leaver, *provider, &page, false).await?)
}

pub async fn update(
    leaver: Permitted<ProviderLeaver>,
    provider: web::Path<PartnerId>,
    input: Form<EndInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Ok(seen) = input.0.subscriptions.parse() else {
        return page.conflict(form(&leaver, *provider, &page, true).await?);
    };
    let flash = match leaver.end_partnership(*provider, seen).await?.or_not_found()? {
        PartnershipEnded::Now { to_provider, to_other_reseller } => {
            Flash::PartnershipEnded { to_provider, to_other_reseller }
        }
        PartnershipEnded::AlreadySo => Flash::PartnershipEndedAlready,
        PartnershipEnded::Meanwhile => {
            return page.conflict(form(&leaver, *provider, &page, true).await?);
        }
    };
    session.set_flash(flash)?;
    Ok(see_other(&paths::provider(&provider)))
}

/// All that it concerns, as a file.
pub async fn export(
    leaver: Permitted<ProviderLeaver>,
    provider: web::Path<PartnerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    leaver.partnership(*provider).await?.or_not_found()?;
    let lines = leaver.all_leaving(Ending::Partnership(*provider)).await?;
    Ok(leaving_list::file(&page, lines, "partnership"))
}

async fn form<'a>(
    leaver: &ProviderLeaver,
    provider: PartnerId,
    page: &'a Page,
    meanwhile: bool,
) -> Result<Edit<'a>, AppError> {
    let provider = leaver.partnership(provider).await?.or_not_found()?;
    let leaving = leaver.leaving(Ending::Partnership(provider.partner.id)).await?;
    Ok(Edit { page, provider, leaving, meanwhile })
}

impl Edit<'_> {
    fn has_ended(&self) -> bool {
        self.provider.partnership.standing() == PartnershipStanding::Ended
    }
}
