//! What every set-up form asks the first person of an organisation: who they are, and in which zone their clock hangs.

use super::text_errors::{FieldErrors, invalid_text, weak_password};
use crate::{
    domain::{
        password::NewPassword,
        text::{self, InvalidText},
    },
    locale::{Messages, Zone},
    store::NewAdmin,
};

/// The fields of `set_up/admin.html`.
pub struct NewAdminInput<'a> {
    pub name: &'a str,
    pub email: &'a str,
    pub password: &'a str,
}

impl NewAdminInput<'_> {
    /// `context`: words besides their own that anybody would guess a password from.
    pub fn parse(
        &self,
        t: &Messages,
        errors: &mut FieldErrors,
        context: &[&str],
    ) -> Option<NewAdmin> {
        let name = errors.parse("admin_name", &t.set_up_admin_name(), self.name);
        let email = errors.parse("email", &t.email(), self.email);
        let context = [context, &[self.name, self.email]].concat();
        let password = NewPassword::parse(self.password, &context);
        let password = password.map_err(|reason| weak_password(t, reason));
        let password = errors.take("password", password);
        Some(NewAdmin { name: name?, email: email?, password: password? })
    }
}

pub fn zone(t: &Messages, text: &str) -> Result<Zone, String> {
    let zone = text::line(text, LONGEST_ZONE)
        .and_then(|name| Zone::named(&name).ok_or(InvalidText::NotATimeZone));
    zone.map_err(|reason| invalid_text(t, &t.set_up_time_zone(), reason))
}

/// In characters; the longest name of a zone has 30.
const LONGEST_ZONE: usize = 60;
