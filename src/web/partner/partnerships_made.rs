//! Many resellers asked at once, each with its link.

use actix_web::HttpResponse;
use askama::Template;

use super::{
    partnership_lines::{self, readable},
    partnerships_check::{Check, MOST, answer},
};
use crate::{
    store::{
        PartnershipRequester,
        partner::{AskedReseller, NewPartnership},
    },
    web::{assets, csv::Csv, error::AppError, page::Page, paths},
};

/// The one exception to answering a POST with a redirect: the links are in the answer.
#[derive(Template)]
#[template(path = "partner/requests/made.html")]
struct Made<'a> {
    page: &'a Page,
    pasted: &'a str,
    count: usize,
    shown: Vec<(AskedReseller, String)>,
    not_shown: usize,
}

/// With a line to be mended nobody is asked, so that what was checked is what is done.
pub async fn make(
    requester: &PartnershipRequester,
    pasted: &str,
    page: &Page,
) -> Result<HttpResponse, AppError> {
    let lines = partnership_lines::read(page.t, pasted)?;
    let asked = readable(&lines);
    let check = Check::of(requester, pasted, lines, page).await?;
    if !check.problems.is_empty() {
        return answer(check);
    }
    let made = requester.ask_many(&asked).await?;
    let mut shown = with_links(requester, &asked, page).await?;
    let not_shown = shown.len().saturating_sub(MOST);
    shown.truncate(MOST);
    page.show(Made { page, pasted, count: made, shown, not_shown })
}

/// All of them as a file, as often as it is asked for.
pub async fn links(
    requester: &PartnershipRequester,
    pasted: &str,
    page: &Page,
) -> Result<HttpResponse, AppError> {
    let asked = readable(&partnership_lines::read(page.t, pasted)?);
    let t = page.t;
    let heads = [t.ask_reseller_name(), t.partner_id_heading(), t.email(), t.ask_link()];
    let mut file = Csv::new(heads);
    for (one, link) in with_links(requester, &asked, page).await? {
        file.row([one.name, one.mpn_id, one.email.unwrap_or_default(), link]);
    }
    Ok(file.download("partnership-requests"))
}

async fn with_links(
    requester: &PartnershipRequester,
    asked: &[NewPartnership],
    page: &Page,
) -> Result<Vec<(AskedReseller, String)>, AppError> {
    let link = |one: AskedReseller| {
        let link = page.site.address(&paths::request_link(one.token.as_str()));
        (one, link)
    };
    Ok(requester.asked(asked).await?.into_iter().map(link).collect())
}
