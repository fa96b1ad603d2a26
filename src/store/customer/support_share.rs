//! The link by which a customer shows its support contacts without sign-in: off until a global admin makes it, and void
//! from the moment that one revokes it (`docs/security.md` F).

use sea_orm::{
    ActiveValue::Set, ColumnTrait, DerivePartialModel, EntityTrait, JoinType, PaginatorTrait,
    QueryFilter, QuerySelect, RelationTrait, sea_query::Expr,
};
use time::OffsetDateTime;

use super::{CustomerAdmin, CustomerStore};
use crate::{
    domain::ids::SupportShareId,
    store::{
        StoreError, Token,
        activity::{self, ActivityKind},
        entity::support_share,
        joins::AuthorRow,
        signed_link::Purpose,
    },
};

/// The link that is good now.
#[derive(Clone, Debug)]
pub struct SupportShare {
    pub token: Token,
    pub since: OffsetDateTime,
    /// The global admin who made it; `None` once they are forgotten.
    pub by: Option<String>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "support_share::Entity")]
struct Row {
    id: SupportShareId,
    number: i32,
    created_at: OffsetDateTime,
    #[sea_orm(nested)]
    author: AuthorRow,
}

impl CustomerStore {
    fn good_shares(&self) -> sea_orm::Select<support_share::Entity> {
        support_share::Entity::find()
            .filter(support_share::Column::CustomerId.eq(self.customer))
            .filter(support_share::Column::RevokedAt.is_null())
    }
}

impl CustomerAdmin {
    /// `None`: nothing is shared.
    pub async fn support_share(&self) -> Result<Option<SupportShare>, StoreError> {
        let row = self
            .good_shares()
            .join(JoinType::InnerJoin, support_share::Relation::Author.def())
            .into_partial_model::<Row>()
            .all(self.scope.db.reader())
            .await?
            .pop();
        let Some(row) = row else { return Ok(None) };
        let links = self.scope.secret_key.links().await?;
        Ok(Some(SupportShare {
            token: links.token(Purpose::SupportShare, row.id, row.number),
            since: row.created_at,
            by: row.author.name(),
        }))
    }

    /// Makes the link. Where there is one already, nothing changes.
    pub async fn share_support(&self) -> Result<(), StoreError> {
        self.write(async |tx| {
            // Two at once: the customer's row is what they wait for, since there is no share yet.
            self.lock_customer(tx).await?;
            if self.good_shares().count(tx).await? > 0 {
                return Ok(());
            }
            let earlier = support_share::Entity::find()
                .filter(support_share::Column::CustomerId.eq(self.customer));
            let earlier = earlier.count(tx).await?;
            let row = support_share::ActiveModel {
                id: Set(SupportShareId::new(self.now())),
                customer_id: Set(self.customer),
                number: Set(i32::try_from(earlier).unwrap_or(i32::MAX)),
                created_by: Set(self.scope.user),
                created_at: Set(self.now()),
                revoked_at: Set(None),
            };
            support_share::Entity::insert(row).exec_without_returning(tx).await?;
            activity::record(tx, self.activity(ActivityKind::SupportShared)).await
        })
        .await
    }

    /// From now on the link leads nowhere. Where there is none, nothing changes.
    pub async fn revoke_support_share(&self) -> Result<(), StoreError> {
        self.write(async |tx| {
            let revoked = support_share::Entity::update_many()
                .col_expr(support_share::Column::RevokedAt, Expr::value(self.now()))
                .filter(support_share::Column::CustomerId.eq(self.customer))
                .filter(support_share::Column::RevokedAt.is_null())
                .exec(tx)
                .await?;
            if revoked.rows_affected > 0 {
                activity::record(tx, self.activity(ActivityKind::SupportShareRevoked)).await?;
            }
            Ok(())
        })
        .await
    }
}
