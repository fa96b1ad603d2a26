//! Inviting people: one by a form, many by pasted lines.

use actix_web::HttpResponse;
use askama::Template;
use serde::Deserialize;

use super::{check, made, place::Place, words};
use crate::{
    domain::membership::{Role, Roles},
    locale::Messages,
    store::{
        limits::LinkPurpose,
        user::{Invite, ManagesUsers, NotInvited, Users},
    },
    web::{
        assets,
        auth::Permitted,
        error::{AppError, see_other},
        form::Form,
        made_link::MadeLink,
        page::Page,
        paths,
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "user/new.html")]
struct New<'a> {
    page: &'a Page,
    place: Place,
    input: &'a InviteInput,
    /// Those that whoever invites may give.
    roles: Vec<Role>,
    errors: FieldErrors,
    /// The page of whoever is here already.
    here: Option<String>,
}

/// Of the form for one, and of the one for many.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InviteInput {
    name: String,
    email: String,
    role: Vec<String>,
    lines: String,
    /// The button of the form for many.
    step: String,
}

pub async fn new<M: ManagesUsers>(
    manager: Permitted<M>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let input = InviteInput::default();
    page.show(form(&manager.users(), &page, &input, FieldErrors::none(page.t)))
}

pub async fn create<M: ManagesUsers>(
    manager: Permitted<M>,
    input: Form<InviteInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let (Form(input), users) = (input, manager.users());
    match input.step.as_str() {
        "" => {}
        "check" => return check::check(&users, &input.lines, &page).await,
        "make" => return made::make(&users, &input.lines, &page).await,
        _ => return Err(AppError::BadForm),
    }
    let invite = match input.parse(page.t, &users)? {
        Ok(invite) => invite,
        Err(errors) => return page.invalid(form(&users, &page, &input, errors)),
    };
    let why = match users.invite(&invite).await? {
        Ok((membership, token)) => {
            let path = paths::set_up(token.as_str());
            let email = invite.email.to_string();
            let theirs = Place::of(users.organisation()).user(&membership);
            let purpose = LinkPurpose::Invitation;
            let link = MadeLink::new(purpose, path, email, theirs.clone(), page.now);
            session.keep_made_link(&link)?;
            return Ok(see_other(&theirs));
        }
        Err(why) => why,
    };
    let mut errors = FieldErrors::none(page.t);
    let field = if let NotInvited::CannotManage(_) = why { "role-1" } else { "email" };
    errors.take::<()>(field, Err(words::not_invited(&page.t, why)));
    let mut refused = form(&users, &page, &input, errors);
    if let NotInvited::CannotInvite(found) = why {
        refused.here = Some(refused.place.user(&found.membership));
    }
    page.invalid(refused)
}

fn form<'a>(users: &Users, page: &'a Page, input: &'a InviteInput, errors: FieldErrors) -> New<'a> {
    let place = Place::of(users.organisation());
    New { page, place, input, roles: givable(users), errors, here: None }
}

/// The roles that whoever manages may give at all.
pub fn givable(users: &Users) -> Vec<Role> {
    let all = Role::all(users.organisation()).into_iter();
    all.filter(|role| users.manager().may_give(&Roles::from([*role])).is_ok()).collect()
}

impl New<'_> {
    fn is_ticked(&self, role: Role) -> bool {
        self.input.role.iter().any(|word| word == role.as_str())
    }
}

impl InviteInput {
    fn parse(&self, t: Messages, users: &Users) -> Result<Result<Invite, FieldErrors>, AppError> {
        let mut errors = FieldErrors::none(t);
        let name = errors.parse("name", &t.user_name(), &self.name);
        let email = errors.parse("email", &t.email(), &self.email);
        let role = |word: &String| Role::parse(users.organisation(), word);
        let roles = self.role.iter().map(role).collect::<Result<Roles, _>>();
        let roles = roles.map_err(|_| AppError::BadForm)?;
        let roles = if roles.is_empty() { Err(t.user_no_role()) } else { Ok(roles) };
        let roles = errors.take("role-1", roles);
        let invite = || Some(Invite { name: name?, email: email?, roles: roles? });
        Ok(invite().ok_or(errors))
    }
}
