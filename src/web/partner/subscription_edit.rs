//! Editing a subscription that a provider sells, and removing it.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{
    subscription_conflict::show_both, subscription_form::SubscriptionInput,
    subscription_parse::cannot_sell,
};
use crate::{
    domain::{
        ids::SubscriptionId,
        partner::PartnerKind,
        subscription::{CannotSell, SubscriptionStatus},
    },
    store::{
        SubscriptionEditor,
        partner::{EditableSubscription, SubscriptionEdit, SubscriptionEdited},
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
#[template(path = "partner/subscriptions/edit.html")]
struct Edit<'a> {
    page: &'a Page,
    subscription: EditableSubscription,
    input: &'a SubscriptionInput,
    errors: FieldErrors,
    states: Vec<SubscriptionStatus>,
    has_resellers: bool,
    /// The subscription that has the same number.
    other: Option<String>,
}

pub async fn edit(
    editor: Permitted<SubscriptionEditor>,
    subscription: web::Path<SubscriptionId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let subscription = editor.editable_subscription(*subscription).await?.or_not_found()?;
    let kept = page.kept_form(&paths::edit_subscription(&subscription.id));
    let kept = kept.filter(|form| form.value("status").is_some());
    let input =
        kept.as_ref().map_or_else(|| SubscriptionInput::of(&subscription), SubscriptionInput::kept);
    page.show(form(&editor, &page, subscription, &input, FieldErrors::none(page.t)))
}

pub async fn update(
    editor: Permitted<SubscriptionEditor>,
    subscription: web::Path<SubscriptionId>,
    input: Form<SubscriptionInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let stands = editor.editable_subscription(*subscription).await?.or_not_found()?;
    input.check_edit()?;
    if input.removes() {
        return remove(&editor, stands, &input, &page, &session).await;
    }
    let facts = match input.parse_edit(page.t)? {
        Ok(facts) => facts,
        Err(errors) => return page.invalid(form(&editor, &page, stands, &input, errors)),
    };
    let edit = SubscriptionEdit { subscription: stands.id, facts, seen: input.seen.clone() };
    match editor.edit_subscription(&edit).await?.or_not_found()? {
        Ok(edited) => {
            session.set_flash(match edited {
                SubscriptionEdited::Changed => Flash::SubscriptionSaved,
                SubscriptionEdited::CameBack => Flash::SubscriptionCameBack,
                SubscriptionEdited::AlreadySo => Flash::NothingChanged,
            })?;
            Ok(see_other(&paths::subscription(&stands.id)))
        }
        Err(CannotSell::Stale) => {
            let stands = editor.editable_subscription(stands.id).await?.or_not_found()?;
            show_both(&page, &stands, &input)
        }
        Err(why) => {
            let other = match why {
                CannotSell::NumberInUse(other) => Some(paths::subscription(&other)),
                _ => None,
            };
            let form = form(&editor, &page, stands, &input, cannot_sell(page.t, why));
            page.invalid(Edit { other, ..form })
        }
    }
}

async fn remove(
    editor: &SubscriptionEditor,
    stands: EditableSubscription,
    input: &SubscriptionInput,
    page: &Page,
    session: &BrowserSession,
) -> Result<HttpResponse, AppError> {
    if !input.is_confirmed() {
        let mut errors = FieldErrors::none(page.t);
        errors.take::<()>("confirmed", Err(page.t.subscription_confirm_first()));
        let input = SubscriptionInput::of(&stands);
        return page.invalid(form(editor, page, stands, &input, errors));
    }
    if editor.remove_subscription(stands.id, &input.seen).await?.or_not_found()?.is_err() {
        let stands = editor.editable_subscription(stands.id).await?.or_not_found()?;
        let mut errors = FieldErrors::none(page.t);
        errors.take::<()>("confirmed", Err(page.t.subscription_changed_meanwhile()));
        let input = SubscriptionInput::of(&stands);
        return page.conflict(form(editor, page, stands, &input, errors));
    }
    session.set_flash(Flash::SubscriptionRemoved)?;
    Ok(see_other(&paths::customer(&stands.customer.0)))
}

fn form<'a>(
    editor: &SubscriptionEditor,
    page: &'a Page,
    subscription: EditableSubscription,
    input: &'a SubscriptionInput,
    errors: FieldErrors,
) -> Edit<'a> {
    let states = SubscriptionInput::states().collect();
    let has_resellers = editor.kind() == PartnerKind::IndirectProvider;
    Edit { page, subscription, input, errors, states, has_resellers, other: None }
}
