//! Many resellers at once: what would happen to each line that was pasted.

use actix_web::HttpResponse;
use askama::Template;

use super::{
    asking_words,
    partnership_lines::{self, Line, NotRead, readable},
};
use crate::{
    domain::request::CannotAsk,
    store::PartnershipRequester,
    web::{assets, error::AppError, page::Page, paths},
};

/// Nothing is asked yet; what follows can be long, so it stands in the answer itself.
#[derive(Template)]
#[template(path = "partner/requests/check.html")]
pub struct Check<'a> {
    page: &'a Page,
    pasted: &'a str,
    /// Those to be mended first, then those that ask nobody, then those that ask.
    shown: Vec<Checked>,
    not_shown: usize,
    would_ask: usize,
    faulty: usize,
    left_out: usize,
    pub problems: Vec<(&'static str, String)>,
}

pub struct Checked {
    number: usize,
    text: String,
    outcome: String,
    class: &'static str,
}

/// A page carries no list of hundreds.
pub const MOST: usize = 50;

pub async fn check(
    requester: &PartnershipRequester,
    pasted: &str,
    page: &Page,
) -> Result<HttpResponse, AppError> {
    let lines = partnership_lines::read(page.t, pasted)?;
    answer(Check::of(requester, pasted, lines, page).await?)
}

pub fn answer(check: Check) -> Result<HttpResponse, AppError> {
    if check.problems.is_empty() { check.page.show(check) } else { check.page.invalid(check) }
}

impl<'a> Check<'a> {
    pub async fn of(
        requester: &PartnershipRequester,
        pasted: &'a str,
        lines: Vec<Line>,
        page: &'a Page,
    ) -> Result<Self, AppError> {
        let mut would = requester.check(&readable(&lines)).await?.into_iter();
        let mut all: Vec<_> = lines
            .into_iter()
            .map(|line| {
                let outcome = line.read.map(|_| would.next().unwrap_or(Ok(())));
                Checked::of(line.number, line.text, outcome, page)
            })
            .collect();
        let of_class = |class| all.iter().filter(|line| line.class == class).count();
        let (would_ask, faulty, left_out) = (of_class(ASKS), of_class(FAULTY), of_class(LEFT_OUT));
        let problems = match (all.len(), faulty) {
            (0, _) => vec![("lines", page.t.many_nothing())],
            (_, 0) => Vec::new(),
            _ => vec![("lines", page.t.many_faulty(faulty))],
        };
        all.sort_by_key(|line| {
            [FAULTY, LEFT_OUT, ASKS].iter().position(|class| *class == line.class)
        });
        let not_shown = all.len().saturating_sub(MOST);
        all.truncate(MOST);
        Ok(Self { page, pasted, shown: all, not_shown, would_ask, faulty, left_out, problems })
    }
}

const FAULTY: &str = "bad";
const LEFT_OUT: &str = "off";
const ASKS: &str = "ok";

impl Checked {
    fn of(
        number: usize,
        text: String,
        outcome: Result<Result<(), CannotAsk>, NotRead>,
        page: &Page,
    ) -> Self {
        let (class, outcome) = match outcome {
            Ok(Ok(())) => (ASKS, page.t.many_would_ask()),
            Ok(Err(CannotAsk::AlreadyPartners)) => (LEFT_OUT, page.t.many_already_partners()),
            Ok(Err(CannotAsk::AlreadyOpen(_))) => (LEFT_OUT, page.t.many_already_asked()),
            Ok(Err(why)) => (FAULTY, asking_words::cannot_ask(page.t, why)),
            Err(NotRead::Doubled(first)) => (LEFT_OUT, page.t.many_doubled(first)),
            Err(NotRead::Faulty(why)) => (FAULTY, why),
        };
        Self { number, text, outcome, class }
    }
}
