//! The organisation that a link is meant for: the one that was found when the request was made, or one that has come into
//! the portal since under the partner ID or domain that the asker typed.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, Statement,
};

use crate::{
    domain::{
        ids::OrganisationId,
        request::{Addressee, Door, RequestKind},
    },
    store::{
        StoreError,
        entity::{customer, partner, request},
    },
};

/// One that has a row.
pub enum Organisation {
    Partner(partner::Model),
    Customer(customer::Model),
}

impl Organisation {
    pub fn id(&self) -> OrganisationId {
        match self {
            Self::Partner(row) => OrganisationId::Partner(row.id),
            Self::Customer(row) => OrganisationId::Customer(row.id),
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Partner(row) => &row.name,
            Self::Customer(row) => &row.name,
        }
    }

    pub fn country(&self) -> Option<&str> {
        match self {
            Self::Partner(row) => Some(&row.country),
            Self::Customer(row) => row.country.as_deref(),
        }
    }

    pub fn time_zone(&self) -> &str {
        match self {
            Self::Partner(row) => &row.time_zone,
            Self::Customer(row) => &row.time_zone,
        }
    }
}

pub async fn find(
    connection: &impl ConnectionTrait,
    row: &request::Model,
) -> Result<Option<Organisation>, StoreError> {
    if row.kind == RequestKind::Partnership {
        let found = partner_of(row).all(connection).await?.pop();
        Ok(found.map(Organisation::Partner))
    } else {
        let found = customer_of(row).all(connection).await?.pop();
        Ok(found.map(Organisation::Customer))
    }
}

/// The same, and nobody else ties anything to it until the transaction ends.
pub async fn lock(
    tx: &sea_orm::DatabaseTransaction,
    row: &request::Model,
) -> Result<Option<Organisation>, StoreError> {
    if row.kind == RequestKind::Partnership {
        let found = partner_of(row).lock_exclusive().all(tx).await?.pop();
        Ok(found.map(Organisation::Partner))
    } else {
        let found = customer_of(row).lock_exclusive().all(tx).await?.pop();
        Ok(found.map(Organisation::Customer))
    }
}

fn partner_of(row: &request::Model) -> sea_orm::Select<partner::Entity> {
    let partners = partner::Entity::find();
    match row.to_partner {
        Some(id) => partners.filter(partner::Column::Id.eq(id)),
        None => partners.filter(partner::Column::MpnId.eq(&row.typed_id)),
    }
}

fn customer_of(row: &request::Model) -> sea_orm::Select<customer::Entity> {
    let customers = customer::Entity::find();
    match row.to_customer {
        Some(id) => customers.filter(customer::Column::Id.eq(id)),
        None => customers.filter(customer::Column::Domain.eq(&row.typed_id)),
    }
}

#[derive(FromQueryResult)]
struct Ties {
    has_people: bool,
    is_known_to_others: bool,
}

/// $1 the partner, $2 the asker. A relationship is with a customer, who is somebody else than the asker.
const TIES_OF_PARTNER: &str = "
    SELECT EXISTS (SELECT 1 FROM memberships WHERE partner_id = $1) AS has_people,
           EXISTS (SELECT 1 FROM partnerships
                   WHERE provider_id = $1 OR reseller_id = $1 AND provider_id <> $2)
           OR EXISTS (SELECT 1 FROM relationships WHERE partner_id = $1)
           OR EXISTS (SELECT 1 FROM subscriptions
                      WHERE provider_id = $1
                         OR (support_reseller_id = $1 OR reseller_of_record = $1) AND provider_id <> $2)
               AS is_known_to_others";

/// $1 the customer, $2 the asker.
const TIES_OF_CUSTOMER: &str = "
    SELECT EXISTS (SELECT 1 FROM memberships WHERE customer_id = $1) AS has_people,
           EXISTS (SELECT 1 FROM relationships WHERE customer_id = $1 AND partner_id <> $2)
           OR EXISTS (SELECT 1 FROM subscriptions
                      WHERE customer_id = $1
                        AND (provider_id <> $2 OR support_reseller_id <> $2 OR reseller_of_record <> $2))
               AS is_known_to_others";

pub async fn door(
    connection: &impl ConnectionTrait,
    row: &request::Model,
    organisation: Option<&Organisation>,
) -> Result<Door, StoreError> {
    let (sql, id) = match organisation.map(Organisation::id) {
        None if is_nameable(row) => return Ok(Addressee::NEW.door()),
        None => return Ok(Door::Invitation),
        Some(OrganisationId::Partner(id)) => (TIES_OF_PARTNER, id.into()),
        Some(OrganisationId::Customer(id)) => (TIES_OF_CUSTOMER, id.into()),
    };
    let values = [id, row.from_partner.into()];
    let ties = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    let ties = Ties::find_by_statement(ties).all(connection).await?.pop();
    let addressee = ties.map_or(Addressee::NEW, |ties| Addressee {
        has_people: ties.has_people,
        is_known_to_others: ties.is_known_to_others,
    });
    Ok(addressee.door())
}

/// Whether a row can be made of what was typed: a new partner needs its partner ID.
fn is_nameable(row: &request::Model) -> bool {
    row.kind != RequestKind::Partnership
        || row.typed_id.parse::<crate::domain::text::MpnId>().is_ok()
}
