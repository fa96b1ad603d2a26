//! Ending the partnership with a reseller: what it will do, by number and name, before it is done.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{
    leaving_list,
    take_over::{self, Cards},
};
use crate::{
    domain::{ids::PartnerId, partnership::PartnershipStanding},
    store::{
        ResellerManager,
        partner::{Ending, Leaving, PartnershipEnded, PartnershipPage, Seen, SeenInstead},
    },
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
    },
};

#[derive(Template)]
#[template(path = "partner/partnership_end/edit.html")]
struct Edit<'a> {
    page: &'a Page,
    reseller: PartnershipPage,
    leaving: Leaving,
    cards: Cards,
    among: String,
    /// Something in the address was ignored.
    ignored: bool,
    problem: Option<Problem>,
}

enum Problem {
    /// Nobody was chosen to take over, or nobody that could be.
    NotChosen,
    /// What was confirmed is not what stands now.
    Meanwhile,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EndInput {
    /// How many subscriptions were shown to be concerned.
    subscriptions: String,
    /// Who takes over, and for how many it was shown to be possible.
    instead: String,
}

pub async fn edit(
    manager: Permitted<ResellerManager>,
    reseller: web::Path<PartnerId>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let kept = page.kept_form(&paths::end_partnership(&reseller));
    let kept = kept.and_then(|kept| take_over::parsed(kept.value("instead")?));
    page.show(form(&manager, *reseller, &query, &page, kept, None).await?)
}

pub async fn update(
    manager: Permitted<ResellerManager>,
    reseller: web::Path<PartnerId>,
    input: Form<EndInput>,
    query: Query,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let chosen = take_over::parsed(&input.0.instead);
    let form =
        async |problem| form(&manager, *reseller, &query, &page, chosen, Some(problem)).await;
    let Some(instead) = chosen else { return page.invalid(form(Problem::NotChosen).await?) };
    let Ok(subscriptions) = input.0.subscriptions.parse() else {
        return page.conflict(form(Problem::Meanwhile).await?);
    };
    let instead = Some(instead).filter(|instead| instead.reseller != manager.id());
    let seen = Seen { subscriptions, instead };
    let flash = match manager.end_partnership(*reseller, seen).await?.or_not_found()? {
        PartnershipEnded::Now { to_provider, to_other_reseller } => {
            Flash::PartnershipEnded { to_provider, to_other_reseller }
        }
        PartnershipEnded::AlreadySo => Flash::PartnershipEndedAlready,
        PartnershipEnded::Meanwhile => return page.conflict(form(Problem::Meanwhile).await?),
    };
    session.set_flash(flash)?;
    Ok(see_other(&paths::reseller(&reseller)))
}

/// All that it concerns, as a file.
pub async fn export(
    manager: Permitted<ResellerManager>,
    reseller: web::Path<PartnerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    manager.partnership(*reseller).await?.or_not_found()?;
    let lines = manager.all_leaving(Ending::Partnership(*reseller)).await?;
    Ok(leaving_list::file(&page, lines, "partnership"))
}

async fn form<'a>(
    manager: &ResellerManager,
    reseller: PartnerId,
    query: &Query,
    page: &'a Page,
    chosen: Option<SeenInstead>,
    problem: Option<Problem>,
) -> Result<Edit<'a>, AppError> {
    let reseller = manager.partnership(reseller).await?.or_not_found()?;
    let leaving = manager.leaving(Ending::Partnership(reseller.partner.id)).await?;
    let candidates = manager.candidates(reseller.partner.id, leaving.subscriptions).await?;
    let among = query.text("among");
    let ignored = among.is_nonsense();
    let (among, chosen) = (among.ok(), chosen.map(|chosen| chosen.reseller));
    let cards = Cards::of(page.t, manager, &leaving, &candidates, chosen, among.as_deref());
    let among = among.unwrap_or_default();
    Ok(Edit { page, reseller, leaving, cards, among, ignored, problem })
}

impl Edit<'_> {
    fn has_ended(&self) -> bool {
        self.reseller.partnership.standing() == PartnershipStanding::Ended
    }

    fn not_chosen(&self) -> bool {
        matches!(self.problem, Some(Problem::NotChosen))
    }
}
