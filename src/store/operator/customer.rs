//! The customers of the portal: those that come by themselves. One that a partner serves is added by that partner.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, DerivePartialModel, EntityTrait, QueryFilter,
    sea_query::{Expr, LikeExpr},
};
use serde_json::json;

use super::Operator;
use crate::{
    domain::{
        ids::{CustomerId, OrganisationId},
        text::{Country, DomainName, Name},
    },
    locale::{Zone, like_pattern, sort_key},
    store::{
        StoreError, activity::ActivityKind, entity::customer, former_name::customer_key,
        request_link::address_all,
    },
};

/// A customer that is to use the portal.
#[derive(Clone, Debug)]
pub struct NewCustomer {
    pub name: Name,
    pub domain: DomainName,
    pub country: Country,
    pub time_zone: Zone,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "customer::Entity")]
pub struct CustomerListed {
    pub id: CustomerId,
    pub domain: String,
    pub name: String,
    /// Nobody has said yet where it is.
    pub country: Option<String>,
    pub time_zone: String,
    /// How many may act for it.
    #[sea_orm(from_expr = "people()")]
    pub people: i64,
    /// With how many partners it has a relationship.
    #[sea_orm(from_expr = "partners()")]
    pub partners: i64,
}

fn people() -> Expr {
    Expr::cust(
        "(SELECT COUNT(*) FROM memberships m JOIN users u ON u.id = m.user_id \
         WHERE m.customer_id = customers.id AND m.active AND u.active)",
    )
}

fn partners() -> Expr {
    Expr::cust(
        "(SELECT COUNT(*) FROM relationships r \
         WHERE r.customer_id = customers.id AND r.state = 'active')",
    )
}

impl NewCustomer {
    async fn insert(&self, tx: &DatabaseTransaction, id: CustomerId) -> Result<(), StoreError> {
        let row = customer::ActiveModel {
            id: Set(id),
            external_id: Set(None),
            name: Set(self.name.to_string()),
            search_key: Set(customer_key(self.name.as_str(), self.domain.as_str())),
            domain: Set(self.domain.to_string()),
            country: Set(Some(self.country.to_string())),
            time_zone: Set(self.time_zone.name().to_owned()),
            second_factor_required: Set(false),
            added_by: Set(None),
        };
        customer::Entity::insert(row).exec_without_returning(tx).await?;
        Ok(())
    }
}

impl Operator {
    /// By name. `q`: words, each a part of the name or of the domain.
    pub async fn customers(&self, q: &str) -> Result<Vec<CustomerListed>, StoreError> {
        let found = q.split_whitespace().fold(customer::Entity::find(), |found, word| {
            let pattern = LikeExpr::new(like_pattern(word)).escape('\\');
            found.filter(customer::Column::SearchKey.like(pattern))
        });
        let rows = found.into_partial_model().all(self.store.db.reader()).await?;
        let mut rows: Vec<CustomerListed> = rows;
        rows.sort_by_cached_key(|row| (sort_key(&row.name), row.id));
        Ok(rows)
    }

    /// `None`: the domain is taken.
    pub async fn create_customer(&self, new: &NewCustomer) -> Result<Option<()>, StoreError> {
        let created = self
            .store
            .db
            .write(async |tx| {
                let id = CustomerId::new(self.now());
                new.insert(tx, id).await?;
                let organisation = OrganisationId::Customer(id);
                address_all(tx, new.domain.as_str(), organisation).await?;
                let arguments = json!({ "name": new.name.as_str() });
                self.record(tx, ActivityKind::OrganisationSetUp, organisation, arguments).await
            })
            .await;
        match created {
            Err(error) if error.is_taken() => Ok(None),
            created => created.map(Some),
        }
    }
}
