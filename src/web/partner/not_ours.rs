//! *This is not ours*: what a reseller tells the provider that named it as the contact of a subscription.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::subscription_view::SubscriptionView;
use crate::{
    domain::{ids::SubscriptionId, report::Note},
    store::{
        SubscriptionReporter,
        partner::{CannotReport, SubscriptionPage},
    },
    web::{
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "partner/support_contact/not_ours.html")]
struct NotOurs<'a> {
    page: &'a Page,
    view: SubscriptionView,
    note: &'a str,
    errors: FieldErrors,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NotOursInput {
    note: String,
}

pub async fn edit(
    reporter: Permitted<SubscriptionReporter>,
    subscription: web::Path<SubscriptionId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let subscription = reporter.subscription(*subscription).await?.or_not_found()?;
    if !can_be_reported(&reporter, &subscription) {
        // The page of the subscription says who the contact is.
        return Ok(see_other(&paths::subscription(&subscription.id)));
    }
    let kept = page.kept_form(&paths::report_subscription(&subscription.id));
    let note = kept.as_ref().and_then(|kept| kept.value("note")).unwrap_or_default();
    let errors = FieldErrors::none(page.t);
    let view = SubscriptionView::of(&reporter, subscription, &page).await?;
    page.show(NotOurs { page: &page, view, note, errors })
}

pub async fn create(
    reporter: Permitted<SubscriptionReporter>,
    subscription: web::Path<SubscriptionId>,
    input: Form<NotOursInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let subscription = reporter.subscription(*subscription).await?.or_not_found()?;
    let (id, mut errors) = (subscription.id, FieldErrors::none(page.t));
    let note: Option<Option<Note>> = errors.optional("note", &page.t.report_note(), &input.0.note);
    let Some(note) = note else {
        let view = SubscriptionView::of(&reporter, subscription, &page).await?;
        return page.invalid(NotOurs { page: &page, view, note: &input.0.note, errors });
    };
    let told = reporter.report_not_ours(id, note.as_ref()).await?.or_not_found()?;
    session.set_flash(match told {
        Ok(told) => Flash::of_report(told, subscription.provider.name),
        Err(CannotReport::NotTheContact) => Flash::NotTheContact,
    })?;
    Ok(see_other(&paths::subscription(&id)))
}

/// Whether the reader is the contact, and of something that is still supported.
pub fn can_be_reported(reporter: &SubscriptionReporter, subscription: &SubscriptionPage) -> bool {
    subscription.contact_details().id == reporter.id() && subscription.status.is_live()
}
