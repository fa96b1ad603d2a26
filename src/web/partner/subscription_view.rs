//! What every page of one subscription shows around its contact: the product, the customer, the facts, the history.

use time::{Date, OffsetDateTime};

use super::words;
use crate::{
    domain::{
        ids::{CustomerId, SubscriptionId},
        role::PartnerVerb,
    },
    store::{
        PartnerStore,
        partner::{HistoryLine, SubscriptionPage},
    },
    web::{error::AppError, page::Page},
};

pub struct SubscriptionView {
    pub id: SubscriptionId,
    pub product: String,
    pub nickname: Option<String>,
    pub customer_id: CustomerId,
    pub customer: String,
    pub domain: String,
    pub status: String,
    pub status_class: &'static str,
    /// The number by which the vendor knows it, or else ours.
    pub number: String,
    pub quantity: Option<i32>,
    pub since: OffsetDateTime,
    pub ends_on: Option<Date>,
    pub reseller_of_record: Option<String>,
    pub provider: String,
    pub contact: String,
    pub contact_mpn_id: String,
    pub contact_since: OffsetDateTime,
    pub decided: bool,
    /// Nobody has decided, and the provider supports it by default.
    pub can_be_confirmed: bool,
    /// The reader may edit everything but its contact.
    pub may_edit: bool,
    pub changed_by: Option<String>,
    /// Shown to the provider only.
    pub history: Vec<HistoryEntry>,
}

pub struct HistoryEntry {
    pub contact: String,
    pub cause: String,
    pub by: Option<String>,
    pub at: OffsetDateTime,
    pub review: String,
}

impl SubscriptionView {
    pub async fn of(
        partner: &PartnerStore,
        subscription: SubscriptionPage,
        page: &Page,
    ) -> Result<Self, AppError> {
        let history = if partner.kind().is_provider() {
            partner.history(subscription.id).await?
        } else {
            Vec::new()
        };
        let contact = subscription.contact_details();
        Ok(Self {
            may_edit: partner.may(PartnerVerb::EditSubscriptions),
            contact: contact.name.clone(),
            contact_mpn_id: contact.mpn_id.clone(),
            contact_since: subscription.latest.at,
            can_be_confirmed: !subscription.decided && subscription.reseller.is_none(),
            history: history.into_iter().map(|line| HistoryEntry::of(line, page)).collect(),
            id: subscription.id,
            nickname: subscription.nickname,
            customer_id: subscription.customer.id,
            customer: subscription.customer.name,
            domain: subscription.customer.domain,
            status: words::status(page.t, subscription.status),
            status_class: words::status_class(subscription.status),
            number: subscription.external_id.unwrap_or_else(|| subscription.id.to_string()),
            quantity: subscription.quantity,
            since: subscription.created_at,
            ends_on: subscription.ends_on,
            reseller_of_record: subscription.reseller_of_record.map(|(_, name)| name),
            provider: subscription.provider.name,
            product: subscription.product,
            decided: subscription.decided,
            changed_by: subscription.changed_by,
        })
    }
}

impl HistoryEntry {
    fn of(line: HistoryLine, page: &Page) -> Self {
        Self {
            contact: line.after_name,
            cause: words::cause(page.t, line.cause),
            by: line.by,
            at: line.at,
            review: crate::web::paths::change(&line.id),
        }
    }
}
