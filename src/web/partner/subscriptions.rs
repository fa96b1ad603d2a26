//! All subscriptions that a partner sells, or that name it.

use std::{fmt, str::FromStr};

use actix_web::HttpResponse;
use askama::Template;

use super::words;
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
        pages::Pages,
        paths,
        query::{Query, address},
    },
};

#[derive(Template)]
#[template(path = "partner/subscriptions/index.html")]
struct Index<'a> {
    page: &'a Page,
    q: String,
    contact: Option<ContactFilter>,
    /// Whose the subscriptions are, where somebody chose one contact and it has any.
    contact_name: Option<String>,
    /// The same list without the words that are looked for.
    without_q: String,
    /// The same list without the filter for contacts.
    without_contact: String,
    /// The same list with the one for what nobody has decided.
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
        if word == UNDECIDED {
            return Ok(Self::Undecided);
        }
        word.parse().map(Self::Is).map_err(|_| UnknownWord)
    }
}

impl fmt::Display for ContactFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecided => f.write_str(UNDECIDED),
            Self::Is(partner) => partner.fmt(f),
        }
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
    let contact = filter.contact.map(|contact| contact.to_string());
    let filters = [("q", q), ("contact", contact.as_deref())];
    page.show(Index {
        page: &page,
        contact: filter.contact,
        contact_name: slice.rows.first().map(|line| line.contact_name().to_owned()),
        without_q: address(paths::SUBSCRIPTIONS, &filters[1..]),
        without_contact: address(paths::SUBSCRIPTIONS, &filters[..1]),
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
    fn only_undecided(&self) -> bool {
        self.contact == Some(ContactFilter::Undecided)
    }

    /// The chosen filter for contacts, in words.
    fn chosen_contact(&self) -> Option<String> {
        let t = self.page.t;
        let named = || self.contact_name.as_ref().map(|name| t.filter_contact(name));
        self.contact.map(|contact| match contact {
            ContactFilter::Undecided => t.filter_undecided(),
            ContactFilter::Is(_) => named().unwrap_or_else(|| t.filter_one_contact()),
        })
    }

    fn status(&self, line: &SubscriptionLine) -> Option<String> {
        words::unusual_status(self.page.t, line.status)
    }
}
