//! The designated support contact of one subscription: the page that shows it, and the form that changes it.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{
    contact_form::{Filled, form},
    read_only::read_only,
    refusal::refuse,
};
use crate::{
    domain::{ids::SubscriptionId, role::PartnerVerb},
    store::{
        PartnerStore, SupportAssigner,
        partner::{Assigned, Assignment, SubscriptionPage},
    },
    web::{
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        query::Query,
        session::BrowserSession,
    },
};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ContactInput {
    contact: String,
    version: String,
    /// The button *We support this ourselves*.
    ourselves: String,
}

pub async fn edit(
    partner: Permitted<PartnerStore>,
    subscription: web::Path<SubscriptionId>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let subscription = partner.subscription(*subscription).await?.or_not_found()?;
    if !partner.may(PartnerVerb::AssignSupportContact) || !subscription.status.is_live() {
        return page.show(read_only(&partner, subscription, &page, None).await?);
    }
    let kept = page.kept_form(&paths::support_contact(&subscription.id));
    let filled = match &kept {
        Some(kept) => Filled {
            contact: kept.value("contact").and_then(|id| id.parse().ok()),
            seen_version: kept.value("version").and_then(|version| version.parse().ok()),
        },
        None => Filled { contact: query.parsed("contact").ok(), seen_version: None },
    };
    page.show(form(&partner, subscription, &page, filled, &query, None).await?)
}

/// The address takes only POST; the form stands on the subscription's page.
pub async fn to_form(
    partner: Permitted<PartnerStore>,
    subscription: web::Path<SubscriptionId>,
) -> Result<HttpResponse, AppError> {
    partner.subscription(*subscription).await?.or_not_found()?;
    Ok(see_other(&paths::subscription(&subscription)))
}

pub async fn update(
    assigner: Permitted<SupportAssigner>,
    subscription: web::Path<SubscriptionId>,
    input: Form<ContactInput>,
    query: Query,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let shown = assigner.subscription(*subscription).await?.or_not_found()?;
    let Some(assignment) = input.0.assignment(&shown) else {
        let filled = Filled { contact: input.0.contact.parse().ok(), seen_version: None };
        let problem = Some(page.t.choose_a_contact());
        return page.invalid(form(&assigner, shown, &page, filled, &query, problem).await?);
    };
    match assigner.assign(&assignment).await?.or_not_found()? {
        Ok(Assigned::Changed(change)) => {
            session.set_flash(Flash::Saved)?;
            Ok(see_other(&paths::change(&change)))
        }
        Ok(Assigned::Confirmed(change)) => {
            session.set_flash(Flash::Confirmed)?;
            Ok(see_other(&paths::change(&change)))
        }
        Ok(Assigned::AlreadySo) => {
            // Read again: somebody else, or the same form sent twice, may have made it so just now.
            let stands = assigner.subscription(shown.id).await?.or_not_found()?;
            let contact = stands.contact_details().name.clone();
            session.set_flash(Flash::AlreadySo { contact })?;
            Ok(see_other(&paths::subscription(&shown.id)))
        }
        Err(refusal) => refuse(&assigner, &assignment, refusal, &query, &page).await,
    }
}

impl ContactInput {
    /// `None`: no contact was chosen, or nothing that could be one.
    fn assignment(&self, subscription: &SubscriptionPage) -> Option<Assignment> {
        let contact = match self.ourselves.as_str() {
            "" => self.contact.parse().ok()?,
            "1" => subscription.provider.id,
            _ => return None,
        };
        let seen_version = self.version.parse().ok();
        Some(Assignment { subscription: subscription.id, contact, seen_version })
    }
}
