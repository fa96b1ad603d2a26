//! The joins that several pages share. Each names its aliases, which the rows nest by.

use sea_orm::{
    DerivePartialModel, EntityTrait, JoinType, QuerySelect, RelationDef, RelationTrait, Select,
    sea_query::{Expr, ExprTrait, IntoCondition},
};

use super::entity::{change, subscription, support_profile, user};
use crate::domain::ids::PartnerId;

/// The person who made a change.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "user::Entity")]
pub(super) struct AuthorRow {
    name: String,
}

impl AuthorRow {
    /// `None` once they are forgotten.
    pub fn name(self) -> Option<String> {
        Some(self.name).filter(|name| !name.is_empty())
    }
}

/// The partner that sold a subscription as `provider`, the one that supports it as `reseller`, each with its profile.
pub(super) fn with_contacts(select: Select<subscription::Entity>) -> Select<subscription::Entity> {
    let provider = subscription::Relation::Provider.def();
    let reseller = subscription::Relation::SupportReseller.def();
    let select =
        with_details(select, JoinType::InnerJoin, provider, "provider", "provider_profile");
    with_details(select, JoinType::LeftJoin, reseller, "reseller", "reseller_profile")
}

/// The change that made a subscription's contact what it is, as `latest`: the one with the subscription's own version.
pub(super) fn with_latest_change(
    select: Select<subscription::Entity>,
) -> Select<subscription::Entity> {
    let latest = change::Relation::Subscription.def().rev().on_condition(|subscription, change| {
        Expr::col((change, change::Column::Version))
            .equals((subscription, subscription::Column::Version))
            .into_condition()
    });
    select.join_as(JoinType::InnerJoin, latest, "latest")
}

/// Joins a partner as `partner_alias` and its profile as `profile_alias`.
pub(super) fn with_details<E: EntityTrait>(
    select: Select<E>,
    join: JoinType,
    to_partner: RelationDef,
    partner_alias: &'static str,
    profile_alias: &'static str,
) -> Select<E> {
    let to_profile = support_profile::Relation::Partner.def().rev().from_alias(partner_alias);
    select.join_as(join, to_partner, partner_alias).join_as(
        JoinType::LeftJoin,
        to_profile,
        profile_alias,
    )
}

/// The person who made the change that is joined as `changes`, as `author`: named only inside their own organisation
/// (`docs/domain.md` rule 39), which is `reader`'s.
pub(super) fn with_author<E: EntityTrait>(
    select: Select<E>,
    changes: &'static str,
    reader: PartnerId,
) -> Select<E> {
    let author = change::Relation::User.def().from_alias(changes).on_condition(move |change, _| {
        Expr::col((change, change::Column::ByPartner)).eq(reader).into_condition()
    });
    select.join_as(JoinType::LeftJoin, author, "author")
}

/// The name of the person who answered a request, until they are forgotten. Only whoever answered; who revoked it belongs to the asker.
pub(super) fn answered_by() -> Expr {
    Expr::cust(
        "(SELECT NULLIF(name, '') FROM users WHERE users.id = requests.answered_by \
         AND requests.state IN ('accepted', 'declined'))",
    )
}
