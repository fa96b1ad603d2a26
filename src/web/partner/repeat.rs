//! The same contact for a customer's other subscriptions, offered on a change's review.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{changes::review, words};
use crate::{
    domain::{ids::ChangeId, support_contact::CannotAssign},
    store::{ManyAssigner, partner::RepeatChoice},
    web::{
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        session::BrowserSession,
    },
};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RepeatInput {
    subscription: Vec<String>,
}

pub async fn create(
    assigner: Permitted<ManyAssigner>,
    change: web::Path<ChangeId>,
    input: Form<RepeatInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let Some(choices) = input.0.choices() else {
        let nothing_ticked = Some(page.t.tick_a_subscription());
        return page.invalid(review(&assigner, *change, &page, nothing_ticked).await?);
    };
    match assigner.repeat(*change, &choices).await?.or_not_found()? {
        Ok(done) => {
            let (changed, already_so) = (done.changed, done.already_so);
            session.set_flash(Flash::Repeated { changed, already_so })?;
            Ok(see_other(&paths::change(&change)))
        }
        Err(refusal) => {
            let problem = match &refusal {
                CannotAssign::ChangedMeanwhile => page.t.repeat_changed_meanwhile(),
                CannotAssign::NotLive(status) => page.t.not_live(words::status(page.t, *status)),
                CannotAssign::NotAvailable(reasons) => {
                    page.t.repeat_unavailable(words::reason_list(page.t, reasons))
                }
            };
            let review = review(&assigner, *change, &page, Some(problem)).await?;
            match refusal {
                CannotAssign::ChangedMeanwhile => page.conflict(review),
                _ => page.invalid(review),
            }
        }
    }
}

impl RepeatInput {
    /// `None`: nothing is ticked, or something that is no line of the form.
    fn choices(&self) -> Option<Vec<RepeatChoice>> {
        let mut choices = Vec::new();
        for value in &self.subscription {
            let (id, version) = value.split_once(':')?;
            let choice = RepeatChoice {
                subscription: id.parse().ok()?,
                seen_version: version.parse().ok()?,
            };
            if choices.iter().all(|other: &RepeatChoice| other.subscription != choice.subscription)
            {
                choices.push(choice);
            }
        }
        (!choices.is_empty()).then_some(choices)
    }
}
