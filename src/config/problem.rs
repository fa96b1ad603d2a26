//! What was wrong with the settings, where, and how to mend it.

use std::fmt;

/// All that was wrong, in the order in which it was found; at least one problem.
#[derive(Debug, thiserror::Error)]
pub struct ConfigError {
    problems: Vec<Problem>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A file, its line, or the name of a variable.
    pub place: String,
    pub message: String,
}

impl ConfigError {
    /// `Ok` where nothing is wrong.
    pub fn unless_none(problems: Vec<Problem>) -> Result<(), Self> {
        if problems.is_empty() { Ok(()) } else { Err(Self { problems }) }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [only] = &self.problems[..] {
            return only.fmt(f);
        }
        write!(f, "{} settings are wrong:", self.problems.len())?;
        self.problems.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Of these names, the one that was meant, if any is near enough.
pub fn nearest(wrong: &str, known: impl Iterator<Item = String>) -> Option<String> {
    let distance = |name: &str| {
        let whole = strsim::damerau_levenshtein(wrong, name);
        // Somebody may have forgotten the section, or put the key into another.
        let last = strsim::damerau_levenshtein(last(wrong), last(name)) + 1;
        whole.min(last)
    };
    let (distance, name) = known.map(|name| (distance(&name), name)).min()?;
    (distance <= (last(wrong).len() / 3).max(2)).then_some(name)
}

/// `name` of `site.name`.
fn last(key: &str) -> &str {
    key.rsplit('.').next().unwrap_or(key)
}
