//! Adding a customer.

use actix_web::HttpResponse;
use askama::Template;

use super::customer_form::CustomerInput;
use crate::{
    domain::{customer::CannotAdd, role::PartnerVerb, text::DomainName},
    store::{CustomerEditor, PartnerStore},
    web::{
        assets,
        auth::Permitted,
        error::{AppError, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "partner/customers/new.html")]
struct New<'a> {
    page: &'a Page,
    input: &'a CustomerInput,
    errors: FieldErrors,
    /// Where a customer is that the partner has already.
    own: Option<String>,
    /// Where one is asked that the portal knows already.
    ask: Option<String>,
}

pub async fn new(editor: Permitted<CustomerEditor>, page: Page) -> Result<HttpResponse, AppError> {
    let kept = page.kept_form(paths::NEW_CUSTOMER);
    let blank = || CustomerInput {
        time_zone: editor.organisation().time_zone.clone(),
        ..CustomerInput::default()
    };
    let input = kept.as_ref().map_or_else(blank, CustomerInput::kept);
    page.show(form(&page, &input, FieldErrors::none(page.t)))
}

pub async fn create(
    editor: Permitted<CustomerEditor>,
    input: Form<CustomerInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let new = match input.parse_new(page.t)? {
        Ok(new) => new,
        Err(errors) => return page.invalid(form(&page, &input, errors)),
    };
    match editor.add_customer(&new).await? {
        Ok(customer) => {
            session.set_flash(Flash::CustomerAdded)?;
            Ok(see_other(&paths::customer(&customer)))
        }
        Err(why) => page.invalid(refused(&editor, &page, &input, &new.domain, why)),
    }
}

fn form<'a>(page: &'a Page, input: &'a CustomerInput, errors: FieldErrors) -> New<'a> {
    New { page, input, errors, own: None, ask: None }
}

fn refused<'a>(
    partner: &PartnerStore,
    page: &'a Page,
    input: &'a CustomerInput,
    domain: &DomainName,
    why: CannotAdd,
) -> New<'a> {
    let mut errors = FieldErrors::none(page.t);
    let problem = match why {
        CannotAdd::IsOwn(_) => page.t.customer_is_own(),
        CannotAdd::IsKnown => page.t.customer_is_known(),
    };
    errors.take::<()>("domain", Err(problem));
    let mut form = form(page, input, errors);
    match why {
        CannotAdd::IsOwn(id) => form.own = Some(paths::customer(&id)),
        CannotAdd::IsKnown if partner.may(PartnerVerb::RequestRelationship) => {
            form.ask = Some(paths::new_relationship_to(domain));
        }
        CannotAdd::IsKnown => {}
    }
    form
}
