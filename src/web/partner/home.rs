//! A partner's home: what there is, and what waits.

use actix_web::HttpResponse;
use askama::Template;

use super::{
    words,
    work::{Step, Work, first_steps, work},
};
use crate::{
    domain::role::PartnerVerb,
    store::{
        PartnerStore,
        partner::{AssignNow, Overview, WaitingPartnershipRequest},
    },
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
    work: Vec<Work>,
    /// For whom the reseller that was asked for can be chosen now.
    to_assign: Vec<AssignNow>,
    /// Which providers wait for this reseller's answer.
    asked: Vec<WaitingPartnershipRequest>,
    may_answer: bool,
    may_edit_profile: bool,
    /// Where there is nothing yet.
    first_steps: Vec<Step>,
    /// A provider's member who sees what is undecided and cannot decide it.
    only_reads: bool,
}

/// So many of each are named; others come up as these are done.
const MOST: usize = 10;

pub async fn show(partner: &PartnerStore, page: &Page) -> Result<HttpResponse, AppError> {
    let roles: Vec<_> = partner.roles().iter().map(|role| words::role(page.t, *role)).collect();
    let overview = partner.overview().await?;
    let may_assign = partner.may(PartnerVerb::AssignSupportContact);
    let is_provider = partner.kind().is_provider();
    let mut to_assign = if may_assign { partner.to_assign_now().await? } else { Vec::new() };
    to_assign.truncate(MOST);
    let mut asked =
        if is_provider { Vec::new() } else { partner.partnership_requests_to_answer().await? };
    asked.truncate(MOST);
    page.show(Home {
        page,
        kind: page.t.partner_kind(partner.kind().as_str()),
        mpn_id: partner.mpn_id(),
        roles: roles.join(", "),
        work: work(page.t, partner, &overview),
        first_steps: first_steps(page.t, partner, &overview),
        may_edit_profile: partner.may(PartnerVerb::EditSupportProfile),
        overview,
        to_assign,
        asked,
        may_answer: partner.may(PartnerVerb::AnswerPartnership),
        only_reads: is_provider && !may_assign,
    })
}

impl Home<'_> {
    fn nothing_waits(&self) -> bool {
        self.work.is_empty()
            && self.to_assign.is_empty()
            && self.asked.is_empty()
            && self.overview.own_profile_is_complete
    }
}
