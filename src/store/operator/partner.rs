//! The partners of the portal: made, listed and put right by the operator. Who works with whom they agree themselves.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, DerivePartialModel,
    EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::{Map, json};

use super::{Operator, organisation::people};
use crate::{
    domain::{
        ids::{OrganisationId, PartnerId},
        partner::PartnerKind,
        text::{Country, MpnId, Name},
    },
    locale::{Zone, sort_key},
    store::{
        StoreError,
        activity::ActivityKind,
        entity::partner,
        former_name::{
            formerly, partner_is_called, partner_key, rename_partner, with_partners_former,
        },
    },
};

/// A partner that is to use the portal.
#[derive(Clone, Debug)]
pub struct NewPartner {
    pub kind: PartnerKind,
    pub name: Name,
    pub mpn_id: MpnId,
    pub country: Country,
    pub time_zone: Zone,
}

/// What is to become of a partner; whatever is `None` stays as it is.
#[derive(Clone, Debug, Default)]
pub struct PartnerEdit {
    pub name: Option<Name>,
    pub mpn_id: Option<MpnId>,
    pub country: Option<Country>,
    pub time_zone: Option<Zone>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerEdited {
    Changed,
    AlreadySo,
    /// The new partner ID is another partner's.
    Taken,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
pub struct PartnerListed {
    pub id: PartnerId,
    pub mpn_id: String,
    pub name: String,
    /// The name that it had until lately.
    #[sea_orm(from_expr = "formerly()")]
    pub formerly: Option<String>,
    pub kind: PartnerKind,
    pub country: String,
    pub time_zone: String,
    /// How many may act for it.
    #[sea_orm(from_expr = r#"people("m.partner_id = partners.id")"#)]
    pub people: i64,
}

impl NewPartner {
    async fn insert(&self, tx: &DatabaseTransaction, id: PartnerId) -> Result<(), StoreError> {
        let row = partner::ActiveModel {
            id: Set(id),
            kind: Set(self.kind),
            name: Set(self.name.to_string()),
            sort_key: Set(sort_key(self.name.as_str())),
            search_key: Set(partner_key(self.name.as_str(), self.mpn_id.as_str())),
            mpn_id: Set(self.mpn_id.to_string()),
            country: Set(self.country.to_string()),
            time_zone: Set(self.time_zone.name().to_owned()),
            second_factor_required: Set(false),
        };
        partner::Entity::insert(row).exec_without_returning(tx).await?;
        Ok(())
    }
}

impl Operator {
    /// By name. `q`: words, each a part of the name, of one that it had until lately, or of the partner ID.
    pub async fn partners(&self, q: &str) -> Result<Vec<PartnerListed>, StoreError> {
        let now = self.now();
        let all = with_partners_former(partner::Entity::find(), now);
        let found = q
            .split_whitespace()
            .fold(all, |found, word| found.filter(partner_is_called(word, now)));
        let rows = found
            .order_by_asc(partner::Column::SortKey)
            .order_by_asc(partner::Column::Id)
            .into_partial_model()
            .all(self.store.db.reader())
            .await?;
        Ok(rows)
    }

    /// `None`: the partner ID is taken.
    pub async fn create_partner(&self, new: &NewPartner) -> Result<Option<()>, StoreError> {
        let id = PartnerId::new(self.now());
        let organisation = OrganisationId::Partner(id);
        self.create(organisation, new.mpn_id.as_str(), &new.name, async |tx| {
            new.insert(tx, id).await
        })
        .await
    }

    /// `None`: there is no partner with this partner ID.
    pub async fn edit_partner(
        &self,
        mpn_id: &MpnId,
        edit: &PartnerEdit,
    ) -> Result<Option<PartnerEdited>, StoreError> {
        let edited = self.store.db.write(async |tx| self.edit_locked(tx, mpn_id, edit).await).await;
        match edited {
            Err(error) if error.is_taken() => Ok(Some(PartnerEdited::Taken)),
            edited => edited,
        }
    }

    async fn edit_locked(
        &self,
        tx: &DatabaseTransaction,
        mpn_id: &MpnId,
        edit: &PartnerEdit,
    ) -> Result<Option<PartnerEdited>, StoreError> {
        let found = partner::Entity::find().filter(partner::Column::MpnId.eq(mpn_id.as_str()));
        let Some(before) = found.lock_exclusive().all(tx).await?.pop() else { return Ok(None) };
        let changed = edit.differences(&before);
        if changed.is_empty() {
            return Ok(Some(PartnerEdited::AlreadySo));
        }
        let after = edit.apply(&before);
        if after.name != before.name {
            rename_partner(tx, &before, &after.name, self.now()).await?;
        }
        let row = partner::ActiveModel {
            id: Set(before.id),
            search_key: Set(partner_key(&after.name, &after.mpn_id)),
            mpn_id: Set(after.mpn_id),
            country: Set(after.country),
            time_zone: Set(after.time_zone),
            ..Default::default()
        };
        row.update(tx).await?;
        let organisation = OrganisationId::Partner(before.id);
        let arguments = json!({ "changed": changed });
        self.record(tx, ActivityKind::OrganisationEdited, organisation, arguments).await?;
        Ok(Some(PartnerEdited::Changed))
    }
}

impl PartnerEdit {
    fn apply(&self, before: &partner::Model) -> partner::Model {
        let mut after = before.clone();
        if let Some(name) = &self.name {
            after.name = name.to_string();
        }
        if let Some(mpn_id) = &self.mpn_id {
            after.mpn_id = mpn_id.to_string();
        }
        if let Some(country) = &self.country {
            after.country = country.to_string();
        }
        if let Some(zone) = &self.time_zone {
            zone.name().clone_into(&mut after.time_zone);
        }
        after
    }

    /// The fields that it changes, as the log words them.
    fn differences(&self, before: &partner::Model) -> Map<String, serde_json::Value> {
        let after = self.apply(before);
        let fields = [
            ("name", &before.name, &after.name),
            ("mpn_id", &before.mpn_id, &after.mpn_id),
            ("country", &before.country, &after.country),
            ("time_zone", &before.time_zone, &after.time_zone),
        ];
        fields
            .into_iter()
            .filter(|(_, before, after)| before != after)
            .map(|(field, before, after)| {
                (field.to_owned(), json!({ "before": before, "after": after }))
            })
            .collect()
    }
}
