//! The page of one reseller, as its provider sees it.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::words;
use crate::{
    domain::{
        ids::PartnerId,
        partnership::{PartnershipStanding, PartnershipState},
        role::PartnerVerb,
    },
    store::{
        PartnerStore, ResellerReader,
        partner::{Coverage, PartnershipPage},
    },
    web::{
        assets,
        auth::Permitted,
        contact::Reach,
        error::{AppError, OrNotFound, see_other},
        page::Page,
        paths,
    },
};

#[derive(Template)]
#[template(path = "partner/resellers/show.html")]
pub struct Show<'a> {
    page: &'a Page,
    reseller: PartnershipPage,
    coverage: Coverage,
    /// Its support profile as customers see it.
    reach: Reach,
    may_manage: bool,
    /// The profile lacks something, or a provider has filled it in: the next page says whether this one may.
    leads_to_profile: bool,
    /// Why nothing was done.
    problem: Option<String>,
}

pub async fn show(
    reader: Permitted<ResellerReader>,
    reseller: web::Path<PartnerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    page.show(of(&reader, *reseller, &page, None).await?)
}

/// The addresses take only POST; their buttons stand on the reseller's page.
pub async fn to_page(
    reader: Permitted<ResellerReader>,
    reseller: web::Path<PartnerId>,
) -> Result<HttpResponse, AppError> {
    reader.partnership(*reseller).await?.or_not_found()?;
    Ok(see_other(&paths::reseller(&reseller)))
}

/// `problem`: why nothing was done.
pub async fn of<'a>(
    partner: &PartnerStore,
    reseller: PartnerId,
    page: &'a Page,
    problem: Option<String>,
) -> Result<Show<'a>, AppError> {
    let reseller = partner.partnership(reseller).await?.or_not_found()?;
    Ok(Show {
        page,
        coverage: partner.coverage(reseller.partner.id, reseller.partnership).await?,
        reach: Reach::of(page, &reseller.partner, None),
        may_manage: partner.may(PartnerVerb::ManageReseller),
        leads_to_profile: leads_to_profile(partner, &reseller),
        reseller,
        problem,
    })
}

fn leads_to_profile(partner: &PartnerStore, reseller: &PartnershipPage) -> bool {
    let details = &reseller.partner;
    let may_be_unfinished = !details.profile.missing().is_empty() || details.entered_by.is_some();
    partner.may(PartnerVerb::EditSupportProfile)
        && reseller.partnership.state == PartnershipState::Active
        && may_be_unfinished
}

impl Show<'_> {
    fn standing(&self) -> PartnershipStanding {
        self.reseller.partnership.standing()
    }

    /// Why it cannot be chosen, and at how many customers, in the order in which it is mended.
    fn reasons(&self) -> Vec<(String, u64)> {
        let reasons = self.coverage.reasons.iter();
        reasons
            .map(|(why, customers)| (words::reason(self.page.t, *why).what, *customers))
            .collect()
    }
}
