//! Adding a customer: it begins to be served by the partner that adds it (`docs/domain.md` rule 13a).

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};

use super::CustomerEditor;
use crate::{
    domain::{
        customer::CannotAdd,
        ids::CustomerId,
        relationship::RelationshipState,
        text::{Country, DomainName, Name, Number},
    },
    locale::{Zone, search_key, sort_key},
    store::{
        StoreError,
        activity::{self, ActivityKind},
        entity::{customer, relationship},
    },
};

/// What everybody sees of a customer who serves it.
#[derive(Clone, Debug)]
pub struct CustomerFacts {
    pub name: Name,
    pub country: Option<Country>,
    pub zone: Zone,
}

/// What a form asks for.
#[derive(Clone, Debug)]
pub struct NewCustomer {
    pub facts: CustomerFacts,
    pub domain: DomainName,
    /// In the partner's own books.
    pub number: Option<Number>,
}

impl CustomerEditor {
    pub async fn add_customer(
        &self,
        new: &NewCustomer,
    ) -> Result<Result<CustomerId, CannotAdd>, StoreError> {
        let add = async || self.write(async |tx| self.add_customer_in(tx, new).await).await;
        match add().await {
            // Of two at once the second finds the first one's.
            Err(error) if error.is_taken() => add().await,
            outcome => outcome,
        }
    }

    async fn add_customer_in(
        &self,
        tx: &DatabaseTransaction,
        new: &NewCustomer,
    ) -> Result<Result<CustomerId, CannotAdd>, StoreError> {
        let same = customer::Entity::find()
            .filter(customer::Column::Domain.eq(new.domain.as_str()))
            .all(tx)
            .await?;
        if let Some(row) = same.into_iter().next() {
            let own = relationship::Entity::find_by_id((self.id(), row.id))
                .filter(relationship::Column::State.eq(RelationshipState::Active));
            let is_own = !own.all(tx).await?.is_empty();
            return Ok(Err(if is_own { CannotAdd::IsOwn(row.id) } else { CannotAdd::IsKnown }));
        }
        let id = self.insert_customer(tx, new).await?;
        let mut line = self.activity(ActivityKind::CustomerAdded, id);
        line.arguments = serde_json::json!({ "customer": new.facts.name.as_str() });
        activity::record(tx, line).await?;
        Ok(Ok(id))
    }

    async fn insert_customer(
        &self,
        tx: &DatabaseTransaction,
        new: &NewCustomer,
    ) -> Result<CustomerId, StoreError> {
        let NewCustomer { facts, domain, number } = new;
        let id = CustomerId::new(self.now());
        let customer = customer::ActiveModel {
            id: Set(id),
            external_id: Set(None),
            name: Set(facts.name.to_string()),
            search_key: Set(search_key(&format!("{} {domain}", facts.name))),
            domain: Set(domain.to_string()),
            country: Set(facts.country.as_ref().map(ToString::to_string)),
            time_zone: Set(facts.zone.name().to_owned()),
            second_factor_required: Set(false),
            added_by: Set(Some(self.id())),
        };
        customer.insert(tx).await?;
        let relationship = relationship::ActiveModel {
            partner_id: Set(self.id()),
            customer_id: Set(id),
            state: Set(RelationshipState::Active),
            delegated_admin: Set(false),
            delegated_admin_until: Set(None),
            recorded_by: Set(None),
            default_reseller_id: Set(None),
            customer_number: Set(number.as_ref().map(ToString::to_string)),
            sort_key: Set(sort_key(facts.name.as_str())),
            since: Set(self.now()),
            ended_at: Set(None),
            ended_by_customer: Set(false),
        };
        relationship.insert(tx).await?;
        Ok(id)
    }
}
