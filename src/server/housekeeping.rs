//! Once an hour, what is of no more use goes (`store::housekeeping`).

use std::time::Duration;

use actix_web::rt::time::interval;
use tokio::sync::oneshot;

use crate::{
    config::Housekeeping,
    store::{Ages, Store, Swept},
};

const EVERY: Duration = Duration::from_hours(1);

/// Until the other end of `stop` is gone; what has begun is finished, since a statement that is given up keeps its
/// connection for a while. What fails is tried again an hour later.
pub async fn keep_house(store: Store, keep: Housekeeping, mut stop: oneshot::Receiver<()>) {
    let days = |days: u16| time::Duration::days(days.into());
    let ages = Ages {
        sessions: days(keep.sessions_days),
        links: days(keep.links_days),
        attempts: days(keep.attempts_days),
    };
    let mut hours = interval(EVERY);
    loop {
        tokio::select! {
            _ = hours.tick() => {}
            _ = &mut stop => return,
        }
        match store.keep_house(ages).await {
            Ok(swept) if swept == Swept::default() => {}
            Ok(swept) => report(swept),
            Err(error) => tracing::warn!(%error, "housekeeping was broken off"),
        }
    }
}

fn report(swept: Swept) {
    let Swept { sessions, links, asked_links, attempts, former_names } = swept;
    tracing::info!(sessions, links, asked_links, attempts, former_names, "kept house");
}
