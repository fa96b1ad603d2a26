//! Two people have edited the same support profile: what stands now, what was filled in, and the choice.

use actix_web::HttpResponse;
use askama::Template;

use super::{profile_form::Whose, profile_input::ProfileInput, profile_preview::Preview};
use crate::{
    store::{
        PartnerDetails,
        partner::{ProfileEdit, ProfilePage},
    },
    web::{assets, error::AppError, page::Page, paths},
};

#[derive(Template)]
#[template(path = "partner/support_profile/conflict.html")]
struct Conflict<'a> {
    page: &'a Page,
    whose: Whose,
    theirs: Preview,
    mine: Preview,
    action: String,
    /// Of what stands now.
    seen: String,
    input: &'a ProfileInput,
}

/// What stands now beside what was sent.
pub fn conflict(
    page: &Page,
    whose: Whose,
    stands: &ProfilePage,
    input: &ProfileInput,
    edit: ProfileEdit,
) -> Result<HttpResponse, AppError> {
    let mine = PartnerDetails {
        time_zone: edit.zone.name().to_owned(),
        profile: edit.profile.into(),
        ..stands.details.clone()
    };
    page.conflict(Conflict {
        page,
        whose,
        theirs: Preview::of(page, &stands.details),
        mine: Preview::of(page, &mine),
        action: whose.address(stands),
        seen: stands.seen.clone(),
        input,
    })
}
