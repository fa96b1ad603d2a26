//! What the forms of a subscription hold, when it is added and when it is edited.

use serde::Deserialize;

use crate::{
    domain::subscription::SubscriptionStatus, store::partner::EditableSubscription,
    web::kept_form::KeptForm,
};

#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SubscriptionInput {
    /// What the form was made from; none for a new one.
    pub seen: String,
    /// These two only of a new one: they never change.
    pub customer: String,
    pub product: String,
    pub nickname: String,
    pub quantity: String,
    pub number: String,
    pub ends_on: String,
    /// A partner ID.
    pub of_record: String,
    pub status: String,
    /// The button that removes it …
    pub remove: String,
    /// … and the box that says so once more.
    pub confirmed: String,
}

pub const TICKED: &str = "1";

impl SubscriptionInput {
    /// As the form shows what stands.
    pub fn of(subscription: &EditableSubscription) -> Self {
        let of_record = subscription.of_record.as_ref().map(|(mpn_id, _)| mpn_id.clone());
        Self {
            seen: subscription.seen.clone(),
            nickname: subscription.nickname.clone().unwrap_or_default(),
            quantity: subscription.quantity.map(|count| count.to_string()).unwrap_or_default(),
            number: subscription.number.clone().unwrap_or_default(),
            ends_on: subscription.ends_on.map(|day| day.to_string()).unwrap_or_default(),
            of_record: of_record.unwrap_or_default(),
            status: subscription.status.to_string(),
            ..Self::default()
        }
    }

    /// What was filled in before the session ended; nothing is removed by it.
    pub fn kept(form: &KeptForm) -> Self {
        let value = |name| form.value(name).unwrap_or_default().to_owned();
        Self {
            seen: value("seen"),
            customer: value("customer"),
            product: value("product"),
            nickname: value("nickname"),
            quantity: value("quantity"),
            number: value("number"),
            ends_on: value("ends_on"),
            of_record: value("of_record"),
            status: value("status"),
            ..Self::default()
        }
    }

    /// The states that can be chosen: what is removed is not chosen among others.
    pub fn states() -> impl Iterator<Item = SubscriptionStatus> {
        let all = SubscriptionStatus::ALL.iter().copied();
        all.filter(|status| *status != SubscriptionStatus::Removed)
    }

    pub fn removes(&self) -> bool {
        self.remove == TICKED
    }

    pub fn is_confirmed(&self) -> bool {
        self.confirmed == TICKED
    }
}
