//! Who belongs to an organisation, and what they may do there (`docs/domain.md` rules 2 to 5).

use std::{collections::BTreeSet, fmt};

use time::{Duration, OffsetDateTime};

use super::{
    UnknownWord,
    ids::OrganisationId,
    role::{AssigningRoles, CustomerRole, PartnerRole, PartnerVerb},
};

/// What a person is inside an organisation, whichever kind that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Partner(PartnerRole),
    Customer(CustomerRole),
}

impl Role {
    /// The roles that such an organisation has, in the order of rules 2 and 3.
    pub fn all(organisation: OrganisationId) -> Vec<Self> {
        match organisation {
            OrganisationId::Partner(_) => {
                PartnerRole::ALL.iter().copied().map(Self::Partner).collect()
            }
            OrganisationId::Customer(_) => {
                CustomerRole::ALL.iter().copied().map(Self::Customer).collect()
            }
        }
    }

    pub fn global_admin(organisation: OrganisationId) -> Self {
        match organisation {
            OrganisationId::Partner(_) => Self::Partner(PartnerRole::GlobalAdmin),
            OrganisationId::Customer(_) => Self::Customer(CustomerRole::GlobalAdmin),
        }
    }

    /// The role of such an organisation that has this word.
    ///
    /// # Errors
    ///
    /// The organisation has no such role.
    pub fn parse(organisation: OrganisationId, word: &str) -> Result<Self, UnknownWord> {
        match organisation {
            OrganisationId::Partner(_) => word.parse().map(Self::Partner),
            OrganisationId::Customer(_) => word.parse().map(Self::Customer),
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Partner(role) => role.as_str(),
            Self::Customer(role) => role.as_str(),
        }
    }

    /// Whether it lets people in and says what they may do (rules 4 and 5).
    pub fn manages_users(self, assigning: &AssigningRoles) -> bool {
        match self {
            Self::Partner(role) => role.may(PartnerVerb::ManageUsers, assigning),
            Self::Customer(role) => role == CustomerRole::GlobalAdmin,
        }
    }

    pub fn is_global_admin(self) -> bool {
        matches!(
            self,
            Self::Partner(PartnerRole::GlobalAdmin) | Self::Customer(CustomerRole::GlobalAdmin)
        )
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What somebody may do in an organisation.
pub type Roles = BTreeSet<Role>;

/// How long an invitation waits to be accepted.
pub const INVITATION_LASTS: Duration = Duration::days(30);

/// How somebody belongs to an organisation at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Member,
    Invited {
        until: OffsetDateTime,
    },
    /// Nobody accepted in time.
    Expired,
    Disabled,
    /// A member whose account the operator has disabled.
    Blocked,
}

impl Standing {
    /// `invited_at`: from when on an invitation that nobody has accepted yet can be.
    pub fn of(active: bool, invited_at: Option<OffsetDateTime>, now: OffsetDateTime) -> Self {
        match invited_at.map(|from| from + INVITATION_LASTS) {
            _ if active => Self::Member,
            Some(until) if now < until => Self::Invited { until },
            Some(_) => Self::Expired,
            None => Self::Disabled,
        }
    }

    /// Of somebody whose account can be opened at all, or cannot. An invitation does not tell.
    #[must_use]
    pub fn with_account(self, active: bool) -> Self {
        if self == Self::Member && !active { Self::Blocked } else { self }
    }

    /// Whether it waits for somebody to accept, be it too late.
    pub fn is_invitation(self) -> bool {
        matches!(self, Self::Invited { .. } | Self::Expired)
    }
}

/// Why somebody's place in an organisation stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotManage {
    /// Only a global admin gives, takes or resets a global admin (rule 4).
    NeedsGlobalAdmin,
    /// The organisation would have nobody left who can do everything (rule 4).
    LastGlobalAdmin,
    /// Nobody raises their own rights, disables themselves, or opens their own account for themselves (rule 4).
    Oneself,
    /// Whoever is let in may do something.
    NoRole,
    /// Another organisation relies on the same account: an admin of this one must not be able to take it over, so the
    /// operator opens it.
    BelongsElsewhere,
    /// They are not a member, or not any more, or are one already.
    OtherStanding,
}

/// Whoever manages the people of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manager {
    pub is_global_admin: bool,
}

/// Somebody whose place they would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Managed {
    pub standing: Standing,
    pub roles: Roles,
    /// The manager's own place.
    pub is_manager: bool,
    /// A member of the organisation, and no other one of them is a global admin.
    pub is_last_global_admin: bool,
    /// Has another active membership.
    pub belongs_elsewhere: bool,
}

fn has_global_admin(roles: &Roles) -> bool {
    roles.iter().any(|role| role.is_global_admin())
}

impl Manager {
    /// # Errors
    ///
    /// Why somebody cannot be invited with these roles.
    pub fn may_give(self, roles: &Roles) -> Result<(), CannotManage> {
        match roles {
            roles if roles.is_empty() => Err(CannotManage::NoRole),
            roles if has_global_admin(roles) && !self.is_global_admin => {
                Err(CannotManage::NeedsGlobalAdmin)
            }
            _ => Ok(()),
        }
    }

    /// # Errors
    ///
    /// Why they cannot have these roles from now on.
    pub fn may_change_roles(self, of: &Managed, to: &Roles) -> Result<(), CannotManage> {
        let changes_admin = has_global_admin(&of.roles) != has_global_admin(to);
        if matches!(of.standing, Standing::Disabled | Standing::Blocked) {
            return Err(CannotManage::OtherStanding);
        }
        if to.is_empty() {
            return Err(CannotManage::NoRole);
        }
        if changes_admin && !self.is_global_admin {
            return Err(CannotManage::NeedsGlobalAdmin);
        }
        if of.is_manager && !to.is_subset(&of.roles) {
            return Err(CannotManage::Oneself);
        }
        if changes_admin && of.is_last_global_admin {
            return Err(CannotManage::LastGlobalAdmin);
        }
        Ok(())
    }

    /// # Errors
    ///
    /// Why they stay a member.
    pub fn may_disable(self, of: &Managed) -> Result<(), CannotManage> {
        if of.standing != Standing::Member {
            return Err(CannotManage::OtherStanding);
        }
        if of.is_manager {
            return Err(CannotManage::Oneself);
        }
        self.may_touch(of)?;
        if of.is_last_global_admin { Err(CannotManage::LastGlobalAdmin) } else { Ok(()) }
    }

    /// # Errors
    ///
    /// Why they do not become a member again.
    pub fn may_enable(self, of: &Managed) -> Result<(), CannotManage> {
        if of.standing != Standing::Disabled {
            return Err(CannotManage::OtherStanding);
        }
        self.may_touch(of)
    }

    /// To make the link of an invitation anew, or to take the invitation back.
    ///
    /// # Errors
    ///
    /// Why the invitation stays as it is.
    pub fn may_change_invitation(self, of: &Managed) -> Result<(), CannotManage> {
        if !of.standing.is_invitation() {
            return Err(CannotManage::OtherStanding);
        }
        self.may_touch(of)
    }

    /// To make a link that opens the person's account without their password, or to take their second factor away. With
    /// it an admin could become that person; so only where the account is of this organisation alone (`docs/security.md`
    /// B8).
    ///
    /// # Errors
    ///
    /// Why their account stays closed.
    pub fn may_open_account(self, of: &Managed) -> Result<(), CannotManage> {
        self.may_confirm_email(of)?;
        if of.belongs_elsewhere { Err(CannotManage::BelongsElsewhere) } else { Ok(()) }
    }

    /// To make the link that confirms the new address which they have asked for themselves.
    ///
    /// # Errors
    ///
    /// Why there is no such link.
    pub fn may_confirm_email(self, of: &Managed) -> Result<(), CannotManage> {
        if of.standing != Standing::Member {
            return Err(CannotManage::OtherStanding);
        }
        if of.is_manager {
            return Err(CannotManage::Oneself);
        }
        self.may_touch(of)
    }

    fn may_touch(self, of: &Managed) -> Result<(), CannotManage> {
        if has_global_admin(&of.roles) && !self.is_global_admin {
            Err(CannotManage::NeedsGlobalAdmin)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_waits_for_thirty_days_and_is_then_expired() {
        let from = OffsetDateTime::UNIX_EPOCH;
        let until = from + INVITATION_LASTS;
        let at = |now| Standing::of(false, Some(from), now);
        assert_eq!(at(from), Standing::Invited { until });
        assert_eq!(at(until - Duration::SECOND), Standing::Invited { until });
        assert_eq!(at(until), Standing::Expired);
        assert_eq!(Standing::of(false, None, from), Standing::Disabled);
        assert_eq!(Standing::of(true, None, until), Standing::Member);
    }

    const GLOBAL: Manager = Manager { is_global_admin: true };
    const OTHER: Manager = Manager { is_global_admin: false };

    fn roles(roles: &[PartnerRole]) -> Roles {
        roles.iter().copied().map(Role::Partner).collect()
    }

    fn member(of: &[PartnerRole]) -> Managed {
        Managed {
            standing: Standing::Member,
            roles: roles(of),
            is_manager: false,
            is_last_global_admin: false,
            belongs_elsewhere: false,
        }
    }

    /// `docs/domain.md` rule 4.
    #[test]
    fn only_a_global_admin_gives_takes_or_resets_a_global_admin() {
        use PartnerRole::{AdminAgent, GlobalAdmin};
        let (admin, agent) = (member(&[GlobalAdmin]), member(&[AdminAgent]));
        let invited = Managed { standing: Standing::Expired, ..admin.clone() };
        let disabled = Managed { standing: Standing::Disabled, ..admin.clone() };
        let refused = Err(CannotManage::NeedsGlobalAdmin);
        for (manager, expected) in [(GLOBAL, Ok(())), (OTHER, refused)] {
            assert_eq!(manager.may_give(&admin.roles), expected);
            assert_eq!(manager.may_change_roles(&agent, &admin.roles), expected);
            assert_eq!(manager.may_change_roles(&admin, &agent.roles), expected);
            assert_eq!(manager.may_disable(&admin), expected);
            assert_eq!(manager.may_enable(&disabled), expected);
            assert_eq!(manager.may_change_invitation(&invited), expected);
            assert_eq!(manager.may_open_account(&admin), expected);
            assert_eq!(manager.may_confirm_email(&admin), expected);
            assert_eq!(manager.may_give(&agent.roles), Ok(()));
            assert_eq!(manager.may_disable(&agent), Ok(()));
            assert_eq!(manager.may_open_account(&agent), Ok(()));
        }
    }

    /// `docs/domain.md` rule 4.
    #[test]
    fn the_last_global_admin_stays() {
        use PartnerRole::{AdminAgent, GlobalAdmin};
        let last = Managed { is_last_global_admin: true, ..member(&[GlobalAdmin, AdminAgent]) };
        let (agent, admin) = (roles(&[AdminAgent]), roles(&[GlobalAdmin]));
        let refused = Err(CannotManage::LastGlobalAdmin);
        assert_eq!(GLOBAL.may_disable(&last), refused);
        assert_eq!(GLOBAL.may_change_roles(&last, &agent), refused);
        assert_eq!(GLOBAL.may_change_roles(&last, &admin), Ok(()));
        let own = Managed { is_manager: true, ..last };
        assert_eq!(GLOBAL.may_change_roles(&own, &agent), refused);
    }

    /// `docs/domain.md` rule 4.
    #[test]
    fn nobody_raises_or_disables_themselves_but_may_give_up_a_role() {
        use PartnerRole::{AdminAgent, GlobalAdmin, HelpdeskAgent};
        let own = Managed { is_manager: true, ..member(&[GlobalAdmin, AdminAgent]) };
        let change = |to: &[PartnerRole]| GLOBAL.may_change_roles(&own, &roles(to));
        assert_eq!(change(&[GlobalAdmin, AdminAgent, HelpdeskAgent]), Err(CannotManage::Oneself));
        assert_eq!(change(&[HelpdeskAgent]), Err(CannotManage::Oneself));
        assert_eq!(change(&[AdminAgent]), Ok(()));
        assert_eq!(change(&[]), Err(CannotManage::NoRole));
        assert_eq!(GLOBAL.may_disable(&own), Err(CannotManage::Oneself));
        assert_eq!(GLOBAL.may_open_account(&own), Err(CannotManage::Oneself));
    }

    /// `docs/security.md` B8.
    #[test]
    fn an_account_that_belongs_elsewhere_is_opened_by_nobody_here() {
        let shared = Managed { belongs_elsewhere: true, ..member(&[PartnerRole::AdminAgent]) };
        assert_eq!(GLOBAL.may_open_account(&shared), Err(CannotManage::BelongsElsewhere));
        assert_eq!(GLOBAL.may_disable(&shared), Ok(()));
        assert_eq!(GLOBAL.may_confirm_email(&shared), Ok(()));
    }

    #[test]
    fn each_thing_is_done_to_those_who_stand_so() {
        let standings = [
            Standing::Member,
            Standing::Invited { until: OffsetDateTime::UNIX_EPOCH },
            Standing::Expired,
            Standing::Disabled,
            Standing::Member.with_account(false),
        ];
        let possible = standings.map(|standing| {
            let of = Managed { standing, ..member(&[PartnerRole::AdminAgent]) };
            [
                GLOBAL.may_change_roles(&of, &of.roles),
                GLOBAL.may_disable(&of),
                GLOBAL.may_enable(&of),
                GLOBAL.may_change_invitation(&of),
                GLOBAL.may_open_account(&of),
            ]
            .map(|may| may.is_ok())
        });
        assert_eq!(
            possible,
            [
                [true, true, false, false, true],
                [true, false, false, true, false],
                [true, false, false, true, false],
                [false, false, true, false, false],
                [false, false, false, false, false],
            ]
        );
    }
}
