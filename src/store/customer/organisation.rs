//! The customer itself: read by all of its people, edited by its global admins (`docs/domain.md` rule 5).

use super::{CustomerAdmin, CustomerStore};
use crate::{
    domain::ids::OrganisationId,
    store::{Edited, OrganisationEdit, OwnOrganisation, Stale, StoreError, organisation_facts},
};

impl CustomerStore {
    pub async fn own_organisation(&self) -> Result<OwnOrganisation, StoreError> {
        organisation_facts::read(&self.scope, OrganisationId::Customer(self.customer)).await
    }
}

impl CustomerAdmin {
    pub async fn edit_organisation(
        &self,
        edit: &OrganisationEdit,
    ) -> Result<Result<Edited, Stale>, StoreError> {
        let own = OrganisationId::Customer(self.customer);
        self.write(async |tx| organisation_facts::edit(&self.scope, tx, own, edit).await).await
    }
}
