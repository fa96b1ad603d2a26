//! What an organisation says of itself: name, country, and where its clock hangs. A partner's and a customer's are read and
//! edited alike; by what the vendor knows them is the operator's to correct.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait,
};
use serde_json::{Map, Value, json};
use time::OffsetDateTime;

use super::{
    Edited, StoreError,
    activity::{self, ActivityKind},
    edited::mark,
    entity::{customer, partner},
    former_name,
    scope::Scope,
    user::lock_organisation,
};
use crate::{
    domain::{
        ids::OrganisationId,
        text::{Country, Name},
    },
    locale::Zone,
};

/// An organisation as its own page shows it.
#[derive(Clone, Debug)]
pub struct OwnOrganisation {
    pub id: OrganisationId,
    pub facts: OrganisationFacts,
    /// By which the vendor knows it: a partner ID or a domain.
    pub fixed: String,
    /// The name that it had before, where that is not long ago.
    pub former_name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationFacts {
    pub name: String,
    /// Two letters; a customer's may be unknown.
    pub country: Option<String>,
    pub time_zone: String,
}

/// What a form asks for.
#[derive(Clone, Debug)]
pub struct OrganisationEdit {
    pub name: Name,
    pub country: Country,
    pub time_zone: Zone,
    /// Of the facts that the form was made from.
    pub seen: String,
}

/// Somebody else has changed it since the form was shown: what stands now comes back, and the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale;

impl OrganisationFacts {
    /// Names what stands, so that a form can say what it was made from.
    pub fn seen(&self) -> String {
        mark(&json!([self.name, self.country, self.time_zone]))
    }

    /// What an edit changes, before and after, as the activity log keeps it; empty where it changes nothing.
    pub(super) fn changed(&self, edit: &OrganisationEdit) -> Result<Map<String, Value>, Stale> {
        let fields = [
            ("name", Some(self.name.as_str()), edit.name.as_str()),
            ("country", self.country.as_deref(), edit.country.as_str()),
            ("time_zone", Some(self.time_zone.as_str()), edit.time_zone.name()),
        ];
        let differing = fields.into_iter().filter(|(_, before, after)| *before != Some(*after));
        let changed: Map<_, _> = differing
            .map(|(field, before, after)| {
                (field.to_owned(), json!({ "before": before, "after": after }))
            })
            .collect();
        if changed.is_empty() || edit.seen == self.seen() { Ok(changed) } else { Err(Stale) }
    }
}

/// The row of an organisation, whichever kind it is.
enum Row {
    Partner(partner::Model),
    Customer(customer::Model),
}

pub(super) async fn read(scope: &Scope, id: OrganisationId) -> Result<OwnOrganisation, StoreError> {
    let reader = scope.db.reader();
    let row = Row::find(reader, id).await?;
    let former_name = match id {
        OrganisationId::Partner(id) => former_name::of_partner(reader, id, scope.now()).await?,
        OrganisationId::Customer(id) => former_name::of_customer(reader, id, scope.now()).await?,
    };
    Ok(OwnOrganisation { id, facts: row.facts(), fixed: row.fixed().to_owned(), former_name })
}

/// In a transaction of somebody who may.
pub(super) async fn edit(
    scope: &Scope,
    tx: &DatabaseTransaction,
    id: OrganisationId,
    edit: &OrganisationEdit,
) -> Result<Result<Edited, Stale>, StoreError> {
    lock_organisation(tx, id).await?;
    let row = Row::find(tx, id).await?;
    let changed = match row.facts().changed(edit) {
        Err(stale) => return Ok(Err(stale)),
        Ok(changed) if changed.is_empty() => return Ok(Ok(Edited::AlreadySo)),
        Ok(changed) => changed,
    };
    if changed.contains_key("name") {
        row.rename(tx, edit.name.as_str(), scope.now()).await?;
    }
    row.settle(tx, edit).await?;
    let mut line = scope.activity(ActivityKind::OrganisationEdited, id);
    line.arguments = json!({ "changed": changed });
    activity::record(tx, line).await?;
    Ok(Ok(Edited::Changed))
}

impl Row {
    async fn find(
        connection: &impl ConnectionTrait,
        id: OrganisationId,
    ) -> Result<Self, StoreError> {
        let row = match id {
            OrganisationId::Partner(id) => {
                partner::Entity::find_by_id(id).all(connection).await?.pop().map(Self::Partner)
            }
            OrganisationId::Customer(id) => {
                customer::Entity::find_by_id(id).all(connection).await?.pop().map(Self::Customer)
            }
        };
        row.ok_or(StoreError::NotPermitted)
    }

    fn facts(&self) -> OrganisationFacts {
        let (name, country, time_zone) = match self {
            Self::Partner(row) => (&row.name, Some(&row.country), &row.time_zone),
            Self::Customer(row) => (&row.name, row.country.as_ref(), &row.time_zone),
        };
        let (name, time_zone) = (name.clone(), time_zone.clone());
        OrganisationFacts { name, country: country.cloned(), time_zone }
    }

    fn fixed(&self) -> &str {
        match self {
            Self::Partner(row) => &row.mpn_id,
            Self::Customer(row) => &row.domain,
        }
    }

    async fn rename(
        &self,
        tx: &DatabaseTransaction,
        name: &str,
        now: OffsetDateTime,
    ) -> Result<(), StoreError> {
        match self {
            Self::Partner(row) => former_name::rename_partner(tx, row, name, now).await,
            Self::Customer(row) => former_name::rename_customer(tx, row, name, now).await,
        }
    }

    async fn settle(
        &self,
        tx: &DatabaseTransaction,
        edit: &OrganisationEdit,
    ) -> Result<(), StoreError> {
        let (country, zone) = (edit.country.to_string(), edit.time_zone.name().to_owned());
        match self {
            Self::Partner(row) => {
                let (id, country, time_zone) = (Set(row.id), Set(country), Set(zone));
                let settled = partner::ActiveModel { id, country, time_zone, ..Default::default() };
                settled.update(tx).await?;
            }
            Self::Customer(row) => {
                let (id, country, time_zone) = (Set(row.id), Set(Some(country)), Set(zone));
                let settled =
                    customer::ActiveModel { id, country, time_zone, ..Default::default() };
                settled.update(tx).await?;
            }
        }
        Ok(())
    }
}
