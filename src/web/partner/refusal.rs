//! A contact that was chosen and refused: nothing was saved, and what stands now is read again.

use actix_web::HttpResponse;
use askama::Template;

use super::{
    contact_form::{Filled, form},
    read_only::read_only,
    subscription_view::SubscriptionView,
    words,
};
use crate::{
    domain::{ids::PartnerId, support_contact::CannotAssign},
    store::{
        PartnerStore,
        partner::{Assignment, KnownReseller, SubscriptionPage},
    },
    web::{
        assets,
        error::{AppError, OrNotFound},
        page::Page,
        paths,
        query::Query,
    },
};

/// Two people changed the same subscription: the second sees what stands now, and chooses (`docs/domain.md` rule 32).
#[derive(Template)]
#[template(path = "partner/support_contact/conflict.html")]
struct Conflict<'a> {
    page: &'a Page,
    view: SubscriptionView,
    version: i64,
    theirs: String,
    mine: String,
    mine_id: PartnerId,
}

/// The answer to a refusal: the form with its reason, or both choices where somebody else was first.
pub async fn refuse(
    partner: &PartnerStore,
    assignment: &Assignment,
    refusal: CannotAssign,
    query: &Query,
    page: &Page,
) -> Result<HttpResponse, AppError> {
    let subscription = partner.subscription(assignment.subscription).await?.or_not_found()?;
    if let CannotAssign::NotLive(status) = refusal {
        let problem = Some(page.t.not_live(words::status(page.t, status)));
        return page.invalid(read_only(partner, subscription, page, problem).await?);
    }
    let known = partner.known_resellers(&subscription).await?;
    let name = name_of(&subscription, &known, assignment.contact);
    let problem = match (name, refusal) {
        (Some(mine), CannotAssign::ChangedMeanwhile) => {
            let mine = (mine, assignment.contact);
            return page.conflict(Conflict::of(partner, subscription, mine, page).await?);
        }
        (Some(name), CannotAssign::NotAvailable(reasons)) => {
            page.t.not_available(&name, words::reason_list(page.t, &reasons))
        }
        // Nobody that this provider knows of: the form names nobody else.
        _ => page.t.choose_a_contact(),
    };
    let filled = Filled::default();
    page.invalid(form(partner, subscription, page, filled, query, Some(problem)).await?)
}

impl<'a> Conflict<'a> {
    /// `mine`: the name and id of whom the second one chose.
    async fn of(
        partner: &PartnerStore,
        subscription: SubscriptionPage,
        (mine, mine_id): (String, PartnerId),
        page: &'a Page,
    ) -> Result<Self, AppError> {
        Ok(Self {
            page,
            version: subscription.version,
            theirs: subscription.contact_details().name.clone(),
            mine,
            mine_id,
            view: SubscriptionView::of(partner, subscription, page).await?,
        })
    }
}

fn name_of(
    subscription: &SubscriptionPage,
    known: &[KnownReseller],
    id: PartnerId,
) -> Option<String> {
    let mut details =
        known.iter().map(|reseller| &reseller.details).chain([&subscription.provider]);
    details.find(|details| details.id == id).map(|details| details.name.clone())
}
