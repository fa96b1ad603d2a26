//! The partner itself: name, country, time zone.

use actix_web::HttpResponse;

use crate::{
    domain::role::PartnerVerb,
    store::{OrganisationEditor, PartnerStore},
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

pub async fn show(partner: Permitted<PartnerStore>, page: Page) -> Result<HttpResponse, AppError> {
    let (about, facts) = (about(&partner).await?, partner.organisation_facts().await?);
    if partner.may(PartnerVerb::EditOrganisation) {
        return organisation_facts::form(&page, &about, &facts);
    }
    let colleagues = partner.colleagues_who(PartnerVerb::EditOrganisation).await?;
    organisation_facts::read_only(&page, &about, &facts, colleagues)
}

pub async fn update(
    editor: Permitted<OrganisationEditor>,
    input: Form<OrganisationInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let edit = match input.parse(page.t) {
        Ok(edit) => edit,
        Err(errors) => {
            return organisation_facts::refused(&page, &about(&editor).await?, &input, errors);
        }
    };
    let Ok(edited) = editor.edit_organisation(&edit).await? else {
        let (about, facts) = (about(&editor).await?, editor.organisation_facts().await?);
        return organisation_facts::stale(&page, &about, &facts, &input);
    };
    session.set_flash(organisation_facts::news(edited))?;
    Ok(see_other(paths::PARTNER_ORGANISATION))
}

async fn about(partner: &PartnerStore) -> Result<About, AppError> {
    Ok(About {
        action: paths::PARTNER_ORGANISATION,
        is_partner: true,
        fixed: partner.mpn_id().to_owned(),
        former_name: partner.former_name().await?,
    })
}
