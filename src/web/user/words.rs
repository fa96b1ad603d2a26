//! The words for people: roles, how they belong to the organisation, and why something is not possible.

use crate::{
    domain::membership::{CannotManage, Role, Roles, Standing},
    locale::Messages,
    store::user::{NotInvited, UserLine},
};

pub fn role(t: &Messages, role: Role) -> String {
    match role {
        Role::Partner(role) => t.partner_role(role.as_str()),
        Role::Customer(role) => t.customer_role(role.as_str()),
    }
}

/// What somebody with it may do (`docs/domain.md` rules 4 and 5).
pub fn role_allows(t: &Messages, role: Role) -> String {
    match role {
        Role::Partner(role) => t.user_role_allows(role.as_str()),
        Role::Customer(role) => t.user_customer_role_allows(role.as_str()),
    }
}

pub fn roles(t: &Messages, all: &Roles) -> String {
    let words: Vec<_> = all.iter().map(|one| role(t, *one)).collect();
    words.join(", ")
}

/// How somebody belongs to the organisation: the word, and the class it is shown with.
pub fn standing(t: &Messages, line: &UserLine) -> (String, &'static str) {
    match line.standing {
        Standing::Member if line.last_seen.is_none() => (t.user_never(), "off"),
        Standing::Member => (t.user_active(), "ok"),
        Standing::Invited { .. } => (t.user_invited(), "warn"),
        Standing::Expired => (t.user_expired(), "bad"),
        Standing::Disabled => (t.user_disabled(), "off"),
        Standing::Blocked => (t.user_blocked(), "off"),
    }
}

pub fn cannot_manage(t: &Messages, why: CannotManage) -> String {
    match why {
        CannotManage::NeedsGlobalAdmin => t.user_needs_global_admin(),
        CannotManage::LastGlobalAdmin => t.user_last_global_admin(),
        CannotManage::Oneself => t.user_oneself(),
        CannotManage::NoRole => t.user_no_role(),
        CannotManage::BelongsElsewhere => t.user_belongs_elsewhere(),
        CannotManage::OtherStanding => t.user_other_standing(),
    }
}

pub fn not_invited(t: &Messages, why: NotInvited) -> String {
    match why {
        NotInvited::CannotManage(why) => cannot_manage(t, why),
        NotInvited::CannotInvite(why) => match why.standing {
            Standing::Member | Standing::Blocked => t.user_is_member(),
            Standing::Disabled => t.user_is_disabled(),
            Standing::Invited { .. } | Standing::Expired => t.user_is_invited(),
        },
    }
}
