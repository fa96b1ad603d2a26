//! Organisations as the operator makes and names them: a partner by its partner ID, a customer by its domain.

use std::{collections::BTreeMap, fmt};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::Expr,
};
use serde_json::json;

use super::Operator;
use crate::{
    domain::{
        ids::OrganisationId,
        text::{DomainName, MpnId, Name},
    },
    store::{
        StoreError,
        activity::ActivityKind,
        entity::{customer, membership, partner},
        request_link::address_all,
    },
};

/// Exactly one organisation, if there is one of that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    Partner(MpnId),
    Customer(DomainName),
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Partner(mpn_id) => write!(f, "partner {mpn_id}"),
            Self::Customer(domain) => write!(f, "customer {domain}"),
        }
    }
}

/// One that there is.
#[derive(Clone, Debug)]
pub struct NamedOrganisation {
    pub id: OrganisationId,
    pub name: String,
}

impl Operator {
    /// Makes an organisation; what was asked of it before it was there finds it. `named`: by what it is asked. `None`:
    /// another is named so.
    pub(super) async fn create(
        &self,
        id: OrganisationId,
        named: &str,
        name: &Name,
        insert: impl AsyncFn(&DatabaseTransaction) -> Result<(), StoreError>,
    ) -> Result<Option<()>, StoreError> {
        let made = self
            .store
            .db
            .write(async |tx| {
                insert(tx).await?;
                address_all(tx, named, id).await?;
                let arguments = json!({ "name": name.as_str() });
                self.record(tx, ActivityKind::OrganisationSetUp, id, arguments).await
            })
            .await;
        match made {
            Err(error) if error.is_taken() => Ok(None),
            made => made.map(Some),
        }
    }

    pub async fn organisation(
        &self,
        named: &Named,
    ) -> Result<Option<NamedOrganisation>, StoreError> {
        let db = self.store.db.reader();
        Ok(match named {
            Named::Partner(mpn_id) => {
                let found = partner::Entity::find();
                let found =
                    found.filter(partner::Column::MpnId.eq(mpn_id.as_str())).all(db).await?;
                found.into_iter().next().map(|row| NamedOrganisation {
                    id: OrganisationId::Partner(row.id),
                    name: row.name,
                })
            }
            Named::Customer(domain) => {
                let found = customer::Entity::find();
                let found =
                    found.filter(customer::Column::Domain.eq(domain.as_str())).all(db).await?;
                found.into_iter().next().map(|row| NamedOrganisation {
                    id: OrganisationId::Customer(row.id),
                    name: row.name,
                })
            }
        })
    }
}

/// How many may act for an organisation. `is_its`: which memberships are of it.
pub(super) fn people(is_its: &str) -> Expr {
    Expr::cust(format!(
        "(SELECT COUNT(*) FROM memberships m JOIN users u ON u.id = m.user_id \
         WHERE {is_its} AND m.active AND u.active)"
    ))
}

/// Whose membership it is; the schema lets it be exactly one of the two.
pub(super) fn organisation_of(membership: &membership::Model) -> Option<OrganisationId> {
    let partner = membership.partner_id.map(OrganisationId::Partner);
    partner.or(membership.customer_id.map(OrganisationId::Customer))
}

/// Every organisation as the operator names it, and by its name.
pub(super) async fn names(
    connection: &impl ConnectionTrait,
) -> Result<BTreeMap<OrganisationId, (Named, String)>, StoreError> {
    let partners = partner::Entity::find().all(connection).await?.into_iter();
    let customers = customer::Entity::find().all(connection).await?.into_iter();
    let partners = partners.filter_map(|row| {
        let named = Named::Partner(row.mpn_id.parse().ok()?);
        Some((OrganisationId::Partner(row.id), (named, row.name)))
    });
    let customers = customers.filter_map(|row| {
        let named = Named::Customer(row.domain.parse().ok()?);
        Some((OrganisationId::Customer(row.id), (named, row.name)))
    });
    Ok(partners.chain(customers).collect())
}
