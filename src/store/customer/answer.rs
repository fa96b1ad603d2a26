//! Accepting and declining what partners ask for: exactly one answer stands (`docs/domain.md` rules 13 to 17).

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect, TryInsertResult,
};

use super::{
    CustomerAdmin,
    requests::{acceptance, asked},
};
use crate::{
    domain::{
        answer::{Acceptance, CannotAnswer},
        ids::{PartnerId, RequestId},
        partnership::PartnershipState,
        relationship::{DelegatedAdmin, Relationship, RelationshipState},
        request::{Event, RequestKind, RequestState},
        text::Reason,
    },
    locale::sort_key,
    store::{
        StoreError,
        activity::{self, ActivityKind},
        entity::{partner, partnership, relationship, request},
    },
};

impl CustomerAdmin {
    /// `None`: not a request that was meant for this customer. `with_delegated_admin`: the box that a request for a
    /// relationship may have.
    pub async fn accept(
        &self,
        id: RequestId,
        with_delegated_admin: bool,
    ) -> Result<Option<Result<(), CannotAnswer>>, StoreError> {
        self.write(async |tx| {
            let Some(row) = self.lock_received(tx, id).await? else { return Ok(None) };
            Ok(Some(self.accept_in(tx, row, with_delegated_admin).await?))
        })
        .await
    }

    pub async fn decline(
        &self,
        id: RequestId,
        reason: Option<&Reason>,
    ) -> Result<Option<Result<(), CannotAnswer>>, StoreError> {
        self.write(async |tx| {
            let Some(row) = self.lock_received(tx, id).await? else { return Ok(None) };
            let declined = match row.standing().after(Event::Decline, self.now()) {
                Ok(declined) => declined,
                Err(standing) => return Ok(Some(Err(CannotAnswer::NotOpen(standing)))),
            };
            self.close(tx, &row, declined, reason).await?;
            let kind = match row.kind {
                RequestKind::DelegatedAdmin => ActivityKind::DelegatedAdminDeclined,
                _ => ActivityKind::RelationshipDeclined,
            };
            self.record_answer(tx, kind, &row, DelegatedAdmin::NotGiven).await?;
            Ok(Some(Ok(())))
        })
        .await
    }

    async fn accept_in(
        &self,
        tx: &DatabaseTransaction,
        row: request::Model,
        with_delegated_admin: bool,
    ) -> Result<Result<(), CannotAnswer>, StoreError> {
        let accepted = match row.standing().after(Event::Accept, self.now()) {
            Ok(accepted) => accepted,
            Err(standing) => return Ok(Err(CannotAnswer::NotOpen(standing))),
        };
        if !self.may_ask(tx, &row).await? {
            return Ok(Err(CannotAnswer::NoPartnership));
        }
        let asked = asked(row.kind, row.delegated_admin, row.delegated_admin_until);
        let ticked = if with_delegated_admin { asked } else { DelegatedAdmin::NotGiven };
        let acceptance = acceptance(row.kind, ticked, asked, self.today());
        let after = match self.settle(tx, row.beneficiary(), acceptance).await? {
            Ok(after) => after,
            Err(refusal) => return Ok(Err(refusal)),
        };
        self.close(tx, &row, accepted, None).await?;
        let kind = match row.kind {
            RequestKind::DelegatedAdmin => ActivityKind::DelegatedAdminAccepted,
            _ => ActivityKind::RelationshipAccepted,
        };
        self.record_answer(tx, kind, &row, after.delegated_admin).await?;
        Ok(Ok(()))
    }

    /// Nobody else answers or revokes it until the transaction ends.
    async fn lock_received(
        &self,
        tx: &DatabaseTransaction,
        id: RequestId,
    ) -> Result<Option<request::Model>, StoreError> {
        let found = self.received().filter(request::Column::Id.eq(id));
        Ok(found.lock_exclusive().all(tx).await?.pop())
    }

    /// Everybody for themselves; for a reseller only its provider (rule 14).
    async fn may_ask(
        &self,
        tx: &DatabaseTransaction,
        row: &request::Model,
    ) -> Result<bool, StoreError> {
        let Some(reseller) = row.for_reseller else { return Ok(true) };
        let partnership = partnership::Entity::find_by_id((row.from_partner, reseller))
            .filter(partnership::Column::State.eq(PartnershipState::Active));
        Ok(!partnership.lock_shared().all(tx).await?.is_empty())
    }

    /// Makes the relationship what was accepted. Two requests for the same partner may be accepted at once: whoever comes
    /// second finds the row that the first one has made.
    async fn settle(
        &self,
        tx: &DatabaseTransaction,
        partner: PartnerId,
        acceptance: Acceptance,
    ) -> Result<Result<Relationship, CannotAnswer>, StoreError> {
        loop {
            let before = relationship::Entity::find_by_id((partner, self.customer));
            let before = before.lock_exclusive().all(tx).await?.pop();
            let after =
                match acceptance.relationship(before.as_ref().map(relationship::Model::standing)) {
                    Ok(after) => after,
                    Err(refusal) => return Ok(Err(refusal)),
                };
            let saved = match before {
                Some(before) => self.renew(tx, &before, after).await?,
                None => self.begin(tx, partner, after).await?,
            };
            if saved {
                return Ok(Ok(after));
            }
        }
    }

    /// Whether it was not there before.
    async fn begin(
        &self,
        tx: &DatabaseTransaction,
        partner: PartnerId,
        new: Relationship,
    ) -> Result<bool, StoreError> {
        let (delegated_admin, delegated_admin_until) = new.delegated_admin.columns();
        let row = relationship::ActiveModel {
            partner_id: Set(partner),
            customer_id: Set(self.customer),
            state: Set(new.state),
            delegated_admin: Set(delegated_admin),
            delegated_admin_until: Set(delegated_admin_until),
            recorded_by: Set(None),
            default_reseller_id: Set(None),
            customer_number: Set(None),
            sort_key: Set(sort_key(&self.organisation.name)),
            since: Set(self.now()),
            ended_at: Set(None),
            ended_by_customer: Set(false),
        };
        let made = relationship::Entity::insert(row).on_conflict_do_nothing();
        let made = made.exec_without_returning(tx).await?;
        Ok(matches!(made, TryInsertResult::Inserted(1)))
    }

    /// What stood goes on, or begins anew; either way the customer has accepted it, whoever had recorded it.
    async fn renew(
        &self,
        tx: &DatabaseTransaction,
        before: &relationship::Model,
        after: Relationship,
    ) -> Result<bool, StoreError> {
        let (delegated_admin, delegated_admin_until) = after.delegated_admin.columns();
        let stood = before.state == RelationshipState::Active;
        let row = relationship::ActiveModel {
            partner_id: Set(before.partner_id),
            customer_id: Set(before.customer_id),
            state: Set(after.state),
            delegated_admin: Set(delegated_admin),
            delegated_admin_until: Set(delegated_admin_until),
            recorded_by: Set(None),
            since: Set(if stood { before.since } else { self.now() }),
            ended_at: Set(None),
            ended_by_customer: Set(false),
            ..Default::default()
        };
        row.update(tx).await?;
        Ok(true)
    }

    /// Whoever it was meant for is written down with the answer, also where only a domain was typed.
    async fn close(
        &self,
        tx: &DatabaseTransaction,
        row: &request::Model,
        state: RequestState,
        reason: Option<&Reason>,
    ) -> Result<(), StoreError> {
        let closed = row.answered(state, reason, self.scope.user, self.now());
        request::ActiveModel { to_customer: Set(Some(self.customer)), ..closed }.update(tx).await?;
        Ok(())
    }

    /// In the customer's log, the asker's, and that of the reseller for which it asked. To them the customer is what was
    /// typed (rule 16).
    async fn record_answer(
        &self,
        tx: &DatabaseTransaction,
        kind: ActivityKind,
        row: &request::Model,
        given: DelegatedAdmin,
    ) -> Result<(), StoreError> {
        let parties = [row.from_partner, row.beneficiary()];
        let named = partner::Entity::find().filter(partner::Column::Id.is_in(parties)).all(tx);
        let named = named.await?;
        let name = |id| named.iter().find(|partner| partner.id == id).map(|row| row.name.as_str());
        let (delegated_admin, until) = given.columns();
        let mut line = self.activity(kind);
        line.partner = Some(row.from_partner);
        line.other_partner = row.for_reseller;
        line.arguments = serde_json::json!({
            "customer": row.typed_name.as_deref().unwrap_or(&row.typed_id),
            "asker": name(row.from_partner),
            "reseller": name(row.beneficiary()),
            "delegated_admin": delegated_admin,
            "until": until.map(|day| day.to_string()),
            "request": row.id.to_string(),
        });
        activity::record(tx, line).await
    }
}
