//! The partnerships of a partner: a provider's resellers, or a reseller's providers (`docs/domain.md` rules 7 to 11, and
//! 40 for what one partner sees of another).

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, DerivePartialModel, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, RelationDef, RelationTrait, Select,
    sea_query::{Expr, ExprTrait},
};
use time::OffsetDateTime;

use super::PartnerStore;
use crate::{
    domain::{
        ids::PartnerId,
        partnership::{Partnership, PartnershipStanding, PartnershipState},
        relationship::RelationshipState,
        subscription::SubscriptionStatus,
        support_profile::SupportProfile,
    },
    store::{
        PartnerDetails, Position, Slice, StoreError,
        entity::{partner, partnership, relationship, subscription, support_profile},
        former_name::{FormerName, partner_is_called, with_partners_former},
        listing::Bound,
        support_details::{PROFILE_IS_COMPLETE, PartnerRow, ProfileRow},
    },
};

/// What a list of partnerships is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct PartnershipFilter {
    /// Words, each a part of the other partner's name or partner ID.
    pub q: Option<String>,
    pub standing: Option<PartnershipStanding>,
    /// Only those who support something and do not say how to be reached.
    pub without_profile: bool,
}

/// One partnership in a list, by its other side.
#[derive(Clone, Debug)]
pub struct PartnershipLine {
    pub id: PartnerId,
    pub name: String,
    /// The name that it had until lately.
    pub formerly: Option<String>,
    pub mpn_id: String,
    pub country: String,
    pub standing: PartnershipStanding,
    pub since: OffsetDateTime,
    /// With whom both have a relationship.
    pub customers: u64,
    /// The provider's live subscriptions that name the reseller.
    pub subscriptions: u64,
    pub profile_is_complete: bool,
}

/// One partnership with all that its page shows.
#[derive(Clone, Debug)]
pub struct PartnershipPage {
    /// The other side.
    pub partner: PartnerDetails,
    /// The name that it had until lately.
    pub formerly: Option<String>,
    pub country: String,
    pub partnership: Partnership,
    pub since: OffsetDateTime,
    pub suspended_at: Option<OffsetDateTime>,
    pub ended_at: Option<OffsetDateTime>,
    /// With whom both have a relationship.
    pub customers: u64,
    pub supported: Supported,
}

/// The provider's live subscriptions that name the reseller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Supported {
    pub subscriptions: u64,
    /// Whose they are.
    pub customers: u64,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partnership::Entity")]
struct Row {
    state: PartnershipState,
    since: OffsetDateTime,
    suspended_at: Option<OffsetDateTime>,
    ended_at: Option<OffsetDateTime>,
    #[sea_orm(nested)]
    partner: PartnerRow,
    #[sea_orm(nested)]
    place: CountryRow,
    #[sea_orm(nested, alias = "profile")]
    profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "former")]
    former: Option<FormerName>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct CountryRow {
    country: String,
}

impl PartnerStore {
    /// By the other side's name.
    pub async fn partnerships(
        &self,
        filter: &PartnershipFilter,
        position: Position<PartnerId>,
    ) -> Result<Slice<PartnershipLine, PartnerId>, StoreError> {
        let reader = self.scope.db.reader();
        let total = self.filtered_partnerships(filter).count(reader).await?;
        let mut bound = position.at(self.place_of_partnership(position).await?);
        let page = async |bound: &Bound<PartnerId>| {
            let list = self.with_details(self.filtered_partnerships(filter));
            let (key, id) = (partner::Column::SortKey, partner::Column::Id);
            bound.page(list, key, id).into_partial_model::<Row>().all(reader).await
        };
        let rows = bound.rows(page).await?;
        let slice = bound.slice(rows, total, |row| row.partner.id, position);
        let counts = self.counts_of(slice.rows.iter()).await?;
        Ok(slice.map(|row| row.line(&counts)))
    }

    /// All of them at once, for a file.
    pub async fn all_partnerships(
        &self,
        filter: &PartnershipFilter,
    ) -> Result<Vec<PartnershipLine>, StoreError> {
        let rows = self
            .with_details(self.filtered_partnerships(filter))
            .order_by_asc(partner::Column::SortKey)
            .order_by_asc(partner::Column::Id)
            .into_partial_model::<Row>()
            .all(self.scope.db.reader())
            .await?;
        let counts = self.counts_of(rows.iter()).await?;
        Ok(rows.into_iter().map(|row| row.line(&counts)).collect())
    }

    /// `None`: there is no partnership with that partner, and never was one.
    pub async fn partnership(
        &self,
        with: PartnerId,
    ) -> Result<Option<PartnershipPage>, StoreError> {
        let reader = self.scope.db.reader();
        let found = self.with_details(self.own_partnerships()).filter(partner::Column::Id.eq(with));
        let Some(row) = found.into_partial_model::<Row>().all(reader).await?.pop() else {
            return Ok(None);
        };
        let customers = self.customers_in_common(&[with]).await?;
        Ok(Some(PartnershipPage {
            partnership: row.partnership(),
            partner: PartnerDetails::from_rows(row.partner, row.profile),
            formerly: row.former.map(|former| former.name),
            country: row.place.country,
            since: row.since,
            suspended_at: row.suspended_at,
            ended_at: row.ended_at,
            customers: customers.get(&with).copied().unwrap_or_default(),
            supported: self.supported_with(with).await?,
        }))
    }

    fn with_details(&self, select: Select<partnership::Entity>) -> Select<partnership::Entity> {
        let to_profile = support_profile::Relation::Partner.def().rev();
        let with_profile = select.join_as(JoinType::LeftJoin, to_profile, "profile");
        with_partners_former(with_profile, self.now())
    }

    /// Whatever their state; the other side is joined as `partners`.
    fn own_partnerships(&self) -> Select<partnership::Entity> {
        let (own, to_other) = self.sides();
        partnership::Entity::find().join(JoinType::InnerJoin, to_other).filter(own.eq(self.partner))
    }

    /// The own side, and the way to the other.
    fn sides(&self) -> (partnership::Column, RelationDef) {
        if self.kind.is_provider() {
            (partnership::Column::ProviderId, partnership::Relation::Reseller.def())
        } else {
            (partnership::Column::ResellerId, partnership::Relation::Provider.def())
        }
    }

    pub(super) fn filtered_partnerships(
        &self,
        filter: &PartnershipFilter,
    ) -> Select<partnership::Entity> {
        let mut list = self.own_partnerships();
        if filter.without_profile {
            list = list.filter(Expr::cust(SUPPORTS_SOMETHING)).filter(no_complete_profile());
        }
        for word in filter.q.iter().flat_map(|q| q.split_whitespace()) {
            list = list.filter(partner_is_called(word, self.now()));
        }
        let (state, suspended_at) = (partnership::Column::State, partnership::Column::SuspendedAt);
        match filter.standing {
            None => list,
            Some(PartnershipStanding::Ended) => list.filter(state.eq(PartnershipState::Ended)),
            Some(PartnershipStanding::Suspended) => list.filter(suspended_at.is_not_null()),
            Some(PartnershipStanding::Active) => {
                list.filter(state.eq(PartnershipState::Active)).filter(suspended_at.is_null())
            }
        }
    }

    async fn place_of_partnership(
        &self,
        position: Position<PartnerId>,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(id) = position.id() else { return Ok(None) };
        let place = self.own_partnerships().filter(partner::Column::Id.eq(id)).select_only();
        let place = place.column(partner::Column::SortKey).into_tuple::<Vec<u8>>();
        Ok(place.all(self.scope.db.reader()).await?.pop())
    }
}

/// How many customers in common, and how many subscriptions, by the other side.
struct Counts {
    customers: BTreeMap<PartnerId, u64>,
    subscriptions: BTreeMap<PartnerId, u64>,
}

impl PartnerStore {
    async fn counts_of(&self, rows: impl Iterator<Item = &Row>) -> Result<Counts, StoreError> {
        let partners: Vec<_> = rows.map(|row| row.partner.id).collect();
        Ok(Counts {
            customers: self.customers_in_common(&partners).await?,
            subscriptions: self.subscriptions_with(&partners).await?,
        })
    }

    async fn customers_in_common(
        &self,
        partners: &[PartnerId],
    ) -> Result<BTreeMap<PartnerId, u64>, StoreError> {
        let active = || {
            let state = relationship::Column::State.eq(RelationshipState::Active);
            relationship::Entity::find().filter(state).select_only()
        };
        let own = active()
            .column(relationship::Column::CustomerId)
            .filter(relationship::Column::PartnerId.eq(self.partner));
        let counts = active()
            .column(relationship::Column::PartnerId)
            .expr(Expr::col(relationship::Column::CustomerId).count())
            .filter(relationship::Column::PartnerId.is_in(partners.iter().copied()))
            .filter(relationship::Column::CustomerId.in_subquery(own.into_query()))
            .group_by(relationship::Column::PartnerId);
        Ok(counted(counts.into_tuple().all(self.scope.db.reader()).await?))
    }

    async fn subscriptions_with(
        &self,
        partners: &[PartnerId],
    ) -> Result<BTreeMap<PartnerId, u64>, StoreError> {
        let (own, other) = self.contact_sides();
        let counts = subscription::Entity::find()
            .select_only()
            .column(other)
            .expr(Expr::col(subscription::Column::Id).count())
            .filter(own.eq(self.partner))
            .filter(other.is_in(partners.iter().copied()))
            .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE))
            .group_by(other);
        Ok(counted(counts.into_tuple().all(self.scope.db.reader()).await?))
    }

    async fn supported_with(&self, other_side: PartnerId) -> Result<Supported, StoreError> {
        let (own, other) = self.contact_sides();
        let counts = subscription::Entity::find()
            .select_only()
            .expr(Expr::col(subscription::Column::Id).count())
            .expr(Expr::col(subscription::Column::CustomerId).count_distinct())
            .filter(own.eq(self.partner))
            .filter(other.eq(other_side))
            .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE));
        let counts = counts.into_tuple::<(i64, i64)>().all(self.scope.db.reader()).await?.pop();
        let (subscriptions, customers) = counts.unwrap_or_default();
        Ok(Supported { subscriptions: unsigned(subscriptions), customers: unsigned(customers) })
    }

    /// Where a subscription names the own side and the other: as its provider, and as its support contact.
    fn contact_sides(&self) -> (subscription::Column, subscription::Column) {
        let sides = (subscription::Column::ProviderId, subscription::Column::SupportResellerId);
        if self.kind.is_provider() { sides } else { (sides.1, sides.0) }
    }
}

/// A live subscription of the partnership's provider names its reseller.
const SUPPORTS_SOMETHING: &str = "EXISTS (SELECT 1 FROM subscriptions s \
     WHERE s.provider_id = partnerships.provider_id AND s.support_reseller_id = partnerships.reseller_id \
     AND s.status IN ('active', 'pending', 'suspended'))";

fn no_complete_profile() -> Expr {
    Expr::cust(format!(
        "NOT EXISTS (SELECT 1 FROM support_profiles profile \
         WHERE profile.partner_id = partners.id AND {PROFILE_IS_COMPLETE})"
    ))
}

fn counted(rows: Vec<(PartnerId, i64)>) -> BTreeMap<PartnerId, u64> {
    rows.into_iter().map(|(partner, count)| (partner, unsigned(count))).collect()
}

/// The databases count in signed numbers.
pub(super) fn unsigned(count: i64) -> u64 {
    count.unsigned_abs()
}

impl Row {
    fn partnership(&self) -> Partnership {
        Partnership { state: self.state, suspended: self.suspended_at.is_some() }
    }

    fn line(self, counts: &Counts) -> PartnershipLine {
        let count = |of: &BTreeMap<_, _>| of.get(&self.partner.id).copied().unwrap_or_default();
        PartnershipLine {
            customers: count(&counts.customers),
            subscriptions: count(&counts.subscriptions),
            standing: self.partnership().standing(),
            profile_is_complete: self
                .profile
                .map(SupportProfile::from)
                .unwrap_or_default()
                .missing()
                .is_empty(),
            since: self.since,
            id: self.partner.id,
            name: self.partner.name,
            formerly: self.former.map(|former| former.name),
            mpn_id: self.partner.mpn_id,
            country: self.place.country,
        }
    }
}
