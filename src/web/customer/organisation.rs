//! The customer itself: name, country, time zone.

use actix_web::HttpResponse;

use crate::{
    store::{CustomerAdmin, CustomerStore},
    web::{
        auth::Permitted,
        error::{AppError, see_other},
        form::Form,
        organisation_facts::{self, About, OrganisationInput},
        page::Page,
        paths,
        session::BrowserSession,
    },
};

pub async fn show(
    customer: Permitted<CustomerStore>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (about, facts) = (about(&customer).await?, customer.organisation_facts().await?);
    if customer.is_admin() {
        return organisation_facts::form(&page, &about, &facts);
    }
    organisation_facts::read_only(&page, &about, &facts, customer.admins().await?)
}

pub async fn update(
    admin: Permitted<CustomerAdmin>,
    input: Form<OrganisationInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let edit = match input.parse(page.t) {
        Ok(edit) => edit,
        Err(errors) => {
            return organisation_facts::refused(&page, &about(&admin).await?, &input, errors);
        }
    };
    let Ok(edited) = admin.edit_organisation(&edit).await? else {
        let (about, facts) = (about(&admin).await?, admin.organisation_facts().await?);
        return organisation_facts::stale(&page, &about, &facts, &input);
    };
    session.set_flash(organisation_facts::news(edited))?;
    Ok(see_other(paths::CUSTOMER_ORGANISATION))
}

async fn about(customer: &CustomerStore) -> Result<About, AppError> {
    Ok(About {
        action: paths::CUSTOMER_ORGANISATION,
        is_partner: false,
        fixed: customer.domain().to_owned(),
        former_name: customer.former_name().await?,
    })
}
