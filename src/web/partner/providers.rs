//! A reseller's indirect providers, and the page of one.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::words;
use crate::{
    domain::{ids::PartnerId, partnership::PartnershipStanding, role::PartnerVerb},
    store::{
        Position, ProviderReader,
        partner::{PartnershipFilter, PartnershipLine, PartnershipPage},
    },
    web::{
        assets,
        auth::Permitted,
        contact::Reach,
        error::{AppError, OrNotFound},
        page::Page,
        pages::Pages,
        paths,
        query::Query,
    },
};

#[derive(Template)]
#[template(path = "partner/providers/index.html")]
struct Index<'a> {
    page: &'a Page,
    /// Something in the address was ignored.
    ignored: bool,
    providers: Vec<PartnershipLine>,
    total: u64,
    pages: Pages,
}

#[derive(Template)]
#[template(path = "partner/providers/show.html")]
struct Show<'a> {
    page: &'a Page,
    provider: PartnershipPage,
    reach: Reach,
    may_leave: bool,
}

/// Few enough to be read without a search.
pub async fn index(
    reader: Permitted<ProviderReader>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let position = query.position();
    let nonsense = position.is_nonsense();
    let (all, position) = (PartnershipFilter::default(), position.ok().unwrap_or(Position::Start));
    let slice = reader.partnerships(&all, position).await?;
    page.show(Index {
        page: &page,
        ignored: nonsense || slice.lost_position,
        pages: Pages::of(paths::PROVIDERS, &[], &slice),
        total: slice.total,
        providers: slice.rows,
    })
}

pub async fn show(
    reader: Permitted<ProviderReader>,
    provider: web::Path<PartnerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let provider = reader.partnership(*provider).await?.or_not_found()?;
    page.show(Show {
        page: &page,
        reach: Reach::of(&page, &provider.partner, None),
        may_leave: reader.may(PartnerVerb::LeaveProvider),
        provider,
    })
}

impl Show<'_> {
    fn standing(&self) -> PartnershipStanding {
        self.provider.partnership.standing()
    }
}
