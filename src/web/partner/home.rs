//! A partner's home: what there is, and what waits.

use actix_web::HttpResponse;
use askama::Template;

use super::words;
use crate::{
    domain::role::PartnerVerb,
    store::{PartnerStore, partner::Overview},
    web::{assets, error::AppError, page::Page, paths},
};

#[derive(Template)]
#[template(path = "partner/home.html")]
struct Home<'a> {
    page: &'a Page,
    kind: String,
    mpn_id: &'a str,
    roles: String,
    overview: Overview,
    /// A provider's member who sees what is undecided and cannot decide it.
    only_reads: bool,
}

pub async fn show(partner: &PartnerStore, page: &Page) -> Result<HttpResponse, AppError> {
    let roles: Vec<_> = partner.roles().iter().map(|role| words::role(page.t, *role)).collect();
    page.show(Home {
        page,
        kind: page.t.partner_kind(partner.kind().as_str()),
        mpn_id: partner.mpn_id(),
        roles: roles.join(", "),
        overview: partner.overview().await?,
        only_reads: partner.kind().is_provider() && !partner.may(PartnerVerb::AssignSupportContact),
    })
}
