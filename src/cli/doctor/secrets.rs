//! Whether anybody else on this machine can read what only the portal should.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use super::finding::Finding;
use crate::config::{Loaded, Source};

const PERMISSIONS: &str = "permissions";
/// The bits that let everybody read a file, and enter a folder.
const READ: u32 = 0o004;
const ENTER: u32 = 0o001;

/// The database's files, and those that hold a password or a key.
pub fn files(loaded: &Loaded) -> Finding {
    let database = loaded.config.database_url.sqlite_file();
    let files = database.iter().flat_map(|file| with_companions(file));
    let mut open: Vec<_> = files
        .chain(loaded.secret_files.iter().cloned())
        .filter(|file| is_open(file))
        .map(|file| file.display().to_string())
        .collect();
    open.sort();
    open.dedup();
    if open.is_empty() {
        return Finding::good(PERMISSIONS, "nobody else on this machine reads database or secrets");
    }
    let files = open.join(" ");
    Finding::failed(PERMISSIONS, format!("everybody on this machine may read {files}"))
        .mended_by(format!("chmod o= {files}"))
}

/// What SQLite keeps beside the file while it is in use.
fn with_companions(file: &Path) -> Vec<PathBuf> {
    ["", "-wal", "-shm"].map(|end| format!("{}{end}", file.display()).into()).to_vec()
}

/// Neither a file that is not there nor one in a folder that others cannot enter.
fn is_open(file: &Path) -> bool {
    let Ok(file) = file.canonicalize() else { return false };
    let lets_all = |path: &Path, bit| {
        fs::metadata(path).is_ok_and(|found| found.permissions().mode() & bit != 0)
    };
    file.is_file()
        && lets_all(&file, READ)
        && file.ancestors().skip(1).all(|folder| lets_all(folder, ENTER))
}

/// A process list shows every command line to everybody.
pub fn command_line(loaded: &Loaded) -> Option<Finding> {
    let url = &loaded.config.database_url;
    let is_flag = loaded.sources.get("database_url").is_some_and(Source::is_flag);
    let has_password = url.masked() != url.as_str();
    let found =
        "--database-url holds a password, and everybody on this machine can list command lines";
    (is_flag && has_password).then(|| {
        Finding::warning("command line", found)
            .mended_by("put it into a file and name that with LIAISON_DATABASE_URL_FILE")
    })
}
