//! Editing a subscription that a provider sells, and removing it. One that becomes live again goes back to its provider
//! where its contact has left meanwhile (`docs/domain.md` rule 29).

use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QuerySelect};
use serde_json::{Map, Value, json};

use super::{SubscriptionEditor, SubscriptionFacts, designation::Subject};
use crate::{
    domain::{
        change::Cause,
        ids::SubscriptionId,
        relationship::RelationshipState,
        subscription::{CannotSell, SubscriptionStatus, may_become},
        support_contact::lapsed,
    },
    store::{
        Edited, StoreError,
        activity::{self, ActivityKind},
        entity::{relationship, subscription},
        returning::{self, Author, Ended},
    },
};

/// What a form asks for.
#[derive(Clone, Debug)]
pub struct SubscriptionEdit {
    pub subscription: SubscriptionId,
    pub facts: SubscriptionFacts,
    /// Of what the form was made from.
    pub seen: String,
}

/// What has come of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubscriptionEdited {
    Changed,
    /// It lives again, and its contact, which has left meanwhile, is the provider.
    CameBack,
    /// Nothing was recorded, because nothing had to be.
    AlreadySo,
}

impl SubscriptionEditor {
    /// `None`: not one that this provider sold.
    pub async fn edit_subscription(
        &self,
        edit: &SubscriptionEdit,
    ) -> Result<Option<Result<SubscriptionEdited, CannotSell>>, StoreError> {
        let try_to =
            async || self.write(async |tx| self.edit_subscription_in(tx, edit).await).await;
        match try_to().await {
            // Of two at once the second finds the first one's number.
            Err(error) if error.is_taken() => try_to().await,
            outcome => outcome,
        }
    }

    /// Nobody is shown it any more; its number is free for another. `None`: not one that this provider sold.
    ///
    /// `seen`: of what the form was made from.
    pub async fn remove_subscription(
        &self,
        id: SubscriptionId,
        seen: &str,
    ) -> Result<Option<Result<Edited, CannotSell>>, StoreError> {
        self.write(async |tx| {
            let Some(subject) = self.subject(tx, id).await? else { return Ok(None) };
            let Some(row) = self.lock_subscription(tx, id).await? else { return Ok(None) };
            let old = self.fields_of(tx, &row).await?;
            if seen != old.mark() {
                return Ok(Some(Err(CannotSell::Stale)));
            }
            let removed = subscription::Model {
                status: SubscriptionStatus::Removed,
                external_id: None,
                ..row.clone()
            };
            let changed = old.difference(&self.fields_of(tx, &removed).await?);
            removed.into_active_model().reset_all().update(tx).await?;
            self.record_edit(tx, &subject, changed).await?;
            Ok(Some(Ok(Edited::Changed)))
        })
        .await
    }

    async fn edit_subscription_in(
        &self,
        tx: &DatabaseTransaction,
        edit: &SubscriptionEdit,
    ) -> Result<Option<Result<SubscriptionEdited, CannotSell>>, StoreError> {
        let Some(subject) = self.subject(tx, edit.subscription).await? else { return Ok(None) };
        let Some(found) = self.sold(tx, edit.subscription).await? else { return Ok(None) };
        let ended = self.lapsed_contact(tx, &found).await?;
        let own = relationship::Entity::find_by_id((self.id(), found.customer_id)).lock_shared();
        let own = own.all(tx).await?.pop().map_or(RelationshipState::Ended, |row| row.state);
        let Some(row) = self.lock_subscription(tx, edit.subscription).await? else {
            return Ok(None);
        };
        let of_record = match self.reseller_of_record(tx, &edit.facts).await? {
            Ok(reseller) => reseller,
            Err(why) => return Ok(Some(Err(why))),
        };
        let new = edit.facts.applied(row.clone(), of_record.map(|reseller| reseller.id));
        let old = self.fields_of(tx, &row).await?;
        let changed = old.difference(&self.fields_of(tx, &new).await?);
        if changed.is_empty() {
            return Ok(Some(Ok(SubscriptionEdited::AlreadySo)));
        }
        if edit.seen != old.mark() || row.support_reseller_id != found.support_reseller_id {
            return Ok(Some(Err(CannotSell::Stale)));
        }
        if let Err(why) = may_become(Some(row.status), new.status, own) {
            return Ok(Some(Err(why)));
        }
        if let Some(other) = self.with_number(tx, edit.facts.number.as_ref(), Some(row.id)).await? {
            return Ok(Some(Err(CannotSell::NumberInUse(other))));
        }
        new.clone().into_active_model().reset_all().update(tx).await?;
        self.record_edit(tx, &subject, changed).await?;
        let begins = !row.status.is_live() && new.status.is_live();
        match ended.filter(|_| begins) {
            Some(ended) => {
                self.hand_back(tx, &new, ended).await?;
                Ok(Some(Ok(SubscriptionEdited::CameBack)))
            }
            None => Ok(Some(Ok(SubscriptionEdited::Changed))),
        }
    }

    /// What the contact relied on and has ended; nothing changes about it until the transaction ends.
    async fn lapsed_contact(
        &self,
        tx: &DatabaseTransaction,
        row: &subscription::Model,
    ) -> Result<Option<Ended>, StoreError> {
        let Some(reseller) = row.support_reseller_id else { return Ok(None) };
        let standing = self.standing(tx, reseller, row.customer_id).await?;
        Ok(lapsed(standing).map(|cause| match cause {
            Cause::PartnershipEnded => Ended::Partnership(self.id()),
            _ => Ended::Relationship(row.customer_id),
        }))
    }

    async fn hand_back(
        &self,
        tx: &DatabaseTransaction,
        row: &subscription::Model,
        ended: Ended,
    ) -> Result<(), StoreError> {
        let Some(reseller) = row.support_reseller_id else { return Ok(()) };
        let by = Author {
            user: self.scope.user,
            partner: Some(self.id()),
            customer: None,
            at: self.now(),
        };
        let rows = std::slice::from_ref(row);
        returning::hand_back_those(tx, rows, reseller, ended, None, by).await?;
        Ok(())
    }

    async fn record_edit(
        &self,
        tx: &DatabaseTransaction,
        subject: &Subject,
        changed: Map<String, Value>,
    ) -> Result<(), StoreError> {
        let mut line = self.activity(ActivityKind::SubscriptionEdited, subject.customer.id);
        line.arguments = json!({
            "customer": subject.customer.name,
            "product": subject.product,
            "subscription": subject.subscription.to_string(),
            "changed": changed,
        });
        activity::record(tx, line).await
    }
}
