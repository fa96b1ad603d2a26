//! The form of a support profile above what customers see of it, as it is shown and as it is shown again.

use actix_web::HttpResponse;
use askama::Template;

use super::{profile_hours::DayField, profile_input::ProfileInput, profile_preview::Preview};
use crate::{
    domain::support_profile::Language,
    store::partner::{Colleague, ProfilePage},
    web::{assets, error::AppError, page::Page, paths, text_errors::FieldErrors},
};

/// Whose profile it is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Own,
    /// A reseller's.
    Reseller,
}

#[derive(Template)]
#[template(path = "partner/support_profile/edit.html")]
struct Edit<'a> {
    page: &'a Page,
    whose: Whose,
    preview: Preview,
    /// Who filled it in, where that was not the partner itself.
    entered_by: Option<String>,
    action: String,
    input: &'a ProfileInput,
    errors: FieldErrors,
    days: Vec<DayField>,
    languages: Vec<(&'static str, String, bool)>,
}

#[derive(Template)]
#[template(path = "partner/support_profile/show.html")]
struct Show<'a> {
    page: &'a Page,
    whose: Whose,
    preview: Preview,
    entered_by: Option<String>,
    /// Who can change it.
    colleagues: Vec<Colleague>,
    /// Why nobody here can.
    refusal: Option<String>,
    /// It was sent nevertheless.
    is_refused: bool,
}

impl Whose {
    pub fn is_own(self) -> bool {
        self == Self::Own
    }

    pub fn address(self, profile: &ProfilePage) -> String {
        match self {
            Self::Own => paths::PROFILE.to_owned(),
            Self::Reseller => paths::reseller_profile(&profile.details.id),
        }
    }
}

/// `input`: what is filled in, with what is wrong about it.
pub fn form(
    page: &Page,
    whose: Whose,
    profile: &ProfilePage,
    input: &ProfileInput,
    errors: FieldErrors,
) -> Result<HttpResponse, AppError> {
    let language = |language: &Language| {
        let code = language.as_str();
        (code, page.t.spoken_language(code), input.speaks(*language))
    };
    let is_refused = !errors.is_empty();
    let edit = Edit {
        page,
        whose,
        preview: Preview::of(page, &profile.details),
        entered_by: profile.entered_by.clone(),
        action: whose.address(profile),
        input,
        days: input.hours().fields(&page.t, &errors),
        languages: Language::ALL.iter().map(language).collect(),
        errors,
    };
    if is_refused { page.invalid(edit) } else { page.show(edit) }
}

/// For those who may not change it.
pub fn read_only(
    page: &Page,
    whose: Whose,
    profile: &ProfilePage,
    colleagues: Vec<Colleague>,
    refusal: Option<String>,
) -> Result<HttpResponse, AppError> {
    page.show(Show {
        page,
        whose,
        preview: Preview::of(page, &profile.details),
        entered_by: profile.entered_by.clone(),
        colleagues,
        refusal,
        is_refused: false,
    })
}

/// Nothing that the form could mend.
pub fn refused(
    page: &Page,
    whose: Whose,
    profile: &ProfilePage,
    refusal: String,
) -> Result<HttpResponse, AppError> {
    page.invalid(Show {
        page,
        whose,
        preview: Preview::of(page, &profile.details),
        entered_by: profile.entered_by.clone(),
        colleagues: Vec::new(),
        refusal: Some(refusal),
        is_refused: true,
    })
}
