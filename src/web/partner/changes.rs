//! One change: to review, to keep, to take back.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{reach::reach, repeat_form::RepeatForm, words};
use crate::{
    domain::{
        ids::ChangeId,
        role::PartnerVerb,
        support_contact::{CannotAssign, CannotUndo},
    },
    store::{
        PartnerStore, SupportAssigner,
        partner::{ChangePage, Side},
    },
    web::{
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::{Form, NoFields},
        page::Page,
        paths,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "partner/changes/show.html")]
pub struct Review<'a> {
    page: &'a Page,
    change: ChangePage,
    cause: String,
    before: Option<Contact>,
    after: Contact,
    can_undo: bool,
    repeat: Option<RepeatForm>,
    problem: Option<String>,
}

/// One side of the change: its name as it was, how to reach it as it is.
struct Contact {
    name: String,
    mpn_id: String,
    reach: Vec<String>,
}

pub async fn show(
    partner: Permitted<PartnerStore>,
    change: web::Path<ChangeId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    page.show(review(&partner, *change, &page, None).await?)
}

/// The address takes only POST; its button stands on the review.
pub async fn to_review(
    partner: Permitted<PartnerStore>,
    change: web::Path<ChangeId>,
) -> Result<HttpResponse, AppError> {
    partner.change(*change).await?.or_not_found()?;
    Ok(see_other(&paths::change(&change)))
}

pub async fn undo(
    assigner: Permitted<SupportAssigner>,
    change: web::Path<ChangeId>,
    _: Form<NoFields>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    match assigner.undo(*change).await?.or_not_found()? {
        Ok(undone) => {
            session.set_flash(Flash::Undone)?;
            Ok(see_other(&paths::change(&undone)))
        }
        Err(refusal) => {
            let problem = Some(why_not_undone(&page, &refusal));
            let review = review(&assigner, *change, &page, problem).await?;
            match refusal {
                CannotUndo::Replaced => page.conflict(review),
                _ => page.invalid(review),
            }
        }
    }
}

/// `problem`: why what was asked of this page was not done.
pub async fn review<'a>(
    partner: &PartnerStore,
    change: ChangeId,
    page: &'a Page,
    problem: Option<String>,
) -> Result<Review<'a>, AppError> {
    let change = partner.change(change).await?.or_not_found()?;
    let repeat = match change.successor {
        None if partner.may(PartnerVerb::AssignMany) => {
            Some(RepeatForm::of(partner, &change, page).await?)
        }
        _ => None,
    };
    Ok(Review {
        page,
        cause: words::cause(page.t, change.cause),
        before: change.before.as_ref().map(|side| Contact::of(side, page)),
        after: Contact::of(&change.after, page),
        can_undo: partner.may(PartnerVerb::AssignSupportContact)
            && change.can_be_undone()
            && change.status.is_live(),
        repeat: repeat.filter(|repeat| !repeat.lines.is_empty() || repeat.impossible.is_some()),
        problem,
        change,
    })
}

fn why_not_undone(page: &Page, refusal: &CannotUndo) -> String {
    match refusal {
        CannotUndo::NothingToUndo => page.t.nothing_to_undo(),
        CannotUndo::Replaced | CannotUndo::Refused(CannotAssign::ChangedMeanwhile) => {
            page.t.cannot_undo_replaced()
        }
        CannotUndo::Refused(CannotAssign::NotLive(status)) => {
            page.t.not_live(words::status(page.t, *status))
        }
        CannotUndo::Refused(CannotAssign::NotAvailable(reasons)) => {
            page.t.cannot_undo_unavailable(words::reason_list(page.t, reasons))
        }
    }
}

impl Contact {
    fn of(side: &Side, page: &Page) -> Self {
        Self {
            name: side.name.clone(),
            mpn_id: side.mpn_id.clone(),
            reach: reach(page.t, &side.details.profile),
        }
    }
}
