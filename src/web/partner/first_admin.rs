//! Inviting a customer's first admin, or another one where all of them have left.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::first_admin_form::{AdminInput, cannot_invite};
use crate::{
    domain::{ids::CustomerId, membership::Standing},
    store::{
        FirstAdminInviter,
        limits::LinkPurpose,
        partner::{AdminInvitation, AdminLink, CannotInviteAdmin},
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
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "partner/customers/admin.html")]
struct Invite<'a> {
    page: &'a Page,
    invitation: AdminInvitation,
    input: &'a AdminInput,
    errors: FieldErrors,
    /// Why nobody can be invited.
    refusal: Option<String>,
    /// Why nothing that was sent is done.
    problem: Option<String>,
}

pub async fn edit(
    inviter: Permitted<FirstAdminInviter>,
    customer: web::Path<CustomerId>,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let kept = page.kept_form(&paths::first_admin(&customer));
    let value = |name| kept.as_ref().and_then(|form| form.value(name)).unwrap_or_default();
    let (name, email) = (value("name").to_owned(), value("email").to_owned());
    let input = AdminInput { name, email, action: String::new() };
    page.show(form(&inviter, *customer, &page, &input, FieldErrors::none(page.t)).await?)
}

pub async fn update(
    inviter: Permitted<FirstAdminInviter>,
    customer: web::Path<CustomerId>,
    input: Form<AdminInput>,
    page: Page,
    session: BrowserSession,
) -> Result<HttpResponse, AppError> {
    let (Form(input), id) = (input, *customer);
    let shown = form(&inviter, id, &page, &input, FieldErrors::none(page.t)).await?;
    let outcome = match input.action.as_str() {
        "" => {
            let (name, email, errors) = input.person(&page);
            let Some((name, email)) = name.zip(email) else {
                return page.invalid(Invite { errors, ..shown });
            };
            inviter.invite_admin(id, &name, &email).await?
        }
        "again" => inviter.invite_admin_again(id).await?,
        "withdraw" => return withdraw(&inviter, id, &session).await,
        _ => return Err(AppError::BadForm),
    };
    match outcome.or_not_found()? {
        Ok(AdminLink { token, email }) => {
            let path = paths::set_up(token.as_str());
            let here = paths::first_admin(&id);
            let purpose = LinkPurpose::Invitation;
            let link = MadeLink::new(purpose, path, email, here.clone(), page.now);
            session.keep_made_link(&link)?;
            Ok(see_other(&here))
        }
        Err(why) => {
            let shown = form(&inviter, id, &page, &input, FieldErrors::none(page.t)).await?;
            refused(&page, shown, why)
        }
    }
}

async fn withdraw(
    inviter: &FirstAdminInviter,
    id: CustomerId,
    session: &BrowserSession,
) -> Result<HttpResponse, AppError> {
    let here = paths::first_admin(&id);
    session.set_flash(match inviter.withdraw_admin(id).await?.or_not_found()? {
        Ok(()) => Flash::AdminWithdrawn,
        Err(_) => Flash::AdminWithdrawnBefore,
    })?;
    session.forget_link_made_on(&here);
    Ok(see_other(&here))
}

async fn form<'a>(
    inviter: &FirstAdminInviter,
    id: CustomerId,
    page: &'a Page,
    input: &'a AdminInput,
    errors: FieldErrors,
) -> Result<Invite<'a>, AppError> {
    let invitation = inviter.admin_invitation(id).await?.or_not_found()?;
    let why = invitation.may_invite.err().map(CannotInviteAdmin::Rule);
    let refusal = why.map(|why| cannot_invite(page.t, why));
    Ok(Invite { page, invitation, input, errors, refusal, problem: None })
}

/// Somebody was first, or what stands has changed: the page says what stands now.
fn refused(page: &Page, shown: Invite, why: CannotInviteAdmin) -> Result<HttpResponse, AppError> {
    let problem = cannot_invite(page.t, why);
    match why {
        CannotInviteAdmin::CannotInvite => {
            let mut errors = FieldErrors::none(page.t);
            errors.take::<()>("email", Err(problem));
            page.invalid(Invite { errors, ..shown })
        }
        CannotInviteAdmin::Rule(_) => page.invalid(Invite { problem: Some(problem), ..shown }),
        _ => page.conflict(Invite { problem: Some(problem), ..shown }),
    }
}

impl Invite<'_> {
    fn heading(&self) -> String {
        let t = self.page.t;
        if self.invitation.has_people { t.another_admin_invite() } else { t.first_admin_invite() }
    }

    /// The link would work only after a time in which others can object.
    fn is_delayed(&self) -> bool {
        self.invitation.may_invite.is_ok_and(|from| from > self.page.now)
    }
}
