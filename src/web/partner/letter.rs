//! The letter with which a partner sends a request's link: it goes out by the partner's own mail.

use crate::{
    domain::request::RequestKind,
    locale::{Messages, Zone},
    store::partner::RequestPage,
    web::{mailto::mailto, page::Page, paths, query::address},
};

/// How its link gets to the other side.
pub struct Sending {
    pub link: String,
    pub letter: Letter,
    pub mailto: String,
    /// Of the letter: its code and its name.
    pub language: (&'static str, String),
    /// The letter in the other languages: code, name, address.
    pub other_languages: Vec<(&'static str, String, String)>,
}

pub struct Letter {
    pub subject: String,
    pub body: String,
}

impl Sending {
    /// `t`: the language of the letter.
    pub fn of(request: &RequestPage, asker: &str, link: String, t: Messages, page: &Page) -> Self {
        let letter = Letter::of(t, request, asker, &link, &page.zone);
        let here = paths::request(&request.id);
        let others = Messages::languages().filter(|(code, _)| *code != t.language());
        Self {
            mailto: letter.mailto(request.email.as_deref()),
            language: (t.language(), t.language_name()),
            other_languages: others
                .map(|(code, name)| (code, name, address(&here, &[("letter", Some(code))])))
                .collect(),
            letter,
            link,
        }
    }
}

impl Letter {
    /// `t`: the language of the letter, which need not be the page's. `asker`: the name of the partner that asks.
    pub fn of(t: Messages, request: &RequestPage, asker: &str, link: &str, zone: &Zone) -> Self {
        let reseller = request.for_reseller.as_ref().map(|reseller| reseller.name.as_str());
        let last_day = request.delegated_admin_until.map(|day| t.day(&day));
        let (subject, what) = match (request.kind, reseller) {
            (RequestKind::Partnership, _) => {
                (t.letter_partnership_subject(asker), t.letter_partnership(asker))
            }
            (RequestKind::Relationship, None) => {
                (t.letter_relationship_subject(asker), t.letter_relationship(asker))
            }
            (RequestKind::Relationship, Some(reseller)) => {
                (t.letter_relationship_subject(asker), t.letter_relationship_for(asker, reseller))
            }
            (RequestKind::DelegatedAdmin, None) => {
                (t.letter_dap_subject(asker), t.letter_dap(asker))
            }
            (RequestKind::DelegatedAdmin, Some(reseller)) => {
                (t.letter_dap_subject(asker), t.letter_dap_for(asker, reseller))
            }
        };
        let is_partnership = request.kind == RequestKind::Partnership;
        let privileges = match last_day {
            _ if is_partnership => t.letter_grants_nothing(),
            Some(day) => t.letter_with_dap_until(day),
            None if request.delegated_admin => t.letter_with_dap(),
            None => t.letter_without_dap(),
        };
        let (dear, who) = if is_partnership {
            (t.letter_dear_partner(), t.letter_link_partner())
        } else {
            (t.letter_dear_customer(), t.letter_link_customer())
        };
        let until = t.letter_until(t.date(&request.expires_at, zone));
        let goodbye = format!("{}\n{asker}", t.letter_goodbye());
        let paragraphs = [dear, what, privileges, format!("{who}\n{link}"), until, goodbye];
        Self { subject, body: paragraphs.join("\n\n") }
    }

    /// Opens it in the reader's own mail program.
    pub fn mailto(&self, to: Option<&str>) -> String {
        mailto(to, &self.subject, &self.body)
    }
}
