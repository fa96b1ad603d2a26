//! How long whoever fails to sign in has to wait: the longer, the more often they have failed (`docs/security.md` B3).

use std::net::{IpAddr, Ipv6Addr};

use time::{Duration, OffsetDateTime};

/// Failures that have been counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempts {
    pub failures: i32,
    /// The next try is refused before; it may have passed long ago.
    pub refused_until: OffsetDateTime,
}

/// What failures are counted of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// One after the other, until one succeeds.
    Account,
    /// Those of everybody behind it, which are forgiven one by one.
    Address,
}

/// For how long the next try is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    Until(OffsetDateTime),
    /// A link for a new password lifts it, and nothing else.
    UntilReset,
}

impl Refusal {
    /// `None` where no waiting helps.
    pub fn until(self) -> Option<OffsetDateTime> {
        match self {
            Self::Until(until) => Some(until),
            Self::UntilReset => None,
        }
    }
}

/// In seconds, after each of an account's failures; after each further one it is the last.
const WAITS: [i64; 10] = [0, 0, 0, 0, 5, 15, 30, 60, 300, 900];
/// An account's failures before it takes no password any more.
pub const STOP: i32 = 100;

/// An address may fail so often at once …
const AT_ONCE: i32 = 30;
/// … and then as often as one is forgiven.
const FORGIVEN_EVERY: Duration = Duration::seconds(6);

impl Counted {
    /// Whether the next try is refused; what is refused says nothing about the password, and is not counted.
    pub fn refusal(self, attempts: &Attempts, now: OffsetDateTime) -> Option<Refusal> {
        if self == Self::Account && attempts.failures >= STOP {
            return Some(Refusal::UntilReset);
        }
        (attempts.refused_until > now).then_some(Refusal::Until(attempts.refused_until))
    }

    /// One more has failed. `before`: `None` where none had.
    pub fn after_failure(self, before: Option<Attempts>, now: OffsetDateTime) -> Attempts {
        match before {
            Some(before) if self.refusal(&before, now).is_some() => before,
            before => match self {
                Self::Account => account_failed(before.map_or(0, |before| before.failures), now),
                Self::Address => address_failed(before.map(|before| before.refused_until), now),
            },
        }
    }
}

fn account_failed(failures: i32, now: OffsetDateTime) -> Attempts {
    let nth = usize::try_from(failures).unwrap_or_default().min(WAITS.len() - 1);
    let refused_until = now + Duration::seconds(WAITS[nth]);
    Attempts { failures: failures + 1, refused_until }
}

/// The moment of refusal moves on with each failure; as long as it lies in the past, there is room for more.
fn address_failed(refused_until: Option<OffsetDateTime>, now: OffsetDateTime) -> Attempts {
    let nothing_to_forgive = now - FORGIVEN_EVERY * (AT_ONCE - 1);
    let before = refused_until.map_or(nothing_to_forgive, |until| until.max(nothing_to_forgive));
    let unforgiven = (before - nothing_to_forgive).whole_seconds() / FORGIVEN_EVERY.whole_seconds();
    let failures = i32::try_from(unforgiven).unwrap_or(AT_ONCE) + 1;
    Attempts { failures, refused_until: before + FORGIVEN_EVERY }
}

/// Whose failures are counted together: an IPv4 address, or the network of an IPv6 address that one subscriber has.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        IpAddr::V4(address) => address.into(),
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    const NOW: OffsetDateTime = datetime!(2026-11-22 09:41:00 UTC);

    /// Fails as soon as it may: how long each failure made it wait.
    fn waits(counted: Counted, failures: usize) -> (Vec<i64>, Attempts, OffsetDateTime) {
        let (mut now, mut attempts, mut waits) = (NOW, None, Vec::new());
        for _ in 0..failures {
            let failed = counted.after_failure(attempts, now);
            let wait = (failed.refused_until - now).max(Duration::ZERO);
            waits.push(wait.whole_seconds());
            now += wait;
            attempts = Some(failed);
        }
        (waits, attempts.unwrap(), now)
    }

    /// `docs/security.md` B3.
    #[test]
    fn an_account_waits_longer_after_each_failure() {
        let (waits, ..) = waits(Counted::Account, 12);
        assert_eq!(waits, [0, 0, 0, 0, 5, 15, 30, 60, 300, 900, 900, 900]);
    }

    /// `docs/security.md` B3.
    #[test]
    fn an_account_stops_at_a_hundred_failures_however_long_one_waits() {
        let (_, almost, now) = waits(Counted::Account, 99);
        assert_eq!(Counted::Account.refusal(&almost, now), None);
        let stopped = Counted::Account.after_failure(Some(almost), now);
        let much_later = now + Duration::days(365);
        assert_eq!(Counted::Account.refusal(&stopped, much_later), Some(Refusal::UntilReset));
        assert_eq!(Counted::Account.after_failure(Some(stopped), much_later), stopped);
    }

    /// `docs/security.md` B3.
    #[test]
    fn what_is_refused_is_not_counted() {
        for counted in [Counted::Account, Counted::Address] {
            let refused_until = NOW + Duration::seconds(1);
            let attempts = Attempts { failures: 7, refused_until };
            assert_eq!(counted.refusal(&attempts, NOW), Some(Refusal::Until(refused_until)));
            assert_eq!(counted.after_failure(Some(attempts), NOW), attempts);
            assert_eq!(counted.refusal(&attempts, refused_until), None);
            assert_ne!(counted.after_failure(Some(attempts), refused_until), attempts);
        }
    }

    /// `docs/security.md` B3.
    #[test]
    fn an_address_fails_thirty_times_at_once_and_then_once_in_six_seconds() {
        let (waits, last, now) = waits(Counted::Address, 33);
        assert_eq!(waits[..29], [0; 29]);
        assert_eq!(waits[29..], [6; 4]);
        assert_eq!(last.failures, 30);
        // Half a minute forgives five, three minutes all.
        let after = |wait| Counted::Address.after_failure(Some(last), now + wait).failures;
        assert_eq!(after(Duration::seconds(24)), 26);
        assert_eq!(after(Duration::minutes(3)), 1);
        assert_eq!(after(Duration::days(3)), 1);
    }

    #[test]
    fn the_addresses_of_one_subscriber_are_one() {
        let network = |text: &str| network(text.parse().unwrap()).to_string();
        assert_eq!(network("203.0.113.7"), "203.0.113.7");
        assert_eq!(network("::ffff:203.0.113.7"), "203.0.113.7");
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(network("2001:db8:1:2::9"), "2001:db8:1:2::");
    }
}
