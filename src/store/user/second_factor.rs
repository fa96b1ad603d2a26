//! Whether an organisation's people must have a second factor, and who has none (`docs/security.md` B7).

use sea_orm::{
    ColumnTrait, DatabaseTransaction, DerivePartialModel, EntityTrait, JoinType, QueryFilter,
    QuerySelect, RelationTrait, sea_query::Expr,
};

use super::Users;
use crate::{
    domain::{
        ids::{OrganisationId, UserId},
        second_factor::{CannotRequire, may_require},
    },
    locale::sort_key,
    store::{
        StoreError,
        activity::{self, ActivityKind},
        entity::{customer, membership, partner, user},
    },
};

/// What stands in the organisation.
#[derive(Clone, Debug)]
pub struct SecondFactorPolicy {
    pub is_required: bool,
    /// Whether the reader has one: without it they cannot require it from others.
    pub own: bool,
    /// How many people act for the organisation …
    pub people: usize,
    /// … and the names of those who have none.
    pub without: Vec<String>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "membership::Entity")]
struct Person {
    #[sea_orm(nested)]
    user: Row,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "user::Entity")]
struct Row {
    id: UserId,
    name: String,
    #[sea_orm(from_expr = "has_second_factor()")]
    has_second_factor: bool,
}

fn has_second_factor() -> Expr {
    Expr::cust("(users.totp_secret IS NOT NULL)")
}

impl Users {
    pub async fn second_factor_policy(&self) -> Result<SecondFactorPolicy, StoreError> {
        let mut people = self
            .own_memberships()
            .filter(membership::Column::Active.eq(true))
            .join(JoinType::InnerJoin, membership::Relation::User.def())
            .filter(user::Column::Active.eq(true))
            .into_partial_model::<Person>()
            .all(self.scope.db.reader())
            .await?;
        people.sort_by_cached_key(|person| sort_key(&person.user.name));
        let without = people.iter().filter(|person| !person.user.has_second_factor);
        let is_own = |person: &Person| person.user.id == self.scope.user;
        Ok(SecondFactorPolicy {
            is_required: self.requires_second_factor().await?,
            own: people.iter().any(|person| is_own(person) && person.user.has_second_factor),
            without: without.map(|person| person.user.name.clone()).collect(),
            people: people.len(),
        })
    }

    async fn requires_second_factor(&self) -> Result<bool, StoreError> {
        let reader = self.scope.db.reader();
        Ok(match self.organisation {
            OrganisationId::Partner(id) => {
                let own = partner::Entity::find_by_id(id).all(reader).await?.pop();
                own.is_some_and(|own| own.second_factor_required)
            }
            OrganisationId::Customer(id) => {
                let own = customer::Entity::find_by_id(id).all(reader).await?.pop();
                own.is_some_and(|own| own.second_factor_required)
            }
        })
    }

    /// From now on, or not any more. Where it was so before, nothing changes.
    pub async fn require_second_factor(
        &self,
        required: bool,
    ) -> Result<Result<(), CannotRequire>, StoreError> {
        self.write(async |tx, _| {
            let own = user::Entity::find_by_id(self.scope.user).all(tx).await?.pop();
            let own = own.is_some_and(|own| own.totp_secret.is_some());
            if required && let Err(reason) = may_require(own) {
                return Ok(Err(reason));
            }
            if self.set_required(tx, required).await? {
                let kind = if required {
                    ActivityKind::SecondFactorRequired
                } else {
                    ActivityKind::SecondFactorOptional
                };
                activity::record(tx, self.activity(kind, None)).await?;
            }
            Ok(Ok(()))
        })
        .await
    }

    /// Whether it was otherwise before.
    async fn set_required(
        &self,
        tx: &DatabaseTransaction,
        required: bool,
    ) -> Result<bool, StoreError> {
        let changed = match self.organisation {
            OrganisationId::Partner(id) => {
                partner::Entity::update_many()
                    .col_expr(partner::Column::SecondFactorRequired, Expr::value(required))
                    .filter(partner::Column::Id.eq(id))
                    .filter(partner::Column::SecondFactorRequired.ne(required))
                    .exec(tx)
                    .await?
            }
            OrganisationId::Customer(id) => {
                customer::Entity::update_many()
                    .col_expr(customer::Column::SecondFactorRequired, Expr::value(required))
                    .filter(customer::Column::Id.eq(id))
                    .filter(customer::Column::SecondFactorRequired.ne(required))
                    .exec(tx)
                    .await?
            }
        };
        Ok(changed.rows_affected > 0)
    }
}
