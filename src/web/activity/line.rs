//! One line of the log in the reader's words. Names and references stand as they were; whatever is missing is left out.

use std::collections::BTreeMap;

use time::{Date, OffsetDateTime, macros::format_description};

use crate::{
    domain::{change::Reference, ids::ChangeId},
    locale::Messages,
    store::{ActivityKind, ActivityLine, Actor, Arguments},
    web::{page::Page, paths},
};

pub struct Line {
    pub at: OffsetDateTime,
    pub who: String,
    pub what: String,
    /// The product, the customer, the partners that it is about.
    pub about: Vec<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    pub details: Vec<String>,
    pub references: Vec<Referred>,
}

/// A change by its number.
pub struct Referred {
    pub text: String,
    /// Where it can be reviewed.
    pub review: Option<String>,
}

impl Line {
    pub fn of(page: &Page, line: &ActivityLine, reviews: &BTreeMap<String, ChangeId>) -> Self {
        let (t, arguments) = (page.t, &line.arguments);
        let organisation = page.viewer.as_ref().and_then(|viewer| viewer.organisation.as_deref());
        let (who, acting) = match &line.by {
            Actor::Colleague(name) => {
                (name.clone().unwrap_or_else(|| t.activity_forgotten()), organisation)
            }
            Actor::Organisation(name) => (name.clone(), Some(name.as_str())),
        };
        let after = arguments.text("after").map(str::to_owned);
        let before = arguments.text("before").map(str::to_owned);
        Self {
            at: line.at,
            who,
            what: t.activity_kind(line.kind.as_str()),
            about: about(arguments, [organisation, acting]),
            // A confirmation left the contact as it was.
            before: before.filter(|_| line.kind != ActivityKind::ContactConfirmed),
            after,
            details: details(t, line.kind, arguments),
            references: references(arguments, reviews),
        }
    }
}

/// `known`: who goes without saying.
fn about(arguments: &Arguments, known: [Option<&str>; 2]) -> Vec<String> {
    let mut about: Vec<String> = Vec::new();
    for name in ["product", "customer", "partner", "reseller", "typed"] {
        let Some(text) = arguments.text(name) else { continue };
        if !known.contains(&Some(text)) && !about.iter().any(|other| other == text) {
            about.push(text.to_owned());
        }
    }
    about
}

fn details(t: Messages, kind: ActivityKind, arguments: &Arguments) -> Vec<String> {
    let more_than_none = |number: Option<u64>| number.filter(|number| *number > 0);
    let number = |name| more_than_none(arguments.number(name));
    let repeated = u64::try_from(arguments.list("references").len()).ok();
    let fields: Vec<_> =
        arguments.list("fields").iter().map(|field| t.activity_field(*field)).collect();
    [
        arguments.text("report").map(|kind| t.report_kind(kind)),
        more_than_none(repeated).map(|count| t.subscriptions_found(count)),
        number("count")
            .filter(|_| kind == ActivityKind::PartnershipsRequested)
            .map(|count| t.activity_requests(count)),
        arguments.text("until").map(|day| t.activity_until(written_day(t, day))),
        number("returned").map(|count| t.activity_returned(count)),
        number("moved").map(|count| match arguments.text("instead") {
            Some(instead) => t.activity_moved_to(count, instead),
            None => t.activity_moved(count),
        }),
        (!fields.is_empty()).then(|| t.activity_fields(fields.join(", "))),
        arguments.text("reason").map(|reason| t.activity_reason(reason)),
        arguments.text("note").map(str::to_owned),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A day as people write it; as it stands where it is none.
fn written_day(t: Messages, day: &str) -> String {
    let parsed = Date::parse(day, format_description!("[year]-[month]-[day]"));
    parsed.map_or_else(|_| day.to_owned(), |day| t.day(&day))
}

fn references(arguments: &Arguments, reviews: &BTreeMap<String, ChangeId>) -> Vec<Referred> {
    let all = arguments.text("reference").into_iter().chain(arguments.list("references"));
    all.map(|stored| Referred {
        text: stored
            .parse::<Reference>()
            .map_or_else(|_| stored.to_owned(), |reference| reference.grouped()),
        review: reviews.get(stored).map(paths::change),
    })
    .collect()
}
