//! The steps that assigning, undoing and repeating share, inside one transaction.
//!
//! Rows are locked in the order of the house: partnership, relationship, then the subscription.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use super::PartnerStore;
use crate::{
    domain::{
        ids::{ChangeId, CustomerId, PartnerId, SubscriptionId},
        support_contact::{Contact, Decision, Requested, Standing, Unavailable},
    },
    store::{
        StoreError,
        activity::{self, Activity, ActivityKind},
        change::{self, NewChange},
        entity::{customer, partner, partnership, product, relationship, subscription},
    },
};

/// The subscription as it is found before anything is locked: what never changes about it.
pub(super) struct Subject {
    pub subscription: SubscriptionId,
    pub product: String,
    pub customer: customer::Model,
}

/// A partner as a change names it for ever.
#[derive(Clone)]
pub(super) struct Named {
    pub name: String,
    pub mpn_id: String,
}

impl PartnerStore {
    /// `None`: not one that this provider sold.
    pub(super) async fn subject(
        &self,
        tx: &impl ConnectionTrait,
        id: SubscriptionId,
    ) -> Result<Option<Subject>, StoreError> {
        let found = self.visible_subscriptions().filter(subscription::Column::Id.eq(id));
        let Some(row) = found.all(tx).await?.pop() else { return Ok(None) };
        let customer = customer::Entity::find_by_id(row.customer_id).all(tx).await?.pop();
        let product = product::Entity::find_by_id(row.product_id).all(tx).await?.pop();
        let Some((customer, product)) = customer.zip(product) else { return Ok(None) };
        Ok(Some(Subject { subscription: id, product: product.name, customer }))
    }

    /// Why `contact` cannot be chosen now; nothing changes about it until the transaction ends.
    pub(super) async fn reasons(
        &self,
        tx: &DatabaseTransaction,
        contact: Contact,
        customer: &customer::Model,
    ) -> Result<Vec<Unavailable>, StoreError> {
        let Some(reseller) = contact.reseller() else { return Ok(Vec::new()) };
        let standing = self.standing(tx, reseller, customer.id).await?;
        Ok(standing.reasons(self.terms(&customer.time_zone)))
    }

    pub(super) async fn standing(
        &self,
        tx: &DatabaseTransaction,
        reseller: PartnerId,
        customer: CustomerId,
    ) -> Result<Standing, StoreError> {
        let partnership = partnership::Entity::find_by_id((self.partner, reseller));
        let partnership = partnership.lock_shared().all(tx).await?.pop();
        let relationship = relationship::Entity::find_by_id((reseller, customer));
        let relationship = relationship.lock_shared().all(tx).await?.pop();
        Ok(Standing {
            partnership: partnership.map(|row| row.standing()),
            relationship: relationship.map(|row| row.standing()),
            // What has been asked for does not make it available, and the page finds out by itself.
            requested: Requested::default(),
        })
    }

    /// Nobody else changes it until the transaction ends.
    pub(super) async fn lock_subscription(
        &self,
        tx: &DatabaseTransaction,
        id: SubscriptionId,
    ) -> Result<Option<subscription::Model>, StoreError> {
        let row = self.visible_subscriptions().filter(subscription::Column::Id.eq(id));
        Ok(row.lock_exclusive().all(tx).await?.pop())
    }

    /// The name and partner ID of a contact as they are now.
    pub(super) async fn named(
        &self,
        tx: &DatabaseTransaction,
        contact: Contact,
    ) -> Result<Named, StoreError> {
        if contact == Contact::Provider {
            let name = self.organisation.name.clone();
            return Ok(Named { name, mpn_id: self.mpn_id.clone() });
        }
        let row = partner::Entity::find_by_id(contact.partner(self.partner)).all(tx).await?.pop();
        let row = row.ok_or_else(|| {
            sea_orm::DbErr::RecordNotFound("a designated partner has no row".to_owned())
        })?;
        Ok(Named { name: row.name, mpn_id: row.mpn_id })
    }
}

impl PartnerStore {
    /// Writes a decision down: the subscription, its change. The reference is for the activity line.
    pub(super) async fn record_decision(
        &self,
        tx: &DatabaseTransaction,
        row: &subscription::Model,
        decision: Decision,
        undoes: Option<ChangeId>,
    ) -> Result<Option<Recorded>, StoreError> {
        let Decision::Record { contact, decided, cause } = decision else { return Ok(None) };
        let before = self.named(tx, row.support_reseller_id.into()).await?;
        let after = self.named(tx, contact).await?;
        let new = NewChange {
            subscription: row,
            after: contact,
            before_named: (&before.name, &before.mpn_id),
            after_named: (&after.name, &after.mpn_id),
            decided,
            cause,
            undoes,
            by_user: self.scope.user,
            by_partner: self.partner,
            at: self.now(),
        };
        let (id, reference) = change::record(tx, new).await?;
        Ok(Some(Recorded {
            id,
            reference: reference.to_string(),
            before: before.name,
            after: after.name,
            other_partner: contact.reseller().or(row.support_reseller_id),
        }))
    }

    pub(super) async fn record_activity(
        &self,
        tx: &DatabaseTransaction,
        kind: ActivityKind,
        subject: &Subject,
        recorded: &Recorded,
    ) -> Result<(), StoreError> {
        let mut line = self.activity(kind, subject.customer.id);
        line.other_partner = recorded.other_partner;
        line.arguments = serde_json::json!({
            "customer": subject.customer.name,
            "product": subject.product,
            "subscription": subject.subscription.to_string(),
            "before": recorded.before,
            "after": recorded.after,
            "reference": recorded.reference,
        });
        activity::record(tx, line).await
    }

    /// A line by the acting person about one of the customers.
    pub(super) fn activity(&self, kind: ActivityKind, customer: CustomerId) -> Activity {
        Activity { customer: Some(customer), ..self.own_activity(kind) }
    }
}

/// A change that has been written, as the activity log words it.
pub(super) struct Recorded {
    pub id: ChangeId,
    pub reference: String,
    pub before: String,
    pub after: String,
    pub other_partner: Option<PartnerId>,
}
