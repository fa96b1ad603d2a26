//! The link behind which the support contacts stand without sign-in, and a card with it to print.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;
use time::OffsetDateTime;

use super::card::{Card, cards};
use crate::{
    store::{CustomerAdmin, customer::SupportShare},
    web::{
        assets,
        auth::Permitted,
        error::{AppError, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        qr::Qr,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "customer/support_share/show.html")]
struct Share<'a> {
    page: &'a Page,
    customer: &'a str,
    domain: &'a str,
    link: Option<Link>,
    cards: Vec<Card>,
}

/// The link that is good now.
struct Link {
    path: String,
    /// The same as others follow it.
    address: String,
    qr: Option<Qr>,
    since: OffsetDateTime,
    by: String,
    /// Nobody outside of this machine can follow it.
    is_local: bool,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ShareInput {
    /// Which button: `make` or `revoke`.
    link: String,
}

pub async fn show(admin: Permitted<CustomerAdmin>, page: Page) -> Result<HttpResponse, AppError> {
    let share = admin.support_share().await?;
    let subscriptions = admin.supported_subscriptions().await?;
    page.show(Share {
        page: &page,
        customer: &admin.organisation().name,
        domain: admin.domain(),
        link: share.map(|share| Link::of(&page, share)),
        cards: cards(&page, &subscriptions),
    })
}

pub async fn update(
    admin: Permitted<CustomerAdmin>,
    input: Form<ShareInput>,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let news = match input.0.link.as_str() {
        "make" => {
            admin.share_support().await?;
            Flash::SupportShared
        }
        "revoke" => {
            admin.revoke_support_share().await?;
            Flash::SupportShareRevoked
        }
        _ => return Err(AppError::BadForm),
    };
    session.set_flash(news)?;
    Ok(see_other(paths::SHARE))
}

impl Link {
    fn of(page: &Page, share: SupportShare) -> Self {
        let path = paths::shared_support(share.token.as_str());
        let address = page.site.address(&path);
        Self {
            qr: Qr::of(&address),
            path,
            address,
            since: share.since,
            by: share.by.unwrap_or_else(|| page.t.activity_forgotten()),
            is_local: page.site.public_url.is_none(),
        }
    }
}
