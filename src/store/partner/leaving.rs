//! What a reseller that leaves leaves behind: the subscriptions that need another contact, before anything has happened
//! (`docs/domain.md` rules 11 and 19).

use sea_orm::{
    ColumnTrait, DerivePartialModel, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
    Select,
    sea_query::{Expr, ExprTrait},
};

use super::{CustomerName, PartnerStore, partnerships::unsigned, subscriptions::ProductName};
use crate::{
    domain::{
        ids::{CustomerId, PartnerId, SubscriptionId},
        subscription::SubscriptionStatus,
    },
    store::{
        StoreError,
        entity::{partner, subscription},
        listing::PAGE,
    },
};

/// What is about to end, as one of its sides names it: by the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With this reseller, or with this provider.
    Partnership(PartnerId),
    /// With this customer.
    Relationship(CustomerId),
}

/// The subscriptions that would go back, counted, and the first of them by name.
#[derive(Clone, Debug)]
pub struct Leaving {
    pub subscriptions: u64,
    pub customers: u64,
    pub first: Vec<LeavingLine>,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
pub struct LeavingLine {
    pub id: SubscriptionId,
    pub nickname: Option<String>,
    pub external_id: Option<String>,
    #[sea_orm(nested)]
    pub product: ProductName,
    #[sea_orm(nested)]
    pub customer: CustomerName,
    #[sea_orm(nested)]
    provider: ProviderName,
}

#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct ProviderName {
    name: String,
}

impl Leaving {
    /// How many more there are than those that are named.
    pub fn not_named(&self) -> u64 {
        let named = u64::try_from(self.first.len()).unwrap_or(u64::MAX);
        self.subscriptions.saturating_sub(named)
    }
}

impl LeavingLine {
    /// To whom it would go back.
    pub fn provider(&self) -> &str {
        &self.provider.name
    }

    /// The number by which the vendor knows it, or else ours.
    pub fn number(&self) -> String {
        self.external_id.clone().unwrap_or_else(|| self.id.to_string())
    }
}

impl PartnerStore {
    pub async fn leaving(&self, ending: Ending) -> Result<Leaving, StoreError> {
        let reader = self.scope.db.reader();
        let counts = self
            .concerned(ending)
            .select_only()
            .expr(Expr::col(subscription::Column::Id).count())
            .expr(Expr::col(subscription::Column::CustomerId).count_distinct());
        let counts = counts.into_tuple::<(i64, i64)>().all(reader).await?.pop();
        let (subscriptions, customers) = counts.unwrap_or_default();
        let first = self.leaving_lines(ending).limit(PAGE);
        Ok(Leaving {
            subscriptions: unsigned(subscriptions),
            customers: unsigned(customers),
            first: first.into_partial_model().all(reader).await?,
        })
    }

    /// All of them, for a file.
    pub async fn all_leaving(&self, ending: Ending) -> Result<Vec<LeavingLine>, StoreError> {
        let all = self.leaving_lines(ending).into_partial_model();
        Ok(all.all(self.scope.db.reader()).await?)
    }

    fn leaving_lines(&self, ending: Ending) -> Select<subscription::Entity> {
        self.concerned(ending)
            .join(JoinType::InnerJoin, subscription::Relation::Customer.def())
            .join(JoinType::InnerJoin, subscription::Relation::Product.def())
            .join(JoinType::InnerJoin, subscription::Relation::Provider.def())
            .order_by_asc(subscription::Column::SortKey)
            .order_by_asc(subscription::Column::Id)
    }

    /// Those that name the reseller which leaves: the other side, or this partner itself.
    fn concerned(&self, ending: Ending) -> Select<subscription::Entity> {
        use subscription::Column::{CustomerId, ProviderId, SupportResellerId};

        let named = match ending {
            Ending::Partnership(reseller) if self.kind.is_provider() => {
                SupportResellerId.eq(reseller)
            }
            Ending::Partnership(provider) => {
                SupportResellerId.eq(self.partner).and(ProviderId.eq(provider))
            }
            Ending::Relationship(customer) => {
                SupportResellerId.eq(self.partner).and(CustomerId.eq(customer))
            }
        };
        self.visible_subscriptions()
            .filter(named)
            .filter(subscription::Column::Status.is_in(SubscriptionStatus::LIVE))
    }
}
