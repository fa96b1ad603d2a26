//! Many people invited at once, each with a link.

use actix_web::HttpResponse;
use askama::Template;

use super::{
    check::{Check, answer},
    pasted::{self, readable},
    place::Place,
    words,
};
use crate::{
    store::user::Users,
    web::{assets, csv::Csv, error::AppError, page::Page, paths},
};

/// The one exception to answering a POST with a redirect: the links are in the answer, and nowhere else.
#[derive(Template)]
#[template(path = "user/made.html")]
struct Made<'a> {
    page: &'a Page,
    place: Place,
    invited: Vec<Invited>,
    /// All of them as a file, inside the page: nobody can ask for it again.
    file: String,
}

struct Invited {
    name: String,
    email: String,
    roles: String,
    link: String,
}

/// With a line to be mended nobody is invited, so that what was checked is what is done.
pub async fn make(users: &Users, pasted: &str, page: &Page) -> Result<HttpResponse, AppError> {
    let lines = pasted::read(page.t, users.organisation(), pasted)?;
    let all = readable(&lines);
    let check = Check::of(users, pasted, lines, page).await?;
    if !check.problems.is_empty() {
        return answer(check);
    }
    let outcomes = users.invite_many(&all).await?;
    let made = all.into_iter().zip(outcomes).filter_map(|(invite, outcome)| {
        let token = outcome.ok()?;
        Some(Invited {
            name: invite.name.to_string(),
            email: invite.email.to_string(),
            roles: words::roles(&page.t, &invite.roles),
            link: page.site.address(&paths::set_up(token.as_str())),
        })
    });
    let invited: Vec<_> = made.collect();
    if invited.is_empty() {
        let lines = pasted::read(page.t, users.organisation(), pasted)?;
        return answer(Check::of(users, pasted, lines, page).await?);
    }
    let file = file(page, &invited);
    page.show(Made { page, place: Place::of(users.organisation()), invited, file })
}

fn file(page: &Page, invited: &[Invited]) -> String {
    let t = page.t;
    let mut file = Csv::new([t.user_name(), t.email(), t.user_roles(), t.user_link()]);
    for Invited { name, email, roles, link } in invited {
        file.row([name, email, roles, link]);
    }
    file.into_address()
}
