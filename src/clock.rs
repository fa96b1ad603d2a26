//! The only place that asks what time it is.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use time::{Duration, OffsetDateTime};

/// Tells the time, in UTC and whole seconds: one second is written the same way everywhere, so that times compare as
/// text in SQLite. What happens within one second is told apart by the ids, which rise.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// Seconds since 1970 of a clock that is set by hand; without it, the system's.
    set: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// A clock that stands at `time` until somebody moves it on, for tests.
    pub fn standing_at(time: OffsetDateTime) -> Self {
        Self { set: Some(Arc::new(AtomicI64::new(time.unix_timestamp()))) }
    }

    /// Moves a standing clock on; the system's clock goes by itself.
    pub fn advance(&self, by: Duration) {
        if let Some(seconds) = &self.set {
            seconds.fetch_add(by.whole_seconds(), Ordering::SeqCst);
        }
    }

    pub fn now(&self) -> OffsetDateTime {
        match &self.set {
            Some(seconds) => from_unix(seconds.load(Ordering::SeqCst)),
            None => system(),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the clock")]
fn system() -> OffsetDateTime {
    from_unix(OffsetDateTime::now_utc().unix_timestamp())
}

fn from_unix(seconds: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(seconds).expect("a clock shows a year below 10,000")
}
