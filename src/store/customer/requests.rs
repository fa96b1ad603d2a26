//! What partners ask of the customer (`docs/domain.md` rules 14 to 17).

use sea_orm::{
    ColumnTrait, Condition, DerivePartialModel, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    RelationTrait, Select, sea_query::Expr,
};
use time::{Date, OffsetDateTime};

use super::CustomerStore;
use crate::{
    domain::{
        answer::{Acceptance, CannotAnswer},
        ids::RequestId,
        relationship::{DelegatedAdmin, Relationship},
        request::{Request, RequestKind, RequestState, Standing},
    },
    store::{
        Party, Position, Slice, StoreError,
        entity::{relationship, request},
        joins::{answered_by, with_details},
        party::PartyRow,
        support_details::ProfileRow,
    },
};

/// One request in the list.
#[derive(Clone, Debug)]
pub struct RequestLine {
    pub id: RequestId,
    pub kind: RequestKind,
    pub asker: String,
    /// The partner that is to get it.
    pub beneficiary: String,
    pub standing: Standing,
    pub created_at: OffsetDateTime,
    pub expires_at: OffsetDateTime,
    pub answered_at: Option<OffsetDateTime>,
}

/// One request, as its page shows it.
#[derive(Clone, Debug)]
pub struct ReceivedRequest {
    pub id: RequestId,
    pub kind: RequestKind,
    pub asker: Party,
    /// For whom it is asked, where that is not the asker.
    pub reseller: Option<Party>,
    /// What is asked for; for a relationship, whether it is to include any.
    pub privileges: DelegatedAdmin,
    pub standing: Standing,
    pub created_at: OffsetDateTime,
    pub expires_at: OffsetDateTime,
    pub answered_at: Option<OffsetDateTime>,
    /// Who of the customer's own people has answered it.
    pub answered_by: Option<String>,
    pub decline_reason: Option<String>,
    /// What stands between the customer and the partner that is to get it.
    pub relationship: Option<Relationship>,
    /// Why it cannot be accepted as it is, although it is open.
    pub obstacle: Option<CannotAnswer>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "request::Entity")]
struct Row {
    id: RequestId,
    kind: RequestKind,
    delegated_admin: bool,
    delegated_admin_until: Option<Date>,
    state: RequestState,
    decline_reason: Option<String>,
    created_at: OffsetDateTime,
    expires_at: OffsetDateTime,
    answered_at: Option<OffsetDateTime>,
    #[sea_orm(from_expr = "answered_by()")]
    answered_by: Option<String>,
    #[sea_orm(from_expr = "has_partnership()")]
    has_partnership: bool,
    #[sea_orm(nested, alias = "asker")]
    asker: PartyRow,
    #[sea_orm(nested, alias = "asker_profile")]
    asker_profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "reseller")]
    reseller: Option<PartyRow>,
    #[sea_orm(nested, alias = "reseller_profile")]
    reseller_profile: Option<ProfileRow>,
}

fn has_partnership() -> Expr {
    Expr::cust(
        "EXISTS (SELECT 1 FROM partnerships p WHERE p.provider_id = requests.from_partner \
         AND p.reseller_id = requests.for_reseller AND p.state = 'active')",
    )
}

impl ReceivedRequest {
    /// The partner that is to get what is asked for.
    pub fn beneficiary(&self) -> &Party {
        self.reseller.as_ref().unwrap_or(&self.asker)
    }

    /// Whether the privileges are for the customer to tick: asked for, and their last day is still to come.
    pub fn offers_privileges(&self, today: Date) -> bool {
        self.kind == RequestKind::Relationship && self.privileges.is_valid_on(today)
    }
}

impl CustomerStore {
    /// How many wait for an answer; 0 for who cannot give one.
    pub async fn requests_to_answer(&self) -> Result<u64, StoreError> {
        if !self.is_admin() {
            return Ok(0);
        }
        Ok(self.waiting().count(self.scope.db.reader()).await?)
    }

    /// Those that wait, or those that are answered, revoked or expired; the newest first.
    pub async fn requests(
        &self,
        waiting: bool,
        position: Position<RequestId>,
    ) -> Result<Slice<RequestLine, RequestId>, StoreError> {
        let reader = self.scope.db.reader();
        let list = || if waiting { self.waiting() } else { self.received().filter(self.is_past()) };
        let total = list().count(reader).await?;
        let page = async |position: Position<RequestId>| {
            let page = position.newest(with_parties(list()), request::Column::Id);
            page.into_partial_model::<Row>().all(reader).await
        };
        let slice = position.newest_slice(total, |row: &Row| row.id, page).await?;
        let now = self.now();
        Ok(slice.map(|row| row.line(now)))
    }

    /// `None`: not one that was meant for this customer.
    pub async fn request(&self, id: RequestId) -> Result<Option<ReceivedRequest>, StoreError> {
        let reader = self.scope.db.reader();
        let found = with_parties(self.received().filter(request::Column::Id.eq(id)));
        let row = found.into_partial_model::<Row>().all(reader).await?.pop();
        let Some(row) = row else { return Ok(None) };
        let now = self.now();
        let page = row.page(now);
        let beneficiary = (page.beneficiary().details.id, self.customer);
        let relationship = relationship::Entity::find_by_id(beneficiary).all(reader).await?.pop();
        let relationship = relationship.map(|row| row.standing());
        let obstacle = page.obstacle.or_else(|| self.obstacle(&page, relationship));
        Ok(Some(ReceivedRequest { relationship, obstacle, ..page }))
    }

    /// What stands in the way of accepting it with as little as can be accepted.
    fn obstacle(
        &self,
        page: &ReceivedRequest,
        relationship: Option<Relationship>,
    ) -> Option<CannotAnswer> {
        let least = acceptance(page.kind, DelegatedAdmin::NotGiven, page.privileges, self.today());
        least.relationship(relationship).err()
    }

    /// The whole of what was ever meant for this customer, also before it came into the portal.
    pub(super) fn received(&self) -> Select<request::Entity> {
        let by_domain = Condition::all()
            .add(request::Column::ToCustomer.is_null())
            .add(request::Column::ToPartner.is_null())
            .add(request::Column::TypedId.eq(&self.domain));
        request::Entity::find().filter(request::Column::Kind.ne(RequestKind::Partnership)).filter(
            Condition::any().add(request::Column::ToCustomer.eq(self.customer)).add(by_domain),
        )
    }

    fn waiting(&self) -> Select<request::Entity> {
        self.received()
            .filter(request::Column::State.eq(RequestState::Open))
            .filter(request::Column::ExpiresAt.gt(self.now()))
    }

    fn is_past(&self) -> Condition {
        Condition::any()
            .add(request::Column::State.ne(RequestState::Open))
            .add(request::Column::ExpiresAt.lte(self.now()))
    }
}

/// What accepting means: privileges alone are given as they were asked for, those of a relationship as they are ticked.
pub(super) fn acceptance(
    kind: RequestKind,
    ticked: DelegatedAdmin,
    asked: DelegatedAdmin,
    today: Date,
) -> Acceptance {
    match (kind, asked) {
        (RequestKind::DelegatedAdmin, DelegatedAdmin::Given { until }) => {
            Acceptance::DelegatedAdmin { until, today }
        }
        _ => Acceptance::Relationship { privileges: ticked, today },
    }
}

/// What a request asks for. Privileges are the whole of a request for them, whatever its column says.
pub(super) fn asked(
    kind: RequestKind,
    delegated_admin: bool,
    until: Option<Date>,
) -> DelegatedAdmin {
    let asked = delegated_admin || kind == RequestKind::DelegatedAdmin;
    DelegatedAdmin::from_columns(asked, until)
}

fn with_parties(select: Select<request::Entity>) -> Select<request::Entity> {
    let (asker, reseller) = (request::Relation::Asker.def(), request::Relation::Reseller.def());
    let select = with_details(select, JoinType::InnerJoin, asker, "asker", "asker_profile");
    with_details(select, JoinType::LeftJoin, reseller, "reseller", "reseller_profile")
}

impl Row {
    fn standing(&self, now: OffsetDateTime) -> Standing {
        Request { state: self.state, expires_at: self.expires_at }.standing(now)
    }

    fn line(self, now: OffsetDateTime) -> RequestLine {
        let page = self.page(now);
        RequestLine {
            id: page.id,
            kind: page.kind,
            beneficiary: page.beneficiary().details.name.clone(),
            asker: page.asker.details.name,
            standing: page.standing,
            created_at: page.created_at,
            expires_at: page.expires_at,
            answered_at: page.answered_at,
        }
    }

    fn page(self, now: OffsetDateTime) -> ReceivedRequest {
        let standing = self.standing(now);
        let parted = self.reseller.is_some() && !self.has_partnership;
        let obstacle = match standing {
            Standing::Open => parted.then_some(CannotAnswer::NoPartnership),
            _ => Some(CannotAnswer::NotOpen(standing)),
        };
        ReceivedRequest {
            id: self.id,
            kind: self.kind,
            asker: Party::from_rows(self.asker, self.asker_profile),
            reseller: self.reseller.map(|row| Party::from_rows(row, self.reseller_profile)),
            privileges: asked(self.kind, self.delegated_admin, self.delegated_admin_until),
            standing,
            created_at: self.created_at,
            expires_at: self.expires_at,
            answered_at: self.answered_at,
            answered_by: self.answered_by,
            decline_reason: self.decline_reason,
            relationship: None,
            obstacle,
        }
    }
}
