//! Requests: what one organisation has asked of another, and what becomes of it (`docs/domain.md` rules 14 to 17).

use time::{Date, Duration, OffsetDateTime};

use super::{
    ids::RequestId,
    partnership::{Partnership, PartnershipState},
    relationship::{DelegatedAdmin, Relationship, RelationshipState},
    words,
};

words! {
    /// What is asked for.
    RequestKind {
        Partnership = "partnership",
        Relationship = "relationship",
        DelegatedAdmin = "delegated_admin",
    }
}

words! {
    /// What has become of it. *Expired* is none of them: it is open and past its date (rule 16).
    RequestState {
        Open = "open",
        Accepted = "accepted",
        Declined = "declined",
        Revoked = "revoked",
    }
}

/// How long a request waits for an answer (rule 16).
pub const VALID_FOR: Duration = Duration::days(30);

/// As far as rules ask about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    pub state: RequestState,
    pub expires_at: OffsetDateTime,
}

/// How a request stands at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    Open,
    Accepted,
    Declined,
    Revoked,
    /// Nobody answered in time.
    Expired,
}

/// What somebody does about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The other side.
    Accept,
    /// The other side.
    Decline,
    /// The asker; also whoever asks for the same thing anew after it has expired.
    Revoke,
}

impl Request {
    pub fn standing(self, now: OffsetDateTime) -> Standing {
        match self.state {
            RequestState::Open if now >= self.expires_at => Standing::Expired,
            RequestState::Open => Standing::Open,
            RequestState::Accepted => Standing::Accepted,
            RequestState::Declined => Standing::Declined,
            RequestState::Revoked => Standing::Revoked,
        }
    }

    /// What it becomes. Only an open request can be answered or revoked, and an expired one revoked; otherwise the error
    /// says how it stands.
    pub fn after(self, event: Event, now: OffsetDateTime) -> Result<RequestState, Standing> {
        match (self.standing(now), event) {
            (Standing::Open, Event::Accept) => Ok(RequestState::Accepted),
            (Standing::Open, Event::Decline) => Ok(RequestState::Declined),
            (Standing::Open | Standing::Expired, Event::Revoke) => Ok(RequestState::Revoked),
            (standing, _) => Err(standing),
        }
    }
}

/// What the portal knows of the organisation that a link is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// Somebody signs in for it.
    pub has_people: bool,
    /// Somebody else than the asker has a partnership, a relationship or a subscription with it.
    pub is_known_to_others: bool,
}

/// Where a link leads somebody who is not signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    SignIn,
    /// The first of its people sets the organisation up.
    SetUp,
    /// Its first admin is invited by who added it, or by the operator.
    Invitation,
}

impl Addressee {
    /// One that is new to the portal.
    pub const NEW: Self = Self { has_people: false, is_known_to_others: false };

    /// Whoever holds a link may set an organisation up only while that gives away nothing of others (rule 17).
    pub fn door(self) -> Door {
        match (self.has_people, self.is_known_to_others) {
            (true, _) => Door::SignIn,
            (false, false) => Door::SetUp,
            (false, true) => Door::Invitation,
        }
    }
}

/// What a request of a relationship or of delegated admin would be made on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Of the reseller for which a provider asks with that provider; `None`: it asks for itself.
    pub partnership: Option<Partnership>,
    /// Of whom it is for with the customer, as far as the asker may know of it (rule 40).
    pub relationship: Option<Relationship>,
    /// The customer's; where nobody knows the customer, the one in UTC.
    pub today: Date,
}

/// Why a request is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotAsk {
    /// It waits for an answer: at most one of the same (rule 16).
    AlreadyOpen(RequestId),
    /// A relationship stands; whether it lacks delegated admin, which can then be asked for (rule 15).
    AlreadyRelated {
        lacks_delegated_admin: bool,
    },
    /// They are given without an end.
    AlreadyDelegated,
    /// Delegated admin is part of a relationship, and there is none.
    NotRelated,
    /// Only for a reseller with an active partnership (rule 14); it may be suspended.
    NotYourReseller,
    LastDayIsPast,
    /// The subscription that the request is to remember was bought by another customer.
    SubscriptionOfAnother,
    /// A partnership stands already.
    AlreadyPartners,
    Oneself,
    /// Somebody else than an indirect reseller.
    NotAReseller,
}

impl Ground {
    /// Whether it may be asked for (rules 14 and 15).
    pub fn allows(self, kind: RequestKind, last_day: Option<Date>) -> Result<(), CannotAsk> {
        if self.partnership.is_some_and(|one| one.state == PartnershipState::Ended) {
            return Err(CannotAsk::NotYourReseller);
        }
        if last_day.is_some_and(|day| day < self.today) {
            return Err(CannotAsk::LastDayIsPast);
        }
        let active = self.relationship.filter(|one| one.state == RelationshipState::Active);
        match (kind, active) {
            (RequestKind::DelegatedAdmin, None) => Err(CannotAsk::NotRelated),
            (RequestKind::DelegatedAdmin, Some(one)) => {
                let for_ever = one.delegated_admin == DelegatedAdmin::Given { until: None };
                if for_ever { Err(CannotAsk::AlreadyDelegated) } else { Ok(()) }
            }
            (_, Some(one)) => Err(CannotAsk::AlreadyRelated {
                lacks_delegated_admin: !one.delegated_admin.is_valid_on(self.today),
            }),
            (_, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use time::macros::{date, datetime};

    use super::*;

    const NOW: OffsetDateTime = datetime!(2026-11-22 09:41 UTC);

    /// `docs/domain.md` rule 16.
    #[test]
    fn only_an_open_request_is_answered() {
        let open = Request { state: RequestState::Open, expires_at: NOW + VALID_FOR };
        assert_eq!(open.after(Event::Accept, NOW), Ok(RequestState::Accepted));
        assert_eq!(open.after(Event::Decline, NOW), Ok(RequestState::Declined));
        assert_eq!(open.after(Event::Revoke, NOW), Ok(RequestState::Revoked));
        for state in [RequestState::Accepted, RequestState::Declined, RequestState::Revoked] {
            let request = Request { state, ..open };
            for event in [Event::Accept, Event::Decline, Event::Revoke] {
                assert_eq!(request.after(event, NOW), Err(request.standing(NOW)), "{state}");
            }
        }
    }

    /// `docs/domain.md` rule 16.
    #[test]
    fn an_expired_request_can_only_be_revoked() {
        let late = NOW + VALID_FOR;
        let request = Request { state: RequestState::Open, expires_at: late };
        assert_eq!(request.standing(late - Duration::seconds(1)), Standing::Open);
        assert_eq!(request.standing(late), Standing::Expired);
        assert_eq!(request.after(Event::Accept, late), Err(Standing::Expired));
        assert_eq!(request.after(Event::Decline, late), Err(Standing::Expired));
        assert_eq!(request.after(Event::Revoke, late), Ok(RequestState::Revoked));
    }

    /// `docs/domain.md` rule 17.
    #[test]
    fn an_organisation_is_set_up_by_link_only_while_it_is_nobody_elses() {
        let known = Addressee { is_known_to_others: true, ..Addressee::NEW };
        assert_eq!(Addressee::NEW.door(), Door::SetUp);
        assert_eq!(known.door(), Door::Invitation);
        for is_known_to_others in [false, true] {
            let in_use = Addressee { has_people: true, is_known_to_others };
            assert_eq!(in_use.door(), Door::SignIn);
        }
    }

    /// `docs/domain.md` rules 14 and 15.
    #[test]
    fn what_may_be_asked_for() {
        const TODAY: Date = date!(2026 - 11 - 22);
        let with = |until| Some(Relationship::accepted(DelegatedAdmin::Given { until }));
        let without = Some(Relationship::accepted(DelegatedAdmin::NotGiven));
        let ended = without.map(|one| Relationship { state: RelationshipState::Ended, ..one });
        let related =
            |lacks_delegated_admin| Err(CannotAsk::AlreadyRelated { lacks_delegated_admin });
        let yesterday = Some(date!(2026 - 11 - 21));
        let table = [
            (RequestKind::Relationship, None, None, Ok(())),
            (RequestKind::Relationship, ended, Some(TODAY), Ok(())),
            (RequestKind::Relationship, None, yesterday, Err(CannotAsk::LastDayIsPast)),
            (RequestKind::Relationship, without, None, related(true)),
            (RequestKind::Relationship, with(yesterday), None, related(true)),
            (RequestKind::Relationship, with(None), None, related(false)),
            (RequestKind::DelegatedAdmin, None, None, Err(CannotAsk::NotRelated)),
            (RequestKind::DelegatedAdmin, ended, None, Err(CannotAsk::NotRelated)),
            (RequestKind::DelegatedAdmin, without, None, Ok(())),
            (RequestKind::DelegatedAdmin, with(Some(TODAY)), None, Ok(())),
            (RequestKind::DelegatedAdmin, with(None), None, Err(CannotAsk::AlreadyDelegated)),
        ];
        for (kind, relationship, last_day, expected) in table {
            let ground = Ground { partnership: None, relationship, today: TODAY };
            assert_eq!(ground.allows(kind, last_day), expected, "{kind} {relationship:?}");
            let suspended = Partnership { suspended: true, ..Partnership::ACTIVE };
            let for_suspended = Ground { partnership: Some(suspended), ..ground };
            assert_eq!(for_suspended.allows(kind, last_day), expected, "suspended is fine");
            let gone = Partnership { state: PartnershipState::Ended, suspended: false };
            let for_gone = Ground { partnership: Some(gone), ..ground };
            assert_eq!(for_gone.allows(kind, last_day), Err(CannotAsk::NotYourReseller));
        }
    }
}
