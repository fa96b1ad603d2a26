//! Many people at once: what would happen to each line that was pasted.

use actix_web::HttpResponse;
use askama::Template;

use super::{
    pasted::{self, Line, NotRead, readable},
    place::Place,
    words,
};
use crate::{
    store::user::{NotInvited, Users},
    web::{assets, error::AppError, page::Page, paths},
};

/// Nothing is made yet; what follows can be long, so it stands in the answer itself.
#[derive(Template)]
#[template(path = "user/check.html")]
pub struct Check<'a> {
    page: &'a Page,
    place: Place,
    pasted: &'a str,
    lines: Vec<Checked>,
    would_invite: usize,
    pub problems: Vec<(&'static str, String)>,
}

struct Checked {
    number: usize,
    text: String,
    outcome: String,
    class: &'static str,
}

const FAULTY: &str = "bad";
const LEFT_OUT: &str = "off";
const INVITES: &str = "ok";

pub async fn check(users: &Users, pasted: &str, page: &Page) -> Result<HttpResponse, AppError> {
    let lines = pasted::read(page.t, users.organisation(), pasted)?;
    answer(Check::of(users, pasted, lines, page).await?)
}

pub fn answer(check: Check) -> Result<HttpResponse, AppError> {
    if check.problems.is_empty() { check.page.show(check) } else { check.page.invalid(check) }
}

impl<'a> Check<'a> {
    pub async fn of(
        users: &Users,
        pasted: &'a str,
        lines: Vec<Line>,
        page: &'a Page,
    ) -> Result<Self, AppError> {
        let mut would = users.check_many(&readable(&lines)).await?.into_iter();
        let checked = lines.into_iter().map(|line| {
            let outcome = line.read.map(|_| would.next().unwrap_or(Ok(())));
            let (class, outcome) = outcome_of(page, outcome);
            Checked { number: line.number, text: line.text, outcome, class }
        });
        let lines: Vec<_> = checked.collect();
        let of_class = |class| lines.iter().filter(|line| line.class == class).count();
        let (would_invite, faulty) = (of_class(INVITES), of_class(FAULTY));
        let problems = match (lines.len(), faulty) {
            (0, _) => vec![("lines", page.t.user_lines_nothing())],
            (_, 0) => Vec::new(),
            _ => vec![("lines", page.t.user_lines_faulty(faulty))],
        };
        let place = Place::of(users.organisation());
        Ok(Self { page, place, pasted, lines, would_invite, problems })
    }
}

/// Whoever is here already is left out; a role that may not be given has to be mended.
fn outcome_of(
    page: &Page,
    outcome: Result<Result<(), NotInvited>, NotRead>,
) -> (&'static str, String) {
    match outcome {
        Ok(Ok(())) => (INVITES, page.t.user_line_invites()),
        Ok(Err(why @ NotInvited::CannotInvite(_))) => (LEFT_OUT, words::not_invited(&page.t, why)),
        Ok(Err(why)) => (FAULTY, words::not_invited(&page.t, why)),
        Err(NotRead::Doubled(first)) => (LEFT_OUT, page.t.user_line_doubled(first)),
        Err(NotRead::Faulty(why)) => (FAULTY, why),
    }
}
