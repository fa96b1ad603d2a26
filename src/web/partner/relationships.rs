//! What a partner has asked for, the relationships it has, and those that have ended.

use std::str::FromStr;

use actix_web::HttpResponse;
use askama::Template;

use super::{
    asking_words,
    relationships_show::{Show, Since, WEEK},
};
use crate::{
    domain::{relationship::RelationshipState, request::RequestKind, role::PartnerVerb},
    store::{
        PartnerStore, Position,
        partner::{RelationshipLine, RequestLine},
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
#[template(path = "partner/relationships/index.html")]
struct Index<'a> {
    page: &'a Page,
    show: Show,
    q: String,
    /// The same tab without a filter.
    without_q: String,
    /// The same tab with requests of any age, where only those are shown that have waited for a week.
    without_since: Option<String>,
    ignored: bool,
    rows: Rows,
    total: u64,
    pages: Pages,
    may: May,
}

/// What the reader may do here.
struct May {
    ask_customers: bool,
    ask_resellers: bool,
    end: bool,
}

enum Rows {
    Requests(Vec<RequestLine>),
    Relationships(Vec<RelationshipLine>),
}

pub async fn index(
    partner: Permitted<PartnerStore>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let (q, show) = (query.text("q"), query.parsed::<Show>("show"));
    let since = query.parsed::<Since>("since");
    let mut ignored = q.is_nonsense() || show.is_nonsense() || since.is_nonsense();
    let (q, show) = (q.ok(), show.ok().unwrap_or_default());
    let for_long = show == Show::Waiting && since.ok().is_some();
    let since = for_long.then_some(WEEK);
    let filters = [("show", Some(show.word())), ("q", q.as_deref()), ("since", since)];
    let (rows, total, pages, is_lost) = if show == Show::Waiting {
        let position = position(&query, &mut ignored);
        let slice = partner.waiting_requests(q.as_deref(), for_long, position).await?;
        let pages = Pages::of(paths::RELATIONSHIPS, &filters, &slice);
        (Rows::Requests(slice.rows), slice.total, pages, slice.lost_position)
    } else {
        let position = position(&query, &mut ignored);
        let ended = show == Show::Ended;
        let state = if ended { RelationshipState::Ended } else { RelationshipState::Active };
        let slice = partner.own_relationships(state, q.as_deref(), position).await?;
        let pages = Pages::of(paths::RELATIONSHIPS, &filters, &slice);
        (Rows::Relationships(slice.rows), slice.total, pages, slice.lost_position)
    };
    page.show(Index {
        page: &page,
        show,
        without_q: address(paths::RELATIONSHIPS, &[filters[0], filters[2]]),
        without_since: for_long.then(|| address(paths::RELATIONSHIPS, &filters[..2])),
        ignored: ignored || is_lost,
        q: q.unwrap_or_default(),
        rows,
        total,
        pages,
        may: May {
            ask_customers: partner.may(PartnerVerb::RequestRelationship),
            ask_resellers: partner.may(PartnerVerb::RequestPartnership),
            end: partner.may(PartnerVerb::EndRelationship),
        },
    })
}

fn position<I: FromStr>(query: &Query, ignored: &mut bool) -> Position<I> {
    let position = query.position();
    *ignored |= position.is_nonsense();
    position.ok().unwrap_or(Position::Start)
}

impl Index<'_> {
    /// Whoever may ask for such a thing is shown its link again.
    fn may_ask(&self, line: &RequestLine) -> bool {
        let is_partnership = line.kind == RequestKind::Partnership;
        if is_partnership { self.may.ask_resellers } else { self.may.ask_customers }
    }

    fn days(&self, line: &RequestLine) -> i64 {
        (self.page.now - line.created_at).whole_days()
    }
}
