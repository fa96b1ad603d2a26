//! The words for what requests ask for, and how they stand.

use time::OffsetDateTime;

use crate::{
    domain::request::{RequestKind, Standing},
    locale::Messages,
};

/// What is asked for, as a heading.
pub fn heading(t: &Messages, kind: RequestKind) -> String {
    t.answer_kind(kind.as_str())
}

/// The same as a sentence. `reseller`: for whom it is asked, where that is not the asker.
pub fn sentence(t: &Messages, kind: RequestKind, asker: &str, reseller: Option<&str>) -> String {
    match (kind, reseller) {
        (RequestKind::Partnership, _) => t.answer_asks_partnership(asker),
        (RequestKind::Relationship, None) => t.answer_asks_relationship(asker),
        (RequestKind::Relationship, Some(reseller)) => {
            t.answer_asks_relationship_for(asker, reseller)
        }
        (RequestKind::DelegatedAdmin, None) => t.answer_asks_dap(asker),
        (RequestKind::DelegatedAdmin, Some(reseller)) => t.answer_asks_dap_for(asker, reseller),
    }
}

pub fn standing(t: &Messages, standing: Standing) -> String {
    match standing {
        Standing::Open => t.answer_standing_open(),
        Standing::Accepted => t.answer_standing_accepted(),
        Standing::Declined => t.answer_standing_declined(),
        Standing::Revoked => t.answer_standing_revoked(),
        Standing::Expired => t.answer_standing_expired(),
    }
}

/// What has become of a request that waits for nobody any more.
pub struct Outcome {
    /// What gives the word its shape and colour.
    pub class: &'static str,
    pub standing: String,
    pub at: OffsetDateTime,
    /// Who of the reader's own organisation has answered.
    pub by: Option<String>,
    pub reason: Option<String>,
    /// What to do now.
    pub next: String,
}

/// The class that gives a standing its shape and colour.
pub fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "warn",
        Standing::Accepted => "ok",
        _ => "off",
    }
}

impl Outcome {
    /// For the side that was asked. `None` while it can be answered.
    pub fn of(t: &Messages, ended: Ended<'_>) -> Option<Self> {
        let Ended { kind, standing, at, by, reason, asker } = ended;
        let next = match (standing, kind) {
            (Standing::Open, _) => return None,
            (Standing::Accepted, RequestKind::Partnership) => t.answer_next_authorized(asker),
            (Standing::Accepted, _) => t.answer_next_accepted(),
            (Standing::Declined, _) => t.answer_next_declined(asker),
            (Standing::Revoked, _) => t.answer_next_revoked(asker),
            (Standing::Expired, _) => t.answer_next_expired(asker),
        };
        Some(Self {
            class: standing_class(standing),
            standing: self::standing(t, standing),
            at,
            by: by.map(str::to_owned),
            reason: reason.map(str::to_owned),
            next,
        })
    }
}

/// What is known of one.
pub struct Ended<'a> {
    pub kind: RequestKind,
    pub standing: Standing,
    /// When it was answered or revoked, or when it expired.
    pub at: OffsetDateTime,
    pub by: Option<&'a str>,
    pub reason: Option<&'a str>,
    pub asker: &'a str,
}
