//! Asking a customer for a relationship, or for delegated admin, for oneself or for one of one's resellers
//! (`docs/domain.md` rules 14 to 16).

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect, QueryTrait, sea_query::ExprTrait,
};
use time::Date;

use super::{PartnerStore, RelationshipRequester, requests::ResellerOfRequest};
use crate::{
    domain::{
        ids::{CustomerId, PartnerId, RequestId, SubscriptionId},
        request::{CannotAsk, Ground, RequestKind, RequestState, Standing},
        text::{DomainName, EmailAddress, MpnId, Name},
    },
    locale::Zone,
    store::{
        StoreError,
        activity::{self, ActivityKind},
        entity::{customer, partner, partnership, relationship, request, subscription},
    },
};

/// What a form asks for.
#[derive(Clone, Debug)]
pub struct NewRelationship {
    /// A relationship, or delegated admin alone.
    pub kind: RequestKind,
    /// The partner ID of one of the asker's resellers; `None`: for itself.
    pub for_reseller: Option<MpnId>,
    pub domain: DomainName,
    pub name: Option<Name>,
    pub email: Option<EmailAddress>,
    /// For which it is wanted: one that the asker has sold to this customer.
    pub for_subscription: Option<SubscriptionId>,
    /// Where a relationship is asked for: whether with delegated admin.
    pub delegated_admin: bool,
    pub last_day: Option<Date>,
}

/// What a form can be filled with: a customer, a reseller and a subscription that the asker has anyway.
#[derive(Clone, Debug, Default)]
pub struct Addressee {
    /// The customer's domain and name.
    pub customer: Option<(String, String)>,
    /// The reseller's partner ID and name.
    pub reseller: Option<(String, String)>,
    /// One that the asker has sold.
    pub subscription: Option<SubscriptionId>,
}

/// Who is asked, and for whom, as the portal knows them.
struct Sides {
    reseller: Option<ResellerOfRequest>,
    customer: Option<customer::Model>,
}

impl Sides {
    fn for_reseller(&self) -> Option<PartnerId> {
        self.reseller.as_ref().map(|reseller| reseller.id)
    }

    fn to_customer(&self) -> Option<CustomerId> {
        self.customer.as_ref().map(|customer| customer.id)
    }
}

impl RelationshipRequester {
    /// `None`: the subscription is not one that this partner sold.
    pub async fn ask(
        &self,
        asked: &NewRelationship,
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
        asked: &NewRelationship,
    ) -> Result<Option<Result<RequestId, CannotAsk>>, StoreError> {
        let Some(sides) = self.sides(tx, asked).await? else {
            return Ok(Some(Err(CannotAsk::NotYourReseller)));
        };
        let open = self.lock_open(tx, asked, &sides).await?;
        let ground = self.ground(tx, &sides).await?;
        match self.remembered(tx, asked, &sides).await? {
            None => return Ok(None),
            Some(Err(refusal)) => return Ok(Some(Err(refusal))),
            Some(Ok(())) => {}
        }
        let now = self.now();
        if let Some(row) = open.iter().find(|row| row.standing().standing(now) == Standing::Open) {
            return Ok(Some(Err(CannotAsk::AlreadyOpen(row.id))));
        }
        if let Err(refusal) = ground.allows(asked.kind, asked.last_day) {
            return Ok(Some(Err(refusal)));
        }
        self.revoke_expired(tx, open.iter().map(|row| row.id)).await?;
        self.insert(tx, asked, &sides).await.map(|id| Some(Ok(id)))
    }

    /// `None`: not a reseller that has, or has had, a partnership with this provider.
    async fn sides(
        &self,
        tx: &DatabaseTransaction,
        asked: &NewRelationship,
    ) -> Result<Option<Sides>, StoreError> {
        let reseller = match asked.for_reseller.as_ref().filter(|id| id.as_str() != self.mpn_id()) {
            None => None,
            Some(mpn_id) => {
                let named = partner::Column::MpnId.eq(mpn_id.as_str());
                let Some(reseller) = self.own_reseller(tx, named.into()).await? else {
                    return Ok(None);
                };
                Some(reseller)
            }
        };
        let domain = customer::Column::Domain.eq(asked.domain.as_str());
        let customer = customer::Entity::find().filter(domain).all(tx).await?.pop();
        Ok(Some(Sides { reseller, customer }))
    }

    /// What waits of the same from here already, expired or not; nobody else answers or revokes it meanwhile.
    async fn lock_open(
        &self,
        tx: &DatabaseTransaction,
        asked: &NewRelationship,
        sides: &Sides,
    ) -> Result<Vec<request::Model>, StoreError> {
        let beneficiary = match sides.for_reseller() {
            Some(reseller) => request::Column::ForReseller.eq(reseller),
            None => request::Column::ForReseller.is_null(),
        };
        let typed = request::Column::TypedId
            .eq(asked.domain.as_str())
            .and(request::Column::ToPartner.is_null());
        let other_side = Condition::any()
            .add(typed)
            .add_option(sides.to_customer().map(|id| request::Column::ToCustomer.eq(id)));
        let rows = request::Entity::find()
            .filter(request::Column::FromPartner.eq(self.id()))
            .filter(request::Column::State.eq(RequestState::Open))
            .filter(request::Column::Kind.eq(asked.kind))
            .filter(beneficiary)
            .filter(other_side)
            .lock_exclusive();
        Ok(rows.all(tx).await?)
    }

    /// What stands, as far as the asker may know: of another partner it hears only about customers that both have (rule
    /// 40), so a request at anybody else's is made whatever stands there.
    async fn ground(&self, tx: &DatabaseTransaction, sides: &Sides) -> Result<Ground, StoreError> {
        let partnership = match sides.for_reseller() {
            Some(reseller) => partnership::Entity::find_by_id((self.id(), reseller))
                .lock_shared()
                .all(tx)
                .await?
                .pop(),
            None => None,
        };
        let mut ground = Ground {
            partnership: partnership.map(|row| row.standing()),
            relationship: None,
            today: Zone::utc().today(self.now()),
        };
        let Some(customer) = &sides.customer else { return Ok(ground) };
        let of = async |partner| -> Result<_, StoreError> {
            let row = relationship::Entity::find_by_id((partner, customer.id)).lock_shared();
            Ok(row.all(tx).await?.pop().map(|row| row.standing()))
        };
        if let Some(own) = of(self.id()).await? {
            ground.today = self.terms(&customer.time_zone).today;
            ground.relationship = match sides.for_reseller() {
                Some(reseller) => of(reseller).await?,
                None => Some(own),
            };
        }
        Ok(ground)
    }

    /// `None`: not a subscription that this partner sold.
    async fn remembered(
        &self,
        tx: &DatabaseTransaction,
        asked: &NewRelationship,
        sides: &Sides,
    ) -> Result<Option<Result<(), CannotAsk>>, StoreError> {
        let Some(id) = asked.for_subscription else { return Ok(Some(Ok(()))) };
        let Some(row) = self.sold(tx, id).await? else { return Ok(None) };
        let is_theirs = sides.to_customer() == Some(row.customer_id);
        Ok(Some(if is_theirs { Ok(()) } else { Err(CannotAsk::SubscriptionOfAnother) }))
    }

    async fn insert(
        &self,
        tx: &DatabaseTransaction,
        asked: &NewRelationship,
        sides: &Sides,
    ) -> Result<RequestId, StoreError> {
        let with_delegated_admin =
            asked.delegated_admin || asked.kind == RequestKind::DelegatedAdmin;
        let row = request::Model {
            for_reseller: sides.for_reseller(),
            to_customer: sides.to_customer(),
            typed_name: asked.name.as_ref().map(ToString::to_string),
            email: asked.email.as_ref().map(ToString::to_string),
            for_subscription: asked.for_subscription,
            delegated_admin: with_delegated_admin,
            delegated_admin_until: asked.last_day.filter(|_| with_delegated_admin),
            ..self.blank_request(asked.kind, asked.domain.as_str())
        };
        request::Entity::insert(request::ActiveModel::from(row.clone()))
            .exec_without_returning(tx)
            .await?;
        self.record(tx, &row, sides).await?;
        Ok(row.id)
    }

    async fn record(
        &self,
        tx: &DatabaseTransaction,
        row: &request::Model,
        sides: &Sides,
    ) -> Result<(), StoreError> {
        let kind = match row.kind {
            RequestKind::DelegatedAdmin => ActivityKind::DelegatedAdminRequested,
            _ => ActivityKind::RelationshipRequested,
        };
        let own = &self.organisation().name;
        let mut line = self.about_request(kind, row);
        line.arguments = serde_json::json!({
            "customer": row.typed_name.as_deref().unwrap_or(&row.typed_id),
            "asker": own,
            "reseller": sides.reseller.as_ref().map_or(own, |reseller| &reseller.name),
            "delegated_admin": row.delegated_admin,
            "until": row.delegated_admin_until.map(|day| day.to_string()),
            "request": row.id.to_string(),
        });
        activity::record(tx, line).await
    }
}

impl PartnerStore {
    /// What a link to the form names, as far as it is the asker's own: what is not is left out.
    pub async fn addressee(
        &self,
        customer: Option<CustomerId>,
        reseller: Option<PartnerId>,
        subscription: Option<SubscriptionId>,
    ) -> Result<Addressee, StoreError> {
        let reader = self.scope.db.reader();
        let mut addressee = Addressee::default();
        let mut customer = customer;
        if let Some(id) = subscription
            && let Some(row) = self.sold(reader, id).await?
        {
            addressee.subscription = Some(id);
            customer = Some(row.customer_id);
        }
        if let Some(id) = customer
            && relationship::Entity::find_by_id((self.id(), id)).all(reader).await?.pop().is_some()
        {
            let row = customer::Entity::find_by_id(id).all(reader).await?.pop();
            addressee.customer = row.map(|row| (row.domain, row.name));
        }
        if let Some(id) = reseller {
            let found = self.own_reseller(reader, partner::Column::Id.eq(id).into()).await?;
            addressee.reseller = found.map(|reseller| (reseller.mpn_id, reseller.name));
        }
        Ok(addressee)
    }

    /// One that has, or has had, a partnership with this provider.
    pub(super) async fn own_reseller(
        &self,
        connection: &impl ConnectionTrait,
        which: Condition,
    ) -> Result<Option<ResellerOfRequest>, StoreError> {
        let own = partnership::Entity::find()
            .select_only()
            .column(partnership::Column::ResellerId)
            .filter(partnership::Column::ProviderId.eq(self.id()));
        let found = partner::Entity::find()
            .filter(which)
            .filter(partner::Column::Id.in_subquery(own.into_query()))
            .into_partial_model::<ResellerOfRequest>();
        Ok(found.all(connection).await?.pop())
    }

    /// A subscription that this partner sold.
    pub(super) async fn sold(
        &self,
        connection: &impl ConnectionTrait,
        id: SubscriptionId,
    ) -> Result<Option<subscription::Model>, StoreError> {
        let row = self
            .visible_subscriptions()
            .filter(subscription::Column::Id.eq(id))
            .filter(subscription::Column::ProviderId.eq(self.id()));
        Ok(row.all(connection).await?.pop())
    }
}
