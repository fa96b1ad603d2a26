//! The customers of the portal: those that come by themselves. One that a partner serves is added by that partner.

use sea_orm::{
    ActiveValue::Set, DatabaseTransaction, DerivePartialModel, EntityTrait, QueryFilter,
    sea_query::Expr,
};

use super::{Operator, organisation::people};
use crate::{
    domain::{
        ids::{CustomerId, OrganisationId},
        text::{Country, DomainName, Name},
    },
    locale::{Zone, sort_key},
    store::{
        StoreError,
        entity::customer,
        former_name::{customer_is_called, customer_key, formerly, with_customers_former},
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
    /// The name that it had until lately.
    #[sea_orm(from_expr = "formerly()")]
    pub formerly: Option<String>,
    /// Nobody has said yet where it is.
    pub country: Option<String>,
    pub time_zone: String,
    /// How many may act for it.
    #[sea_orm(from_expr = r#"people("m.customer_id = customers.id")"#)]
    pub people: i64,
    /// With how many partners it has a relationship.
    #[sea_orm(from_expr = "partners()")]
    pub partners: i64,
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
    /// By name. `q`: words, each a part of the name, of one that it had until lately, or of the domain.
    pub async fn customers(&self, q: &str) -> Result<Vec<CustomerListed>, StoreError> {
        let now = self.now();
        let all = with_customers_former(customer::Entity::find(), now);
        let found = q
            .split_whitespace()
            .fold(all, |found, word| found.filter(customer_is_called(word, now)));
        let rows = found.into_partial_model().all(self.store.db.reader()).await?;
        let mut rows: Vec<CustomerListed> = rows;
        rows.sort_by_cached_key(|row| (sort_key(&row.name), row.id));
        Ok(rows)
    }

    /// `None`: the domain is taken.
    pub async fn create_customer(&self, new: &NewCustomer) -> Result<Option<()>, StoreError> {
        let id = CustomerId::new(self.now());
        let organisation = OrganisationId::Customer(id);
        self.create(organisation, new.domain.as_str(), &new.name, async |tx| {
            new.insert(tx, id).await
        })
        .await
    }
}
