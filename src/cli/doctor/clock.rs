//! Whether this machine knows what time it is: links and sessions end by its clock.

use time::{Duration, OffsetDateTime};

use super::finding::Finding;
use crate::{
    clock::Clock,
    store::{Schema, Store, StoreError},
};

const CLOCK: &str = "clock";
/// Further apart than this, one of two clocks is wrong.
const TOLERANCE: Duration = Duration::seconds(30);
const FIX: &str = "let the machine take its time from the network (`timedatectl set-ntp true`)";

/// Against the database server's clock and against what is written down already.
pub async fn examine(store: &Store) -> Result<Finding, StoreError> {
    let database = store.database_time().await?;
    let fits = store.schema().await? == Schema::Fits;
    let newest = if fits { store.newest_activity().await? } else { None };
    Ok(judge(Clock::default().now(), database, newest))
}

fn judge(
    now: OffsetDateTime,
    database: Option<OffsetDateTime>,
    newest: Option<OffsetDateTime>,
) -> Finding {
    let apart = database.map(|database| (now - database).abs());
    let ahead = newest.map(|newest| newest - now);
    if let Some(apart) = apart.filter(|apart| *apart > TOLERANCE) {
        let seconds = apart.whole_seconds();
        let found = format!("{seconds} seconds away from the clock of the database's server");
        return Finding::failed(CLOCK, found).mended_by(format!("{FIX}, on both"));
    }
    if ahead.is_some_and(|ahead| ahead > TOLERANCE) {
        let found = format!("it is {}, but the activity log has a later entry", written(now));
        return Finding::failed(CLOCK, found).mended_by(FIX);
    }
    Finding::good(CLOCK, format!("it is {}", written(now)))
}

fn written(time: OffsetDateTime) -> String {
    let (date, (hour, minute, second)) = (time.date(), time.to_hms());
    format!("{date} {hour:02}:{minute:02}:{second:02} UTC")
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;
    use crate::cli::doctor::finding::State;

    #[test]
    fn a_clock_is_wrong_that_others_contradict() {
        let now = datetime!(2026-11-22 09:41:00 UTC);
        let state = |database: Option<i64>, newest: Option<i64>| {
            let time = |seconds: i64| now + Duration::seconds(seconds);
            judge(now, database.map(time), newest.map(time)).state
        };
        for (database, newest, expected) in [
            (None, None, State::Good),
            (Some(30), Some(-100_000), State::Good),
            (Some(31), None, State::Failed),
            (Some(-31), None, State::Failed),
            (None, Some(30), State::Good),
            (None, Some(31), State::Failed),
        ] {
            assert_eq!(state(database, newest), expected, "{database:?} {newest:?}");
        }
    }
}
