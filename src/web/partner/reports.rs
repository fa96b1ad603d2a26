//! What customers and resellers have told this provider, with the fix beside each.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::{
    domain::{ids::ReportId, report::ReportKind, role::PartnerVerb},
    store::{
        PartnerStore, Position, ReportSettler,
        partner::{ReportLine, Settled},
    },
    web::{
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::{Form, NoFields},
        page::Page,
        pages::Pages,
        paths,
        query::Query,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "partner/reports/index.html")]
struct Index<'a> {
    page: &'a Page,
    ignored: bool,
    reports: Vec<ReportLine>,
    total: u64,
    pages: Pages,
    may_settle: bool,
    may_assign: bool,
}

pub async fn index(
    partner: Permitted<PartnerStore>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    sells(&partner)?;
    let position = query.position();
    let nonsense = position.is_nonsense();
    let slice = partner.reports(position.ok().unwrap_or(Position::Start)).await?;
    page.show(Index {
        page: &page,
        ignored: nonsense || slice.lost_position,
        pages: Pages::of(paths::REPORTS, &[], &slice),
        total: slice.total,
        reports: slice.rows,
        may_settle: partner.may(PartnerVerb::SettleReport),
        may_assign: partner.may(PartnerVerb::AssignSupportContact),
    })
}

pub async fn settle(
    settler: Permitted<ReportSettler>,
    report: web::Path<ReportId>,
    _: Form<NoFields>,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    session.set_flash(match settler.settle(*report).await?.or_not_found()? {
        Settled::Now => Flash::Settled,
        Settled::AlreadySo => Flash::SettledAlready,
    })?;
    Ok(see_other(paths::REPORTS))
}

/// The address takes only POST; its button stands on the list.
pub async fn to_list(
    partner: Permitted<PartnerStore>,
    _: web::Path<ReportId>,
) -> Result<HttpResponse, AppError> {
    sells(&partner)?;
    Ok(see_other(paths::REPORTS))
}

/// Only who sells subscriptions has a work list of reports.
fn sells(partner: &PartnerStore) -> Result<(), AppError> {
    partner.kind().is_provider().then_some(()).ok_or(AppError::NotFound)
}

impl Index<'_> {
    /// Where the details stand that may be wrong: the contact's own, or the reseller's page with what customers see.
    fn profile(line: &ReportLine) -> Option<String> {
        let is_wrong = line.kind == ReportKind::WrongContact;
        let contact = line.contact.as_ref().map(|contact| paths::reseller(&contact.id));
        is_wrong.then(|| contact.unwrap_or_else(|| paths::PROFILE.to_owned()))
    }

    fn can_be_reassigned(&self, line: &ReportLine) -> bool {
        self.may_assign && line.subscription.status.is_live()
    }
}
