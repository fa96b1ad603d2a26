//! What providers ask of a reseller, and its answer: authorized or declined, exactly once (`docs/domain.md` rules 7, 8 and
//! 16).

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction,
    DerivePartialModel, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
    Select, TryInsertResult,
};
use time::OffsetDateTime;

use super::{PartnerStore, PartnershipAnswerer};
use crate::{
    domain::{
        answer::{CannotAnswer, authorized},
        ids::{PartnerId, RequestId},
        partnership::PartnershipState,
        request::{Event, Request, RequestKind, RequestState, Standing},
        text::Reason,
    },
    store::{
        Party, StoreError,
        activity::{self, ActivityKind},
        entity::{partner, partnership, request},
        joins::{answered_by, with_details},
        listing::PAGE,
        party::PartyRow,
        support_details::ProfileRow,
    },
};

/// One that waits, for the home page.
#[derive(Clone, Debug)]
pub struct WaitingPartnershipRequest {
    pub id: RequestId,
    pub provider: String,
    pub created_at: OffsetDateTime,
    pub expires_at: OffsetDateTime,
}

/// One, as its page shows it.
#[derive(Clone, Debug)]
pub struct PartnershipRequest {
    pub id: RequestId,
    pub provider: Party,
    pub standing: Standing,
    pub created_at: OffsetDateTime,
    pub expires_at: OffsetDateTime,
    pub answered_at: Option<OffsetDateTime>,
    /// Who of the reseller's own people has answered it.
    pub answered_by: Option<String>,
    pub decline_reason: Option<String>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "request::Entity")]
struct Row {
    id: RequestId,
    state: RequestState,
    decline_reason: Option<String>,
    created_at: OffsetDateTime,
    expires_at: OffsetDateTime,
    answered_at: Option<OffsetDateTime>,
    #[sea_orm(from_expr = "answered_by()")]
    answered_by: Option<String>,
    #[sea_orm(nested, alias = "asker")]
    asker: PartyRow,
    #[sea_orm(nested, alias = "asker_profile")]
    asker_profile: Option<ProfileRow>,
}

impl PartnerStore {
    /// What waits for this reseller's answer, the oldest first; at most a page of them.
    pub async fn partnership_requests_to_answer(
        &self,
    ) -> Result<Vec<WaitingPartnershipRequest>, StoreError> {
        let rows = with_asker(self.received())
            .filter(request::Column::State.eq(RequestState::Open))
            .filter(request::Column::ExpiresAt.gt(self.now()))
            .order_by_asc(request::Column::Id)
            .limit(PAGE)
            .into_partial_model::<Row>()
            .all(self.scope.db.reader())
            .await?;
        let waiting = |row: Row| WaitingPartnershipRequest {
            id: row.id,
            provider: Party::from_rows(row.asker, None).details.name,
            created_at: row.created_at,
            expires_at: row.expires_at,
        };
        Ok(rows.into_iter().map(waiting).collect())
    }

    /// `None`: not one that was meant for this reseller.
    pub async fn partnership_request(
        &self,
        id: RequestId,
    ) -> Result<Option<PartnershipRequest>, StoreError> {
        let found = with_asker(self.received().filter(request::Column::Id.eq(id)));
        let row = found.into_partial_model::<Row>().all(self.scope.db.reader()).await?.pop();
        Ok(row.map(|row| row.page(self.now())))
    }

    /// The whole of what was ever asked of this reseller, also before it came into the portal.
    fn received(&self) -> Select<request::Entity> {
        let by_partner_id = Condition::all()
            .add(request::Column::ToPartner.is_null())
            .add(request::Column::ToCustomer.is_null())
            .add(request::Column::TypedId.eq(&self.mpn_id));
        request::Entity::find().filter(request::Column::Kind.eq(RequestKind::Partnership)).filter(
            Condition::any().add(request::Column::ToPartner.eq(self.partner)).add(by_partner_id),
        )
    }
}

impl PartnershipAnswerer {
    /// `None`: not a request that was meant for this reseller.
    pub async fn authorize(
        &self,
        id: RequestId,
    ) -> Result<Option<Result<(), CannotAnswer>>, StoreError> {
        self.answer(id, Event::Accept, None).await
    }

    pub async fn decline(
        &self,
        id: RequestId,
        reason: Option<&Reason>,
    ) -> Result<Option<Result<(), CannotAnswer>>, StoreError> {
        self.answer(id, Event::Decline, reason).await
    }

    async fn answer(
        &self,
        id: RequestId,
        event: Event,
        reason: Option<&Reason>,
    ) -> Result<Option<Result<(), CannotAnswer>>, StoreError> {
        self.write(async |tx| {
            let found = self.received().filter(request::Column::Id.eq(id)).lock_exclusive();
            let Some(row) = found.all(tx).await?.pop() else { return Ok(None) };
            let state = match row.standing().after(event, self.now()) {
                Ok(state) => state,
                Err(standing) => return Ok(Some(Err(CannotAnswer::NotOpen(standing)))),
            };
            if event == Event::Accept {
                self.settle(tx, row.from_partner).await?;
            }
            let closed = row.answered(state, reason, self.scope.user, self.now());
            request::ActiveModel { to_partner: Set(Some(self.id())), ..closed }.update(tx).await?;
            self.record_answer(tx, &row, event).await?;
            Ok(Some(Ok(())))
        })
        .await
    }

    /// Makes the partnership, or makes it active again. It may be recorded at the same moment (rule 8): whoever comes
    /// second finds the row.
    async fn settle(
        &self,
        tx: &DatabaseTransaction,
        provider: PartnerId,
    ) -> Result<(), StoreError> {
        let (now, reseller) = (self.now(), self.id());
        let new = partnership::ActiveModel {
            provider_id: Set(provider),
            reseller_id: Set(reseller),
            state: Set(PartnershipState::Active),
            since: Set(now),
            ended_at: Set(None),
            suspended_at: Set(None),
            recorded_by_import: Set(false),
        };
        let made = partnership::Entity::insert(new).on_conflict_do_nothing();
        if let TryInsertResult::Inserted(1) = made.exec_without_returning(tx).await? {
            return Ok(());
        }
        let stands = partnership::Entity::find_by_id((provider, reseller)).lock_exclusive();
        let Some(before) = stands.all(tx).await?.pop() else { return Ok(()) };
        let after = authorized(Some(before.standing()));
        let stood = before.state == PartnershipState::Active;
        let row = partnership::ActiveModel {
            provider_id: Set(provider),
            reseller_id: Set(reseller),
            state: Set(after.state),
            since: Set(if stood { before.since } else { now }),
            ended_at: Set(None),
            suspended_at: Set(before.suspended_at.filter(|_| after.suspended)),
            recorded_by_import: Set(false),
        };
        row.update(tx).await?;
        Ok(())
    }

    /// In both partners' logs. Who declines stays what the provider typed (rule 16).
    async fn record_answer(
        &self,
        tx: &DatabaseTransaction,
        row: &request::Model,
        event: Event,
    ) -> Result<(), StoreError> {
        let asker = partner::Entity::find_by_id(row.from_partner).all(tx).await?.pop();
        let typed = row.typed_name.as_deref().unwrap_or(&row.typed_id);
        let (kind, reseller) = match event {
            Event::Accept => {
                (ActivityKind::PartnershipAuthorized, self.organisation().name.as_str())
            }
            _ => (ActivityKind::PartnershipDeclined, typed),
        };
        let mut line = self.own_activity(kind);
        line.partner = Some(row.from_partner);
        line.other_partner = Some(self.id());
        line.arguments = serde_json::json!({
            "asker": asker.map(|row| row.name),
            "reseller": reseller,
            "request": row.id.to_string(),
        });
        activity::record(tx, line).await
    }
}

fn with_asker(select: Select<request::Entity>) -> Select<request::Entity> {
    let asker = request::Relation::Asker.def();
    with_details(select, JoinType::InnerJoin, asker, "asker", "asker_profile")
}

impl Row {
    fn page(self, now: OffsetDateTime) -> PartnershipRequest {
        PartnershipRequest {
            id: self.id,
            standing: Request { state: self.state, expires_at: self.expires_at }.standing(now),
            provider: Party::from_rows(self.asker, self.asker_profile),
            created_at: self.created_at,
            expires_at: self.expires_at,
            answered_at: self.answered_at,
            answered_by: self.answered_by,
            decline_reason: self.decline_reason,
        }
    }
}
