//! Taking a request back (`docs/domain.md` rule 16).

use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait, QuerySelect};

use super::{PartnerStore, RequestPage, RequestRevoker};
use crate::{
    domain::{
        ids::RequestId,
        request::{Event, RequestKind, Standing},
    },
    store::{
        StoreError,
        activity::{self, ActivityKind},
        entity::request,
    },
};

impl RequestRevoker {
    /// `None`: not one of this partner's. The error says how it stands instead.
    pub async fn revoke(&self, id: RequestId) -> Result<Option<Result<(), Standing>>, StoreError> {
        let Some(request) = self.request(id).await? else { return Ok(None) };
        // What it asks for never changes, and decides who may.
        let outcome = PartnerStore::write(self, request.verb(), async |tx| {
            self.revoke_in(tx, &request).await
        });
        outcome.await.map(Some)
    }

    async fn revoke_in(
        &self,
        tx: &DatabaseTransaction,
        asked: &RequestPage,
    ) -> Result<Result<(), Standing>, StoreError> {
        let row = request::Entity::find_by_id(asked.id).lock_exclusive().all(tx).await?.pop();
        let Some(row) = row else { return Ok(Err(Standing::Revoked)) };
        match row.standing().after(Event::Revoke, self.now()) {
            Err(standing) => return Ok(Err(standing)),
            Ok(state) => {
                let revoked = request::ActiveModel {
                    id: Set(row.id),
                    state: Set(state),
                    answered_at: Set(Some(self.now())),
                    ..Default::default()
                };
                request::Entity::update(revoked).exec(tx).await?;
            }
        }
        let mut line = self.about_request(ActivityKind::RequestRevoked, &row);
        let other_side = Some(asked.named());
        let reseller = asked.for_reseller.as_ref().map(|reseller| reseller.name.as_str());
        let (customer, reseller) = match row.kind {
            RequestKind::Partnership => (None, other_side),
            RequestKind::Relationship | RequestKind::DelegatedAdmin => (other_side, reseller),
        };
        line.arguments = serde_json::json!({
            "customer": customer,
            "asker": self.organisation.name,
            "reseller": reseller,
            "request": row.id.to_string(),
        });
        activity::record(tx, line).await?;
        Ok(Ok(()))
    }
}
