//! Whether there is room for what is still to be written.

use std::path::Path;

use rustix::fs::statvfs;

use super::finding::Finding;
use crate::config::Config;

const DISK: &str = "disk space";
const MB: u64 = 1_000_000;
/// Less than this, and writing may soon fail.
const TOO_LITTLE: u64 = 100 * MB;
const LITTLE: u64 = 1000 * MB;

/// Of SQLite's folder: a database server looks after its own.
pub fn examine(config: &Config) -> Option<Finding> {
    let file = config.database_url.sqlite_file()?;
    // The folder may be made only when the portal starts.
    let folder = file.ancestors().skip(1).find(|folder| folder.exists());
    let folder = folder.unwrap_or(Path::new("."));
    Some(match statvfs(folder) {
        Ok(disk) => judge(disk.f_bavail.saturating_mul(disk.f_frsize)),
        Err(error) => Finding::warning(DISK, format!("{}: {error}", folder.display())),
    })
}

fn judge(free: u64) -> Finding {
    let found = format!("{} MB are free where the database is", free / MB);
    let fix = "make room; the portal cannot write once the disk is full";
    match free {
        ..TOO_LITTLE => Finding::failed(DISK, found).mended_by(fix),
        TOO_LITTLE..LITTLE => Finding::warning(DISK, found).mended_by(fix),
        LITTLE.. => Finding::good(DISK, found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::doctor::finding::State;

    #[test]
    fn little_room_is_a_warning_and_none_a_failure() {
        for (free, state) in [
            (0, State::Failed),
            (99 * MB, State::Failed),
            (100 * MB, State::Warning),
            (999 * MB, State::Warning),
            (1000 * MB, State::Good),
        ] {
            assert_eq!(judge(free).state, state, "{free}");
        }
    }
}
