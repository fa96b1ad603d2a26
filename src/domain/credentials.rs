//! Why what opens somebody's account stays as it is (`docs/security.md` B6).

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotChange {
    /// Whoever holds a session need not be the one whose it is: their password says so.
    WrongPassword,
    /// So many have been wrong that the next one has to wait.
    TooManyTries,
    /// It is their address already.
    SameEmail,
}

/// Another account has the address that a link confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmailTaken;
