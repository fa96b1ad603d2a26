//! The first organisation and its global admin, made with a one-time link: there is no default account.

use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait, QuerySelect};

use super::{
    Browser, NewAdmin, SignIn, Store, StoreError, Token,
    activity::{self, Activity, ActivityKind},
    entity::partner,
    former_name::partner_key,
    one_time_link::{self, LinkPurpose},
};
use crate::{
    domain::{
        ids::{OrganisationId, PartnerId, UserId},
        partner::PartnerKind,
        text::{Country, MpnId, Name},
    },
    locale::{Zone, sort_key},
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
        let now = self.clock.now();
        let link = one_time_link::open(self.db.reader(), token, LinkPurpose::SetUp, now).await?;
        Ok(link.is_some())
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
                let now = self.clock.now();
                let link = one_time_link::use_up(tx, token, LinkPurpose::SetUp, now).await?;
                let nobody_yet = partner::Entity::find().limit(1).all(tx).await?.is_empty();
                if link.is_none() || !nobody_yet {
                    return Ok(None);
                }
                let partner = self.insert_first_partner(tx, first).await?;
                let organisation = OrganisationId::Partner(partner);
                let admin = self.insert_admin(tx, &first.admin, organisation, &hash).await?;
                self.record_set_up(tx, first, partner, admin.id, browser).await?;
                self.begin_session(tx, &admin, browser).await
            })
            .await
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
            search_key: Set(partner_key(first.name.as_str(), first.mpn_id.as_str())),
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
