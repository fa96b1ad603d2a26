//! What an organisation is called, and was called: a new name renews every key that lists and searches go by, and the
//! former one finds the organisation for a while longer.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DerivePartialModel, EntityTrait,
    JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait, RelationDef, RelationTrait, Select,
    sea_query::{Expr, ExprTrait, LikeExpr},
};
use time::{Duration, OffsetDateTime};

use super::{
    StoreError,
    entity::{customer, former_name, partner, product, relationship, subscription},
};
use crate::{
    domain::ids::{CustomerId, FormerNameId, PartnerId, ProductId},
    locale::{like_pattern, search_key, sort_key, sort_key_of},
};

/// For so long a former name is shown and found.
pub const KEPT: Duration = Duration::days(90);

/// What a search for a partner looks into.
pub(super) fn partner_key(name: &str, mpn_id: &str) -> String {
    search_key(&format!("{name} {mpn_id}"))
}

/// What a search for a customer looks into.
pub(super) fn customer_key(name: &str, domain: &str) -> String {
    search_key(&format!("{name} {domain}"))
}

/// `row`: as it stands, locked by the caller.
pub(super) async fn rename_partner(
    tx: &DatabaseTransaction,
    row: &partner::Model,
    name: &str,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    let of_one = former_name::ActiveModel { partner_id: Set(Some(row.id)), ..Default::default() };
    let earlier = former_name::Column::PartnerId.eq(row.id);
    keep(tx, of_one, earlier, [&row.name, name], now).await?;
    partner::Entity::update_many()
        .col_expr(partner::Column::Name, Expr::value(name))
        .col_expr(partner::Column::SortKey, Expr::value(sort_key(name)))
        .col_expr(partner::Column::SearchKey, Expr::value(partner_key(name, &row.mpn_id)))
        .filter(partner::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(())
}

/// `row`: as it stands, locked by the caller. Its relationships and subscriptions are listed by its name, too.
pub(super) async fn rename_customer(
    tx: &DatabaseTransaction,
    row: &customer::Model,
    name: &str,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    let of_one = former_name::ActiveModel { customer_id: Set(Some(row.id)), ..Default::default() };
    let earlier = former_name::Column::CustomerId.eq(row.id);
    keep(tx, of_one, earlier, [&row.name, name], now).await?;
    customer::Entity::update_many()
        .col_expr(customer::Column::Name, Expr::value(name))
        .col_expr(customer::Column::SearchKey, Expr::value(customer_key(name, &row.domain)))
        .filter(customer::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    relationship::Entity::update_many()
        .col_expr(relationship::Column::SortKey, Expr::value(sort_key(name)))
        .filter(relationship::Column::CustomerId.eq(row.id))
        .exec(tx)
        .await?;
    sort_subscriptions(tx, row.id, name).await
}

/// Keeps the old one of two names, unless nobody would look for it: it differs by letters that a search does not tell
/// apart, or the organisation takes it back.
async fn keep(
    tx: &DatabaseTransaction,
    of_one: former_name::ActiveModel,
    earlier: Expr,
    [old, new]: [&str; 2],
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    let taken_back = [search_key(old), search_key(new)];
    former_name::Entity::delete_many()
        .filter(earlier)
        .filter(former_name::Column::SearchKey.is_in(taken_back))
        .exec(tx)
        .await?;
    if search_key(old) == search_key(new) {
        return Ok(());
    }
    let row = former_name::ActiveModel {
        id: Set(FormerNameId::new(now)),
        name: Set(old.to_owned()),
        search_key: Set(search_key(old)),
        until: Set(now + KEPT),
        ..of_one
    };
    former_name::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

async fn sort_subscriptions(
    tx: &DatabaseTransaction,
    customer: CustomerId,
    name: &str,
) -> Result<(), StoreError> {
    let products: Vec<(ProductId, String)> = subscription::Entity::find()
        .select_only()
        .column(subscription::Column::ProductId)
        .column(product::Column::Name)
        .join(JoinType::InnerJoin, subscription::Relation::Product.def())
        .filter(subscription::Column::CustomerId.eq(customer))
        .distinct()
        .into_tuple()
        .all(tx)
        .await?;
    for (product, product_name) in products {
        let key = sort_key_of(&[name, &product_name]);
        subscription::Entity::update_many()
            .col_expr(subscription::Column::SortKey, Expr::value(key))
            .filter(subscription::Column::CustomerId.eq(customer))
            .filter(subscription::Column::ProductId.eq(product))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The customers that have a word in their name, their domain, or a name that they had: for statements that join
/// `customers`.
pub(super) fn customer_is_called(word: &str, now: OffsetDateTime) -> Condition {
    let named = named_before(word, now)
        .column(former_name::Column::CustomerId)
        .filter(former_name::Column::CustomerId.is_not_null());
    Condition::any()
        .add(customer::Column::SearchKey.like(like(word)))
        .add(customer::Column::Id.in_subquery(named.into_query()))
}

/// The same for the partner that a statement joins as `partners`: name, partner ID, or a name that it had.
pub(super) fn partner_is_called(word: &str, now: OffsetDateTime) -> Condition {
    let named = named_before(word, now)
        .column(former_name::Column::PartnerId)
        .filter(former_name::Column::PartnerId.is_not_null());
    Condition::any()
        .add(partner::Column::SearchKey.like(like(word)))
        .add(partner::Column::Id.in_subquery(named.into_query()))
}

fn named_before(word: &str, now: OffsetDateTime) -> Select<former_name::Entity> {
    former_name::Entity::find()
        .select_only()
        .filter(former_name::Column::Until.gt(now))
        .filter(former_name::Column::SearchKey.like(like(word)))
}

fn like(word: &str) -> LikeExpr {
    LikeExpr::new(like_pattern(word)).escape('\\')
}

/// The last name that an organisation had before its present one, as the pages of lists read it.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "former_name::Entity")]
pub(super) struct FormerName {
    pub name: String,
}

/// The name in statements to which it is joined.
pub(super) fn formerly() -> Expr {
    Expr::col(("former", former_name::Column::Name))
}

/// Joins it as `former` to statements with a partner as `partners`, where it is not long ago.
pub(super) fn with_partners_former<E: EntityTrait>(
    select: Select<E>,
    now: OffsetDateTime,
) -> Select<E> {
    with_former(select, former_name::Relation::Partner.def(), NEWEST_OF_PARTNER, now)
}

/// The same for statements with a customer as `customers`.
pub(super) fn with_customers_former<E: EntityTrait>(
    select: Select<E>,
    now: OffsetDateTime,
) -> Select<E> {
    with_former(select, former_name::Relation::Customer.def(), NEWEST_OF_CUSTOMER, now)
}

/// Ids rise with time.
const NEWEST_OF_PARTNER: &str = "NOT EXISTS (SELECT 1 FROM former_names newer \
     WHERE newer.partner_id = former.partner_id AND newer.id > former.id)";
const NEWEST_OF_CUSTOMER: &str = "NOT EXISTS (SELECT 1 FROM former_names newer \
     WHERE newer.customer_id = former.customer_id AND newer.id > former.id)";

fn with_former<E: EntityTrait>(
    select: Select<E>,
    to_organisation: RelationDef,
    newest: &'static str,
    now: OffsetDateTime,
) -> Select<E> {
    let from_organisation = to_organisation.rev().on_condition(move |_, former| {
        let is_shown = Expr::col((former, former_name::Column::Until)).gt(now);
        Condition::all().add(is_shown).add(Expr::cust(newest))
    });
    select.join_as(JoinType::LeftJoin, from_organisation, "former")
}

pub(super) async fn of_partner(
    connection: &impl ConnectionTrait,
    partner: PartnerId,
    now: OffsetDateTime,
) -> Result<Option<String>, StoreError> {
    latest(connection, former_name::Column::PartnerId.eq(partner), now).await
}

pub(super) async fn of_customer(
    connection: &impl ConnectionTrait,
    customer: CustomerId,
    now: OffsetDateTime,
) -> Result<Option<String>, StoreError> {
    latest(connection, former_name::Column::CustomerId.eq(customer), now).await
}

async fn latest(
    connection: &impl ConnectionTrait,
    of_one: Expr,
    now: OffsetDateTime,
) -> Result<Option<String>, StoreError> {
    let names = former_name::Entity::find()
        .filter(of_one)
        .filter(former_name::Column::Until.gt(now))
        .order_by_asc(former_name::Column::Id);
    Ok(names.all(connection).await?.pop().map(|row| row.name))
}
