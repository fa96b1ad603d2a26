//! The support profile of a reseller nobody signs in for: its provider fills it in until somebody does.

use actix_web::{HttpResponse, web};

use super::{
    profile_conflict::conflict,
    profile_form::{Whose, form, read_only, refused},
    profile_input::ProfileInput,
    support_profile::news,
};
use crate::{
    domain::{ids::PartnerId, role::PartnerVerb, support_profile::CannotEdit},
    store::{ResellerReader, SupportProfileEditor},
    web::{
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        form::Form,
        page::Page,
        paths,
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

pub async fn show(
    partner: Permitted<ResellerReader>,
    reseller: web::Path<PartnerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let profile = partner.reseller_profile(*reseller).await?.or_not_found()?;
    if let Some(refusal) = profile.refusal {
        let refusal = Some(words(&page, refusal));
        return read_only(&page, Whose::Reseller, &profile.page, Vec::new(), refusal);
    }
    if !partner.may(PartnerVerb::EditSupportProfile) {
        let colleagues = partner.colleagues_who(PartnerVerb::EditSupportProfile).await?;
        return read_only(&page, Whose::Reseller, &profile.page, colleagues, None);
    }
    let kept = page.kept_form(&paths::reseller_profile(&reseller));
    let input = kept.as_ref().map_or_else(|| ProfileInput::of(&profile.page), ProfileInput::kept);
    form(&page, Whose::Reseller, &profile.page, &input, FieldErrors::none(page.t))
}

pub async fn update(
    editor: Permitted<SupportProfileEditor>,
    reseller: web::Path<PartnerId>,
    input: Form<ProfileInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    let shown = editor.reseller_profile(*reseller).await?.or_not_found()?;
    input.check_boxes()?;
    let edit = match input.parse(&page) {
        Ok(edit) => edit,
        Err(errors) => return form(&page, Whose::Reseller, &shown.page, &input, errors),
    };
    match editor.edit_profile_of(*reseller, &edit).await?.or_not_found()? {
        Ok(edited) => {
            session.set_flash(news(edited))?;
            Ok(see_other(&paths::reseller_profile(&reseller)))
        }
        Err(CannotEdit::Stale) => {
            let stands = editor.reseller_profile(*reseller).await?.or_not_found()?;
            conflict(&page, Whose::Reseller, &stands.page, &input, edit)
        }
        Err(refusal) => refused(&page, Whose::Reseller, &shown.page, words(&page, refusal)),
    }
}

fn words(page: &Page, refusal: CannotEdit) -> String {
    match refusal {
        CannotEdit::Stale => page.t.profile_somebody_was_first(),
        CannotEdit::HasOwnPeople => page.t.profile_has_own_people(),
        CannotEdit::EnteredByOther => page.t.profile_entered_by_other(),
    }
}
