//! Who has been invited into a customer by a partner: its admins learn of it, and can say no.

use sea_orm::{
    ColumnTrait, DerivePartialModel, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait,
};
use time::OffsetDateTime;

use super::CustomerStore;
use crate::{
    domain::{ids::MembershipId, membership::INVITATION_LASTS},
    store::{
        StoreError,
        entity::{membership, partner},
    },
};

/// An invitation that a partner has made and nobody has accepted yet.
#[derive(Clone, Debug)]
pub struct PartnersInvitation {
    pub membership: MembershipId,
    pub partner: String,
    /// As the partner typed it.
    pub email: String,
    /// From when on it can be accepted …
    pub from: OffsetDateTime,
    /// … and until when.
    pub until: OffsetDateTime,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "membership::Entity")]
struct Row {
    id: MembershipId,
    invited_at: Option<OffsetDateTime>,
    invited_email: Option<String>,
    #[sea_orm(nested, alias = "inviter")]
    inviter: InviterRow,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct InviterRow {
    name: String,
}

impl CustomerStore {
    /// Those that can still be accepted, the newest last; none for who does not manage the people.
    pub async fn partners_invitations(&self) -> Result<Vec<PartnersInvitation>, StoreError> {
        if !self.is_admin() {
            return Ok(Vec::new());
        }
        let rows: Vec<Row> = membership::Entity::find()
            .join_as(JoinType::InnerJoin, membership::Relation::InvitingPartner.def(), "inviter")
            .filter(membership::Column::CustomerId.eq(self.customer))
            .filter(membership::Column::Active.eq(false))
            .filter(membership::Column::InvitedAt.gt(self.now() - INVITATION_LASTS))
            .order_by_asc(membership::Column::Id)
            .into_partial_model()
            .all(self.scope.db.reader())
            .await?;
        let of = |row: Row| {
            let from = row.invited_at?;
            let until = from + INVITATION_LASTS;
            let email = row.invited_email.unwrap_or_default();
            let partner = row.inviter.name;
            Some(PartnersInvitation { membership: row.id, partner, email, from, until })
        };
        Ok(rows.into_iter().filter_map(of).collect())
    }
}
