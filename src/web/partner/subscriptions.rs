//! All subscriptions that a partner sells, or that name it.

use std::str::FromStr;

use actix_web::HttpResponse;
use askama::Template;

use super::{pages::Pages, words};
use crate::{
    domain::UnknownWord,
    store::{
        PartnerStore, Position,
        partner::{ContactFilter, SubscriptionFilter, SubscriptionLine},
    },
    web::{
        assets,
        auth::Permitted,
        error::AppError,
        page::Page,
        paths,
        query::{Query, address},
    },
};

#[derive(Template)]
#[template(path = "partner/subscriptions/index.html")]
struct Index<'a> {
    page: &'a Page,
    q: String,
    only_undecided: bool,
    /// The same list without the filter for what nobody has decided.
    without_undecided: String,
    /// The same list with it.
    with_undecided: String,
    ignored: bool,
    subscriptions: Vec<SubscriptionLine>,
    total: u64,
    pages: Pages,
    is_provider: bool,
}

const UNDECIDED: &str = "undecided";

impl FromStr for ContactFilter {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        if word == UNDECIDED { Ok(Self::Undecided) } else { Err(UnknownWord) }
    }
}

pub async fn index(
    partner: Permitted<PartnerStore>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (q, contact, position) = (query.text("q"), query.parsed("contact"), query.position());
    let nonsense = q.is_nonsense() || contact.is_nonsense() || position.is_nonsense();
    let filter = SubscriptionFilter { q: q.ok(), contact: contact.ok() };
    let slice = partner.subscriptions(&filter, position.ok().unwrap_or(Position::Start)).await?;
    let q = filter.q.as_deref();
    let only_undecided = filter.contact.is_some();
    let filters = [("q", q), ("contact", only_undecided.then_some(UNDECIDED))];
    page.show(Index {
        page: &page,
        only_undecided,
        without_undecided: address(paths::SUBSCRIPTIONS, &[("q", q)]),
        with_undecided: address(paths::SUBSCRIPTIONS, &[("q", q), ("contact", Some(UNDECIDED))]),
        ignored: nonsense || slice.lost_position,
        pages: Pages::of(paths::SUBSCRIPTIONS, &filters, &slice),
        q: q.unwrap_or_default().to_owned(),
        total: slice.total,
        subscriptions: slice.rows,
        is_provider: partner.kind().is_provider(),
    })
}

impl Index<'_> {
    fn status(&self, line: &SubscriptionLine) -> Option<String> {
        words::unusual_status(self.page.t, line.status)
    }
}
