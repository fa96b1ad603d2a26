//! Memberships: which organisation a user acts for; exactly one of partner and customer.

use sea_orm::entity::prelude::*;
use time::OffsetDateTime;

use crate::domain::ids::{CustomerId, MembershipId, PartnerId, UserId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "memberships")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MembershipId,
    pub user_id: UserId,
    pub partner_id: Option<PartnerId>,
    pub customer_id: Option<CustomerId>,
    /// Not while they are invited, nor once they are disabled.
    pub active: bool,
    /// From when on it can be accepted, while it waits for that; `None` for a member and for one who was disabled.
    pub invited_at: Option<OffsetDateTime>,
    /// The name that the inviter typed: the person's own is theirs to tell.
    pub invited_as: Option<String>,
    /// The address that the inviter typed, for the same reason.
    pub invited_email: Option<String>,
    /// The provider that invites a customer's admin; `None`: the organisation itself, or the operator.
    pub invited_by_partner: Option<PartnerId>,

    #[sea_orm(belongs_to, from = "user_id", to = "id")]
    pub user: BelongsTo<super::user::Entity>,
    #[sea_orm(belongs_to, relation_enum = "Partner", from = "partner_id", to = "id")]
    pub partner: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, from = "customer_id", to = "id")]
    pub customer: BelongsTo<Option<super::customer::Entity>>,
    #[sea_orm(
        belongs_to,
        relation_enum = "InvitingPartner",
        from = "invited_by_partner",
        to = "id"
    )]
    pub inviting_partner: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(has_many, relation_enum = "Roles")]
    pub roles: HasMany<super::membership_role::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
