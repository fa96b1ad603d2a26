//! *No answer?*: whom to try then.

use crate::{
    locale::Messages,
    store::PartnerDetails,
    web::{
        contact::{Answers, Line, Link, email, lines, number_link},
        page::Page,
    },
};

/// Always the provider (`docs/domain.md` rule 38).
pub struct Fallback {
    pub sentence: String,
    pub link: Option<Link>,
    pub remark: Option<String>,
}

impl Fallback {
    /// `called`: whose details stand above; `products`: how many of them this provider sold.
    pub fn of(
        page: &Page,
        provider: &PartnerDetails,
        called: &PartnerDetails,
        products: usize,
    ) -> Self {
        let (t, profile) = (&page.t, &provider.profile);
        let answers = Answers::of(page, provider);
        let is_other = provider.id != called.id;
        let telephone = lines(profile, &answers).first().copied().filter(|_| is_other);
        let (sentence, link) = match (telephone, &profile.email) {
            (Some((_, number)), _) => {
                (t.support_fallback(&provider.name, products), Some(number_link(number)))
            }
            (None, Some(address)) => {
                (t.support_fallback_write(&provider.name), Some(email(address)))
            }
            (None, None) => (t.support_fallback_contract(&provider.name), None),
        };
        let remark = telephone.and_then(|(line, _)| remark(t, line, &answers));
        Self { sentence, link, remark }
    }
}

fn remark(t: &Messages, line: Line, answers: &Answers) -> Option<String> {
    match (line, answers) {
        (Line::Telephone, Answers::Now) => Some(t.support_fallback_open()),
        (Line::Telephone, Answers::From(opening)) => Some(t.support_fallback_from(&opening.text)),
        (Line::Urgent, _) if answers.is_closed() => Some(t.support_fallback_urgent()),
        _ => None,
    }
}
