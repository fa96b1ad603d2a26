//! A partner's own relationships with customers, those that stand and those that have ended (`docs/domain.md` rules 12 to
//! 20).

use sea_orm::{DerivePartialModel, JoinType, PaginatorTrait, QuerySelect, RelationTrait, Select};
use time::{Date, OffsetDateTime};

use super::PartnerStore;
use crate::{
    domain::{
        ids::CustomerId,
        relationship::{DelegatedAdmin, RelationshipState},
    },
    locale::Zone,
    store::{
        Position, Slice, StoreError,
        entity::{customer, partner, relationship},
        listing::Bound,
    },
};

/// One relationship.
#[derive(Clone, Debug)]
pub struct RelationshipLine {
    pub customer: CustomerId,
    pub name: String,
    pub domain: String,
    pub delegated_admin: DelegatedAdmin,
    /// It holds today, by the customer's clock.
    pub delegated_admin_is_valid: bool,
    pub since: OffsetDateTime,
    pub ended_at: Option<OffsetDateTime>,
    pub ended_by_customer: bool,
    /// The provider that recorded, by import, that it exists at the vendor.
    pub recorded_by: Option<String>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "relationship::Entity")]
struct Row {
    delegated_admin: bool,
    delegated_admin_until: Option<Date>,
    since: OffsetDateTime,
    ended_at: Option<OffsetDateTime>,
    ended_by_customer: bool,
    #[sea_orm(nested)]
    customer: CustomerRow,
    #[sea_orm(nested, alias = "recorder")]
    recorder: Option<RecorderRow>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "customer::Entity")]
struct CustomerRow {
    id: CustomerId,
    name: String,
    domain: String,
    time_zone: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct RecorderRow {
    name: String,
}

impl PartnerStore {
    /// By the customer's name. `q`: words, each a part of its name or domain.
    pub async fn own_relationships(
        &self,
        state: RelationshipState,
        q: Option<&str>,
        position: Position<CustomerId>,
    ) -> Result<Slice<RelationshipLine, CustomerId>, StoreError> {
        let reader = self.scope.db.reader();
        let total = self.relationships_in(state, q).count(reader).await?;
        let mut bound = position.at(self.place_of_customer(position).await?);
        let page = async |bound: &Bound<CustomerId>| {
            let list = with_recorder(self.relationships_in(state, q));
            let (key, id) = (relationship::Column::SortKey, relationship::Column::CustomerId);
            bound.page(list, key, id).into_partial_model::<Row>().all(reader).await
        };
        let rows = bound.rows(page).await?;
        let now = self.now();
        let slice = bound.slice(rows, total, |row| row.customer.id, position);
        Ok(slice.map(|row| row.line(now)))
    }
}

fn with_recorder(list: Select<relationship::Entity>) -> Select<relationship::Entity> {
    list.join_as(JoinType::LeftJoin, relationship::Relation::Recorder.def(), "recorder")
}

impl Row {
    fn line(self, now: OffsetDateTime) -> RelationshipLine {
        let zone = Zone::named(&self.customer.time_zone).unwrap_or_else(Zone::utc);
        let delegated_admin =
            DelegatedAdmin::from_columns(self.delegated_admin, self.delegated_admin_until);
        RelationshipLine {
            customer: self.customer.id,
            name: self.customer.name,
            domain: self.customer.domain,
            delegated_admin_is_valid: delegated_admin.is_valid_on(zone.today(now)),
            delegated_admin,
            since: self.since,
            ended_at: self.ended_at,
            ended_by_customer: self.ended_by_customer,
            recorded_by: self.recorder.map(|recorder| recorder.name),
        }
    }
}
