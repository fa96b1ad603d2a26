//! What the form that invites a customer's admin holds, and why nobody is invited, in words.

use serde::Deserialize;

use crate::{
    domain::{
        first_admin::NotInvited,
        text::{EmailAddress, Name},
    },
    locale::Messages,
    store::partner::CannotInviteAdmin,
    web::{page::Page, text_errors::FieldErrors},
};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AdminInput {
    pub name: String,
    pub email: String,
    /// Of the buttons beside an invitation that waits.
    pub action: String,
}

impl AdminInput {
    /// Whom to invite, and what is wrong with what was typed.
    pub fn person(&self, page: &Page) -> (Option<Name>, Option<EmailAddress>, FieldErrors) {
        let mut errors = FieldErrors::none(page.t);
        let name = errors.parse("name", &page.t.first_admin_name(), &self.name);
        let email = errors.parse("email", &page.t.email(), &self.email);
        (name, email, errors)
    }
}

pub fn cannot_invite(t: Messages, why: CannotInviteAdmin) -> String {
    match why {
        CannotInviteAdmin::Rule(NotInvited::NotYours) => t.first_admin_not_yours(),
        CannotInviteAdmin::Rule(NotInvited::HasPeople) => t.first_admin_has_people(),
        CannotInviteAdmin::WaitsAlready => t.first_admin_waits_already(),
        CannotInviteAdmin::CannotInvite => t.first_admin_cannot(),
        CannotInviteAdmin::NothingWaits => t.first_admin_withdrawn_before(),
    }
}
