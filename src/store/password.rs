//! Hashing passwords: argon2id, off the worker threads, as many at once as the machine has cores to spare
//! (`docs/security.md` B2).

use std::{sync::Arc, thread::available_parallelism};

use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::PasswordHash,
};
use tokio::{sync::Semaphore, task::spawn_blocking};

use super::StoreError;

const MEMORY_KIB: u32 = 32 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;

/// Beyond this many waiting, the answer is *try again shortly*.
const QUEUE: usize = 32;

/// Checks passwords and makes their hashes; clones share the queue.
#[derive(Clone, Debug)]
pub struct Passwords {
    running: Arc<Semaphore>,
    admitted: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        let at_once = (cores - 1).max(1);
        Self {
            running: Arc::new(Semaphore::new(at_once)),
            admitted: Arc::new(Semaphore::new(at_once + QUEUE)),
        }
    }
}

/// What checking a password found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Wrong,
    Right,
    /// Right, and hashed with weaker parameters than today's.
    RightButWeak,
}

impl Passwords {
    /// The hash to keep, as a PHC string.
    pub async fn hash(&self, password: &str) -> Result<String, StoreError> {
        let password = password.to_owned();
        self.compute(move || hash(&password)).await
    }

    /// `None` for an account that is not there: it takes as long as a wrong password, so that nobody learns which it was.
    pub async fn verify(
        &self,
        password: &str,
        kept: Option<String>,
    ) -> Result<Verdict, StoreError> {
        let password = password.to_owned();
        self.compute(move || {
            if let Some(kept) = kept {
                return verify(&password, &kept);
            }
            hash(&password);
            Verdict::Wrong
        })
        .await
    }

    async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        let _place =
            Arc::clone(&self.admitted).try_acquire_owned().map_err(|_| StoreError::Overloaded)?;
        let turn =
            Arc::clone(&self.running).acquire_owned().await.expect("the semaphore is never closed");
        let task = spawn_blocking(move || {
            // Held by the work itself: a browser that goes away does not let another one in beside it.
            let _turn = turn;
            work()
        });
        Ok(task.await.unwrap_or_else(|panic| std::panic::resume_unwind(panic.into_panic())))
    }
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).expect("these parameters are valid");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash(password: &str) -> String {
    argon2().hash_password(password.as_bytes()).expect("any password can be hashed").to_string()
}

fn verify(password: &str, kept: &str) -> Verdict {
    let Ok(kept) = PasswordHash::new(kept) else { return Verdict::Wrong };
    if argon2().verify_password(password.as_bytes(), &kept).is_err() {
        return Verdict::Wrong;
    }
    let today = (MEMORY_KIB, PASSES, LANES);
    match Params::try_from(&kept) {
        Ok(params) if (params.m_cost(), params.t_cost(), params.p_cost()) == today => {
            Verdict::Right
        }
        _ => Verdict::RightButWeak,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `docs/security.md` B1: nothing is cut off, not even behind 72 bytes.
    #[tokio::test]
    async fn every_character_of_a_password_counts() {
        let passwords = Passwords::default();
        let long = "ű".repeat(128);
        let kept = passwords.hash(&long).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=32768,t=3,p=1$"), "{kept}");
        assert_eq!(passwords.verify(&long, Some(kept.clone())).await.unwrap(), Verdict::Right);
        let other = format!("{}ú", "ű".repeat(127));
        assert_eq!(passwords.verify(&other, Some(kept)).await.unwrap(), Verdict::Wrong);
    }

    /// `docs/security.md` B2.
    #[tokio::test]
    async fn a_hash_with_weaker_parameters_is_made_anew() {
        let weak = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(8 * 1024, 1, 1, None).unwrap(),
        );
        let kept = weak.hash_password(b"correct horse battery").unwrap().to_string();
        let verdict = Passwords::default().verify("correct horse battery", Some(kept)).await;
        assert_eq!(verdict.unwrap(), Verdict::RightButWeak);
    }

    /// `docs/security.md` B2.
    #[tokio::test]
    async fn beyond_the_queue_the_answer_is_to_come_back() {
        let passwords = Passwords::default();
        let capacity = u32::try_from(passwords.admitted.available_permits()).unwrap();
        let _crowd = passwords.admitted.acquire_many(capacity).await.unwrap();
        assert!(matches!(passwords.hash("x").await, Err(StoreError::Overloaded)));
    }
}
