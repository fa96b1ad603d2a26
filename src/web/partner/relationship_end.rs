//! Ending the relationship with a customer: what stands in the way, and what it will do, before it is done.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{
    leaving_list::{self, EndInput},
    words,
};
use crate::{
    domain::{
        ids::CustomerId,
        relationship::{DelegatedAdmin, RelationshipState},
    },
    store::{
        RelationshipEnder,
        partner::{Blocker, Ending, Leaving, OwnRelationship, RelationshipEnded},
    },
    web::{
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "partner/relationship_end/edit.html")]
struct Edit<'a> {
    page: &'a Page,
    own: OwnRelationship,
    blockers: Vec<Blocker>,
    leaving: Leaving,
    /// Why nothing was done.
    problem: Option<String>,
}

pub async fn edit(
    ender: Permitted<RelationshipEnder>,
    customer: web::Path<CustomerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    page.show(form(&ender, *customer, &page, None).await?)
}

pub async fn update(
    ender: Permitted<RelationshipEnder>,
    customer: web::Path<CustomerId>,
    input: Form<EndInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let meanwhile = async || {
        let problem = Some(page.t.ending_changed_meanwhile());
        page.conflict(form(&ender, *customer, &page, problem).await?)
    };
    let Ok(seen) = input.0.subscriptions.parse() else { return meanwhile().await };
    let flash = match ender.end_relationship(*customer, seen).await?.or_not_found()? {
        RelationshipEnded::Now { returned } => Flash::RelationshipEnded { returned },
        RelationshipEnded::AlreadySo => Flash::RelationshipEndedAlready,
        RelationshipEnded::Meanwhile => return meanwhile().await,
        RelationshipEnded::Blocked => {
            let problem = Some(page.t.relationship_blocked());
            return page.invalid(form(&ender, *customer, &page, problem).await?);
        }
    };
    session.set_flash(flash)?;
    Ok(see_other(&paths::customer(&customer)))
}

/// All that it concerns, as a file.
pub async fn export(
    ender: Permitted<RelationshipEnder>,
    customer: web::Path<CustomerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    ender.own_relationship(*customer).await?.or_not_found()?;
    let lines = ender.all_leaving(Ending::Relationship(*customer)).await?;
    Ok(leaving_list::file(&page, lines, "relationship"))
}

async fn form<'a>(
    ender: &RelationshipEnder,
    customer: CustomerId,
    page: &'a Page,
    problem: Option<String>,
) -> Result<Edit<'a>, AppError> {
    let own = ender.own_relationship(customer).await?.or_not_found()?;
    let blockers = ender.blockers(customer).await?;
    let leaving = ender.leaving(Ending::Relationship(customer)).await?;
    Ok(Edit { page, own, blockers, leaving, problem })
}

impl Edit<'_> {
    fn has_ended(&self) -> bool {
        self.own.relationship.state == RelationshipState::Ended
    }

    fn status(&self, blocker: &Blocker) -> String {
        words::status(self.page.t, blocker.status)
    }

    fn has_delegated_admin(&self) -> bool {
        self.own.relationship.delegated_admin != DelegatedAdmin::NotGiven
    }
}
