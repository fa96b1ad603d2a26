//! Partnerships: provider ↔ reseller (`docs/domain.md` rules 7 to 11).

use super::words;

words! {
    /// What waits is no partnership but a request (`docs/domain.md` rule 8).
    PartnershipState {
        Active = "active",
        Ended = "ended",
    }
}

words! {
    /// How it stands, in one word.
    PartnershipStanding {
        Active = "active",
        Suspended = "suspended",
        Ended = "ended",
    }
}

/// As far as rules ask about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partnership {
    pub state: PartnershipState,
    /// Not available until its provider resumes it; its designations stay (rule 10).
    pub suspended: bool,
}

/// What happens to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The provider, for a time (rule 10).
    Suspend,
    /// The provider, afterwards.
    Resume,
    /// Either side (rule 11).
    End,
}

/// Why nothing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unchanged {
    /// It is suspended, resumed or ended already.
    AlreadySo,
    /// What has ended is neither suspended nor resumed: it is asked for anew.
    Ended,
}

impl Partnership {
    /// As acceptance or an import makes it, or makes it again (rule 8).
    pub const ACTIVE: Self = Self { state: PartnershipState::Active, suspended: false };

    pub fn standing(self) -> PartnershipStanding {
        match self.state {
            PartnershipState::Ended => PartnershipStanding::Ended,
            PartnershipState::Active if self.suspended => PartnershipStanding::Suspended,
            PartnershipState::Active => PartnershipStanding::Active,
        }
    }

    /// What it becomes.
    pub fn after(self, event: Event) -> Result<Self, Unchanged> {
        match (self.state, event) {
            (PartnershipState::Ended, Event::End) => Err(Unchanged::AlreadySo),
            (PartnershipState::Ended, _) => Err(Unchanged::Ended),
            (PartnershipState::Active, Event::End) => {
                Ok(Self { state: PartnershipState::Ended, suspended: false })
            }
            (PartnershipState::Active, Event::Suspend | Event::Resume) => {
                let suspended = event == Event::Suspend;
                let changes = suspended != self.suspended;
                changes.then_some(Self { suspended, ..self }).ok_or(Unchanged::AlreadySo)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUSPENDED: Partnership = Partnership { suspended: true, ..Partnership::ACTIVE };
    const ENDED: Partnership = Partnership { state: PartnershipState::Ended, suspended: false };

    /// `docs/domain.md` rules 10 and 11.
    #[test]
    fn what_each_event_makes_of_each_state() {
        let table = [
            (Partnership::ACTIVE, Event::Suspend, Ok(SUSPENDED)),
            (Partnership::ACTIVE, Event::Resume, Err(Unchanged::AlreadySo)),
            (Partnership::ACTIVE, Event::End, Ok(ENDED)),
            (SUSPENDED, Event::Suspend, Err(Unchanged::AlreadySo)),
            (SUSPENDED, Event::Resume, Ok(Partnership::ACTIVE)),
            (SUSPENDED, Event::End, Ok(ENDED)),
            (ENDED, Event::Suspend, Err(Unchanged::Ended)),
            (ENDED, Event::Resume, Err(Unchanged::Ended)),
            (ENDED, Event::End, Err(Unchanged::AlreadySo)),
        ];
        for (before, event, after) in table {
            assert_eq!(before.after(event), after, "{before:?} {event:?}");
        }
    }
}
