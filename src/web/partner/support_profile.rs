//! How the partner wants to be reached: the form, and what customers see of it.

use actix_web::HttpResponse;

use super::{
    profile_conflict::conflict,
    profile_form::{Whose, form, read_only},
    profile_input::ProfileInput,
};
use crate::{
    domain::role::PartnerVerb,
    store::{Edited, PartnerStore, SupportProfileEditor},
    web::{
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

pub async fn show(partner: Permitted<PartnerStore>, page: Page) -> Result<HttpResponse, AppError> {
    let profile = partner.support_profile().await?;
    if !partner.may(PartnerVerb::EditSupportProfile) {
        let colleagues = partner.colleagues_who(PartnerVerb::EditSupportProfile).await?;
        return read_only(&page, Whose::Own, &profile, colleagues, None);
    }
    let kept = page.kept_form(paths::PROFILE);
    let input = kept.as_ref().map_or_else(|| ProfileInput::of(&profile), ProfileInput::kept);
    form(&page, Whose::Own, &profile, &input, FieldErrors::none(page.t))
}

pub async fn update(
    editor: Permitted<SupportProfileEditor>,
    input: Form<ProfileInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Form(input) = input;
    input.check_boxes()?;
    let edit = match input.parse(&page) {
        Ok(edit) => edit,
        Err(errors) => {
            let profile = editor.support_profile().await?;
            return form(&page, Whose::Own, &profile, &input, errors);
        }
    };
    let Ok(edited) = editor.edit_profile(&edit).await? else {
        return conflict(&page, Whose::Own, &editor.support_profile().await?, &input, edit);
    };
    session.set_flash(news(edited))?;
    Ok(see_other(paths::PROFILE))
}

pub fn news(edited: Edited) -> Flash {
    match edited {
        Edited::Changed => Flash::ProfileSaved,
        Edited::AlreadySo => Flash::NothingChanged,
    }
}
