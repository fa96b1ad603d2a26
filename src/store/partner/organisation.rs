//! The partner itself: read by all of its people, edited by some (`docs/domain.md` rule 4).

use super::{OrganisationEditor, PartnerStore};
use crate::{
    domain::ids::OrganisationId,
    store::{Edited, OrganisationEdit, OwnOrganisation, Stale, StoreError, organisation_facts},
};

impl PartnerStore {
    pub async fn own_organisation(&self) -> Result<OwnOrganisation, StoreError> {
        organisation_facts::read(&self.scope, OrganisationId::Partner(self.partner)).await
    }
}

impl OrganisationEditor {
    pub async fn edit_organisation(
        &self,
        edit: &OrganisationEdit,
    ) -> Result<Result<Edited, Stale>, StoreError> {
        let own = OrganisationId::Partner(self.id());
        self.write(async |tx| organisation_facts::edit(&self.scope, tx, own, edit).await).await
    }
}
