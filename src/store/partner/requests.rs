//! What a partner has asked of others: each request, those that wait, and taking one back (`docs/domain.md` rules 14 to 17).
//! Of the other side it shows only what was typed.

use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DerivePartialModel, EntityTrait, JoinType,
    PaginatorTrait, QueryFilter, QuerySelect, RelationTrait, Select,
    sea_query::{Expr, ExprTrait, Func, LikeExpr},
};
use time::{Date, Duration, OffsetDateTime};

use super::PartnerStore;
use crate::{
    domain::{
        ids::{CustomerId, PartnerId, RequestId, SubscriptionId},
        request::{Request, RequestKind, RequestState, Standing},
        role::PartnerVerb,
    },
    locale::like_pattern,
    store::{
        Position, Slice, StoreError, Token,
        activity::{Activity, ActivityKind},
        entity::{partner, product, request, subscription},
        joins::AuthorRow,
        listing::Bound,
        signed_link::Purpose,
    },
};

/// One request with what became of it.
#[derive(Clone, Debug)]
pub struct RequestPage {
    pub id: RequestId,
    pub kind: RequestKind,
    /// For which of its resellers the asker has asked; `None`: for itself.
    pub for_reseller: Option<ResellerOfRequest>,
    /// The partner ID or the domain of the other side, its name and its email: as typed.
    pub typed_id: String,
    pub typed_name: Option<String>,
    pub email: Option<String>,
    /// With delegated admin, and until when.
    pub delegated_admin: bool,
    pub delegated_admin_until: Option<Date>,
    pub standing: Standing,
    pub decline_reason: Option<String>,
    /// The subscription that it remembers, with its product.
    pub subscription: Option<(SubscriptionId, String)>,
    /// Who would support that subscription, once all is accepted.
    pub contact: Option<PartnerId>,
    /// The customer's page, where the asker has one of it.
    pub customer: Option<CustomerId>,
    /// The colleague who has asked.
    pub by: Option<String>,
    pub created_at: OffsetDateTime,
    pub expires_at: OffsetDateTime,
    pub answered_at: Option<OffsetDateTime>,
    link_number: i32,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
pub struct ResellerOfRequest {
    pub id: PartnerId,
    pub name: String,
    pub mpn_id: String,
}

/// After so long without an answer somebody should ask again.
const LONG: Duration = Duration::days(7);

/// One that waits.
#[derive(Clone, Debug)]
pub struct RequestLine {
    pub id: RequestId,
    pub kind: RequestKind,
    /// The name of the reseller for which it is; `None`: the asker itself.
    pub for_reseller: Option<String>,
    pub typed_id: String,
    pub typed_name: Option<String>,
    pub is_expired: bool,
    pub created_at: OffsetDateTime,
    pub expires_at: OffsetDateTime,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "request::Entity")]
struct PageRow {
    id: RequestId,
    kind: RequestKind,
    to_partner: Option<PartnerId>,
    to_customer: Option<CustomerId>,
    typed_id: String,
    typed_name: Option<String>,
    email: Option<String>,
    delegated_admin: bool,
    delegated_admin_until: Option<Date>,
    link_number: i32,
    state: RequestState,
    decline_reason: Option<String>,
    created_at: OffsetDateTime,
    expires_at: OffsetDateTime,
    answered_at: Option<OffsetDateTime>,
    #[sea_orm(nested, alias = "reseller")]
    reseller: Option<ResellerOfRequest>,
    #[sea_orm(nested)]
    subscription: Option<SubscriptionRow>,
    #[sea_orm(nested)]
    product: Option<ProductRow>,
    #[sea_orm(nested, alias = "author")]
    author: Option<AuthorRow>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
struct SubscriptionRow {
    id: SubscriptionId,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "product::Entity")]
struct ProductRow {
    name: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "request::Entity")]
struct LineRow {
    id: RequestId,
    kind: RequestKind,
    typed_id: String,
    typed_name: Option<String>,
    created_at: OffsetDateTime,
    expires_at: OffsetDateTime,
    #[sea_orm(nested, alias = "reseller")]
    reseller: Option<ResellerOfRequest>,
}

impl RequestLine {
    /// The other side as its asker speaks of it.
    pub fn named(&self) -> &str {
        self.typed_name.as_deref().unwrap_or(&self.typed_id)
    }
}

impl RequestPage {
    /// The other side as its asker speaks of it.
    pub fn named(&self) -> &str {
        self.typed_name.as_deref().unwrap_or(&self.typed_id)
    }

    /// The right that making, showing and revoking it takes.
    pub fn verb(&self) -> PartnerVerb {
        verb(self.kind)
    }
}

/// Who may ask for it may also take it back.
fn verb(kind: RequestKind) -> PartnerVerb {
    match kind {
        RequestKind::Partnership => PartnerVerb::RequestPartnership,
        RequestKind::Relationship | RequestKind::DelegatedAdmin => PartnerVerb::RequestRelationship,
    }
}

impl PartnerStore {
    /// `None`: not one of this partner's.
    pub async fn request(&self, id: RequestId) -> Result<Option<RequestPage>, StoreError> {
        let found = self
            .own_requests()
            .filter(request::Column::Id.eq(id))
            .join(JoinType::LeftJoin, request::Relation::Subscription.def())
            .join(JoinType::LeftJoin, subscription::Relation::Product.def())
            .join_as(JoinType::LeftJoin, request::Relation::Author.def(), "author")
            .into_partial_model::<PageRow>()
            .all(self.scope.db.reader())
            .await?
            .pop();
        let Some(row) = found else { return Ok(None) };
        let customer = match row.to_customer {
            Some(id) => self.is_served(id).await?.then_some(id),
            None => None,
        };
        Ok(Some(self.page(row, customer)))
    }

    /// Whether the partner has a relationship with this customer, or has had one.
    async fn is_served(&self, customer: CustomerId) -> Result<bool, StoreError> {
        Ok(self.place_of_customer(Position::After(customer)).await?.is_some())
    }

    fn page(&self, row: PageRow, customer: Option<CustomerId>) -> RequestPage {
        let stands = Request { state: row.state, expires_at: row.expires_at };
        RequestPage {
            contact: match row.kind {
                RequestKind::Partnership => row.to_partner,
                _ => row.reseller.as_ref().map(|reseller| reseller.id).or(Some(self.partner)),
            },
            customer,
            standing: stands.standing(self.now()),
            id: row.id,
            kind: row.kind,
            for_reseller: row.reseller,
            typed_id: row.typed_id,
            typed_name: row.typed_name,
            email: row.email,
            delegated_admin: row.delegated_admin,
            delegated_admin_until: row.delegated_admin_until,
            decline_reason: row.decline_reason,
            subscription: row.subscription.zip(row.product).map(|(one, is)| (one.id, is.name)),
            by: row.author.and_then(AuthorRow::name),
            created_at: row.created_at,
            expires_at: row.expires_at,
            answered_at: row.answered_at,
            link_number: row.link_number,
        }
    }

    /// The token of its link, as often as it is asked for, while it is open; for those who may ask for such a thing.
    pub async fn request_link(&self, request: &RequestPage) -> Result<Option<Token>, StoreError> {
        if request.standing != Standing::Open || !self.may(request.verb()) {
            return Ok(None);
        }
        let key = self.scope.secret_key.links().await?;
        Ok(Some(key.token(Purpose::Request, request.id, request.link_number)))
    }

    /// Those that nobody has answered, the oldest first, expired ones among them. `q`: words, each a part of what was
    /// typed or of the reseller's name. `for_long`: only those that have waited for [`LONG`].
    pub async fn waiting_requests(
        &self,
        q: Option<&str>,
        for_long: bool,
        position: Position<RequestId>,
    ) -> Result<Slice<RequestLine, RequestId>, StoreError> {
        let reader = self.scope.db.reader();
        let total = self.waiting(q, for_long).count(reader).await?;
        let mut bound = position.at(self.place_of_request(position).await?);
        let page = async |bound: &Bound<RequestId>| {
            let list = bound.page_by_id(self.waiting(q, for_long), request::Column::Id);
            list.into_partial_model::<LineRow>().all(reader).await
        };
        let rows = bound.rows(page).await?;
        let now = self.now();
        Ok(bound.slice(rows, total, |row| row.id, position).map(|row| RequestLine {
            id: row.id,
            kind: row.kind,
            for_reseller: row.reseller.map(|reseller| reseller.name),
            typed_id: row.typed_id,
            typed_name: row.typed_name,
            is_expired: row.expires_at <= now,
            created_at: row.created_at,
            expires_at: row.expires_at,
        }))
    }

    fn own_requests(&self) -> Select<request::Entity> {
        request::Entity::find().filter(request::Column::FromPartner.eq(self.partner)).join_as(
            JoinType::LeftJoin,
            request::Relation::Reseller.def(),
            "reseller",
        )
    }

    pub(super) fn waiting(&self, q: Option<&str>, for_long: bool) -> Select<request::Entity> {
        let list = self.own_requests().filter(request::Column::State.eq(RequestState::Open));
        let long_ago = for_long.then(|| request::Column::CreatedAt.lte(self.now() - LONG));
        let list = list.filter(Condition::all().add_option(long_ago));
        q.into_iter().flat_map(str::split_whitespace).fold(list, |list, word| {
            let like = || LikeExpr::new(like_pattern(word)).escape('\\');
            let name = Func::lower(Expr::col((request::Entity, request::Column::TypedName)));
            list.filter(
                Condition::any()
                    .add(request::Column::TypedId.like(like()))
                    .add(Expr::expr(name).like(like()))
                    .add(Expr::col(("reseller", partner::Column::SearchKey)).like(like())),
            )
        })
    }

    /// Ids tell the order, so that a place is no more than that the row is there.
    async fn place_of_request(
        &self,
        position: Position<RequestId>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(id) = position.id() else { return Ok(None) };
        let row = self.own_requests().filter(request::Column::Id.eq(id));
        Ok((row.count(self.scope.db.reader()).await? > 0).then(Vec::new))
    }
}

impl PartnerStore {
    /// A line in the log of everybody whom the request concerns.
    pub(super) fn about_request(&self, kind: ActivityKind, row: &request::Model) -> Activity {
        let mut line = self.own_activity(kind);
        line.other_partner = row.for_reseller.or(row.to_partner);
        line.customer = row.to_customer;
        line
    }

    /// A new request by this person, for the partner itself, that remembers nothing and asks for no delegated admin.
    pub(super) fn blank_request(&self, kind: RequestKind, typed_id: &str) -> request::Model {
        let now = self.now();
        request::Model {
            id: RequestId::new(now),
            kind,
            from_partner: self.partner,
            for_reseller: None,
            to_partner: None,
            to_customer: None,
            typed_id: typed_id.to_owned(),
            typed_name: None,
            email: None,
            for_subscription: None,
            delegated_admin: false,
            delegated_admin_until: None,
            link_number: 0,
            state: RequestState::Open,
            decline_reason: None,
            by_user: Some(self.scope.user),
            answered_by: None,
            created_at: now,
            expires_at: now + crate::domain::request::VALID_FOR,
            answered_at: None,
        }
    }

    /// Those that a new request of the same takes the place of (rule 16).
    pub(super) async fn revoke_expired(
        &self,
        tx: &DatabaseTransaction,
        expired: impl IntoIterator<Item = RequestId>,
    ) -> Result<(), StoreError> {
        let ids: Vec<_> = expired.into_iter().collect();
        for ids in ids.chunks(CHUNK) {
            request::Entity::update_many()
                .col_expr(request::Column::State, Expr::value(RequestState::Revoked))
                .col_expr(request::Column::AnsweredAt, Expr::value(self.now()))
                .filter(request::Column::Id.is_in(ids.iter().copied()))
                .exec(tx)
                .await?;
        }
        Ok(())
    }
}

/// Rows a statement: SQLite takes 32,766 values, PostgreSQL 65,535.
pub(super) const CHUNK: usize = 1000;
