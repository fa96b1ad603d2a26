//! How a partner is reached at this moment, as far as its support profile says.

use answers::{State, closed_days, hours};

pub use answers::Answers;

use super::page::Page;
use crate::{
    domain::support_profile::{SupportProfile, telephone_link, website_link, website_name},
    locale::Messages,
    store::PartnerDetails,
};

mod answers;

/// Every way to reach a partner, the one to try first at the top.
pub struct Reach {
    /// Open or closed, where the hours are known.
    pub state: Option<State>,
    pub telephones: Vec<Telephone>,
    /// Email, then website.
    pub written: Vec<Link>,
    pub hours: Option<String>,
    /// The closed days of the coming weeks.
    pub closed: Option<String>,
    pub languages: Option<String>,
    pub note: Option<String>,
}

pub struct Telephone {
    /// What it is, and from when it is answered.
    pub label: String,
    pub number: Link,
}

pub struct Link {
    /// `None`: nothing that is safe to follow.
    pub address: Option<String>,
    pub text: String,
}

impl Reach {
    /// `fallback`: who answers instead while the partner is closed and has no urgent telephone.
    pub fn of(page: &Page, partner: &PartnerDetails, fallback: Option<&PartnerDetails>) -> Self {
        let (t, profile) = (&page.t, &partner.profile);
        let answers = Answers::of(page, partner);
        let mut telephones: Vec<_> = lines(profile, &answers)
            .into_iter()
            .map(|(line, number)| telephone(label(t, line, &answers), number))
            .collect();
        if answers.is_closed() && profile.urgent_telephone.is_none() {
            let instead = fallback.and_then(|provider| answered_now(page, provider));
            telephones.splice(..0, instead);
        }
        let email = profile.email.as_deref().map(email);
        let website = profile.website.as_deref().map(website);
        let languages: Vec<_> =
            profile.languages.iter().map(|code| t.spoken_language(code)).collect();
        Self {
            state: State::of(page, partner, &answers),
            telephones,
            written: email.into_iter().chain(website).collect(),
            hours: hours(page, partner),
            closed: closed_days(page, partner),
            languages: (!languages.is_empty()).then(|| languages.join(", ")),
            note: profile.note.clone(),
        }
    }

    /// The partner has said nothing by which it could be reached.
    pub fn is_empty(&self) -> bool {
        self.telephones.is_empty() && self.written.is_empty()
    }
}

#[derive(Clone, Copy)]
pub enum Line {
    Telephone,
    Urgent,
}

/// While the partner is closed, its urgent telephone comes first.
pub fn lines<'p>(profile: &'p SupportProfile, answers: &Answers) -> Vec<(Line, &'p str)> {
    let telephone = profile.telephone.as_deref().map(|number| (Line::Telephone, number));
    let urgent = profile.urgent_telephone.as_deref().map(|number| (Line::Urgent, number));
    let order = if answers.is_closed() { [urgent, telephone] } else { [telephone, urgent] };
    order.into_iter().flatten().collect()
}

fn label(t: &Messages, line: Line, answers: &Answers) -> String {
    match (line, answers) {
        (Line::Telephone, Answers::From(opening)) => t.support_telephone_from(&opening.text),
        (Line::Telephone, _) => t.support_telephone(),
        (Line::Urgent, _) if answers.is_closed() => t.support_urgent_telephone_now(),
        (Line::Urgent, _) => t.support_urgent_telephone(),
    }
}

/// The provider's telephone, where it is known that somebody answers it now.
fn answered_now(page: &Page, provider: &PartnerDetails) -> Option<Telephone> {
    let answers = Answers::of(page, provider);
    let (line, number) = *lines(&provider.profile, &answers).first()?;
    let label = match (line, &answers) {
        (Line::Telephone, Answers::Now) => page.t.support_provider_now(&provider.name),
        (Line::Urgent, _) if answers.is_closed() => page.t.support_provider_urgent(&provider.name),
        _ => return None,
    };
    Some(telephone(label, number))
}

fn telephone(label: String, number: &str) -> Telephone {
    Telephone { label, number: number_link(number) }
}

pub fn number_link(number: &str) -> Link {
    Link { address: Some(telephone_link(number)), text: number.to_owned() }
}

fn website(address: &str) -> Link {
    Link {
        address: website_link(address).map(str::to_owned),
        text: website_name(address).to_owned(),
    }
}

/// A question mark in an address would begin the letter's own headers.
pub fn email(address: &str) -> Link {
    let plain = |c: char| c.is_ascii_alphanumeric() || "@.-_+".contains(c);
    let is_plain = address.chars().all(plain);
    Link { address: is_plain.then(|| format!("mailto:{address}")), text: address.to_owned() }
}
