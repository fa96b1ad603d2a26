//! The designated support contact of one subscription: the page that shows it, and the form that changes it.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{
    conflict::Conflict, contact_cards::Cards, missing_resellers::MissingResellers,
    read_only::read_only, subscription_view::SubscriptionView, words,
};
use crate::{
    domain::{
        ids::{PartnerId, SubscriptionId},
        support_contact::CannotAssign,
    },
    store::{
        PartnerStore, SupportAssigner,
        partner::{Assigned, Assignment, KnownReseller, SubscriptionPage},
    },
    web::{
        assets,
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

/// For those who may change it.
#[derive(Template)]
#[template(path = "partner/support_contact/edit.html")]
struct Edit<'a> {
    page: &'a Page,
    view: SubscriptionView,
    version: i64,
    cards: Cards,
    among: String,
    missing: MissingResellers,
    problem: Option<String>,
}

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
    if !partner.may_assign() || !subscription.status.is_live() {
        return page.show(read_only(&partner, subscription, &page).await?);
    }
    let kept = page.kept_form(&paths::support_contact(&subscription.id));
    let kept = kept.and_then(|kept| kept.value("contact")?.parse().ok());
    let chosen = kept.or(query.parsed("contact").ok());
    page.show(form(&partner, subscription, &page, chosen, &query, None).await?)
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
        let nothing_chosen = Some(page.t.choose_a_contact());
        return page.invalid(form(&assigner, shown, &page, None, &query, nothing_chosen).await?);
    };
    match assigner.assign(&assignment).await?.or_not_found()? {
        Ok(Assigned::Changed(change)) => {
            session.set_flash(Flash::Saved)?;
            Ok(see_other(&paths::change(&change)))
        }
        Ok(Assigned::AlreadySo) => {
            let contact = shown.contact_details().name.clone();
            session.set_flash(Flash::AlreadySo { contact })?;
            Ok(see_other(&paths::subscription(&shown.id)))
        }
        Err(refusal) => refuse(&assigner, &assignment, refusal, &query, &page).await,
    }
}

/// Nothing was saved; what stands now is read again.
async fn refuse(
    partner: &PartnerStore,
    assignment: &Assignment,
    refusal: CannotAssign,
    query: &Query,
    page: &Page,
) -> Result<HttpResponse, AppError> {
    let subscription = partner.subscription(assignment.subscription).await?.or_not_found()?;
    match refusal {
        CannotAssign::NotLive(_) => page.invalid(read_only(partner, subscription, page).await?),
        CannotAssign::ChangedMeanwhile => {
            let known = partner.known_resellers(&subscription).await?;
            let mine = name_of(&subscription, &known, assignment.contact).or_not_found()?;
            let mine = (mine, assignment.contact);
            page.conflict(Conflict::of(partner, subscription, mine, page).await?)
        }
        CannotAssign::NotAvailable(reasons) => {
            let known = partner.known_resellers(&subscription).await?;
            let problem = match name_of(&subscription, &known, assignment.contact) {
                Some(name) => page.t.not_available(&name, words::reason_list(page.t, &reasons)),
                None => page.t.choose_a_contact(),
            };
            page.invalid(form(partner, subscription, page, None, query, Some(problem)).await?)
        }
    }
}

async fn form<'a>(
    partner: &PartnerStore,
    subscription: SubscriptionPage,
    page: &'a Page,
    chosen: Option<PartnerId>,
    query: &Query,
    problem: Option<String>,
) -> Result<Edit<'a>, AppError> {
    let known = partner.known_resellers(&subscription).await?;
    let among = query.text("among").ok();
    let find = query.text("reseller").ok();
    let current = subscription.contact_details().id;
    Ok(Edit {
        page,
        version: subscription.version,
        cards: Cards::of(page.t, &subscription, &known, chosen, among.as_deref()),
        among: among.unwrap_or_default(),
        missing: MissingResellers::of(page.t, subscription.id, current, &known, find.as_deref()),
        problem,
        view: SubscriptionView::of(partner, subscription, page).await?,
    })
}

fn name_of(
    subscription: &SubscriptionPage,
    known: &[KnownReseller],
    id: PartnerId,
) -> Option<String> {
    let mut details =
        known.iter().map(|reseller| &reseller.details).chain([&subscription.provider]);
    details.find(|details| details.id == id).map(|details| details.name.clone())
}

impl ContactInput {
    /// `None`: no contact was chosen, or nothing that could be one.
    fn assignment(&self, subscription: &SubscriptionPage) -> Option<Assignment> {
        let contact = if self.ourselves.is_empty() {
            self.contact.parse().ok()?
        } else {
            subscription.provider.id
        };
        let seen_version = self.version.parse().ok();
        Some(Assignment { subscription: subscription.id, contact, seen_version })
    }
}
