//! The customer itself: name, country, time zone.

use actix_web::HttpResponse;

use crate::{
    store::{CustomerAdmin, CustomerStore, OrganisationEdit},
    web::{
        auth::Permitted,
        error::AppError,
        form::Form,
        organisation_facts::{self, OrganisationInput},
        page::Page,
        paths,
        session::BrowserSession,
    },
};

pub async fn show(
    customer: Permitted<CustomerStore>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let own = customer.own_organisation().await?;
    if customer.is_admin() {
        return organisation_facts::form(&page, &own);
    }
    organisation_facts::read_only(&page, &own, customer.admins().await?)
}

pub async fn update(
    admin: Permitted<CustomerAdmin>,
    input: Form<OrganisationInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let read = async || admin.own_organisation().await;
    let save = async |edit: &OrganisationEdit| admin.edit_organisation(edit).await;
    organisation_facts::update(paths::CUSTOMER_ORGANISATION, &page, &session, &input.0, read, save)
        .await
}
