//! The activity log of either side: its filters, its page and its file.

mod filter;
mod line;

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use askama::Template;

pub use self::filter::Filter;
use self::line::Line;
use super::{assets, csv::Csv, error::AppError, page::Page, pages::Pages, paths};
use crate::{
    domain::ids::{ActivityId, ChangeId},
    store::{ActivityGroup, ActivityLine, Slice},
};

/// So many lines a file holds: the newest.
pub const MOST_IN_A_FILE: u64 = 10_000;

/// Where a log stands.
pub struct Place {
    pub path: &'static str,
    pub file: &'static str,
    /// A partner's log is about many customers.
    pub is_partners: bool,
}

#[derive(Template)]
#[template(path = "activity/index.html")]
struct Index<'a> {
    page: &'a Page,
    place: &'a Place,
    filter: &'a Filter,
    groups: &'static [ActivityGroup],
    ignored: bool,
    lines: Vec<Line>,
    total: u64,
    /// The file does not hold all of them.
    most: Option<u64>,
    file: String,
    pages: Pages,
}

/// `reviews`: the changes that have a page for this reader, by reference.
pub fn show(
    page: &Page,
    place: &Place,
    filter: &Filter,
    slice: Slice<ActivityLine, ActivityId>,
    reviews: &BTreeMap<String, ChangeId>,
) -> Result<HttpResponse, AppError> {
    page.show(Index {
        page,
        place,
        filter,
        groups: ActivityGroup::ALL,
        ignored: filter.ignored || slice.lost_position,
        total: slice.total,
        most: (slice.total > MOST_IN_A_FILE).then_some(MOST_IN_A_FILE),
        file: filter.address(place.file),
        pages: Pages::of(place.path, &filter.values(), &slice),
        lines: slice.rows.iter().map(|line| Line::of(page, line, reviews)).collect(),
    })
}

/// The same lines for a spreadsheet, with times by the reader's clock.
pub fn file(page: &Page, lines: &[ActivityLine]) -> HttpResponse {
    let t = page.t;
    let mut file = Csv::new([
        t.activity_time_in(page.zone.name()),
        t.activity_who(),
        t.activity_what(),
        t.activity_about(),
        t.before(),
        t.activity_after(),
        t.activity_details(),
        t.reference(),
    ]);
    for line in lines {
        let Line { at, who, what, about, before, after, details, references } =
            Line::of(page, line, &BTreeMap::new());
        let references: Vec<_> = references.into_iter().map(|reference| reference.text).collect();
        file.row([
            page.zone.written(at),
            who,
            what,
            about.join(", "),
            before.unwrap_or_default(),
            after.unwrap_or_default(),
            details.join("; "),
            references.join(" "),
        ]);
    }
    file.download("activity")
}
