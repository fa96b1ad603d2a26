//! The partner itself: read by all of its people, edited by some (`docs/domain.md` rule 4). Its partner ID is the vendor's,
//! and the operator's to correct.

use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, LockType},
};
use serde_json::json;

use super::{OrganisationEditor, PartnerStore};
use crate::store::{
    Edited, OrganisationEdit, OrganisationFacts, Stale, StoreError,
    activity::{self, Activity, ActivityKind},
    entity::partner,
    former_name,
};

impl PartnerStore {
    pub async fn organisation_facts(&self) -> Result<OrganisationFacts, StoreError> {
        let own = partner::Entity::find_by_id(self.partner);
        let own = own.all(self.scope.db.reader()).await?.pop();
        Ok(facts(own.as_ref().ok_or(StoreError::NotPermitted)?))
    }

    /// The name that it had before, where that is not long ago.
    pub async fn former_name(&self) -> Result<Option<String>, StoreError> {
        let reader = self.scope.db.reader();
        former_name::of_partner(reader, self.partner, self.now()).await
    }
}

impl OrganisationEditor {
    pub async fn edit_organisation(
        &self,
        edit: &OrganisationEdit,
    ) -> Result<Result<Edited, Stale>, StoreError> {
        self.write(async |tx| {
            let own = partner::Entity::find_by_id(self.id()).lock(LockType::NoKeyUpdate);
            let own = own.all(tx).await?.pop().ok_or(StoreError::NotPermitted)?;
            let changed = match facts(&own).changed(edit) {
                Err(stale) => return Ok(Err(stale)),
                Ok(changed) if changed.is_empty() => return Ok(Ok(Edited::AlreadySo)),
                Ok(changed) => changed,
            };
            if changed.contains_key("name") {
                former_name::rename_partner(tx, &own, edit.name.as_str(), self.now()).await?;
            }
            partner::Entity::update_many()
                .col_expr(partner::Column::Country, Expr::value(edit.country.as_str()))
                .col_expr(partner::Column::TimeZone, Expr::value(edit.time_zone.name()))
                .filter(partner::Column::Id.eq(own.id))
                .exec(tx)
                .await?;
            let mut line = Activity::new(ActivityKind::OrganisationEdited, self.now());
            line.by_user = Some(self.scope.user);
            line.by_partner = Some(own.id);
            line.partner = Some(own.id);
            line.request = self.scope.request;
            line.arguments = json!({ "changed": changed });
            activity::record(tx, line).await?;
            Ok(Ok(Edited::Changed))
        })
        .await
    }
}

fn facts(row: &partner::Model) -> OrganisationFacts {
    let partner::Model { name, country, time_zone, .. } = row.clone();
    OrganisationFacts { name, country: Some(country), time_zone }
}
