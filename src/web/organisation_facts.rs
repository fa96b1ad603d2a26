//! An organisation's page about itself, a partner's and a customer's alike: the form, or what stands for those who may not
//! change it.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::{
    assets, error::AppError, flash::Flash, kept_form::KeptForm, new_admin, page::Page, paths,
    text_errors::FieldErrors,
};
use crate::{
    locale::Messages,
    store::{Edited, OrganisationEdit, OrganisationFacts, partner::Colleague},
};

/// What its page shows besides the facts that may be edited.
pub struct About {
    /// Where its form is sent.
    pub action: &'static str,
    pub is_partner: bool,
    /// By which the vendor knows it: partner ID or domain.
    pub fixed: String,
    pub former_name: Option<String>,
}

impl About {
    fn zone_hint(&self, t: &Messages) -> String {
        if self.is_partner {
            t.organisation_facts_time_zone_hint_partner()
        } else {
            t.organisation_facts_time_zone_hint()
        }
    }
}

#[derive(Template)]
#[template(path = "organisation_facts/edit.html")]
struct Edit<'a> {
    page: &'a Page,
    about: &'a About,
    seen: String,
    input: &'a OrganisationInput,
    errors: FieldErrors,
    /// What stands now, where somebody else was first.
    stands: Option<String>,
}

#[derive(Template)]
#[template(path = "organisation_facts/show.html")]
struct Show<'a> {
    page: &'a Page,
    about: &'a About,
    facts: &'a OrganisationFacts,
    colleagues: Vec<Colleague>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OrganisationInput {
    name: String,
    country: String,
    time_zone: String,
    /// What the form was made from.
    seen: String,
}

/// The form as it stands, or as it was filled in before the session ended.
pub fn form(
    page: &Page,
    about: &About,
    facts: &OrganisationFacts,
) -> Result<HttpResponse, AppError> {
    let kept = page.kept_form(about.action);
    let input =
        kept.map_or_else(|| OrganisationInput::of(facts), |form| OrganisationInput::kept(&form));
    let (errors, seen) = (FieldErrors::none(page.t), facts.seen());
    page.show(Edit { page, about, seen, input: &input, errors, stands: None })
}

/// For those who may not change it.
pub fn read_only(
    page: &Page,
    about: &About,
    facts: &OrganisationFacts,
    colleagues: Vec<Colleague>,
) -> Result<HttpResponse, AppError> {
    page.show(Show { page, about, facts, colleagues })
}

pub fn refused(
    page: &Page,
    about: &About,
    input: &OrganisationInput,
    errors: FieldErrors,
) -> Result<HttpResponse, AppError> {
    page.invalid(Edit { page, about, seen: input.seen.clone(), input, errors, stands: None })
}

/// What was filled in, under what stands now: sent once more it is saved.
pub fn stale(
    page: &Page,
    about: &About,
    facts: &OrganisationFacts,
    input: &OrganisationInput,
) -> Result<HttpResponse, AppError> {
    let t = page.t;
    let country = facts.country.as_deref().map(|code| t.country(code));
    let country = country.unwrap_or_else(|| t.organisation_facts_no_country());
    let stands = Some(t.organisation_facts_stands(&facts.name, country, &facts.time_zone));
    let (errors, seen) = (FieldErrors::none(t), facts.seen());
    page.conflict(Edit { page, about, seen, input, errors, stands })
}

pub fn news(edited: Edited) -> Flash {
    match edited {
        Edited::Changed => Flash::OrganisationSaved,
        Edited::AlreadySo => Flash::NothingChanged,
    }
}

impl OrganisationInput {
    fn of(facts: &OrganisationFacts) -> Self {
        let OrganisationFacts { name, country, time_zone } = facts.clone();
        Self { name, country: country.unwrap_or_default(), time_zone, seen: facts.seen() }
    }

    fn kept(form: &KeptForm) -> Self {
        let value = |name| form.value(name).unwrap_or_default().to_owned();
        Self {
            name: value("name"),
            country: value("country"),
            time_zone: value("time_zone"),
            seen: value("seen"),
        }
    }

    pub fn parse(&self, t: Messages) -> Result<OrganisationEdit, FieldErrors> {
        let mut errors = FieldErrors::none(t);
        let name = errors.parse("name", &t.organisation_facts_name(), &self.name);
        let country = errors.parse("country", &t.set_up_country(), &self.country);
        let time_zone = errors.take("time_zone", new_admin::zone(&t, &self.time_zone));
        let seen = self.seen.clone();
        let edit = || {
            Some(OrganisationEdit { name: name?, country: country?, time_zone: time_zone?, seen })
        };
        edit().ok_or(errors)
    }
}
