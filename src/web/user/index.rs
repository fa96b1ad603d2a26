//! The list of an organisation's people.

use actix_web::HttpResponse;
use askama::Template;

use super::{place::Place, words};
use crate::{
    domain::membership::Standing,
    store::{
        Position,
        user::{ManagesUsers, UserFilter, UserLine, UserState},
    },
    web::{
        assets,
        auth::Permitted,
        error::AppError,
        page::Page,
        pages::Pages,
        paths,
        query::{Query, address},
    },
};

#[derive(Template)]
#[template(path = "user/index.html")]
struct Index<'a> {
    page: &'a Page,
    place: Place,
    users: Vec<UserLine>,
    total: u64,
    q: String,
    state: Option<UserState>,
    ignored: bool,
    pages: Pages,
}

pub async fn index<M: ManagesUsers>(
    manager: Permitted<M>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let users = manager.users();
    let place = Place::of(users.organisation());
    let (q, state, position) = (query.text("q"), query.parsed("state"), query.position());
    let ignored = q.is_nonsense() || state.is_nonsense() || position.is_nonsense();
    let filter = UserFilter { q: q.ok(), state: state.ok() };
    let slice = users.list(&filter, position.ok().unwrap_or(Position::Start)).await?;
    let state = filter.state.as_ref().map(|state| state.as_str());
    let values = [("q", filter.q.as_deref()), ("state", state)];
    let pages = Pages::of(place.list, &values, &slice);
    page.show(Index {
        page: &page,
        place,
        total: slice.total,
        ignored: ignored || slice.lost_position,
        users: slice.rows,
        state: filter.state,
        q: filter.q.unwrap_or_default(),
        pages,
    })
}

impl Index<'_> {
    fn is_filtered(&self) -> bool {
        !self.q.is_empty() || self.state.is_some()
    }

    fn q(&self) -> Option<&str> {
        Some(self.q.as_str()).filter(|q| !q.is_empty())
    }

    fn other_states(&self) -> impl Iterator<Item = (String, String)> {
        let others = UserState::ALL.iter().filter(|state| Some(**state) != self.state);
        others.map(|state| {
            let values = [("q", self.q()), ("state", Some(state.as_str()))];
            (self.page.t.user_state(state.as_str()), address(self.place.list, &values))
        })
    }

    fn without_q(&self) -> String {
        let state = self.state.as_ref().map(|state| state.as_str());
        address(self.place.list, &[("state", state)])
    }

    fn without_state(&self) -> String {
        address(self.place.list, &[("q", self.q())])
    }
}
