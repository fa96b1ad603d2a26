//! A link that was made just now and opens an account: shown on the page that made it until *Done*, or for ten minutes. Only its hash is kept in the database, so it cannot be shown again; the browser's encrypted cookie keeps it
//! meanwhile.

use actix_web::HttpResponse;
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use super::{
    auth::Permitted,
    error::{AppError, see_other},
    form::Form,
    mailto::mailto,
    page::Page,
    paths, return_path,
    session::BrowserSession,
};
use crate::store::{Acting, limits::LinkPurpose};

/// For how long a link is shown.
const SHOWN: Duration = Duration::minutes(10);

#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct MadeLink {
    /// A path of ours; the page makes a whole address of it.
    pub path: String,
    /// The word of a [`LinkPurpose`], by which the page says what the link does and how long it is good.
    pub purpose: String,
    /// Whom to send it to.
    pub email: String,
    /// The page of whom it is for; on another person's page it would be sent to the wrong one.
    pub shown_on: String,
    pub at: i64,
}

impl MadeLink {
    pub fn new(
        purpose: LinkPurpose,
        path: String,
        email: String,
        shown_on: String,
        now: OffsetDateTime,
    ) -> Self {
        Self { path, purpose: purpose.to_string(), email, shown_on, at: now.unix_timestamp() }
    }

    /// A letter with the link, for the reader's own mail program.
    pub fn letter(&self, page: &Page) -> String {
        let subject = page.t.made_link_subject(&self.purpose, &page.site.name);
        let link = page.site.address(&self.path);
        mailto(Some(&self.email), &subject, &page.t.made_link_letter(&self.purpose, &link))
    }

    pub fn is_shown(&self, here: &str, now: OffsetDateTime) -> bool {
        let is_here = here.split('?').next() == Some(self.shown_on.as_str());
        is_here && now.unix_timestamp() - self.at < SHOWN.whole_seconds()
    }
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DoneInput {
    return_to: String,
}

/// *Done*: whoever made the link has passed it on.
pub async fn done(
    _: Permitted<Acting>,
    input: Form<DoneInput>,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    session.forget_made_link();
    Ok(see_other(return_path::own(&input.0.return_to).unwrap_or(paths::HOME)))
}
