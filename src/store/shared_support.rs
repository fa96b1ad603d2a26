//! What somebody sees who has a customer's share link: its support contacts, and nothing else of it.

use sea_orm::EntityTrait;

use super::{
    Organisation, Store, StoreError, Token,
    connect::Database,
    customer::{SupportedSubscription, supported_subscriptions_of},
    entity::{customer, support_share},
    signed_link::{LinkKey, Purpose},
};
use crate::{
    clock::Clock,
    domain::ids::{CustomerId, SupportShareId},
};

/// Proof that somebody had a good link when the request began.
#[derive(Clone, Debug)]
pub struct SharedSupport {
    db: Database,
    clock: Clock,
    customer: CustomerId,
    domain: String,
    organisation: Organisation,
}

impl Store {
    /// `None` for a link that is unknown, revoked, or never was one.
    pub async fn shared_support(&self, token: &Token) -> Result<Option<SharedSupport>, StoreError> {
        let Some(id) = LinkKey::id_of::<SupportShareId>(token) else { return Ok(None) };
        let share = support_share::Entity::find_by_id(id)
            .find_also_related(customer::Entity)
            .all(self.db.reader())
            .await?
            .pop();
        let Some((share, Some(customer))) = share else { return Ok(None) };
        let links = self.secret_key.links().await?;
        let is_good = links.opens(token, Purpose::SupportShare, share.number);
        if !is_good || share.revoked_at.is_some() {
            return Ok(None);
        }
        Ok(Some(SharedSupport {
            db: self.db.clone(),
            clock: self.clock.clone(),
            customer: customer.id,
            domain: customer.domain,
            organisation: Organisation { name: customer.name, time_zone: customer.time_zone },
        }))
    }
}

impl SharedSupport {
    /// Whose contacts these are.
    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// As the customer's own people see them.
    pub async fn supported_subscriptions(&self) -> Result<Vec<SupportedSubscription>, StoreError> {
        let zone = self.organisation.zone();
        supported_subscriptions_of(self.db.reader(), self.customer, &zone, self.clock.now()).await
    }
}
