//! Requests: what one organisation has asked of another.

use sea_orm::{ActiveValue::Set, entity::prelude::*};
use time::{Date, OffsetDateTime};

use crate::domain::{
    ids::{CustomerId, PartnerId, RequestId, SubscriptionId, UserId},
    request::{Request, RequestKind, RequestState},
    text::Reason,
};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RequestId,
    pub kind: RequestKind,
    pub from_partner: PartnerId,
    /// `None`: for the asker itself.
    pub for_reseller: Option<PartnerId>,
    /// Both `None`: nobody by that domain is in the portal yet.
    pub to_partner: Option<PartnerId>,
    pub to_customer: Option<CustomerId>,
    /// The exact partner ID or domain, which with the name is all that the asker is shown of the other side.
    pub typed_id: String,
    pub typed_name: Option<String>,
    pub email: Option<String>,
    /// The subscription for which the asker wants the reseller.
    pub for_subscription: Option<SubscriptionId>,
    /// A relationship is to include delegated admin.
    pub delegated_admin: bool,
    pub delegated_admin_until: Option<Date>,
    /// The link is made from the secret key, the id and this number.
    pub link_number: i32,
    pub state: RequestState,
    #[sea_orm(column_type = "Text", nullable)]
    pub decline_reason: Option<String>,
    pub by_user: Option<UserId>,
    pub answered_by: Option<UserId>,
    pub created_at: OffsetDateTime,
    pub expires_at: OffsetDateTime,
    pub answered_at: Option<OffsetDateTime>,

    #[sea_orm(belongs_to, relation_enum = "Asker", from = "from_partner", to = "id")]
    pub asker: BelongsTo<super::partner::Entity>,
    #[sea_orm(belongs_to, relation_enum = "Reseller", from = "for_reseller", to = "id")]
    pub reseller: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, relation_enum = "ToPartner", from = "to_partner", to = "id")]
    pub other_partner: BelongsTo<Option<super::partner::Entity>>,
    #[sea_orm(belongs_to, from = "to_customer", to = "id")]
    pub customer: BelongsTo<Option<super::customer::Entity>>,
    #[sea_orm(belongs_to, from = "for_subscription", to = "id")]
    pub subscription: BelongsTo<Option<super::subscription::Entity>>,
    #[sea_orm(belongs_to, relation_enum = "Author", from = "by_user", to = "id")]
    pub author: BelongsTo<Option<super::user::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// As far as rules ask about it.
    pub fn standing(&self) -> Request {
        Request { state: self.state, expires_at: self.expires_at }
    }

    /// As an answer leaves it, but for the organisation that has answered.
    pub fn answered(
        &self,
        state: RequestState,
        reason: Option<&Reason>,
        by: UserId,
        at: OffsetDateTime,
    ) -> ActiveModel {
        ActiveModel {
            id: Set(self.id),
            state: Set(state),
            decline_reason: Set(reason.map(|reason| reason.as_str().to_owned())),
            answered_by: Set(Some(by)),
            answered_at: Set(Some(at)),
            ..Default::default()
        }
    }

    /// The partner that is to get what is asked for: the asker itself, or the reseller that it asks for.
    pub fn beneficiary(&self) -> PartnerId {
        self.for_reseller.unwrap_or(self.from_partner)
    }
}
