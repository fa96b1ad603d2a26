//! Where a value comes from.

use std::{fmt, path::PathBuf};

/// Where a value comes from; each wins over those before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A line of the settings file.
    File { path: PathBuf, line: usize },
    /// A file in systemd's directory of credentials.
    Credential { path: PathBuf },
    /// A variable of the environment.
    Environment { name: String },
    /// An option of the command line.
    Flag { name: &'static str },
}

impl Source {
    /// Whether both have the same say: then only one of them can be meant.
    pub fn is_beside(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    pub fn is_environment(&self) -> bool {
        matches!(self, Self::Environment { .. })
    }

    pub fn is_flag(&self) -> bool {
        matches!(self, Self::Flag { .. })
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, line } => write!(f, "{}, line {line}", path.display()),
            Self::Credential { path } => write!(f, "credential {}", path.display()),
            Self::Environment { name } => f.write_str(name),
            Self::Flag { name } => f.write_str(name),
        }
    }
}
