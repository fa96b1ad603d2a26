//! All subscriptions that a partner sells, or that name it.

use actix_web::HttpResponse;
use askama::Template;

use super::{
    contact_filter::{self, in_words},
    words,
};
use crate::{
    domain::role::PartnerVerb,
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
    partner: &'a PartnerStore,
    q: String,
    contact: Option<ContactFilter>,
    /// The chosen filter for contacts, in words.
    chosen: Option<String>,
    /// The same list without the words that are looked for.
    without_q: String,
    /// The same list without the filter for contacts.
    without_contact: String,
    /// The same list with each of the other filters for contacts.
    offered: Vec<(String, String)>,
    ignored: bool,
    subscriptions: Vec<SubscriptionLine>,
    total: u64,
    pages: Pages,
    is_provider: bool,
    may_add: bool,
}

pub async fn index(
    partner: Permitted<PartnerStore>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (q, contact) = (query.text("q"), query.parsed::<ContactFilter>("contact"));
    let position = query.position();
    let nonsense = q.is_nonsense() || contact.is_nonsense() || position.is_nonsense();
    let contact = contact.ok();
    let for_reader = contact.filter(|filter| contact_filter::is_for(&partner, *filter));
    let filter = SubscriptionFilter { q: q.ok(), contact: for_reader };
    let slice = partner.subscriptions(&filter, position.ok().unwrap_or(Position::Start)).await?;
    let q = filter.q.as_deref();
    let word = for_reader.map(|contact| contact.to_string());
    let filters = [("q", q), ("contact", word.as_deref())];
    let name = slice.rows.first().map(SubscriptionLine::contact_name);
    page.show(Index {
        page: &page,
        partner: &partner,
        chosen: for_reader.map(|contact| in_words(page.t, &partner, contact, name)),
        contact: for_reader,
        without_q: address(paths::SUBSCRIPTIONS, &filters[1..]),
        without_contact: address(paths::SUBSCRIPTIONS, &filters[..1]),
        offered: offered(&page, &partner, q, for_reader),
        ignored: nonsense || contact != for_reader || slice.lost_position,
        pages: Pages::of(paths::SUBSCRIPTIONS, &filters, &slice),
        q: q.unwrap_or_default().to_owned(),
        total: slice.total,
        subscriptions: slice.rows,
        is_provider: partner.kind().is_provider(),
        may_add: partner.may(PartnerVerb::EditSubscriptions),
    })
}

fn offered(
    page: &Page,
    partner: &PartnerStore,
    q: Option<&str>,
    chosen: Option<ContactFilter>,
) -> Vec<(String, String)> {
    let others = contact_filter::offered(partner).into_iter().filter(|one| Some(*one) != chosen);
    let link = |filter: ContactFilter| {
        let word = filter.to_string();
        let address = address(paths::SUBSCRIPTIONS, &[("q", q), ("contact", Some(&word))]);
        (in_words(page.t, partner, filter, None), address)
    };
    others.map(link).collect()
}

impl Index<'_> {
    fn status(&self, line: &SubscriptionLine) -> Option<String> {
        words::unusual_status(self.page.t, line.status)
    }

    /// It names the reader, a reseller, as reseller of record and somebody else as the contact.
    fn is_only_of_record(&self, line: &SubscriptionLine) -> bool {
        !self.is_provider && line.contact_id() != self.partner.id()
    }

    fn nothing_found(&self) -> String {
        match self.contact {
            Some(filter) if self.q.is_empty() => contact_filter::none_found(self.page.t, filter),
            _ => self.page.t.no_subscriptions_found(&self.q),
        }
    }
}
