//! What a provider writes down about a subscription that it sells, besides customer, product and contact.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::json;
use time::Date;

use super::{SubscriptionEditor, requests::ResellerOfRequest};
use crate::{
    domain::{
        ids::{CustomerId, PartnerId, SubscriptionId},
        subscription::{CannotSell, SubscriptionStatus},
        text::{MpnId, Name, Number},
    },
    store::{
        StoreError,
        edited::Fields,
        entity::{partner, subscription},
    },
};

/// As a form says it.
#[derive(Clone, Debug)]
pub struct SubscriptionFacts {
    pub nickname: Option<Name>,
    pub quantity: Option<i32>,
    /// The vendor's for it.
    pub number: Option<Number>,
    pub ends_on: Option<Date>,
    /// The partner ID of the reseller of record.
    pub of_record: Option<MpnId>,
    pub status: SubscriptionStatus,
}

/// A subscription as its form shows it.
#[derive(Clone, Debug)]
pub struct EditableSubscription {
    pub id: SubscriptionId,
    pub product: String,
    /// Its id, name and domain.
    pub customer: (CustomerId, String, String),
    pub nickname: Option<String>,
    pub quantity: Option<i32>,
    pub number: Option<String>,
    pub ends_on: Option<Date>,
    /// The partner ID and the name of the reseller of record.
    pub of_record: Option<(String, String)>,
    pub status: SubscriptionStatus,
    /// Names what stands, so that a form can say what it was made from.
    pub seen: String,
}

impl SubscriptionFacts {
    pub(super) fn applied(
        &self,
        row: subscription::Model,
        of_record: Option<PartnerId>,
    ) -> subscription::Model {
        subscription::Model {
            nickname: self.nickname.as_ref().map(ToString::to_string),
            quantity: self.quantity,
            external_id: self.number.as_ref().map(ToString::to_string),
            ends_on: self.ends_on,
            reseller_of_record: of_record,
            status: self.status,
            ..row
        }
    }
}

impl SubscriptionEditor {
    /// `None`: not one that this provider sold.
    pub async fn editable_subscription(
        &self,
        id: SubscriptionId,
    ) -> Result<Option<EditableSubscription>, StoreError> {
        let reader = self.scope.db.reader();
        let Some(subject) = self.subject(reader, id).await? else { return Ok(None) };
        let Some(row) = self.sold(reader, id).await? else { return Ok(None) };
        let of_record = named_partner(reader, row.reseller_of_record).await?;
        let seen = fields(&row, of_record.as_ref()).mark();
        let customer = subject.customer;
        Ok(Some(EditableSubscription {
            id,
            product: subject.product,
            customer: (customer.id, customer.name, customer.domain),
            nickname: row.nickname,
            quantity: row.quantity,
            number: row.external_id,
            ends_on: row.ends_on,
            of_record: of_record.map(|row| (row.mpn_id, row.name)),
            status: row.status,
            seen,
        }))
    }

    pub(super) async fn fields_of(
        &self,
        connection: &impl ConnectionTrait,
        row: &subscription::Model,
    ) -> Result<Fields, StoreError> {
        let of_record = named_partner(connection, row.reseller_of_record).await?;
        Ok(fields(row, of_record.as_ref()))
    }

    /// One with which the provider has, or has had, a partnership.
    pub(super) async fn reseller_of_record(
        &self,
        connection: &impl ConnectionTrait,
        facts: &SubscriptionFacts,
    ) -> Result<Result<Option<ResellerOfRequest>, CannotSell>, StoreError> {
        let Some(mpn_id) = &facts.of_record else { return Ok(Ok(None)) };
        let which = partner::Column::MpnId.eq(mpn_id.as_str());
        let found = self.own_reseller(connection, which.into()).await?;
        Ok(found.map(Some).ok_or(CannotSell::NotYourReseller))
    }

    /// Another subscription of the provider's with this number.
    pub(super) async fn with_number(
        &self,
        connection: &impl ConnectionTrait,
        number: Option<&Number>,
        besides: Option<SubscriptionId>,
    ) -> Result<Option<SubscriptionId>, StoreError> {
        let Some(number) = number else { return Ok(None) };
        let same = subscription::Entity::find()
            .filter(subscription::Column::ProviderId.eq(self.id()))
            .filter(subscription::Column::ExternalId.eq(number.as_str()));
        let found = same.all(connection).await?.pop();
        Ok(found.map(|row| row.id).filter(|id| Some(*id) != besides))
    }
}

async fn named_partner(
    connection: &impl ConnectionTrait,
    id: Option<PartnerId>,
) -> Result<Option<partner::Model>, StoreError> {
    let Some(id) = id else { return Ok(None) };
    Ok(partner::Entity::find_by_id(id).all(connection).await?.pop())
}

fn fields(row: &subscription::Model, of_record: Option<&partner::Model>) -> Fields {
    Fields::new([
        ("nickname", json!(row.nickname)),
        ("quantity", json!(row.quantity.map(|quantity| quantity.to_string()))),
        ("external_id", json!(row.external_id)),
        ("ends_on", json!(row.ends_on.map(|day| day.to_string()))),
        ("reseller_of_record", json!(of_record.map(|row| format!("{} {}", row.name, row.mpn_id)))),
        ("status", json!(row.status.as_str())),
    ])
}
