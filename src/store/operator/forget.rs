//! Forgetting a person: nothing that says who they were is kept, while what they did stays as it was done, by somebody
//! (`docs/security.md` G).

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::Expr,
};

use super::{LastAdminOf, Operator, person::Person};
use crate::{
    domain::{
        ids::{MembershipId, UserId},
        text::EmailAddress,
    },
    store::{
        StoreError,
        activity::ActivityKind,
        credentials,
        entity::{
            asked_link, membership, membership_role, one_time_link, recovery_code, request, user,
        },
    },
};

/// What was given up with the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// From how many organisations they are gone.
    pub memberships: usize,
}

impl Operator {
    /// Blanks a person for good. Lines of the log and changes keep their author's id, which leads to nothing. `None`:
    /// nobody has this address.
    pub async fn forget(
        &self,
        email: &EmailAddress,
        even_the_last: bool,
    ) -> Result<Option<Result<Forgotten, LastAdminOf>>, StoreError> {
        self.store
            .db
            .write(async |tx| {
                let Some(person) = Person::lock(tx, email).await? else { return Ok(None) };
                let last = person.last_admin_of(tx, &person.active_in()).await?;
                if let (Some(last), false) = (last, even_the_last) {
                    return Ok(Some(Err(last)));
                }
                let user = person.user.id;
                credentials::renew(tx, user).await?;
                self.store.lift_throttle(tx, user).await?;
                forget_links(tx, user).await?;
                forget_requests_to(tx, email).await?;
                leave(tx, &person.memberships).await?;
                blank(tx, user).await?;
                let (kind, concerned) = (ActivityKind::PersonForgotten, person.organisations());
                self.record_about(tx, kind, user, concerned).await?;
                Ok(Some(Ok(Forgotten { memberships: person.memberships.len() })))
            })
            .await
    }
}

async fn forget_links(tx: &DatabaseTransaction, user: UserId) -> Result<(), StoreError> {
    let links = one_time_link::Entity::delete_many().filter(one_time_link::Column::UserId.eq(user));
    links.exec(tx).await?;
    let asked = asked_link::Entity::delete_many().filter(asked_link::Column::UserId.eq(user));
    asked.exec(tx).await?;
    let codes = recovery_code::Entity::delete_many().filter(recovery_code::Column::UserId.eq(user));
    codes.exec(tx).await?;
    Ok(())
}

/// A request may have been sent to the person's own address; those to other addresses stay.
async fn forget_requests_to(
    tx: &DatabaseTransaction,
    email: &EmailAddress,
) -> Result<(), StoreError> {
    request::Entity::update_many()
        .col_expr(request::Column::Email, Expr::value(None::<String>))
        .filter(request::Column::Email.eq(email.as_str()))
        .exec(tx)
        .await?;
    Ok(())
}

/// The rows stay: an organisation that has had people is not a new one, which anybody with a request's link could set up
/// (`docs/domain.md` rule 17).
async fn leave(
    tx: &DatabaseTransaction,
    memberships: &[membership::Model],
) -> Result<(), StoreError> {
    let ids: Vec<MembershipId> = memberships.iter().map(|membership| membership.id).collect();
    membership_role::Entity::delete_many()
        .filter(membership_role::Column::MembershipId.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    for id in ids {
        let row = membership::ActiveModel {
            id: Set(id),
            active: Set(false),
            invited_at: Set(None),
            invited_as: Set(None),
            invited_email: Set(None),
            invited_by_partner: Set(None),
            ..Default::default()
        };
        row.update(tx).await?;
    }
    Ok(())
}

/// No address is like this one, so nobody signs in with it and a new account may have the old one.
async fn blank(tx: &DatabaseTransaction, user: UserId) -> Result<(), StoreError> {
    let row = user::ActiveModel {
        id: Set(user),
        email: Set(user.to_string()),
        name: Set(String::new()),
        password_hash: Set(None),
        locale: Set(None),
        time_zone: Set(None),
        active: Set(false),
        totp_secret: Set(None),
        totp_last_step: Set(None),
        ..Default::default()
    };
    row.update(tx).await?;
    Ok(())
}
