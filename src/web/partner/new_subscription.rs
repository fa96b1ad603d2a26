//! Adding a subscription that a provider sells.

use actix_web::HttpResponse;
use askama::Template;

use super::{subscription_form::SubscriptionInput, subscription_parse::cannot_sell};
use crate::{
    domain::{
        ids::CustomerId,
        partner::PartnerKind,
        subscription::{CannotSell, SubscriptionStatus},
    },
    store::SubscriptionEditor,
    web::{
        assets,
        auth::Permitted,
        error::{AppError, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        query::Query,
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "partner/subscriptions/new.html")]
struct New<'a> {
    page: &'a Page,
    input: &'a SubscriptionInput,
    errors: FieldErrors,
    /// What the provider has sold before.
    products: Vec<String>,
    states: Vec<SubscriptionStatus>,
    has_resellers: bool,
    /// The subscription that has the same number.
    other: Option<String>,
    ignored: bool,
}

pub async fn new(
    editor: Permitted<SubscriptionEditor>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let customer = query.parsed::<CustomerId>("customer");
    let ignored = customer.is_nonsense();
    let kept = page.kept_form(paths::NEW_SUBSCRIPTION);
    let input = match (&kept, customer.ok()) {
        (Some(kept), _) => SubscriptionInput::kept(kept),
        (None, Some(id)) => blank(editor.customer_to_sell_to(id).await?.unwrap_or_default()),
        (None, None) => blank(String::new()),
    };
    let errors = FieldErrors::none(page.t);
    page.show(New { ignored, ..form(&editor, &page, &input, errors).await? })
}

pub async fn create(
    editor: Permitted<SubscriptionEditor>,
    input: Form<SubscriptionInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let new = match input.parse_new(page.t)? {
        Ok(new) => new,
        Err(errors) => return page.invalid(form(&editor, &page, &input, errors).await?),
    };
    match editor.add_subscription(&new).await? {
        Ok(subscription) => {
            session.set_flash(Flash::SubscriptionAdded)?;
            Ok(see_other(&paths::subscription(&subscription)))
        }
        Err(why) => {
            let other = match why {
                CannotSell::NumberInUse(other) => Some(paths::subscription(&other)),
                _ => None,
            };
            let form = form(&editor, &page, &input, cannot_sell(page.t, why)).await?;
            page.invalid(New { other, ..form })
        }
    }
}

fn blank(customer: String) -> SubscriptionInput {
    let status = SubscriptionStatus::Active.to_string();
    SubscriptionInput { customer, status, ..SubscriptionInput::default() }
}

async fn form<'a>(
    editor: &SubscriptionEditor,
    page: &'a Page,
    input: &'a SubscriptionInput,
    errors: FieldErrors,
) -> Result<New<'a>, AppError> {
    Ok(New {
        page,
        input,
        errors,
        products: editor.products_sold().await?,
        states: SubscriptionInput::states().collect(),
        has_resellers: editor.kind() == PartnerKind::IndirectProvider,
        other: None,
        ignored: false,
    })
}
