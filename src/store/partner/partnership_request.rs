//! Asking resellers for a partnership: one, or many at once (`docs/domain.md` rules 7, 8 and 16).

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{PartnerStore, PartnershipRequester, requests::CHUNK};
use crate::{
    domain::{
        ids::{PartnerId, RequestId, SubscriptionId},
        partner::PartnerKind,
        partnership::PartnershipState,
        request::{CannotAsk, RequestKind, RequestState, Standing},
        text::{EmailAddress, MpnId, Name},
    },
    locale::sort_key,
    store::{
        StoreError, Token,
        activity::{self, ActivityKind},
        entity::{partner, partnership, request},
        former_name::partner_key,
        signed_link::Purpose,
    },
};

/// One reseller to be asked. Where its partner ID is new to the portal, this is how it will be named there, until it
/// takes the row over by the request's link.
#[derive(Clone, Debug)]
pub struct NewPartnership {
    pub mpn_id: MpnId,
    pub name: Name,
    pub email: Option<EmailAddress>,
    /// For which it is wanted: one that the asker has sold.
    pub for_subscription: Option<SubscriptionId>,
}

/// A reseller with an open request, and the token of its link.
#[derive(Clone, Debug)]
pub struct AskedReseller {
    pub request: RequestId,
    pub mpn_id: String,
    pub name: String,
    pub email: Option<String>,
    pub token: Token,
}

/// What the portal knows of some partner IDs.
#[derive(Default)]
struct Known {
    partners: BTreeMap<String, (PartnerId, PartnerKind)>,
    waiting: BTreeMap<PartnerId, request::Model>,
    active: BTreeSet<PartnerId>,
}

impl PartnershipRequester {
    /// `None`: the subscription is not one that this provider sold.
    pub async fn ask(
        &self,
        asked: &NewPartnership,
    ) -> Result<Option<Result<RequestId, CannotAsk>>, StoreError> {
        let ask = async || self.write(async |tx| self.ask_in(tx, asked).await).await;
        match ask().await {
            // Of two at once the second finds the first one's.
            Err(error) if error.is_taken() => ask().await,
            outcome => outcome,
        }
    }

    async fn ask_in(
        &self,
        tx: &DatabaseTransaction,
        asked: &NewPartnership,
    ) -> Result<Option<Result<RequestId, CannotAsk>>, StoreError> {
        if let Some(id) = asked.for_subscription
            && self.sold(tx, id).await?.is_none()
        {
            return Ok(None);
        }
        let asked = std::slice::from_ref(asked);
        let known = self.lock_known(tx, asked).await?;
        if let Err(refusal) = self.would(&asked[0], &known) {
            return Ok(Some(Err(refusal)));
        }
        let rows = self.insert(tx, asked, &known).await?;
        let [row] = &rows[..] else { return Ok(None) };
        let mut line = self.about_request(ActivityKind::PartnershipRequested, row);
        line.arguments = serde_json::json!({
            "asker": self.organisation().name,
            "reseller": row.typed_name,
            "request": row.id.to_string(),
        });
        activity::record(tx, line).await?;
        Ok(Some(Ok(row.id)))
    }

    /// Asks all that can be asked; those that cannot are left out, as [`Self::check`] has said. How many were asked.
    pub async fn ask_many(&self, asked: &[NewPartnership]) -> Result<usize, StoreError> {
        let ask = async || self.write(async |tx| self.ask_many_in(tx, asked).await).await;
        match ask().await {
            Err(error) if error.is_taken() => ask().await,
            outcome => outcome,
        }
    }

    async fn ask_many_in(
        &self,
        tx: &DatabaseTransaction,
        asked: &[NewPartnership],
    ) -> Result<usize, StoreError> {
        let known = self.lock_known(tx, asked).await?;
        let possible: Vec<_> =
            asked.iter().filter(|one| self.would(one, &known).is_ok()).cloned().collect();
        if possible.is_empty() {
            return Ok(0);
        }
        let rows = self.insert(tx, &possible, &known).await?;
        let mut line = self.own_activity(ActivityKind::PartnershipsRequested);
        line.arguments = serde_json::json!({
            "asker": self.organisation().name,
            "count": rows.len(),
        });
        activity::record(tx, line).await?;
        Ok(rows.len())
    }

    /// What asking each would come to.
    pub async fn check(
        &self,
        asked: &[NewPartnership],
    ) -> Result<Vec<Result<(), CannotAsk>>, StoreError> {
        let known = self.known(self.scope.db.reader(), asked, false).await?;
        Ok(asked.iter().map(|one| self.would(one, &known)).collect())
    }

    /// Those of `asked` that wait for an answer, each with its link, in the order of `asked`.
    pub async fn asked(&self, asked: &[NewPartnership]) -> Result<Vec<AskedReseller>, StoreError> {
        let known = self.known(self.scope.db.reader(), asked, false).await?;
        let key = self.scope.secret_key.links().await?;
        let open = asked.iter().filter_map(|one| {
            let row = known.waiting_for(one)?;
            (self.stands(row) == Standing::Open).then(|| AskedReseller {
                request: row.id,
                mpn_id: row.typed_id.clone(),
                name: row.typed_name.clone().unwrap_or_default(),
                email: row.email.clone(),
                token: key.token(Purpose::Request, row.id, row.link_number),
            })
        });
        Ok(open.collect())
    }

    fn would(&self, asked: &NewPartnership, known: &Known) -> Result<(), CannotAsk> {
        if asked.mpn_id.as_str() == self.mpn_id() {
            return Err(CannotAsk::Oneself);
        }
        let Some((id, kind)) = known.partners.get(asked.mpn_id.as_str()) else { return Ok(()) };
        if *kind != PartnerKind::IndirectReseller {
            return Err(CannotAsk::NotAReseller);
        }
        if known.active.contains(id) {
            return Err(CannotAsk::AlreadyPartners);
        }
        match known.waiting.get(id).filter(|row| self.stands(row) == Standing::Open) {
            Some(row) => Err(CannotAsk::AlreadyOpen(row.id)),
            None => Ok(()),
        }
    }

    fn stands(&self, row: &request::Model) -> Standing {
        row.standing().standing(self.now())
    }

    async fn insert(
        &self,
        tx: &DatabaseTransaction,
        asked: &[NewPartnership],
        known: &Known,
    ) -> Result<Vec<request::Model>, StoreError> {
        let expired = asked.iter().filter_map(|one| known.waiting_for(one)).map(|row| row.id);
        self.revoke_expired(tx, expired).await?;
        let new = asked.iter().filter(|one| !known.partners.contains_key(one.mpn_id.as_str()));
        let made = self.insert_partners(tx, new.collect()).await?;
        let rows: Vec<_> = asked
            .iter()
            .map(|one| request::Model {
                to_partner: known
                    .partners
                    .get(one.mpn_id.as_str())
                    .map(|(id, _)| *id)
                    .or_else(|| made.get(one.mpn_id.as_str()).copied()),
                typed_name: Some(one.name.to_string()),
                email: one.email.as_ref().map(ToString::to_string),
                for_subscription: one.for_subscription,
                ..self.blank_request(RequestKind::Partnership, one.mpn_id.as_str())
            })
            .collect();
        for rows in rows.chunks(CHUNK) {
            let rows = rows.iter().cloned().map(request::ActiveModel::from);
            request::Entity::insert_many(rows).exec_without_returning(tx).await?;
        }
        Ok(rows)
    }

    /// The requester fixes name and partner ID; country and time zone are its own until the reseller says otherwise.
    async fn insert_partners(
        &self,
        tx: &DatabaseTransaction,
        new: Vec<&NewPartnership>,
    ) -> Result<BTreeMap<String, PartnerId>, StoreError> {
        let mut made = BTreeMap::new();
        if new.is_empty() {
            return Ok(made);
        }
        let Some(own) = partner::Entity::find_by_id(self.id()).all(tx).await?.pop() else {
            return Ok(made);
        };
        let rows: Vec<_> = new
            .into_iter()
            .map(|one| partner::Model {
                id: PartnerId::new(self.now()),
                kind: PartnerKind::IndirectReseller,
                name: one.name.to_string(),
                sort_key: sort_key(one.name.as_str()),
                search_key: partner_key(one.name.as_str(), one.mpn_id.as_str()),
                mpn_id: one.mpn_id.to_string(),
                country: own.country.clone(),
                time_zone: own.time_zone.clone(),
                second_factor_required: false,
            })
            .collect();
        for rows in rows.chunks(CHUNK) {
            made.extend(rows.iter().map(|row| (row.mpn_id.clone(), row.id)));
            let rows = rows.iter().cloned().map(partner::ActiveModel::from);
            partner::Entity::insert_many(rows).exec_without_returning(tx).await?;
        }
        Ok(made)
    }
}

impl Known {
    fn waiting_for(&self, asked: &NewPartnership) -> Option<&request::Model> {
        let (id, _) = self.partners.get(asked.mpn_id.as_str())?;
        self.waiting.get(id)
    }
}

impl PartnerStore {
    /// Nobody changes what is known until the transaction ends.
    async fn lock_known(
        &self,
        tx: &DatabaseTransaction,
        asked: &[NewPartnership],
    ) -> Result<Known, StoreError> {
        self.known(tx, asked, true).await
    }

    async fn known(
        &self,
        connection: &impl ConnectionTrait,
        asked: &[NewPartnership],
        lock: bool,
    ) -> Result<Known, StoreError> {
        let mut known = Known::default();
        for asked in asked.chunks(CHUNK) {
            let ids = asked.iter().map(|one| one.mpn_id.as_str());
            let rows = partner::Entity::find().filter(partner::Column::MpnId.is_in(ids));
            let rows = rows.all(connection).await?;
            known.partners.extend(rows.into_iter().map(|row| (row.mpn_id, (row.id, row.kind))));
        }
        let ids: Vec<_> = known.partners.values().map(|(id, _)| *id).collect();
        for ids in ids.chunks(CHUNK) {
            let waiting = request::Entity::find()
                .filter(request::Column::FromPartner.eq(self.id()))
                .filter(request::Column::Kind.eq(RequestKind::Partnership))
                .filter(request::Column::State.eq(RequestState::Open))
                .filter(request::Column::ToPartner.is_in(ids.iter().copied()))
                .order_by_asc(request::Column::Id);
            let waiting = if lock { waiting.lock_exclusive() } else { waiting };
            let rows = waiting.all(connection).await?;
            known.waiting.extend(rows.into_iter().filter_map(|row| Some((row.to_partner?, row))));
        }
        for ids in ids.chunks(CHUNK) {
            let active = partnership::Entity::find()
                .filter(partnership::Column::ProviderId.eq(self.id()))
                .filter(partnership::Column::ResellerId.is_in(ids.iter().copied()))
                .filter(partnership::Column::State.eq(PartnershipState::Active))
                .order_by_asc(partnership::Column::ResellerId);
            let active = if lock { active.lock_shared() } else { active };
            known.active.extend(active.all(connection).await?.iter().map(|row| row.reseller_id));
        }
        Ok(known)
    }
}
