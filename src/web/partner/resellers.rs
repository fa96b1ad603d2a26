//! A provider's resellers.

use actix_web::HttpResponse;
use askama::Template;

use super::{
    reseller_filter::{INCOMPLETE, filter, filtered},
    words,
};
use crate::{
    domain::{partnership::PartnershipStanding, role::PartnerVerb},
    store::{Position, ResellerReader, partner::PartnershipLine},
    web::{
        assets, auth::Permitted, csv::Csv, error::AppError, page::Page, pages::Pages, paths,
        query::Query,
    },
};

#[derive(Template)]
#[template(path = "partner/resellers/index.html")]
struct Index<'a> {
    page: &'a Page,
    q: String,
    standing: Option<PartnershipStanding>,
    /// Only those who support something and do not say how to be reached.
    without_profile: bool,
    /// Something in the address was ignored.
    ignored: bool,
    resellers: Vec<PartnershipLine>,
    total: u64,
    pages: Pages,
    may_request: bool,
}

pub async fn index(
    reader: Permitted<ResellerReader>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (filter, nonsense) = filter(&query);
    let position = query.position();
    let nonsense = nonsense || position.is_nonsense();
    let slice = reader.partnerships(&filter, position.ok().unwrap_or(Position::Start)).await?;
    let state = filter.standing.map(PartnershipStanding::as_str);
    let profile = filter.without_profile.then_some(INCOMPLETE);
    let filters = [("q", filter.q.as_deref()), ("state", state), ("profile", profile)];
    page.show(Index {
        page: &page,
        ignored: nonsense || slice.lost_position,
        pages: Pages::of(paths::RESELLERS, &filters, &slice),
        standing: filter.standing,
        without_profile: filter.without_profile,
        q: filter.q.unwrap_or_default(),
        total: slice.total,
        resellers: slice.rows,
        may_request: reader.may(PartnerVerb::RequestPartnership),
    })
}

/// The same list as a file, with the same filters and no pages.
pub async fn export(
    reader: Permitted<ResellerReader>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let resellers = reader.all_partnerships(&filter(&query).0).await?;
    let t = page.t;
    let heads =
        [t.name(), t.partner_id_heading(), t.country_heading(), t.state(), t.partner_since()];
    let counts = [t.customers_in_common(), t.subscriptions_supported(), t.profile_complete()];
    let mut csv = Csv::new(heads.into_iter().chain(counts));
    for line in resellers {
        csv.row([
            line.name,
            line.mpn_id,
            t.country(&line.country),
            t.partnership_standing(line.standing.as_str()),
            page.zone.today(line.since).to_string(),
            line.customers.to_string(),
            line.subscriptions.to_string(),
            if line.profile_is_complete { t.yes() } else { t.no() },
        ]);
    }
    Ok(csv.download("resellers"))
}

impl Index<'_> {
    /// The states that are not chosen, each with the list of it.
    fn other_states(&self) -> Vec<(String, String)> {
        let others = PartnershipStanding::ALL.iter().filter(|one| Some(**one) != self.standing);
        let list = |one| filtered(paths::RESELLERS, &self.q, Some(one), self.without_profile);
        others.map(|one| (self.state(one), list(*one))).collect()
    }

    fn state(&self, standing: &PartnershipStanding) -> String {
        self.page.t.partnership_standing(standing.as_str())
    }

    fn without_q(&self) -> String {
        filtered(paths::RESELLERS, "", self.standing, self.without_profile)
    }

    fn without_state(&self) -> String {
        filtered(paths::RESELLERS, &self.q, None, self.without_profile)
    }

    fn with_any_profile(&self) -> String {
        filtered(paths::RESELLERS, &self.q, self.standing, false)
    }

    /// The file with the same filters.
    fn file(&self) -> String {
        filtered(paths::RESELLERS_CSV, &self.q, self.standing, self.without_profile)
    }

    fn is_filtered(&self) -> bool {
        !self.q.is_empty() || self.standing.is_some() || self.without_profile
    }
}
