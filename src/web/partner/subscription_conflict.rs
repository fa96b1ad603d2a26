//! Two people have edited the same subscription.

use actix_web::HttpResponse;

use super::{
    edit_conflict::{About, TwoValues, conflict},
    subscription_form::SubscriptionInput,
};
use crate::{
    store::partner::EditableSubscription,
    web::{error::AppError, page::Page, paths},
};

/// What stands now beside what was sent.
pub fn show_both(
    page: &Page,
    stands: &EditableSubscription,
    input: &SubscriptionInput,
) -> Result<HttpResponse, AppError> {
    let t = page.t;
    let theirs = SubscriptionInput::of(stands);
    let status = |word: &str| t.subscription_status(word);
    let values = vec![
        TwoValues::of("status", t.state(), &theirs.status, &input.status).worded(status),
        TwoValues::of("nickname", t.subscription_nickname(), &theirs.nickname, &input.nickname),
        TwoValues::of("quantity", t.licences(), &theirs.quantity, &input.quantity),
        TwoValues::of("number", t.subscription_id(), &theirs.number, &input.number),
        TwoValues::of("ends_on", t.ends_on(), &theirs.ends_on, &input.ends_on),
        TwoValues::of("of_record", t.reseller_of_record(), &theirs.of_record, &input.of_record),
    ];
    let (customer, name, _) = &stands.customer;
    let about = About {
        heading: t.subscription_edit(&stands.product),
        customer: (*customer, name.clone()),
        action: paths::edit_subscription(&stands.id),
        seen: stands.seen.clone(),
    };
    conflict(page, about, values)
}
