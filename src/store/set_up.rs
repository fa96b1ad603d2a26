//! The first organisation and its global admin, made with a one-time link: there is no default account.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect, sea_query::Expr,
};

use super::{
    Browser, NewAdmin, SignIn, Store, StoreError, Token,
    activity::{self, Activity, ActivityKind},
    entity::{one_time_link, partner},
    new_admin::FirstOf,
    operator::SET_UP,
};
use crate::{
    domain::{
        ids::{PartnerId, UserId},
        partner::PartnerKind,
        text::{Country, MpnId, Name},
    },
    locale::{Zone, search_key, sort_key},
};

/// What the set-up page asks for.
pub struct FirstOrganisation {
    pub name: Name,
    pub kind: PartnerKind,
    pub mpn_id: MpnId,
    pub country: Country,
    pub time_zone: Zone,
    pub admin: NewAdmin,
}

impl Store {
    /// Whether a set-up link is good now; looking does not use it up.
    pub async fn is_set_up_link(&self, token: &Token) -> Result<bool, StoreError> {
        self.open_link(self.db.reader(), token).await
    }

    /// Makes the organisation and signs its admin in. `None`: the link is not good any more.
    pub async fn set_up(
        &self,
        token: &Token,
        first: &FirstOrganisation,
        browser: &Browser,
    ) -> Result<Option<SignIn>, StoreError> {
        if !self.is_set_up_link(token).await? {
            return Ok(None);
        }
        let hash = self.passwords.hash(first.admin.password.as_str()).await?;
        self.db
            .write(async |tx| {
                if !self.use_link(tx, token).await? {
                    return Ok(None);
                }
                let partner = self.insert_first_partner(tx, first).await?;
                let admin =
                    self.insert_admin(tx, &first.admin, FirstOf::Partner(partner), &hash).await?;
                self.record_set_up(tx, first, partner, admin.id, browser).await?;
                self.begin_session(tx, &admin, browser).await
            })
            .await
    }

    async fn open_link(
        &self,
        connection: &impl ConnectionTrait,
        token: &Token,
    ) -> Result<bool, StoreError> {
        let now = self.clock.now();
        let good = one_time_link::Entity::find_by_id(token.hash())
            .filter(one_time_link::Column::Purpose.eq(SET_UP))
            .filter(one_time_link::Column::UsedAt.is_null())
            .filter(one_time_link::Column::ValidFrom.lte(now))
            .filter(one_time_link::Column::ExpiresAt.gt(now));
        Ok(!good.all(connection).await?.is_empty())
    }

    /// Of two at once, one wins.
    async fn use_link(&self, tx: &DatabaseTransaction, token: &Token) -> Result<bool, StoreError> {
        if !self.open_link(tx, token).await? {
            return Ok(false);
        }
        let used = one_time_link::Entity::update_many()
            .col_expr(one_time_link::Column::UsedAt, Expr::value(self.clock.now()))
            .filter(one_time_link::Column::TokenHash.eq(token.hash()))
            .filter(one_time_link::Column::UsedAt.is_null())
            .exec(tx)
            .await?;
        let nobody_yet = partner::Entity::find().limit(1).all(tx).await?.is_empty();
        Ok(used.rows_affected == 1 && nobody_yet)
    }

    async fn insert_first_partner(
        &self,
        tx: &DatabaseTransaction,
        first: &FirstOrganisation,
    ) -> Result<PartnerId, StoreError> {
        let id = PartnerId::new(self.clock.now());
        let row = partner::ActiveModel {
            id: Set(id),
            kind: Set(first.kind),
            name: Set(first.name.to_string()),
            sort_key: Set(sort_key(first.name.as_str())),
            search_key: Set(search_key(first.name.as_str())),
            mpn_id: Set(first.mpn_id.to_string()),
            country: Set(first.country.to_string()),
            time_zone: Set(first.time_zone.name().to_owned()),
            second_factor_required: Set(false),
        };
        partner::Entity::insert(row).exec_without_returning(tx).await?;
        Ok(id)
    }

    async fn record_set_up(
        &self,
        tx: &DatabaseTransaction,
        first: &FirstOrganisation,
        partner: PartnerId,
        admin: UserId,
        browser: &Browser,
    ) -> Result<(), StoreError> {
        let mut line = Activity::new(ActivityKind::OrganisationSetUp, self.clock.now());
        line.arguments = serde_json::json!({ "name": first.name.as_str() });
        line.by_user = Some(admin);
        line.by_partner = Some(partner);
        line.partner = Some(partner);
        line.request = browser.request;
        activity::record(tx, line).await
    }
}
