//! Changes: reviewing one, taking it back, and doing the same for a customer's other subscriptions.

use sea_orm::{
    ColumnTrait, DatabaseTransaction, DerivePartialModel, EntityTrait, JoinType, QueryFilter,
    QueryOrder, QuerySelect, RelationTrait, Select,
    sea_query::{Expr, ExprTrait, IntoCondition},
};
use time::OffsetDateTime;

use super::{PartnerStore, SupportAssigner};
use crate::{
    domain::{
        change::{Cause, Reference},
        ids::{ChangeId, PartnerId, SubscriptionId},
        subscription::SubscriptionStatus,
        support_contact::{CannotUndo, Contact, Undoable, decide_undo},
    },
    store::{
        PartnerDetails, StoreError,
        activity::ActivityKind,
        entity::{change, subscription},
        joins::{AuthorRow, with_author, with_details},
        partner::{CustomerName, subscriptions::ProductName},
        support_details::{PartnerRow, ProfileRow},
    },
};

/// One change to review: for ever the same, but for what has become of it.
#[derive(Clone, Debug)]
pub struct ChangePage {
    pub id: ChangeId,
    pub reference: Reference,
    pub cause: Cause,
    pub at: OffsetDateTime,
    pub version: i64,
    /// Who made it, if it was a person of the own organisation.
    pub by: Option<String>,
    pub subscription: SubscriptionId,
    pub product: String,
    pub status: SubscriptionStatus,
    pub customer: CustomerName,
    /// What stood before; `None` for a subscription's first change.
    pub before: Option<Side>,
    pub after: Side,
    /// What came next; `None` while this change stands.
    pub successor: Option<Successor>,
}

/// A contact in a change: its name and partner ID as they were, and how to reach it now.
#[derive(Clone, Debug)]
pub struct Side {
    pub name: String,
    pub mpn_id: String,
    pub details: PartnerDetails,
}

/// The change that followed.
#[derive(Clone, Debug)]
pub struct Successor {
    pub id: ChangeId,
    pub at: OffsetDateTime,
    /// It took this one back.
    pub is_undo: bool,
}

/// One line of a subscription's history.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    pub id: ChangeId,
    pub after_name: String,
    pub cause: Cause,
    pub at: OffsetDateTime,
    pub by: Option<String>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "change::Entity")]
struct Row {
    id: ChangeId,
    reference: Reference,
    cause: Cause,
    at: OffsetDateTime,
    version: i64,
    before_name: Option<String>,
    before_mpn_id: Option<String>,
    after_name: String,
    after_mpn_id: String,
    #[sea_orm(nested)]
    subscription: SubscriptionRow,
    #[sea_orm(nested)]
    product: ProductName,
    #[sea_orm(nested)]
    customer: CustomerName,
    #[sea_orm(nested, alias = "provider")]
    provider: PartnerRow,
    #[sea_orm(nested, alias = "provider_profile")]
    provider_profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "before_reseller")]
    before_reseller: Option<PartnerRow>,
    #[sea_orm(nested, alias = "before_profile")]
    before_profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "after_reseller")]
    after_reseller: Option<PartnerRow>,
    #[sea_orm(nested, alias = "after_profile")]
    after_profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "author")]
    author: Option<AuthorRow>,
    #[sea_orm(nested, alias = "successor")]
    successor: Option<SuccessorRow>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "subscription::Entity")]
struct SubscriptionRow {
    id: SubscriptionId,
    status: SubscriptionStatus,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "change::Entity")]
struct SuccessorRow {
    id: ChangeId,
    at: OffsetDateTime,
    undoes: Option<ChangeId>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "change::Entity")]
struct HistoryRow {
    id: ChangeId,
    after_name: String,
    cause: Cause,
    at: OffsetDateTime,
    #[sea_orm(nested, alias = "author")]
    author: Option<AuthorRow>,
}

impl ChangePage {
    /// Whom this change made the contact.
    pub fn contact(&self) -> PartnerId {
        self.after.details.id
    }

    /// Whether *Undo* is offered (rule 30).
    pub fn can_be_undone(&self) -> bool {
        self.successor.is_none() && self.before.is_some() && self.cause.can_be_undone()
    }
}

impl PartnerStore {
    /// A change of a subscription that this provider sold.
    pub async fn change(&self, id: ChangeId) -> Result<Option<ChangePage>, StoreError> {
        let rows = with_page(self.own_changes(), self.id())
            .filter(change::Column::Id.eq(id))
            .into_partial_model::<Row>()
            .all(self.scope.db.reader())
            .await?;
        Ok(rows.into_iter().next().map(ChangePage::from))
    }

    /// What has become of a subscription that this provider sold, the newest first.
    pub async fn history(
        &self,
        subscription: SubscriptionId,
    ) -> Result<Vec<HistoryLine>, StoreError> {
        let rows = with_author(self.own_changes(), "changes", self.id())
            .filter(change::Column::SubscriptionId.eq(subscription))
            .order_by_desc(change::Column::Version)
            .limit(HISTORY)
            .into_partial_model::<HistoryRow>()
            .all(self.scope.db.reader())
            .await?;
        Ok(rows.into_iter().map(HistoryLine::from).collect())
    }

    pub(super) fn own_changes(&self) -> Select<change::Entity> {
        change::Entity::find()
            .join(JoinType::InnerJoin, change::Relation::Subscription.def())
            .filter(subscription::Column::ProviderId.eq(self.id()))
            .filter(subscription::Column::Status.ne(SubscriptionStatus::Removed))
    }
}

/// More than anybody reads beside a form; the rest is in the activity log.
const HISTORY: u64 = 10;

impl SupportAssigner {
    /// Takes a change back, as an assignment to what stood before it (rule 30). `None`: not a change of a subscription
    /// that this provider sold.
    pub async fn undo(
        &self,
        id: ChangeId,
    ) -> Result<Option<Result<ChangeId, CannotUndo>>, StoreError> {
        self.write(async |tx| self.undo_in(tx, id).await).await
    }

    async fn undo_in(
        &self,
        tx: &DatabaseTransaction,
        id: ChangeId,
    ) -> Result<Option<Result<ChangeId, CannotUndo>>, StoreError> {
        let found = self.own_changes().filter(change::Column::Id.eq(id)).all(tx).await?.pop();
        let Some(changed) = found else { return Ok(None) };
        let Some(subject) = self.subject(tx, changed.subscription_id).await? else {
            return Ok(None);
        };
        let before =
            changed.before_name.is_some().then(|| Contact::from(changed.before_reseller_id));
        let reasons =
            self.reasons(tx, before.unwrap_or(Contact::Provider), &subject.customer).await?;
        let Some(row) = self.lock_subscription(tx, changed.subscription_id).await? else {
            return Ok(None);
        };
        let undoable = Undoable {
            cause: changed.cause,
            version: changed.version,
            before,
            before_decided: was_decided_before(tx, &changed).await?,
        };
        let decision = match decide_undo(row.designation(), undoable, reasons) {
            Ok(decision) => decision,
            Err(refusal) => return Ok(Some(Err(refusal))),
        };
        let Some(recorded) = self.record_decision(tx, &row, decision, Some(id)).await? else {
            return Ok(Some(Err(CannotUndo::NothingToUndo)));
        };
        self.record_activity(tx, ActivityKind::ContactUndone, &subject, &recorded).await?;
        Ok(Some(Ok(recorded.id)))
    }
}

async fn was_decided_before(
    tx: &DatabaseTransaction,
    changed: &change::Model,
) -> Result<bool, StoreError> {
    let previous = change::Entity::find()
        .filter(change::Column::SubscriptionId.eq(changed.subscription_id))
        .filter(change::Column::Version.eq(changed.version - 1))
        .all(tx)
        .await?
        .pop();
    Ok(previous.is_some_and(|previous| previous.decided))
}

/// `select` has joined the subscription.
fn with_page(select: Select<change::Entity>, reader: PartnerId) -> Select<change::Entity> {
    let select = select
        .join(JoinType::InnerJoin, subscription::Relation::Customer.def())
        .join(JoinType::InnerJoin, subscription::Relation::Product.def());
    let sides = [
        (
            subscription::Relation::Provider.def(),
            JoinType::InnerJoin,
            "provider",
            "provider_profile",
        ),
        (
            change::Relation::BeforeReseller.def(),
            JoinType::LeftJoin,
            "before_reseller",
            "before_profile",
        ),
        (
            change::Relation::AfterReseller.def(),
            JoinType::LeftJoin,
            "after_reseller",
            "after_profile",
        ),
    ];
    let select = sides.into_iter().fold(select, |select, (to_partner, join, partner, profile)| {
        with_details(select, join, to_partner, partner, profile)
    });
    let successor = change::Entity::belongs_to(change::Entity)
        .from(change::Column::SubscriptionId)
        .to(change::Column::SubscriptionId)
        .on_condition(|this, next| {
            let following = Expr::col((this, change::Column::Version)).add(1);
            Expr::col((next, change::Column::Version)).eq(following).into_condition()
        });
    with_author(select, "changes", reader).join_as(
        JoinType::LeftJoin,
        sea_orm::RelationDef::from(successor),
        "successor",
    )
}

impl From<Row> for ChangePage {
    fn from(row: Row) -> Self {
        let provider = PartnerDetails::from_rows(row.provider, row.provider_profile);
        let side = |name, mpn_id, reseller: Option<PartnerRow>, profile| Side {
            name,
            mpn_id,
            details: reseller.map_or_else(
                || provider.clone(),
                |reseller| PartnerDetails::from_rows(reseller, profile),
            ),
        };
        let before = row.before_name.zip(row.before_mpn_id).map(|(name, mpn_id)| {
            side(name, mpn_id, row.before_reseller.clone(), row.before_profile.clone())
        });
        let after = side(row.after_name, row.after_mpn_id, row.after_reseller, row.after_profile);
        Self {
            id: row.id,
            reference: row.reference,
            cause: row.cause,
            at: row.at,
            version: row.version,
            by: row.author.and_then(AuthorRow::name),
            subscription: row.subscription.id,
            product: row.product.name,
            status: row.subscription.status,
            customer: row.customer,
            before,
            after,
            successor: row.successor.map(|next| Successor {
                id: next.id,
                at: next.at,
                is_undo: next.undoes == Some(row.id),
            }),
        }
    }
}

impl From<HistoryRow> for HistoryLine {
    fn from(row: HistoryRow) -> Self {
        let HistoryRow { id, after_name, cause, at, author } = row;
        Self { id, after_name, cause, at, by: author.and_then(AuthorRow::name) }
    }
}
