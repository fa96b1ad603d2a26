//! *Something wrong with this contact?* and *I would like another contact*: what a customer tells its provider.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use crate::{
    domain::{
        ids::SubscriptionId,
        report::{Note, ReportKind},
    },
    locale::Messages,
    store::{CustomerStore, customer::Reportable},
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
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "customer/report.html")]
struct Report<'a> {
    page: &'a Page,
    about: Reportable,
    kinds: &'static [ReportKind],
    input: &'a ReportInput,
    errors: FieldErrors,
    ignored: bool,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReportInput {
    kind: String,
    note: String,
}

pub async fn edit(
    customer: Permitted<CustomerStore>,
    subscription: web::Path<SubscriptionId>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let about = customer.reportable(*subscription).await?.or_not_found()?;
    let kept = page.kept_form(&paths::report_contact(&about.id));
    let kind = query.parsed::<ReportKind>("kind");
    let ignored = kind.is_nonsense();
    let chosen = kind.ok().filter(|kind| ReportKind::OF_CUSTOMERS.contains(kind));
    let input = match kept {
        Some(kept) => ReportInput {
            kind: kept.value("kind").unwrap_or_default().to_owned(),
            note: kept.value("note").unwrap_or_default().to_owned(),
        },
        None => ReportInput {
            kind: chosen.map(|kind| kind.to_string()).unwrap_or_default(),
            ..ReportInput::default()
        },
    };
    let errors = FieldErrors::none(page.t);
    page.show(Report { ignored, ..Report::of(&page, about, &input, errors) })
}

pub async fn create(
    customer: Permitted<CustomerStore>,
    subscription: web::Path<SubscriptionId>,
    input: Form<ReportInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let about = customer.reportable(*subscription).await?.or_not_found()?;
    let (kind, note) = match input.0.parse(page.t) {
        Ok(told) => told,
        Err(errors) => return page.invalid(Report::of(&page, about, &input.0, errors)),
    };
    let reported = customer.report(about.id, kind, note.as_ref()).await?.or_not_found()?;
    session.set_flash(Flash::of_report(reported, about.provider))?;
    Ok(see_other(paths::SUPPORT))
}

impl<'a> Report<'a> {
    fn of(page: &'a Page, about: Reportable, input: &'a ReportInput, errors: FieldErrors) -> Self {
        Self { page, about, kinds: &ReportKind::OF_CUSTOMERS, input, errors, ignored: false }
    }
}

impl ReportInput {
    fn parse(&self, t: Messages) -> Result<(ReportKind, Option<Note>), FieldErrors> {
        let mut errors = FieldErrors::none(t);
        let kind = self.kind.parse().ok().filter(|kind| ReportKind::OF_CUSTOMERS.contains(kind));
        let kind = errors.take("kind-1", kind.ok_or_else(|| t.report_choose_what()));
        let note = errors.optional("note", &t.report_note(), &self.note);
        kind.zip(note).ok_or(errors)
    }
}
