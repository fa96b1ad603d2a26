//! What a crowd may cost the machine.

use std::thread;

use super::{
    ANY_PORT,
    program::{Place, status, try_to_sign_in},
};

/// What one hash of a password takes.
const HASH_KIB: u64 = 32 * 1024;
/// For everything else that two hundred requests at once take.
const BESIDES_KIB: u64 = 64 * 1024;

/// `docs/security.md` B2: however many sign in at once, only so many hashes are made at a time.
#[test]
fn a_crowd_that_signs_in_takes_no_more_memory_than_its_queue_allows() {
    let place = Place::new();
    place.write("liaison.toml", "trusted_proxies = [\"127.0.0.1\"]\n");
    let mut portal = place.start(&["demo", "--listen", ANY_PORT, "--config", "liaison.toml"]);
    let address = portal.address();
    let attempt = |nth: usize| {
        let from = format!("203.0.113.{nth}");
        status(&try_to_sign_in(&address, "admin.agent@danube.example", "wrong", &from))
    };
    assert_eq!(attempt(201), 422);
    let before = portal.peak_memory();
    let answers: Vec<_> = thread::scope(|scope| {
        let crowd: Vec<_> = (0..200).map(|nth| scope.spawn(move || attempt(nth))).collect();
        crowd.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let refused = answers.iter().filter(|status| **status == 422).count();
    let put_off = answers.iter().filter(|status| **status == 503).count();
    assert!(refused > 0 && put_off > 0 && refused + put_off == 200, "{answers:?}");

    let cores = u64::try_from(thread::available_parallelism().unwrap().get()).unwrap();
    let most = before + (cores - 1).max(1) * HASH_KIB + BESIDES_KIB;
    let peak = portal.peak_memory();
    assert!(peak <= most, "{peak} KiB, {before} KiB before the crowd came");
}
