//! What has happened since the program was started, counted for whoever watches it. Each instance counts for itself.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::domain::change::Cause;

/// Contacts that have changed, for each cause.
pub(super) type Changes = BTreeMap<Cause, u64>;

#[derive(Debug, Default)]
pub(super) struct Counts {
    statements: AtomicU64,
    failed_sign_ins: AtomicU64,
    changes: Mutex<Changes>,
}

/// Connections to the database, as they are now.
#[derive(Clone, Copy, Debug)]
pub struct Pool {
    pub name: &'static str,
    /// All that stand, those at rest included.
    pub size: u32,
    pub idle: usize,
}

impl Counts {
    /// Without those that begin and end a transaction.
    pub fn statement(&self) {
        self.statements.fetch_add(1, Ordering::Relaxed);
    }

    pub fn sign_in_failed(&self) {
        self.failed_sign_ins.fetch_add(1, Ordering::Relaxed);
    }

    /// What a transaction has changed that is committed now.
    pub fn add(&self, changes: &Changes) {
        let mut all = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        for (cause, number) in changes {
            *all.entry(*cause).or_default() += number;
        }
    }

    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    pub fn failed_sign_ins(&self) -> u64 {
        self.failed_sign_ins.load(Ordering::Relaxed)
    }

    /// Every cause, also where nothing has changed.
    pub fn changes(&self) -> impl Iterator<Item = (Cause, u64)> {
        let all = self.changes.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Cause::ALL.iter().map(move |cause| (*cause, all.get(cause).copied().unwrap_or_default()))
    }
}

tokio::task_local! {
    /// What the transaction that is under way has changed: it may yet be rolled back, and then nothing has happened.
    static UNCOMMITTED: RefCell<Changes>;
}

/// Does the work of a transaction, and says what it has changed.
pub(super) async fn while_counting<T>(work: impl Future<Output = T>) -> (T, Changes) {
    let counting = async {
        let value = work.await;
        (value, UNCOMMITTED.with(RefCell::take))
    };
    UNCOMMITTED.scope(RefCell::default(), counting).await
}

/// Counts once the transaction is committed.
pub(super) fn contact_changed(cause: Cause) {
    let count = |changes: &RefCell<Changes>| *changes.borrow_mut().entry(cause).or_default() += 1;
    UNCOMMITTED.try_with(count).expect("changes are written inside of Database::write");
}
