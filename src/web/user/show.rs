//! One person of the organisation: their roles, and what can be done about them.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{new::givable, place::Place, words};
use crate::{
    domain::{
        ids::MembershipId,
        membership::{CannotManage, Role, Roles, Standing},
    },
    store::{
        limits::LinkPurpose,
        user::{Command, Done, ManagesUsers, UserPage, Users},
    },
    web::{
        assets,
        auth::Permitted,
        error::{AppError, OrNotFound, see_other},
        flash::Flash,
        form::Form,
        made_link::MadeLink,
        page::Page,
        paths,
        session::BrowserSession,
    },
};

#[derive(Template)]
#[template(path = "user/show.html")]
struct Show<'a> {
    page: &'a Page,
    place: Place,
    user: UserPage,
    /// Those that may be given, and those that they have.
    roles: Vec<Role>,
    ticked: Roles,
    may: May,
    problems: Vec<(&'static str, String)>,
}

/// What can be done, or why not.
struct May {
    roles: Result<(), CannotManage>,
    disable: Result<(), CannotManage>,
    enable: Result<(), CannotManage>,
    change_invitation: Result<(), CannotManage>,
    open: Result<(), CannotManage>,
    confirm_email: Result<(), CannotManage>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct UserInput {
    action: String,
    role: Vec<String>,
}

pub async fn show<M: ManagesUsers>(
    manager: Permitted<M>,
    membership: web::Path<MembershipId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    page.show(Show::of(&manager.users(), *membership, &page).await?)
}

pub async fn update<M: ManagesUsers>(
    manager: Permitted<M>,
    membership: web::Path<MembershipId>,
    input: Form<UserInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let (users, id) = (manager.users(), *membership);
    let place = Place::of(users.organisation());
    let command = input.0.parse(&users)?;
    let here = if let Command::Withdraw = command { place.list.into() } else { place.user(&id) };
    match users.act(id, &command).await?.or_not_found()? {
        Ok(Done::Link { purpose, token, email }) => {
            let path = link_path(purpose, token.as_str());
            let link = MadeLink::new(purpose, path, email, here.clone(), page.now);
            session.keep_made_link(&link)?;
        }
        Ok(Done::Changed) => session.set_flash(news(&command))?,
        Ok(Done::AlreadySo) => session.set_flash(Flash::NothingChanged)?,
        Err(why) => {
            let mut show = Show::of(&users, id, &page).await?;
            show.problems = vec![(field(&command), words::cannot_manage(&page.t, why))];
            if let Command::Roles(roles) = command {
                show.ticked = roles;
            }
            return page.invalid(show);
        }
    }
    Ok(see_other(&here))
}

impl UserInput {
    fn parse(&self, users: &Users) -> Result<Command, AppError> {
        let role = |word: &String| Role::parse(users.organisation(), word);
        let roles = self.role.iter().map(role).collect::<Result<Roles, _>>();
        let command = match self.action.as_str() {
            "roles" => return roles.map(Command::Roles).map_err(|_| AppError::BadForm),
            "disable" => Command::Disable,
            "enable" => Command::Enable,
            "invite" => Command::InviteAgain,
            "withdraw" => Command::Withdraw,
            "reset" => Command::Reset,
            "sign_in" => Command::SignIn,
            "new_email" => Command::NewEmail,
            "second_factor" => Command::TakeOffSecondFactor,
            _ => return Err(AppError::BadForm),
        };
        if self.role.is_empty() { Ok(command) } else { Err(AppError::BadForm) }
    }
}

fn link_path(purpose: LinkPurpose, token: &str) -> String {
    match purpose {
        LinkPurpose::Reset => paths::reset(token),
        LinkPurpose::SignIn => paths::sign_in_link(token),
        LinkPurpose::NewEmail => paths::confirm_email(token),
        LinkPurpose::SetUp | LinkPurpose::Invitation | LinkPurpose::SecondFactor => {
            paths::set_up(token)
        }
    }
}

fn news(command: &Command) -> Flash {
    match command {
        Command::Disable => Flash::UserDisabled,
        Command::Enable => Flash::UserEnabled,
        Command::TakeOffSecondFactor => Flash::SecondFactorTakenOff,
        Command::Withdraw => Flash::InvitationWithdrawn,
        _ => Flash::RolesChanged,
    }
}

/// Where on the page an error is mended.
fn field(command: &Command) -> &'static str {
    match command {
        Command::Roles(_) => "role-1",
        Command::Disable | Command::Enable => "membership",
        Command::InviteAgain | Command::Withdraw => "invitation",
        Command::Reset | Command::SignIn | Command::NewEmail | Command::TakeOffSecondFactor => {
            "access"
        }
    }
}

impl<'a> Show<'a> {
    async fn of(users: &Users, id: MembershipId, page: &'a Page) -> Result<Self, AppError> {
        let user = users.user(id).await?.or_not_found()?;
        let (manager, of) = (users.manager(), &user.managed);
        let may = May {
            roles: manager.may_change_roles(of, &of.roles),
            disable: manager.may_disable(of),
            enable: manager.may_enable(of),
            change_invitation: manager.may_change_invitation(of),
            open: manager.may_open_account(of),
            confirm_email: manager.may_confirm_email(of),
        };
        let mut roles = givable(users);
        roles.extend(
            of.roles.iter().copied().filter(|role| !roles.contains(role)).collect::<Vec<_>>(),
        );
        roles.sort_unstable();
        let ticked = of.roles.clone();
        let place = Place::of(users.organisation());
        Ok(Self { page, place, user, roles, ticked, may, problems: Vec::new() })
    }

    fn is_member(&self) -> bool {
        self.user.line.standing == Standing::Member
    }

    fn is_invitation(&self) -> bool {
        self.user.line.standing.is_invitation()
    }

    fn is_ticked(&self, role: Role) -> bool {
        self.ticked.contains(&role)
    }

    fn wrong_roles(&self) -> &str {
        let wrong = self.problems.iter().find(|(field, _)| *field == "role-1");
        wrong.map_or("", |(_, message)| message)
    }

    fn wants_email(&self) -> bool {
        self.user.line.asked.iter().any(|asked| asked.purpose == LinkPurpose::NewEmail)
    }

    fn why(&self, why: &CannotManage) -> String {
        words::cannot_manage(&self.page.t, *why)
    }
}
