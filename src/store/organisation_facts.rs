//! What an organisation says of itself: name, country, and where its clock hangs. A partner's and a customer's are edited
//! alike.

use serde_json::{Map, Value, json};

use super::edited::mark;
use crate::{
    domain::text::{Country, Name},
    locale::Zone,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationFacts {
    pub name: String,
    /// Two letters; a customer's may be unknown.
    pub country: Option<String>,
    pub time_zone: String,
}

/// What a form asks for.
#[derive(Clone, Debug)]
pub struct OrganisationEdit {
    pub name: Name,
    pub country: Country,
    pub time_zone: Zone,
    /// Of the facts that the form was made from.
    pub seen: String,
}

/// Somebody else has changed it since the form was shown: what stands now comes back, and the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale;

impl OrganisationFacts {
    /// Names what stands, so that a form can say what it was made from.
    pub fn seen(&self) -> String {
        mark(&json!([self.name, self.country, self.time_zone]))
    }

    /// What an edit changes, before and after, as the activity log keeps it; empty where it changes nothing.
    pub(super) fn changed(&self, edit: &OrganisationEdit) -> Result<Map<String, Value>, Stale> {
        let fields = [
            ("name", Some(self.name.as_str()), edit.name.as_str()),
            ("country", self.country.as_deref(), edit.country.as_str()),
            ("time_zone", Some(self.time_zone.as_str()), edit.time_zone.name()),
        ];
        let differing = fields.into_iter().filter(|(_, before, after)| *before != Some(*after));
        let changed: Map<_, _> = differing
            .map(|(field, before, after)| {
                (field.to_owned(), json!({ "before": before, "after": after }))
            })
            .collect();
        if changed.is_empty() || edit.seen == self.seen() { Ok(changed) } else { Err(Stale) }
    }
}
