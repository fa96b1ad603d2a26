//! Who lets the first admin of a customer in, and another one where all of them have left (`docs/domain.md` rule 17).

use time::{Duration, OffsetDateTime};

use super::relationship::RelationshipState;

/// Who has used the portal within so long has not left.
pub const LATELY: Duration = Duration::days(90);
/// So long those who have not left can withdraw an invitation before anybody accepts it.
pub const NOTICE: Duration = Duration::hours(72);

/// How things stand between a partner and a customer whose admin it wants to invite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub relationship: RelationshipState,
    /// The partner has added the customer.
    pub added_it: bool,
    /// It sells a live subscription to it.
    pub is_provider: bool,
    /// Somebody can sign in for the customer.
    pub has_people: bool,
    /// When one of its admins used the portal last; `None`: it has none, or none ever has.
    pub admin_seen: Option<OffsetDateTime>,
}

/// Why a partner invites nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInvited {
    /// It has neither added the customer nor sells to it.
    NotYours,
    /// The customer has people of its own, and this partner sells nothing to it.
    HasPeople,
}

impl Standing {
    /// From when on an invitation that is made now can be accepted: at once where nobody is there to object, after a time
    /// in which the admins learn of it where one of them has been seen lately.
    pub fn may_invite(self, now: OffsetDateTime) -> Result<OffsetDateTime, NotInvited> {
        let is_its_own = self.added_it || self.is_provider;
        if self.relationship == RelationshipState::Ended || !is_its_own {
            return Err(NotInvited::NotYours);
        }
        if !self.has_people {
            return Ok(now);
        }
        if !self.is_provider {
            return Err(NotInvited::HasPeople);
        }
        Ok(if was_lately(self.admin_seen, now) { now + NOTICE } else { now })
    }
}

/// Whether an admin who was seen then is still there to object. Where nobody was and somebody comes in, they have the same
/// time for the invitations that wait already, be they of several partners.
pub fn was_lately(admin_seen: Option<OffsetDateTime>, now: OffsetDateTime) -> bool {
    admin_seen.is_some_and(|seen| seen > now - LATELY)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;
    const STRANGER: Standing = Standing {
        relationship: RelationshipState::Active,
        added_it: false,
        is_provider: false,
        has_people: false,
        admin_seen: None,
    };

    /// `docs/domain.md` rule 17.
    #[test]
    fn who_has_added_a_customer_or_sells_to_it_invites_its_first_admin() {
        let added = Standing { added_it: true, ..STRANGER };
        let sells = Standing { is_provider: true, ..STRANGER };
        assert_eq!(STRANGER.may_invite(NOW), Err(NotInvited::NotYours));
        assert_eq!(added.may_invite(NOW), Ok(NOW));
        assert_eq!(sells.may_invite(NOW), Ok(NOW));
        let ended = Standing { relationship: RelationshipState::Ended, ..added };
        assert_eq!(ended.may_invite(NOW), Err(NotInvited::NotYours));
    }

    /// `docs/domain.md` rule 17.
    #[test]
    fn where_somebody_can_sign_in_only_a_provider_invites_and_who_is_there_has_time_to_object() {
        let has_people = Standing { has_people: true, added_it: true, ..STRANGER };
        assert_eq!(has_people.may_invite(NOW), Err(NotInvited::HasPeople));
        let sells = Standing { is_provider: true, ..has_people };
        assert_eq!(sells.may_invite(NOW), Ok(NOW), "no admin at all");
        let seen = |seen| Standing { admin_seen: Some(seen), ..sells };
        assert_eq!(seen(NOW - LATELY).may_invite(NOW), Ok(NOW));
        let lately = NOW - LATELY + Duration::SECOND;
        assert_eq!(seen(lately).may_invite(NOW), Ok(NOW + NOTICE));
    }
}
