//! Where somebody is signed in, and signing out there.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use crate::{
    domain::device::{BrowserName, Device, System},
    locale::Messages,
    store::{Account, Edited, OwnSession},
    web::{
        assets,
        auth::Permitted,
        error::{AppError, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "account/sessions.html")]
struct Sessions<'a> {
    page: &'a Page,
    sessions: Vec<Line>,
}

struct Line {
    device: String,
    session: OwnSession,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SessionsInput {
    /// The one to end, or `others` for all but this one.
    session: String,
}

pub async fn show(account: Permitted<Account>, page: Page) -> Result<HttpResponse, AppError> {
    let sessions = account.sessions().await?;
    let line = |session: OwnSession| Line { device: device(page.t, session.device), session };
    page.show(Sessions { page: &page, sessions: sessions.into_iter().map(line).collect() })
}

pub async fn update(
    account: Permitted<Account>,
    input: Form<SessionsInput>,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let news = match input.0.session.as_str() {
        "others" => match account.end_other_sessions().await? {
            Edited::Changed => Flash::OtherSessionsEnded,
            Edited::AlreadySo => Flash::SessionEndedAlready,
        },
        id if !OwnSession::is_id(id) => return Err(AppError::BadForm),
        id => match account.end_session(id).await? {
            Edited::Changed => Flash::SessionEnded,
            Edited::AlreadySo => Flash::SessionEndedAlready,
        },
    };
    session.set_flash(news)?;
    Ok(see_other(paths::MY_SESSIONS))
}

/// In words: *Firefox on Windows*.
fn device(t: Messages, device: Device) -> String {
    match (device.browser.map(BrowserName::as_str), device.system.map(System::as_str)) {
        (Some(browser), Some(system)) => t.account_device(browser, system),
        (Some(known), None) | (None, Some(known)) => known.to_owned(),
        (None, None) => t.account_device_unknown(),
    }
}
