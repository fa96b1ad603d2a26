//! The customer itself: read by all of its people, edited by its global admins. Its domain is the vendor's.

use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, LockType},
};
use serde_json::json;

use super::{CustomerAdmin, CustomerStore};
use crate::store::{
    Edited, OrganisationEdit, OrganisationFacts, Stale, StoreError,
    activity::{self, ActivityKind},
    entity::customer,
    former_name,
};

impl CustomerStore {
    pub async fn organisation_facts(&self) -> Result<OrganisationFacts, StoreError> {
        let own = customer::Entity::find_by_id(self.customer);
        let own = own.all(self.scope.db.reader()).await?.pop();
        Ok(facts(own.as_ref().ok_or(StoreError::NotPermitted)?))
    }

    /// The name that it had before, where that is not long ago.
    pub async fn former_name(&self) -> Result<Option<String>, StoreError> {
        let reader = self.scope.db.reader();
        former_name::of_customer(reader, self.customer, self.now()).await
    }
}

impl CustomerAdmin {
    pub async fn edit_organisation(
        &self,
        edit: &OrganisationEdit,
    ) -> Result<Result<Edited, Stale>, StoreError> {
        self.write(async |tx| {
            let own = customer::Entity::find_by_id(self.customer).lock(LockType::NoKeyUpdate);
            let own = own.all(tx).await?.pop().ok_or(StoreError::NotPermitted)?;
            let changed = match facts(&own).changed(edit) {
                Err(stale) => return Ok(Err(stale)),
                Ok(changed) if changed.is_empty() => return Ok(Ok(Edited::AlreadySo)),
                Ok(changed) => changed,
            };
            if changed.contains_key("name") {
                former_name::rename_customer(tx, &own, edit.name.as_str(), self.now()).await?;
            }
            customer::Entity::update_many()
                .col_expr(customer::Column::Country, Expr::value(edit.country.as_str()))
                .col_expr(customer::Column::TimeZone, Expr::value(edit.time_zone.name()))
                .filter(customer::Column::Id.eq(own.id))
                .exec(tx)
                .await?;
            let mut line = self.activity(ActivityKind::OrganisationEdited);
            line.arguments = json!({ "changed": changed });
            activity::record(tx, line).await?;
            Ok(Ok(Edited::Changed))
        })
        .await
    }
}

fn facts(row: &customer::Model) -> OrganisationFacts {
    let customer::Model { name, country, time_zone, .. } = row.clone();
    OrganisationFacts { name, country, time_zone }
}
