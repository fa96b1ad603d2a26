//! The customers that a partner serves.

use std::str::FromStr;

use actix_web::HttpResponse;
use askama::Template;

use crate::{
    domain::{UnknownWord, role::PartnerVerb},
    store::{
        PartnerStore, Position,
        partner::{CustomerFilter, CustomerLine},
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
#[template(path = "partner/customers/index.html")]
#[expect(clippy::struct_excessive_bools, reason = "one for each button that may be there")]
struct Index<'a> {
    page: &'a Page,
    q: String,
    /// Only those that nobody can sign in for.
    without_people: bool,
    /// Something in the address was ignored.
    ignored: bool,
    customers: Vec<CustomerLine>,
    total: u64,
    pages: Pages,
    is_provider: bool,
    may_add: bool,
    may_invite: bool,
}

pub async fn index(
    partner: Permitted<PartnerStore>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (q, position) = (query.text("q"), query.position());
    let people = query.parsed::<Nobody>("people");
    let nonsense = q.is_nonsense() || position.is_nonsense() || people.is_nonsense();
    let filter = CustomerFilter { q: q.ok(), without_people: people.ok().is_some() };
    let slice = partner.customers(&filter, position.ok().unwrap_or(Position::Start)).await?;
    let people = filter.without_people.then_some(NOBODY);
    page.show(Index {
        page: &page,
        ignored: nonsense || slice.lost_position,
        pages: Pages::of(
            paths::CUSTOMERS,
            &[("q", filter.q.as_deref()), ("people", people)],
            &slice,
        ),
        without_people: filter.without_people,
        q: filter.q.unwrap_or_default(),
        total: slice.total,
        customers: slice.rows,
        is_provider: partner.kind().is_provider(),
        may_add: partner.may(PartnerVerb::EditCustomers),
        may_invite: partner.may(PartnerVerb::InviteFirstAdmin),
    })
}

/// The word of the filter.
const NOBODY: &str = "none";

/// Those that nobody can sign in for.
struct Nobody;

impl FromStr for Nobody {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        (word == NOBODY).then_some(Self).ok_or(UnknownWord)
    }
}

impl Index<'_> {
    /// The same list with the filter for people …
    fn with_nobody(&self) -> String {
        self.narrowed(Some(NOBODY))
    }

    /// … and without it.
    fn with_anybody(&self) -> String {
        self.narrowed(None)
    }

    fn narrowed(&self, people: Option<&str>) -> String {
        let q = Some(self.q.as_str()).filter(|q| !q.is_empty());
        address(paths::CUSTOMERS, &[("q", q), ("people", people)])
    }

    fn without_q(&self) -> String {
        address(paths::CUSTOMERS, &[("people", self.without_people.then_some(NOBODY))])
    }

    fn can_invite(&self, line: &CustomerLine) -> bool {
        let sells = self.is_provider && line.subscriptions > 0;
        self.may_invite && !line.has_people && (line.is_added || sells)
    }
}
