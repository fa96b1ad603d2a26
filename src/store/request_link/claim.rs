//! Setting up an organisation that is new to the portal by the link of a request that was meant for it.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter, QuerySelect, SqlErr, sea_query::Expr,
};

use super::{
    LinkedRequest,
    addressee::{self, Organisation},
};
use crate::{
    domain::{
        ids::{CustomerId, OrganisationId, PartnerId},
        partner::PartnerKind,
        request::{Door, RequestKind, RequestState, Standing},
        text::{Country, Name},
    },
    locale::{Zone, sort_key},
    store::{
        Browser, NewAdmin, SignIn, Store, StoreError,
        activity::{self, Activity, ActivityKind},
        customer_people,
        entity::{customer, partner, request, user},
        former_name::{customer_key, partner_key},
    },
};

/// What the set-up page asks for.
pub struct Claim {
    /// Where its name is not fixed by the asker.
    pub name: Name,
    pub country: Country,
    pub time_zone: Zone,
    pub admin: NewAdmin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotClaim {
    /// The link leads somewhere else by now: somebody was first, or it has been answered or revoked.
    Gone,
    /// One person has one account.
    EmailInUse,
}

impl Store {
    /// Makes the organisation, or takes over the row that was made for it, and signs its first admin in.
    pub async fn claim(
        &self,
        link: &LinkedRequest,
        claim: &Claim,
        browser: &Browser,
    ) -> Result<Result<SignIn, CannotClaim>, StoreError> {
        if self.door(link).await? != Some(Door::SetUp) {
            return Ok(Err(CannotClaim::Gone));
        }
        let hash = self.passwords.hash(claim.admin.password.as_str()).await?;
        let claimed = self
            .db
            .write(async |tx| {
                if is_in_use(tx, &claim.admin).await? {
                    return Ok(Err(CannotClaim::EmailInUse));
                }
                let Some(organisation) = self.take_over(tx, link, claim).await? else {
                    return Ok(Err(CannotClaim::Gone));
                };
                let admin = self.insert_admin(tx, &claim.admin, organisation, &hash).await?;
                if let OrganisationId::Customer(customer) = organisation {
                    customer_people::give_notice(tx, customer, self.clock.now()).await?;
                }
                self.record_claim(tx, claim, organisation, &admin, browser).await?;
                let begun = self.begin_session(tx, &admin, browser).await?;
                Ok(begun.ok_or(CannotClaim::Gone))
            })
            .await;
        match claimed {
            // Two at the same moment made the same row.
            Err(StoreError::Database(error)) if is_taken(&error) => {
                let in_use = is_in_use(self.db.reader(), &claim.admin).await?;
                let refused = if in_use { CannotClaim::EmailInUse } else { CannotClaim::Gone };
                Ok(Err(refused))
            }
            claimed => claimed,
        }
    }

    /// `None`: the link does not lead here any more.
    async fn take_over(
        &self,
        tx: &DatabaseTransaction,
        link: &LinkedRequest,
        claim: &Claim,
    ) -> Result<Option<OrganisationId>, StoreError> {
        let row = request::Entity::find_by_id(link.id())
            .filter(request::Column::LinkNumber.eq(link.row.link_number))
            .lock_exclusive()
            .all(tx)
            .await?
            .pop();
        let open = row.filter(|row| row.standing().standing(self.clock.now()) == Standing::Open);
        let Some(row) = open else { return Ok(None) };
        let found = addressee::lock(tx, &row).await?;
        if addressee::door(tx, &row, found.as_ref()).await? != Door::SetUp {
            return Ok(None);
        }
        Ok(Some(match found {
            Some(Organisation::Partner(row)) => {
                OrganisationId::Partner(settle_partner(tx, row, claim).await?)
            }
            Some(Organisation::Customer(row)) => {
                OrganisationId::Customer(settle_customer(tx, row, claim).await?)
            }
            None if link.is_of_partner() => {
                OrganisationId::Partner(self.insert_partner(tx, &row, claim).await?)
            }
            None => OrganisationId::Customer(self.insert_customer(tx, &row, claim).await?),
        }))
    }

    async fn insert_partner(
        &self,
        tx: &DatabaseTransaction,
        request: &request::Model,
        claim: &Claim,
    ) -> Result<PartnerId, StoreError> {
        let id = PartnerId::new(self.clock.now());
        // The asker has said which partner it means; only what it left out is the admin's to say.
        let name = request.typed_name.as_deref().unwrap_or(claim.name.as_str());
        let row = partner::ActiveModel {
            id: Set(id),
            kind: Set(PartnerKind::IndirectReseller),
            name: Set(name.to_owned()),
            sort_key: Set(sort_key(name)),
            search_key: Set(partner_key(name, &request.typed_id)),
            mpn_id: Set(request.typed_id.clone()),
            country: Set(claim.country.to_string()),
            time_zone: Set(claim.time_zone.name().to_owned()),
            second_factor_required: Set(false),
        };
        partner::Entity::insert(row).exec_without_returning(tx).await?;
        address_all(tx, &request.typed_id, OrganisationId::Partner(id)).await?;
        Ok(id)
    }

    async fn insert_customer(
        &self,
        tx: &DatabaseTransaction,
        request: &request::Model,
        claim: &Claim,
    ) -> Result<CustomerId, StoreError> {
        let (id, domain) = (CustomerId::new(self.clock.now()), &request.typed_id);
        let row = customer::ActiveModel {
            id: Set(id),
            external_id: Set(None),
            name: Set(claim.name.to_string()),
            search_key: Set(customer_key(claim.name.as_str(), domain)),
            domain: Set(domain.clone()),
            country: Set(Some(claim.country.to_string())),
            time_zone: Set(claim.time_zone.name().to_owned()),
            second_factor_required: Set(false),
            added_by: Set(None),
        };
        customer::Entity::insert(row).exec_without_returning(tx).await?;
        address_all(tx, domain, OrganisationId::Customer(id)).await?;
        Ok(id)
    }

    async fn record_claim(
        &self,
        tx: &DatabaseTransaction,
        claim: &Claim,
        organisation: OrganisationId,
        admin: &user::Model,
        browser: &Browser,
    ) -> Result<(), StoreError> {
        let (kind, now) = (ActivityKind::OrganisationSetUp, self.clock.now());
        let mut line = Activity::by(admin.id, organisation, kind, now);
        line.arguments = serde_json::json!({ "name": claim.name.as_str() });
        line.request = browser.request;
        activity::record(tx, line).await
    }
}

/// The asker has fixed name and partner ID; the rest is the organisation's own to say.
async fn settle_partner(
    tx: &DatabaseTransaction,
    row: partner::Model,
    claim: &Claim,
) -> Result<PartnerId, StoreError> {
    let settled = partner::ActiveModel {
        id: Set(row.id),
        country: Set(claim.country.to_string()),
        time_zone: Set(claim.time_zone.name().to_owned()),
        ..Default::default()
    };
    settled.update(tx).await?;
    Ok(row.id)
}

async fn settle_customer(
    tx: &DatabaseTransaction,
    row: customer::Model,
    claim: &Claim,
) -> Result<CustomerId, StoreError> {
    let settled = customer::ActiveModel {
        id: Set(row.id),
        country: Set(Some(claim.country.to_string())),
        time_zone: Set(claim.time_zone.name().to_owned()),
        ..Default::default()
    };
    settled.update(tx).await?;
    Ok(row.id)
}

/// Whatever else waits for the same partner ID or domain has found its other side.
pub async fn address_all(
    tx: &DatabaseTransaction,
    typed_id: &str,
    organisation: OrganisationId,
) -> Result<(), StoreError> {
    let waiting = request::Entity::update_many()
        .filter(request::Column::State.eq(RequestState::Open))
        .filter(request::Column::ToPartner.is_null())
        .filter(request::Column::ToCustomer.is_null())
        .filter(request::Column::TypedId.eq(typed_id));
    let (kind, partnership) = (request::Column::Kind, RequestKind::Partnership);
    let addressed = match organisation {
        OrganisationId::Partner(id) => waiting
            .col_expr(request::Column::ToPartner, Expr::value(id))
            .filter(kind.eq(partnership)),
        OrganisationId::Customer(id) => waiting
            .col_expr(request::Column::ToCustomer, Expr::value(id))
            .filter(kind.ne(partnership)),
    };
    addressed.exec(tx).await?;
    Ok(())
}

async fn is_in_use(
    connection: &impl sea_orm::ConnectionTrait,
    admin: &NewAdmin,
) -> Result<bool, StoreError> {
    let same = user::Entity::find().filter(user::Column::Email.eq(admin.email.as_str()));
    Ok(!same.all(connection).await?.is_empty())
}

fn is_taken(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
