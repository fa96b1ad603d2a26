//! One line of the log in the reader's words. Names and references stand as they were; whatever is missing is left out.

use std::collections::BTreeMap;

use time::{Date, OffsetDateTime, macros::format_description};

use crate::{
    domain::{change::Reference, ids::ChangeId},
    locale::Messages,
    store::{ActivityKind, ActivityLine, Actor, Arguments},
    web::{
        page::{Page, Viewer},
        paths,
    },
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
            Actor::Operator => (t.activity_operator(), None),
            Actor::Organisation(name) => (name.clone(), Some(name.as_str())),
        };
        let after = arguments.text("after").map(str::to_owned);
        let before = arguments.text("before").map(str::to_owned);
        Self {
            at: line.at,
            who,
            what: t.activity_kind(line.kind.as_str()),
            about: line
                .person
                .iter()
                .cloned()
                .chain(about(arguments, [organisation, acting]))
                .collect(),
            // A confirmation left the contact as it was.
            before: before.filter(|_| line.kind != ActivityKind::ContactConfirmed),
            after,
            details: details(t, line.kind, arguments)
                .into_iter()
                .chain(roles(page, arguments))
                .collect(),
            references: references(arguments, reviews),
        }
    }
}

/// The arguments that name what a line is about.
const ABOUT: [&str; 7] =
    ["product", "customer", "partner", "provider", "asker", "reseller", "typed"];

/// `known`: who goes without saying.
fn about(arguments: &Arguments, known: [Option<&str>; 2]) -> Vec<String> {
    let mut about: Vec<String> = Vec::new();
    for name in ABOUT {
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
    let until = arguments.text("until").map(|day| written_day(t, day));
    let privileges = match (until, arguments.is_true("delegated_admin")) {
        (Some(day), _) => Some(t.activity_privileges_until(day)),
        (None, true) => Some(t.activity_privileges()),
        (None, false) => None,
    };
    let other_contact = [
        number("subscriptions").map(|count| t.activity_other_contact(count)),
        number("to_instead")
            .zip(arguments.text("instead"))
            .map(|(count, reseller)| t.activity_of_them_to(count, reseller)),
    ];
    let changed = arguments.changed().into_iter().map(|(field, before, after)| {
        let side = |text: Option<&str>| {
            text.map_or_else(|| "–".to_owned(), |text| value_in_words(t, field, text))
        };
        match (before, after) {
            (None, None) => t.activity_changed(t.activity_field(field)),
            _ => t.activity_changed_to(t.activity_field(field), side(before), side(after)),
        }
    });
    [
        arguments.text("report").map(|kind| t.report_kind(kind)),
        more_than_none(repeated).map(|count| t.subscriptions_found(count)),
        number("count")
            .filter(|_| kind == ActivityKind::PartnershipsRequested)
            .map(|count| t.activity_requests(count)),
        number("count")
            .filter(|_| kind == ActivityKind::UsersInvited)
            .map(|count| t.users_found(count)),
        privileges,
    ]
    .into_iter()
    .chain(other_contact)
    .flatten()
    .chain(changed)
    .chain(arguments.text("reason").map(|reason| t.activity_reason(reason)))
    .collect()
}

/// What somebody may do from now on, and what they might before.
fn roles(page: &Page, arguments: &Arguments) -> Vec<String> {
    let is_partner = page.viewer.as_ref().is_some_and(Viewer::is_partner);
    let words = |name| {
        let role = |role: &str| {
            if is_partner { page.t.partner_role(role) } else { page.t.customer_role(role) }
        };
        let roles: Vec<_> = arguments.list(name).into_iter().map(role).collect();
        (!roles.is_empty()).then(|| roles.join(", "))
    };
    let now = words("roles").map(|roles| page.t.activity_roles(roles));
    let before = words("roles_before").map(|roles| page.t.activity_roles_before(roles));
    before.into_iter().chain(now).collect()
}

/// What stood in a field, as people say it.
fn value_in_words(t: Messages, field: &str, text: &str) -> String {
    match field {
        "status" => t.subscription_status(text),
        "country" => t.country(text),
        "ends_on" => written_day(t, text),
        _ => text.to_owned(),
    }
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
