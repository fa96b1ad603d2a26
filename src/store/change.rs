//! Writing a change: the subscription and its history move together (`docs/domain.md` rule 34).

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use time::OffsetDateTime;

use super::{
    StoreError, counts,
    entity::{change, subscription},
};
use crate::domain::{
    change::{Cause, Reference},
    ids::{ChangeId, PartnerId, UserId},
    support_contact::Contact,
};

/// The first change of a subscription: its contact is the default, which nobody has decided (rule 22).
///
/// `named`: the contact's name and partner ID, as they are now.
pub(super) async fn begin(
    tx: &DatabaseTransaction,
    subscription: &subscription::Model,
    named: (&str, &str),
) -> Result<(), StoreError> {
    let row = change::ActiveModel {
        id: Set(ChangeId::new(subscription.created_at)),
        reference: Set(Reference::from_random(rand::random())),
        subscription_id: Set(subscription.id),
        version: Set(subscription.version),
        before_reseller_id: Set(None),
        after_reseller_id: Set(subscription.support_reseller_id),
        before_name: Set(None),
        before_mpn_id: Set(None),
        after_name: Set(named.0.to_owned()),
        after_mpn_id: Set(named.1.to_owned()),
        cause: Set(Cause::Default),
        decided: Set(false),
        undoes: Set(None),
        batch_id: Set(None),
        import_id: Set(None),
        by_user: Set(None),
        by_partner: Set(None),
        by_customer: Set(None),
        at: Set(subscription.created_at),
    };
    change::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// A decision about one subscription that a person of a partner made.
pub(super) struct NewChange<'a> {
    /// As it stands, locked.
    pub subscription: &'a subscription::Model,
    pub after: Contact,
    /// Name and partner ID, as they are now.
    pub before_named: (&'a str, &'a str),
    pub after_named: (&'a str, &'a str),
    pub decided: bool,
    pub cause: Cause,
    pub undoes: Option<ChangeId>,
    pub by_user: UserId,
    pub by_partner: PartnerId,
    pub at: OffsetDateTime,
}

pub(super) async fn record(
    tx: &DatabaseTransaction,
    new: NewChange<'_>,
) -> Result<(ChangeId, Reference), StoreError> {
    move_subscription(tx, &new).await?;
    let id = ChangeId::new(new.at);
    let reference = Reference::from_random(rand::random());
    let row = change::ActiveModel {
        id: Set(id),
        reference: Set(reference.clone()),
        subscription_id: Set(new.subscription.id),
        version: Set(new.subscription.version + 1),
        before_reseller_id: Set(new.subscription.support_reseller_id),
        after_reseller_id: Set(new.after.reseller()),
        before_name: Set(Some(new.before_named.0.to_owned())),
        before_mpn_id: Set(Some(new.before_named.1.to_owned())),
        after_name: Set(new.after_named.0.to_owned()),
        after_mpn_id: Set(new.after_named.1.to_owned()),
        cause: Set(new.cause),
        decided: Set(new.decided),
        undoes: Set(new.undoes),
        batch_id: Set(None),
        import_id: Set(None),
        by_user: Set(Some(new.by_user)),
        by_partner: Set(Some(new.by_partner)),
        by_customer: Set(None),
        at: Set(new.at),
    };
    change::Entity::insert(row).exec_without_returning(tx).await?;
    counts::contact_changed(new.cause);
    Ok((id, reference))
}

/// Only from the version that was decided on: two writers can't both succeed, whatever was locked.
async fn move_subscription(
    tx: &DatabaseTransaction,
    new: &NewChange<'_>,
) -> Result<(), StoreError> {
    let moved = subscription::Entity::update_many()
        .col_expr(subscription::Column::SupportResellerId, Expr::value(new.after.reseller()))
        .col_expr(subscription::Column::Decided, Expr::value(new.decided))
        .col_expr(subscription::Column::Version, Expr::col(subscription::Column::Version).add(1))
        .filter(subscription::Column::Id.eq(new.subscription.id))
        .filter(subscription::Column::Version.eq(new.subscription.version))
        .exec(tx)
        .await?;
    if moved.rows_affected == 1 { Ok(()) } else { Err(DbErr::RecordNotUpdated.into()) }
}
