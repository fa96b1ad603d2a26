//! The same contact for a customer's other subscriptions, in one transaction.

use sea_orm::{ColumnTrait, DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect};

use super::{ChangePage, ManyAssigner, PartnerStore, designation::Subject};
use crate::{
    domain::{
        change::Cause,
        ids::{ChangeId, CustomerId, SubscriptionId},
        support_contact::{CannotAssign, Choice, Contact, Decision, Unavailable, decide},
    },
    store::{
        StoreError,
        activity::{self, ActivityKind},
        entity::subscription,
    },
};

/// A longer list is for the list of subscriptions.
const MOST: usize = 50;

/// One of the customer's other live subscriptions, and what repeating would do to it.
#[derive(Clone, Debug)]
pub struct RepeatLine {
    pub id: SubscriptionId,
    pub product: String,
    pub nickname: Option<String>,
    pub contact_now: String,
    pub decided: bool,
    pub version: i64,
    pub would: Would,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Would {
    Change,
    /// It has this contact, and nobody has decided so yet (rule 31).
    Confirm,
    Nothing,
}

/// A ticked line, as it was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepeatChoice {
    pub subscription: SubscriptionId,
    pub seen_version: i64,
}

/// How many subscriptions were changed; the others had the contact already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeated {
    pub changed: usize,
    pub already_so: usize,
}

impl PartnerStore {
    /// Why the contact of a change cannot be chosen for other subscriptions now; empty where it can.
    pub async fn repeat_reasons(
        &self,
        change: &ChangePage,
    ) -> Result<Vec<Unavailable>, StoreError> {
        if change.contact() == self.id() {
            return Ok(Vec::new());
        }
        let customer = &change.customer;
        let known = self.resellers_known_at(customer.id, &customer.time_zone).await?;
        let contact = known.into_iter().find(|reseller| reseller.details.id == change.contact());
        Ok(contact.map(|reseller| reseller.reasons).unwrap_or_default())
    }

    /// The customer's other live subscriptions from this provider, by product; at most [`MOST`].
    pub async fn repeat_lines(&self, change: &ChangePage) -> Result<Vec<RepeatLine>, StoreError> {
        let contact = change.contact();
        let lines = self.subscriptions_of(change.customer.id).await?;
        let others = lines
            .into_iter()
            .filter(|line| line.id != change.subscription && line.status.is_live());
        Ok(others
            .take(MOST)
            .map(|line| RepeatLine {
                id: line.id,
                contact_now: line.contact_name().to_owned(),
                would: match (line.contact_id() == contact, line.decided) {
                    (false, _) => Would::Change,
                    (true, false) => Would::Confirm,
                    (true, true) => Would::Nothing,
                },
                product: line.product.name,
                nickname: line.nickname,
                decided: line.decided,
                version: line.version,
            })
            .collect())
    }
}

impl ManyAssigner {
    /// All of `choices` or, where one is refused, none. `None`: not a change of a subscription that this provider sold, or
    /// a ticked subscription that is not one of the same customer's.
    pub async fn repeat(
        &self,
        change: ChangeId,
        choices: &[RepeatChoice],
    ) -> Result<Option<Result<Repeated, CannotAssign>>, StoreError> {
        let Some(change) = self.change(change).await? else { return Ok(None) };
        self.write(async |tx| self.repeat_in(tx, &change, choices).await).await
    }

    async fn repeat_in(
        &self,
        tx: &DatabaseTransaction,
        change: &ChangePage,
        choices: &[RepeatChoice],
    ) -> Result<Option<Result<Repeated, CannotAssign>>, StoreError> {
        let Some(subject) = self.subject(tx, change.subscription).await? else { return Ok(None) };
        let contact = Contact::named(change.contact(), self.id());
        let reasons = self.reasons(tx, contact, &subject.customer).await?;
        let ids = choices.iter().map(|choice| choice.subscription);
        let mut rows = self
            .lock_subscriptions(tx, subject.customer.id, ids.chain([change.subscription]))
            .await?;
        let own = rows.iter().position(|row| row.id == change.subscription);
        let Some(own) = own.map(|place| rows.remove(place)) else { return Ok(None) };
        if rows.len() != choices.len() {
            return Ok(None);
        }
        // What has been undone or replaced is not to be repeated.
        if own.version != change.version {
            return Ok(Some(Err(CannotAssign::ChangedMeanwhile)));
        }
        let decisions = match decide_all(&rows, contact, choices, &reasons) {
            Ok(decisions) => decisions,
            Err(refusal) => return Ok(Some(Err(refusal))),
        };
        let mut references = Vec::new();
        for (row, decision) in rows.iter().zip(decisions) {
            let recorded = self.record_decision(tx, row, decision, None).await?;
            references.extend(recorded.map(|recorded| recorded.reference));
        }
        let repeated =
            Repeated { changed: references.len(), already_so: rows.len() - references.len() };
        self.record_repeat(tx, &subject, change, references).await?;
        Ok(Some(Ok(repeated)))
    }

    /// One line for all of them; none where nothing had to be changed.
    async fn record_repeat(
        &self,
        tx: &DatabaseTransaction,
        subject: &Subject,
        change: &ChangePage,
        references: Vec<String>,
    ) -> Result<(), StoreError> {
        if references.is_empty() {
            return Ok(());
        }
        let mut line = self.activity(ActivityKind::ContactRepeated, subject.customer.id);
        line.other_partner = Contact::named(change.contact(), self.id()).reseller();
        line.arguments = serde_json::json!({
            "customer": subject.customer.name,
            "after": change.after.name,
            "references": references,
        });
        activity::record(tx, line).await
    }

    /// Those of `ids` that are this customer's, locked in the order of their ids.
    async fn lock_subscriptions(
        &self,
        tx: &DatabaseTransaction,
        customer: CustomerId,
        ids: impl Iterator<Item = SubscriptionId>,
    ) -> Result<Vec<subscription::Model>, StoreError> {
        let rows = self
            .visible_subscriptions()
            .filter(subscription::Column::CustomerId.eq(customer))
            .filter(subscription::Column::Id.is_in(ids))
            .order_by_asc(subscription::Column::Id)
            .lock_exclusive()
            .all(tx)
            .await?;
        Ok(rows)
    }
}

/// Before anything is written: one refusal leaves all as they were.
fn decide_all(
    rows: &[subscription::Model],
    contact: Contact,
    choices: &[RepeatChoice],
    reasons: &[Unavailable],
) -> Result<Vec<Decision>, CannotAssign> {
    let decided = rows.iter().map(|row| {
        let seen = choices.iter().find(|choice| choice.subscription == row.id);
        let choice = Choice { contact, seen_version: seen.map(|choice| choice.seen_version) };
        decide(row.designation(), choice, reasons.to_vec(), Cause::Bulk)
    });
    decided.collect()
}
