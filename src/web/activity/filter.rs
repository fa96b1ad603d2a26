//! What the log is narrowed to, as it stands in an address.

use time::Date;

use crate::{
    locale::Messages,
    store::{ActivityFilter, ActivityGroup},
    web::{
        page::Page,
        query::{Query, address},
    },
};

pub struct Filter {
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    pub group: Option<ActivityGroup>,
    pub customer: Option<String>,
    pub person: Option<String>,
    /// Something in the address was left out.
    pub ignored: bool,
    /// As they stand in the address.
    values: Vec<(&'static str, String)>,
}

/// A filter that can be taken away.
pub struct Chosen {
    pub text: String,
    /// The same list without it.
    pub without: String,
}

impl Filter {
    /// Only a partner's log is about several customers.
    pub fn of(query: &Query, of_partner: bool) -> Self {
        let (from, to) = (query.day("from"), query.day("to"));
        let group = query.parsed::<ActivityGroup>("kind");
        let (customer, person) = (query.text("customer"), query.text("person"));
        let ignored = [from.is_nonsense(), to.is_nonsense(), group.is_nonsense()]
            .into_iter()
            .chain([customer.is_nonsense(), person.is_nonsense()])
            .any(|nonsense| nonsense);
        let (from, to, group) = (from.ok(), to.ok(), group.ok());
        let (customer, person) = (customer.ok().filter(|_| of_partner), person.ok());
        let values = [
            ("from", from.map(|day| day.to_string())),
            ("to", to.map(|day| day.to_string())),
            ("kind", group.map(|group| group.to_string())),
            ("customer", customer.clone()),
            ("person", person.clone()),
        ];
        let values = values.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        Self { from, to, group, customer, person, ignored, values }
    }

    /// What the store is asked: days are the viewer's.
    pub fn asked(&self, page: &Page) -> ActivityFilter {
        let day_after = self.to.and_then(Date::next_day);
        ActivityFilter {
            from: self.from.and_then(|day| page.zone.moment(day, 0)),
            before: day_after.and_then(|day| page.zone.moment(day, 0)),
            group: self.group,
            customer: self.customer.clone(),
            person: self.person.clone(),
        }
    }

    pub fn values(&self) -> Vec<(&'static str, Option<&str>)> {
        self.values.iter().map(|(name, value)| (*name, Some(value.as_str()))).collect()
    }

    /// An address with these filters.
    pub fn address(&self, path: &str) -> String {
        address(path, &self.values())
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub fn is_chosen(&self, group: &ActivityGroup) -> bool {
        self.group.as_ref() == Some(group)
    }

    pub fn chosen(&self, t: &Messages, path: &str) -> Vec<Chosen> {
        let without = |name: &str| {
            let others: Vec<_> =
                self.values().into_iter().filter(|(other, _)| *other != name).collect();
            address(path, &others)
        };
        let texts = [
            ("from", self.from.map(|day| t.activity_from_day(t.short_day(&day)))),
            ("to", self.to.map(|day| t.activity_to_day(t.short_day(&day)))),
            ("kind", self.group.map(|group| t.activity_group(group.as_str()))),
            ("customer", self.customer.as_ref().map(|q| t.activity_customer_contains(q))),
            ("person", self.person.as_ref().map(|q| t.activity_person_contains(q))),
        ];
        let texts = texts.into_iter().filter_map(|(name, text)| Some((name, text?)));
        texts.map(|(name, text)| Chosen { text, without: without(name) }).collect()
    }
}
