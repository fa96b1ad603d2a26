//! The partner itself: name, country, time zone.

use actix_web::HttpResponse;

use crate::{
    domain::role::PartnerVerb,
    store::{OrganisationEdit, OrganisationEditor, PartnerStore},
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

pub async fn show(partner: Permitted<PartnerStore>, page: Page) -> Result<HttpResponse, AppError> {
    let own = partner.own_organisation().await?;
    if partner.may(PartnerVerb::EditOrganisation) {
        return organisation_facts::form(&page, &own);
    }
    let colleagues = partner.colleagues_who(PartnerVerb::EditOrganisation).await?;
    organisation_facts::read_only(&page, &own, colleagues)
}

pub async fn update(
    editor: Permitted<OrganisationEditor>,
    input: Form<OrganisationInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let read = async || editor.own_organisation().await;
    let save = async |edit: &OrganisationEdit| editor.edit_organisation(edit).await;
    organisation_facts::update(paths::PARTNER_ORGANISATION, &page, &session, &input.0, read, save)
        .await
}
