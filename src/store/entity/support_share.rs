//! Links by which a customer shares its support contacts without sign-in.

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::domain::ids::{CustomerId, SupportShareId, UserId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "support_shares")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SupportShareId,
    pub customer_id: CustomerId,
    /// The link is made from the secret key, the id and this number.
    pub number: i32,
    pub created_by: UserId,
    pub created_at: OffsetDateTime,
    /// `None`: the link is good.
    pub revoked_at: Option<OffsetDateTime>,

    #[sea_orm(belongs_to, from = "customer_id", to = "id")]
    pub customer: BelongsTo<super::customer::Entity>,
    #[sea_orm(belongs_to, relation_enum = "Author", from = "created_by", to = "id")]
    pub author: BelongsTo<super::user::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
