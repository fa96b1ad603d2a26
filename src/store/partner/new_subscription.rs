//! Adding a subscription that a provider sells: its contact is the provider, or the customer's contact for new
//! subscriptions where that one can be chosen (`docs/domain.md` rules 22 and 29).

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use super::{SubscriptionEditor, SubscriptionFacts};
use crate::{
    domain::{
        ids::{CustomerId, PartnerId, ProductId, SubscriptionId},
        relationship::RelationshipState,
        subscription::{CannotSell, may_become},
        support_contact::Contact,
        text::Name,
    },
    locale::{search_key, sort_key_of},
    store::{
        StoreError,
        activity::{self, ActivityKind},
        change,
        entity::{customer, product, relationship, subscription},
    },
};

/// What a form asks for.
#[derive(Clone, Debug)]
pub struct NewSubscription {
    /// The name or the domain of one of the provider's customers.
    pub customer: String,
    pub product: Name,
    pub facts: SubscriptionFacts,
}

/// Enough customers of one name to say that there are several.
const NAMESAKES: u64 = 50;
/// The products that the form offers; any other is typed.
const OFFERED: u64 = 50;

impl SubscriptionEditor {
    pub async fn add_subscription(
        &self,
        new: &NewSubscription,
    ) -> Result<Result<SubscriptionId, CannotSell>, StoreError> {
        let add = async || self.write(async |tx| self.add_subscription_in(tx, new).await).await;
        match add().await {
            // Of two at once the second finds the first one's number.
            Err(error) if error.is_taken() => add().await,
            outcome => outcome,
        }
    }

    /// The names of products that it has sold most often, for the form to offer: of what others sell nothing is told.
    pub async fn products_sold(&self) -> Result<Vec<String>, StoreError> {
        let names = self
            .visible_subscriptions()
            .inner_join(product::Entity)
            .select_only()
            .column(product::Column::Name)
            .group_by(product::Column::Name)
            .order_by_desc(subscription::Column::Id.count())
            .order_by_asc(product::Column::Name)
            .limit(OFFERED);
        Ok(names.into_tuple().all(self.scope.db.reader()).await?)
    }

    /// The domain of a customer that the provider serves, for the form.
    pub async fn customer_to_sell_to(&self, id: CustomerId) -> Result<Option<String>, StoreError> {
        let own = self.active_relationships(None).filter(relationship::Column::CustomerId.eq(id));
        let domain = own.select_only().column(customer::Column::Domain).into_tuple();
        Ok(domain.all(self.scope.db.reader()).await?.pop())
    }

    async fn add_subscription_in(
        &self,
        tx: &DatabaseTransaction,
        new: &NewSubscription,
    ) -> Result<Result<SubscriptionId, CannotSell>, StoreError> {
        let customer = match self.meant(tx, &new.customer).await? {
            Ok(customer) => customer,
            Err(why) => return Ok(Err(why)),
        };
        let of_record = match self.reseller_of_record(tx, &new.facts).await? {
            Ok(reseller) => reseller,
            Err(why) => return Ok(Err(why)),
        };
        let contact = self.contact_for_new(tx, &customer).await?;
        let own = relationship::Entity::find_by_id((self.id(), customer.id)).lock_shared();
        let own = own.all(tx).await?.pop().map_or(RelationshipState::Ended, |row| row.state);
        if let Err(why) = may_become(None, new.facts.status, own) {
            return Ok(Err(why));
        }
        if let Some(other) = self.with_number(tx, new.facts.number.as_ref(), None).await? {
            return Ok(Err(CannotSell::NumberInUse(other)));
        }
        let (product, product_name) = self.product(tx, &new.product).await?;
        let row = subscription::Model {
            id: SubscriptionId::new(self.now()),
            customer_id: customer.id,
            provider_id: self.id(),
            product_id: product,
            nickname: None,
            external_id: None,
            quantity: None,
            status: new.facts.status,
            ends_on: None,
            reseller_of_record: None,
            support_reseller_id: contact.reseller(),
            decided: false,
            version: 1,
            sort_key: sort_key_of(&[&customer.name, &product_name]),
            created_at: self.now(),
        };
        let row = new.facts.applied(row, of_record.map(|reseller| reseller.id));
        self.insert_subscription(tx, &row, contact).await?;
        let mut line = self.activity(ActivityKind::SubscriptionAdded, customer.id);
        line.other_partner = contact.reseller();
        line.arguments = serde_json::json!({
            "customer": customer.name,
            "product": product_name,
            "subscription": row.id.to_string(),
        });
        activity::record(tx, line).await?;
        Ok(Ok(row.id))
    }

    async fn insert_subscription(
        &self,
        tx: &DatabaseTransaction,
        row: &subscription::Model,
        contact: Contact,
    ) -> Result<(), StoreError> {
        subscription::Entity::insert(row.clone().into_active_model())
            .exec_without_returning(tx)
            .await?;
        let named = self.named(tx, contact).await?;
        change::begin(tx, row, (&named.name, &named.mpn_id)).await
    }

    /// The customer with this domain, or the only one with this name.
    async fn meant(
        &self,
        tx: &impl ConnectionTrait,
        typed: &str,
    ) -> Result<Result<customer::Model, CannotSell>, StoreError> {
        let typed = search_key(typed);
        // Name and domain with a blank between them.
        let named = Condition::any()
            .add(customer::Column::Domain.eq(typed.as_str()))
            .add(customer::Column::SearchKey.starts_with(format!("{typed} ")));
        let found = self
            .active_relationships(None)
            .filter(named)
            .order_by_asc(relationship::Column::SortKey)
            .limit(NAMESAKES);
        let found = found.select_also(customer::Entity).all(tx).await?;
        let mut found: Vec<_> = found.into_iter().filter_map(|(_, customer)| customer).collect();
        if let Some(exact) = found.iter().position(|customer| customer.domain == typed) {
            return Ok(Ok(found.swap_remove(exact)));
        }
        found.retain(|customer| search_key(&customer.name) == typed);
        Ok(match (found.pop(), found.is_empty()) {
            (Some(only), true) => Ok(only),
            (Some(_), false) => Err(CannotSell::SeveralCustomers),
            (None, _) => Err(CannotSell::NoSuchCustomer),
        })
    }

    /// The customer's contact for new subscriptions, if that one can be chosen now.
    async fn contact_for_new(
        &self,
        tx: &DatabaseTransaction,
        customer: &customer::Model,
    ) -> Result<Contact, StoreError> {
        let own = relationship::Entity::find_by_id((self.id(), customer.id)).all(tx).await?.pop();
        let wanted: Option<PartnerId> = own.and_then(|row| row.default_reseller_id);
        let reasons = self.reasons(tx, wanted.into(), customer).await?;
        Ok(wanted.filter(|_| reasons.is_empty()).into())
    }

    /// One that it has sold before however its name is written, or else one of exactly this name, or a new one.
    async fn product(
        &self,
        tx: &DatabaseTransaction,
        name: &Name,
    ) -> Result<(ProductId, String), StoreError> {
        let sold = self
            .visible_subscriptions()
            .inner_join(product::Entity)
            .filter(product::Column::SearchKey.eq(search_key(name.as_str())))
            .select_only()
            .column(product::Column::Id)
            .column(product::Column::Name)
            .order_by_asc(product::Column::Id)
            .limit(1)
            .into_tuple()
            .all(tx)
            .await?;
        if let Some(sold) = sold.into_iter().next() {
            return Ok(sold);
        }
        let same = product::Entity::find()
            .filter(product::Column::Name.eq(name.as_str()))
            .order_by_asc(product::Column::Id)
            .limit(1);
        if let Some(same) = same.all(tx).await?.pop() {
            return Ok((same.id, same.name));
        }
        let row = product::Model {
            id: ProductId::new(self.now()),
            external_id: None,
            name: name.to_string(),
            search_key: search_key(name.as_str()),
        };
        let row = row.into_active_model().insert(tx).await?;
        Ok((row.id, row.name))
    }
}
