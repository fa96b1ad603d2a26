//! The partners that a customer has a relationship with, and taking back what it has given one of them.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{relationship_facts::Line, relationship_view::RelationshipView};
use crate::{
    domain::ids::PartnerId,
    store::{
        CustomerAdmin, CustomerStore, Position,
        customer::{CannotPart, Parted},
    },
    web::{
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        pages::Pages,
        paths,
        query::Query,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "customer/partner_relationships/index.html")]
struct PartnerRelationships<'a> {
    page: &'a Page,
    partners: Vec<Line>,
    ignored: bool,
    pages: Pages,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PartingInput {
    action: String,
}

pub async fn index(
    customer: Permitted<CustomerStore>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let position = query.position();
    let ignored = position.is_nonsense();
    let position = position.ok().unwrap_or(Position::Start);
    let slice = customer.partner_relationships(position).await?;
    let ignored = ignored || slice.lost_position;
    let pages = Pages::of(paths::PARTNER_RELATIONSHIPS, &[], &slice);
    let line = |partner| Line::of(&page, customer.today(), partner);
    let partners = slice.rows.into_iter().map(line).collect();
    page.show(PartnerRelationships { page: &page, partners, ignored, pages })
}

pub async fn show(
    customer: Permitted<CustomerStore>,
    partner: web::Path<PartnerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    page.show(RelationshipView::of(&customer, *partner, &page, None).await?)
}

pub async fn update(
    admin: Permitted<CustomerAdmin>,
    partner: web::Path<PartnerId>,
    input: Form<PartingInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let (Form(input), id) = (input, *partner);
    let parted = match input.action.as_str() {
        "revoke" => Ok(admin.revoke_delegated_admin(id).await?.or_not_found()?),
        "end" => admin.end_relationship(id).await?.or_not_found()?,
        _ => return Err(AppError::BadForm),
    };
    let news = match parted {
        Ok(Parted::DelegatedAdminRevoked) => Flash::DelegatedAdminRevoked,
        Ok(Parted::Ended { returned }) => Flash::PartnerDismissed { returned },
        Ok(Parted::AlreadySo) => Flash::NothingTakenBack,
        Err(CannotPart::SellsLiveSubscriptions) => {
            let problem = Some(page.t.partnered_blocked());
            return page.invalid(RelationshipView::of(&admin, id, &page, problem).await?);
        }
    };
    session.set_flash(news)?;
    Ok(see_other(&paths::partner_relationship(&id)))
}
