//! An organisation's page about itself, a partner's and a customer's alike: the form, or what stands for those who may not
//! change it. Which of the two it is differs in who may, and in the page's address.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::{
    assets,
    error::{AppError, see_other},
    flash::Flash,
    kept_form::KeptForm,
    new_admin,
    page::Page,
    paths,
    session::BrowserSession,
    text_errors::FieldErrors,
};
use crate::{
    domain::ids::OrganisationId,
    locale::Messages,
    store::{
        Edited, OrganisationEdit, OrganisationFacts, OwnOrganisation, Stale, StoreError,
        partner::Colleague,
    },
};

/// Where an organisation's page is, and what it shows.
struct About<'a> {
    /// Where its form is sent.
    action: &'static str,
    is_partner: bool,
    own: &'a OwnOrganisation,
}

impl<'a> About<'a> {
    fn of(own: &'a OwnOrganisation) -> Self {
        match own.id {
            OrganisationId::Partner(_) => {
                Self { action: paths::PARTNER_ORGANISATION, is_partner: true, own }
            }
            OrganisationId::Customer(_) => {
                Self { action: paths::CUSTOMER_ORGANISATION, is_partner: false, own }
            }
        }
    }

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
    about: About<'a>,
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
    about: About<'a>,
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
pub fn form(page: &Page, own: &OwnOrganisation) -> Result<HttpResponse, AppError> {
    let about = About::of(own);
    let kept = page.kept_form(about.action);
    let input = kept
        .map_or_else(|| OrganisationInput::of(&own.facts), |form| OrganisationInput::kept(&form));
    let (errors, seen) = (FieldErrors::none(page.t), own.facts.seen());
    page.show(Edit { page, about, seen, input: &input, errors, stands: None })
}

/// For those who may not change it.
pub fn read_only(
    page: &Page,
    own: &OwnOrganisation,
    colleagues: Vec<Colleague>,
) -> Result<HttpResponse, AppError> {
    page.show(Show { page, about: About::of(own), colleagues })
}

/// `read`: what stands. `save`: by somebody who may. `here`: the page's own address.
pub async fn update(
    here: &str,
    page: &Page,
    session: &BrowserSession,
    input: &OrganisationInput,
    read: impl AsyncFn() -> Result<OwnOrganisation, StoreError>,
    save: impl AsyncFn(&OrganisationEdit) -> Result<Result<Edited, Stale>, StoreError>,
) -> Result<HttpResponse, AppError> {
    let edit = match input.parse(page.t) {
        Ok(edit) => edit,
        Err(errors) => return refused(page, &read().await?, input, errors),
    };
    let Ok(edited) = save(&edit).await? else { return stale(page, &read().await?, input) };
    session.set_flash(match edited {
        Edited::Changed => Flash::OrganisationSaved,
        Edited::AlreadySo => Flash::NothingChanged,
    })?;
    Ok(see_other(here))
}

fn refused(
    page: &Page,
    own: &OwnOrganisation,
    input: &OrganisationInput,
    errors: FieldErrors,
) -> Result<HttpResponse, AppError> {
    let (about, seen) = (About::of(own), input.seen.clone());
    page.invalid(Edit { page, about, seen, input, errors, stands: None })
}

/// What was filled in, under what stands now: sent once more it is saved.
fn stale(
    page: &Page,
    own: &OwnOrganisation,
    input: &OrganisationInput,
) -> Result<HttpResponse, AppError> {
    let (t, facts) = (page.t, &own.facts);
    let country = facts.country.as_deref().map(|code| t.country(code));
    let country = country.unwrap_or_else(|| t.organisation_facts_no_country());
    let stands = Some(t.organisation_facts_stands(&facts.name, country, &facts.time_zone));
    let (about, errors, seen) = (About::of(own), FieldErrors::none(t), facts.seen());
    page.conflict(Edit { page, about, seen, input, errors, stands })
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

    fn parse(&self, t: Messages) -> Result<OrganisationEdit, FieldErrors> {
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
