//! The same contact for a customer's other subscriptions, offered on a change's review.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{changes::review, words};
use crate::{
    domain::{
        ids::{ChangeId, SubscriptionId},
        support_contact::CannotAssign,
    },
    store::{
        ManyAssigner, PartnerStore,
        partner::{ChangePage, RepeatChoice, RepeatLine, Would},
    },
    web::{
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        kept_form::KeptForm,
        page::Page,
        paths,
        session::BrowserSession,
    },
};

pub struct RepeatForm {
    pub lines: Vec<Line>,
    /// Some line can be ticked.
    pub can_change: bool,
}

/// One of the customer's other subscriptions.
pub struct Line {
    pub id: SubscriptionId,
    /// The id and the version that was shown.
    pub value: String,
    pub product: String,
    pub nickname: Option<String>,
    pub contact_now: String,
    pub decided: bool,
    pub would: String,
    pub can_be_ticked: bool,
    pub ticked: bool,
}

impl RepeatForm {
    pub async fn of(
        partner: &PartnerStore,
        change: &ChangePage,
        page: &Page,
    ) -> Result<Self, AppError> {
        let kept = page.kept_form(&paths::repeat(&change.id));
        let lines = partner.repeat_lines(change).await?;
        let lines: Vec<_> =
            lines.into_iter().map(|line| Line::of(line, change, page, kept.as_ref())).collect();
        Ok(Self { can_change: lines.iter().any(|line| line.can_be_ticked), lines })
    }
}

impl Line {
    fn of(line: RepeatLine, change: &ChangePage, page: &Page, kept: Option<&KeptForm>) -> Self {
        let value = format!("{}:{}", line.id, line.version);
        Self {
            ticked: kept.is_some_and(|kept| kept.has("subscription", &value)),
            would: match line.would {
                Would::Change => page.t.would_change(&change.after.name),
                Would::Confirm => page.t.would_confirm(),
                Would::Nothing => page.t.would_nothing(),
            },
            can_be_ticked: line.would != Would::Nothing,
            id: line.id,
            value,
            product: line.product,
            nickname: line.nickname,
            contact_now: line.contact_now,
            decided: line.decided,
        }
    }
}

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
                    let reasons = words::reasons(page.t, reasons).into_iter().map(|why| why.what);
                    page.t.repeat_unavailable(reasons.collect::<Vec<_>>().join(", "))
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
            if choices.iter().all(|other: &RepeatChoice| other.subscription != choice.subscription) {
                choices.push(choice);
            }
        }
        (!choices.is_empty()).then_some(choices)
    }
}
