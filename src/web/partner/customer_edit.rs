//! Editing what a partner knows of a customer.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{
    customer_form::CustomerInput,
    edit_conflict::{About, TwoValues, conflict},
};
use crate::{
    domain::{
        customer::{CannotEdit, FactsAreShared},
        ids::CustomerId,
    },
    store::{CustomerEditor, Edited, partner::EditableCustomer},
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
#[template(path = "partner/customers/edit.html")]
struct Edit<'a> {
    page: &'a Page,
    customer: EditableCustomer,
    input: CustomerInput,
    errors: FieldErrors,
    /// Why only the own number can be edited.
    frozen: Option<String>,
    /// Why nothing that was sent is saved.
    problem: Option<String>,
}

pub async fn edit(
    editor: Permitted<CustomerEditor>,
    customer: web::Path<CustomerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let customer = editor.editable_customer(*customer).await?.or_not_found()?;
    let kept = page.kept_form(&paths::edit_customer(&customer.id));
    let input = kept.as_ref().map_or_else(|| CustomerInput::of(&customer), CustomerInput::kept);
    page.show(form(&page, customer, input, FieldErrors::none(page.t)))
}

pub async fn update(
    editor: Permitted<CustomerEditor>,
    customer: web::Path<CustomerId>,
    input: Form<CustomerInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let stands = editor.editable_customer(*customer).await?.or_not_found()?;
    let edit = match input.parse_edit(page.t, stands.id, stands.facts.is_ok())? {
        Ok(edit) => edit,
        Err(errors) => return page.invalid(form(&page, stands, input, errors)),
    };
    match editor.edit_customer(&edit).await?.or_not_found()? {
        Ok(edited) => {
            session.set_flash(match edited {
                Edited::Changed => Flash::CustomerSaved,
                Edited::AlreadySo => Flash::NothingChanged,
            })?;
            Ok(see_other(&paths::customer(&stands.id)))
        }
        Err(CannotEdit::Stale) => {
            let stands = editor.editable_customer(stands.id).await?.or_not_found()?;
            show_both(&page, &stands, &input)
        }
        Err(CannotEdit::Facts(why)) => {
            let problem = Some(frozen(&page, why));
            let input = CustomerInput { number: input.number, ..CustomerInput::of(&stands) };
            let form = form(&page, stands, input, FieldErrors::none(page.t));
            page.invalid(Edit { problem, ..form })
        }
    }
}

fn form(
    page: &Page,
    customer: EditableCustomer,
    input: CustomerInput,
    errors: FieldErrors,
) -> Edit<'_> {
    let frozen = customer.facts.err().map(|why| frozen(page, why));
    Edit { page, customer, input, errors, frozen, problem: None }
}

fn frozen(page: &Page, why: FactsAreShared) -> String {
    match why {
        FactsAreShared::RelationshipEnded => page.t.customer_facts_of_ended(),
        FactsAreShared::OthersRely => page.t.customer_facts_are_shared(),
    }
}

fn show_both(
    page: &Page,
    stands: &EditableCustomer,
    input: &CustomerInput,
) -> Result<HttpResponse, AppError> {
    let t = page.t;
    let theirs = CustomerInput::of(stands);
    let mut values = vec![
        TwoValues::of("name", t.customer_name(), &theirs.name, &input.name),
        TwoValues::of("country", t.set_up_country(), &theirs.country, &input.country),
        TwoValues::of("time_zone", t.set_up_time_zone(), &theirs.time_zone, &input.time_zone),
    ];
    values.retain(|_| stands.facts.is_ok());
    values.push(TwoValues::of("number", t.customer_number(), &theirs.number, &input.number));
    let about = About {
        heading: t.customer_edit(),
        customer: (stands.id, stands.name.clone()),
        action: paths::edit_customer(&stands.id),
        seen: stands.seen.clone(),
    };
    conflict(page, about, values)
}
