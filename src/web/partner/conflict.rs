//! Two people changed the same subscription: the second sees what stands now, and chooses (`docs/domain.md` rule 32).

use askama::Template;

use super::subscription_view::SubscriptionView;
use crate::{
    domain::ids::PartnerId,
    store::{PartnerStore, partner::SubscriptionPage},
    web::{assets, error::AppError, page::Page, paths},
};

#[derive(Template)]
#[template(path = "partner/support_contact/conflict.html")]
pub struct Conflict<'a> {
    page: &'a Page,
    view: SubscriptionView,
    version: i64,
    theirs: String,
    mine: String,
    mine_id: PartnerId,
}

impl<'a> Conflict<'a> {
    /// `mine`: the name and id of whom the second one chose.
    pub async fn of(
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
