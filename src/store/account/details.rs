//! What somebody says of themself: name, language, and where their clock hangs.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use serde_json::{Map, Value, json};

use super::Account;
use crate::{
    domain::text::Name,
    locale::Zone,
    store::{Edited, StoreError, activity::ActivityKind, entity::user},
};

#[derive(Clone, Debug)]
pub struct AccountDetails {
    pub name: String,
    pub email: String,
    /// The code of the language that they chose; without one, pages follow the browser.
    pub locale: Option<String>,
    /// Without one, times follow the organisation's clock.
    pub time_zone: Option<String>,
    pub has_second_factor: bool,
}

/// What a form asks for.
#[derive(Clone, Debug)]
pub struct AccountEdit {
    pub name: Name,
    /// The code of a language that the portal speaks.
    pub locale: Option<&'static str>,
    pub time_zone: Option<Zone>,
}

impl Account {
    pub async fn details(&self) -> Result<AccountDetails, StoreError> {
        let row = user::Entity::find_by_id(self.user).all(self.store.db.reader()).await?.pop();
        let user::Model { name, email, locale, time_zone, totp_secret, .. } =
            row.ok_or(StoreError::NotPermitted)?;
        let has_second_factor = totp_secret.is_some();
        Ok(AccountDetails { name, email, locale, time_zone, has_second_factor })
    }

    pub async fn edit(&self, edit: &AccountEdit) -> Result<Edited, StoreError> {
        self.store
            .db
            .write(async |tx| {
                let before = self.lock_user(tx).await?;
                let zone = edit.time_zone.as_ref().map(Zone::name);
                let changed = changed(&before, edit, zone);
                if changed.is_empty() {
                    return Ok(Edited::AlreadySo);
                }
                let row = user::ActiveModel {
                    id: Set(self.user),
                    name: Set(edit.name.to_string()),
                    locale: Set(edit.locale.map(str::to_owned)),
                    time_zone: Set(zone.map(str::to_owned)),
                    ..Default::default()
                };
                row.update(tx).await?;
                let (partner, customer) = self.acting_for(tx).await?;
                let mut line = self.line(ActivityKind::AccountEdited, partner, customer);
                line.arguments = json!({ "changed": changed });
                crate::store::activity::record(tx, line).await?;
                Ok(Edited::Changed)
            })
            .await
    }
}

/// The columns that differ. Their values are a person's, and no log's (`docs/security.md` G).
fn changed(before: &user::Model, edit: &AccountEdit, zone: Option<&str>) -> Map<String, Value> {
    let differs = [
        ("name", before.name != edit.name.as_str()),
        ("locale", before.locale.as_deref() != edit.locale),
        ("time_zone", before.time_zone.as_deref() != zone),
    ];
    let differing = differs.into_iter().filter(|(_, differs)| *differs);
    differing.map(|(field, _)| (field.to_owned(), json!({}))).collect()
}
