//! The designated support contact for those who may not change it, and where nobody can.

use askama::Template;

use super::{reach::reach, subscription_view::SubscriptionView, words};
use crate::{
    domain::role::PartnerVerb,
    store::{
        OwnReport, PartnerStore,
        partner::{Colleague, SubscriptionPage},
    },
    web::{assets, error::AppError, page::Page, paths},
};

#[derive(Template)]
#[template(path = "partner/support_contact/show.html")]
pub struct ReadOnly<'a> {
    page: &'a Page,
    view: SubscriptionView,
    reach: Vec<String>,
    colleagues: Vec<Colleague>,
    /// Why nobody can change it.
    frozen: Option<String>,
    /// Why the reader, who is reseller of record, is not the contact.
    not_contact: Vec<words::Reason>,
    is_reseller: bool,
    is_own: bool,
    /// The reader is the contact and may say that this is not theirs.
    may_report: bool,
    /// That they have said so.
    report: Option<OwnReport>,
    /// Why what was sent was refused.
    problem: Option<String>,
}

/// `problem`: why what was sent was refused.
pub async fn read_only<'a>(
    partner: &PartnerStore,
    subscription: SubscriptionPage,
    page: &'a Page,
    problem: Option<String>,
) -> Result<ReadOnly<'a>, AppError> {
    let is_reseller = !partner.kind().is_provider();
    let is_live = subscription.status.is_live();
    let is_own = subscription.contact_details().id == partner.id();
    let colleagues = if is_reseller || partner.may(PartnerVerb::AssignSupportContact) || !is_live {
        Vec::new()
    } else {
        partner.colleagues_who_assign().await?
    };
    let not_contact = if is_reseller && !is_own {
        let reasons = partner.own_reasons(&subscription).await?;
        reasons.into_iter().map(|why| words::own_reason(page.t, why)).collect()
    } else {
        Vec::new()
    };
    let report = if is_reseller { partner.own_report(subscription.id).await? } else { None };
    let waits = report.as_ref().is_some_and(|report| report.settled_at.is_none());
    let may_report = is_own && is_live && partner.may(PartnerVerb::ReportSubscription);
    Ok(ReadOnly {
        page,
        reach: reach(page.t, &subscription.contact_details().profile),
        colleagues,
        frozen: (!is_live && !is_reseller)
            .then(|| page.t.not_live(words::status(page.t, subscription.status))),
        not_contact,
        is_reseller,
        is_own,
        may_report: may_report && !waits,
        report,
        problem,
        view: SubscriptionView::of(partner, subscription, page).await?,
    })
}
